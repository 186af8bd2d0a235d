### Sittings.

## Help
group-session = sessions of the meeting
verb-session-open =
    .about = opens the next session
    .title = Open the session
verb-session-close =
    .about = closes the session
    .title = Close the session

## Sentences
session-opened = Session { $number } is open.
session-closed = Session { $number } is closed.

## Refusals
refuse-too-early = The meeting begins on { $day }; sessions can be opened from that day on.
refuse-no-sitting = No session is open. The Chair opens one: “{ VERB("session open") }”.
refuse-sitting-busy = { $number } is still before the meeting. Decide it before you close the session.
