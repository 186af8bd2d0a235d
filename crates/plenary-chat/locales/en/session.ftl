### Sessions of the meeting.

## Help
group-session = sessions of the meeting
verb-session-open =
    .about = opens the next session
    .title = Open the session
verb-session-close =
    .about = closes the session
    .title = Close the session

## Sentences
session-opened = The { $ordinal } session is open.
session-closed = The { $ordinal } session is closed.

## Refusals
refuse-too-early = The meeting begins on { $day }; sessions can be opened from that day on.
refuse-no-sitting = No session is open. The Chair opens one: “{ VERB("session open") }”.
refuse-sitting-busy = Decision { $number } is still before the meeting. Adopt it, put it to the vote or withdraw it before you close the session: “{ VERB("withdraw") } { $number }”.
