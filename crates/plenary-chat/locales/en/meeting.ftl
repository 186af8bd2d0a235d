### The meeting: its file, its card, its channels.

## Help
group-meeting = the meeting: its card, and which channel is for it
verb-meeting-show =
    .about = dates, place, mandates, stage, deadline
    .title = The meeting
    .arg-as-of = as of a moment: 2007-10-30 12:00, or @41
verb-meeting-here =
    .about = makes this channel the place of a meeting; announce:yes tells here what happens
    .title = This channel
    .arg-meeting = the meeting, such as ciber-v
    .arg-announce = tell here what happens: yes or no
verb-meeting-convene =
    .about = opens the meeting file from the mandate

## Sentences
about-fictional = fictional example
place-unbound = This channel is not for a meeting yet. If you have a code, say “{ VERB("join") }” with the code and the meeting’s short name, which came with it. Then the secretariat says “{ VERB("meeting here") }”.
place-other = This channel is for the meeting { $meeting }; another meeting needs another channel.
place-nowhere = There is no channel here to bind; this is said in a channel.
place-bound = This channel is for the { $meeting } from now on, and so are its threads.
place-told = Papers, decisions and comments are announced here.
place-not-told = Nothing is announced here; announce:yes changes that.
meeting-convened = Convened: { $days }, { $place }. { $mandates }. { $members } member states on the roll.
meeting-next = Next: invite the secretariat (“{ VERB("people invite") } as:secretariat name:…”), which prepares the draft agenda.
meeting-when = { $days }, { $place }
meeting-mandates = Under { $mandates }
meeting-roll = { $count } delegations on the roll ({ $source }, as of { $dated })
meeting-chair = Chair: { $name }
meeting-no-chair = There is no Chair yet
meeting-fictional = This meeting is a fictional example; its papers say so on every page.
meeting-deadline = Answers are asked for by { $day }, end of day in { $place }
meeting-deadline-over = The time for answers ended on { $day }, end of day in { $place }; later ones are taken and marked late
meeting-no-agenda = No agenda has been issued yet
meeting-agenda = Draft agenda in force: { $symbol }
meeting-adopted = The agenda is adopted: { $symbol }
meeting-in-session = In session: sitting { $number }
meeting-decision = Before the meeting: { $number }, “{ $text }”

## Refusals
expected-roll = write the source and the day: SOURCE, as of 2007-10-01
expected-roll-line = write code and name: BRA Brazil
expected-source = write SOURCE = 11 paragraphs
refuse-not-convened = The meeting is not convened yet; the operator does it.
refuse-already-convened = The meeting is convened already; what it says is corrected by new facts, not by convening again.
counted-roll = delegations on the roll
counted-lines = lines in a heading
convoke-zone = “{ $zone }” is not a time zone; write it like America/New_York.
convoke-days = The last day is before the first.
convoke-languages = The original language must be one of the languages.
convoke-style = The symbols need a place for the number, like CIBER-V/doc.{"{"}n{"}"}/{"{"}yy{"}"} and rev. {"{"}n{"}"}.
convoke-roll = The roll is empty: at least one line “member: BRA Brazil”.
convoke-double = The code { $code } stands twice on the roll.
convoke-source = { $source } has no paragraph; say how many it has.
