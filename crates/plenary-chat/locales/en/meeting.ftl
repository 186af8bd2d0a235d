### The meeting: its file, its card, its channels.

## Help
group-meeting = the meeting: its dates, place and stage, and which channel is for it
verb-meeting-show =
    .about = shows the dates, the place, the mandates, the stage and the deadline
    .title = The meeting
    .arg-as-of = as of a moment: 2007-10-30 12:00, or @41
verb-meeting-here =
    .about = makes this channel the channel of a meeting; with announce:yes, what happens is announced here
    .title = This channel
    .arg-meeting = the meeting, such as ciber-v
    .arg-announce = whether what happens is announced here: yes or no
verb-meeting-convene =
    .about = opens the meeting file from the mandate
    .arg-title = the name of the meeting, one line of the heading each
    .arg-body = the body that meets, one line of the heading each
    .arg-ordinal = the number of the meeting, such as V
    .arg-masthead = a line above the title of each paper
    .arg-class = the class of the papers, such as LIMITED
    .arg-symbols = the symbols of the papers, with their places for numbers, such as CIBER-V/doc.{"{"}n{"}"}/{"{"}yy{"}"}
    .arg-revisions = how a revision is written after the symbol, such as rev. {"{"}n{"}"}
    .arg-mandate = a resolution under which it meets
    .arg-days = the days, such as 2007-11-19 to 2007-11-20
    .arg-place = the place
    .arg-zone = the time zone of the place, such as America/New_York
    .arg-languages = the languages of the papers, such as en, es, fr, pt
    .arg-original = the language of the originals
    .arg-roll = where the list of members comes from, such as SOURCE, as of 2007-10-01
    .arg-member = a member, such as BRA Brazil
    .arg-observer = an observer state, such as ESP Spain
    .arg-organization = an organization, such as UN United Nations
    .arg-source = a text that the agenda may cite, such as IV Meeting, Recommendations = 11 paragraphs

## Sentences
about-fictional = fictional example
place-unbound = This channel does not belong to a meeting yet. If you have a code, type “{ VERB("join") }” with the code and the meeting’s short name, which came with it. Then the secretariat types “{ VERB("meeting here") }”.
place-other = This channel belongs to the meeting { $meeting }; another meeting needs another channel.
place-nowhere = “{ VERB("meeting here") }” works only in a channel. Please type it there.
place-bound = This channel and its threads now belong to the { $meeting }.
place-told = Papers, decisions and comments are announced here.
place-not-told = Nothing is announced here. To change that, add announce:yes.
meeting-convened = Convened: { $days }, { $place }. { $mandates }. { $members ->
    [one] 1 member state.
   *[other] { $members } member states.
}
meeting-next = Next: invite the secretariat (“{ VERB("people invite") } as:secretariat name:…”), which prepares the draft agenda.
meeting-when = { $days }, { $place }
meeting-mandates = Under { $mandates }
meeting-roll = { $count ->
    [one] 1 delegation ({ $source }, as of { $dated })
   *[other] { $count } delegations ({ $source }, as of { $dated })
}
meeting-chair = Chair: { $name }
meeting-no-chair = There is no Chair yet
meeting-fictional = This meeting is a fictional example; its papers say so on every page.
meeting-deadline = Replies are due by { $when }
meeting-deadline-over = Replies were due by { $when }; later ones are accepted and marked late
meeting-no-agenda = No agenda has been issued yet
meeting-agenda = Draft agenda in force: { $symbol }
meeting-adopted = The agenda is adopted: { $symbol }
meeting-in-session = Session { $number } is open
meeting-decision = Before the meeting: { $number }, “{ $text }”

## Refusals
expected-roll = write the source and the day like this: SOURCE, as of 2007-10-01
expected-roll-line = write the code and the name like this: BRA Brazil
expected-language = write a language tag such as en, es, fr-CA or pt-BR
expected-source = write it like this: SOURCE = 11 paragraphs
refuse-not-convened = The meeting is not convened yet. The operator does that.
refuse-already-convened = The meeting is already convened. “{ VERB("meeting show") }” shows it.
counted-roll = delegations
counted-lines = lines in a heading
convoke-zone = “{ $zone }” is not a time zone; write it like America/New_York.
convoke-days = The last day comes before the first.
convoke-languages = The original language must be one of the languages.
convoke-style = The symbols need a place for the number, like CIBER-V/doc.{"{"}n{"}"}/{"{"}yy{"}"} and rev. {"{"}n{"}"}.
convoke-roll = The list of members is empty. Add at least one line such as “member: BRA Brazil”.
convoke-double = The code { $code } appears twice in the list of members.
convoke-source = { $source } has no paragraphs. Please say how many it has.
