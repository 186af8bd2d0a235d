### The meeting: its file, its card, its channels.

## Help
group-meeting = the meeting: its dates, place and stage, and the channel that it uses
verb-meeting-show =
    .about = shows the dates, the place, the mandates, the stage and the deadline
    .title = The meeting
    .arg-as-of = as it was at a date and time, such as 2007-10-30 12:00, or after an entry, such as @41
verb-meeting-here =
    .about = links this channel to a meeting; one of its channels announces papers, decisions and comments
    .title = This channel
    .arg-meeting = the meeting, such as ciber-v
    .arg-announce = whether to announce them here: yes or no; if you say neither, the first channel does
verb-meeting-convene =
    .about = convenes the meeting: its title, dates, place, mandates and list of members
    .arg-title = the name of the meeting; repeat it for each line of the heading
    .arg-body = the body that meets; repeat it for each line of the heading
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
    .arg-roll = where the list of members comes from, such as Note verbale 12/07, as of 2007-10-01
    .arg-member = a member, such as BRA Brazil
    .arg-observer = an observer state, such as ESP Spain
    .arg-organization = an organization, such as UN United Nations
    .arg-source = a text that the agenda may cite, such as IV Meeting, Recommendations = 11 paragraphs

## Sentences
about-fictional = fictional example
place-unbound = This channel is not linked to a meeting yet. If you have a code, type “{ VERB("join") }” with the code and the meeting’s short name, such as ciber-v; whoever gave you the code knows it. Then the secretariat types “{ VERB("meeting here") }” here.
place-other = This channel is linked to another meeting ({ $meeting }). Please use another channel for this one.
place-nowhere = “{ VERB("meeting here") }” works only in a channel on Discord. Please type it in the meeting’s channel.
place-bound = This channel and its threads are now linked to the { $meeting }.
place-told = Papers, decisions, comments, sessions and changes of office are announced here.
place-not-told = The meeting is not announced here. To announce it here, add announce:yes.
meeting-convened = The meeting is convened for { $days } in { $place }{ $mandated ->
    [0] {""}
   *[other] {""}, under { $mandates }
}. It has { $members ->
    [one] 1 member state.
   *[other] { $members } member states.
}
meeting-next = Next, invite the secretariat, which prepares the draft agenda: “{ VERB("people invite") } as:secretariat name:…”.
meeting-when = { $days }, { $place }
days-two = { $first } and { $last }
days-range = { $first } to { $last }
meeting-mandates = Under { $mandates }
meeting-roll = { $members ->
    [one] 1 member
   *[other] { $members } members
}{ $observers ->
    [0] {""}
    [one] {" "}and 1 observer
   *[other] {" "}and { $observers } observers
} (source: { $source }, as of { $dated })
meeting-chair = Chair: { $name }
meeting-no-chair = There is no Chair yet
meeting-fictional = This meeting is a fictional example; its papers say so on every page.
meeting-deadline = Replies are due by { $when }
meeting-deadline-over = Replies were due by { $when }; later ones are accepted and marked late
meeting-no-agenda = No agenda has been issued yet
meeting-agenda = Draft agenda in force: { $symbol }
meeting-adopted = Adopted agenda: { $symbol }
meeting-in-session = The { $ordinal } session is open
meeting-decision = Decision before the meeting: “{ $text }” ({ $number })

## Refusals
expected-roll = write the source and the date like this: Note verbale 12/07, as of 2007-10-01
expected-roll-line = write the code and the name like this: BRA Brazil
expected-language = write a language tag such as en, es, fr-CA or pt-BR
expected-source = write the source and its number of paragraphs like this: IV Meeting, Recommendations = 11 paragraphs
refuse-not-convened = The meeting has not been convened yet. Only the operator can convene it.
refuse-already-convened = The meeting has already been convened. “{ VERB("meeting show") }” shows it.
counted-roll = delegations
counted-lines = lines in a heading
convoke-zone = “{ $zone }” is not a time zone. Write it like this: zone: America/New_York
convoke-days = The last day is before the first. Write the days like this: days: 2027-03-09 to 2027-03-10
convoke-languages = The original language must be one of the meeting’s languages. Write them like this: languages: en, fr and original: fr
convoke-style = The pattern for symbols must say where the number goes. Write it like this: symbols: CIBER-V/doc.{"{"}n{"}"}/{"{"}yy{"}"} and revisions: rev. {"{"}n{"}"}
convoke-roll = The list of members is empty. Add at least one line such as “member: BRA Brazil”.
convoke-double = The code { $code } appears twice in the list of members. Please give each delegation its own code.
convoke-source = Please say how many paragraphs { $source } has, for example: source: { $source } = 11 paragraphs
