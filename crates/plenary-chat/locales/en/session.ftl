### Sittings.

## Help
group-session = sittings of the meeting
verb-session-open =
    .about = opens the next sitting
    .title = Open the sitting
verb-session-close =
    .about = closes the sitting
    .title = Close the sitting

## Sentences
session-opened = Sitting { $number } is open.
session-closed = Sitting { $number } is closed.

## Refusals
refuse-too-early = The meeting begins on { $day }; sittings open from that day on.
refuse-no-sitting = No sitting is open; the Chair opens one: “{ VERB("session open") }”.
refuse-sitting-busy = { $number } is still before the meeting; decide it before the sitting closes.
