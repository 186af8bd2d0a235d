### The agenda: in force, in work, and its note.

## Help
group-agenda = the agenda: the one in force, what changed, the working agenda, the explanatory note
verb-agenda-show =
    .about = shows the agenda in force; with a symbol, that edition; with view:draft, the working agenda
    .title = Agenda
    .arg-edition = the edition, by its symbol
    .arg-item = the item, such as 7
    .arg-as-of = as it was at a date and time, such as 2007-10-30 12:00, or after an entry, such as @41
    .arg-view = the agenda in force, or the working agenda
verb-agenda-compare =
    .about = shows how an edition differs from the one before, including what was deleted
    .title = Compare
    .arg-edition = the edition, by its symbol
verb-agenda-edit =
    .about = edits the working agenda; nothing that was issued changes
    .title = Title of the item
    .arg-what = what to do
    .arg-item = the item, such as 7
    .arg-text = the wording
    .arg-under = put it under this item
    .arg-before = put it before this item
    .arg-footnote = the footnote as printed
    .arg-cites = what it cites, such as IV Meeting, Recommendations, 6, 7, 8
verb-agenda-note =
    .about = writes the explanatory note: its paragraphs, questions, topics, deadline
    .title = Explanatory note
    .arg-paragraph = a paragraph of the note, as it is to be printed
    .arg-question = a question: its number, what it asks (experts, presentations, other), a full stop and the text, such as “1 experts. The names of your experts.”
    .arg-topic = a topic of the question above it, such as “i. Training”; with [open] at the end, the delegation that chooses it says what it is about
    .arg-deadline = by when replies are due, and the words for it, such as “2007-10-29 16:00 by October 29, 2007”

## Sentences
agenda-added = Added: { $item }.
agenda-reworded = Reworded: { $item }.
agenda-moved = Moved. It is now { $item }.
agenda-removed = { $below ->
    [0] Removed from the working agenda: { $item }. Issued editions keep it.
    [one] Removed from the working agenda: { $item }, with its sub-item. Issued editions keep them.
   *[other] Removed from the working agenda: { $item }, with its { $below } sub-items. Issued editions keep them.
}
agenda-footnote = The footnote of { $item } is set.
agenda-note = The explanatory note is saved. Replies are due by { $when }.
agenda-note-undated = The explanatory note is saved. It sets no deadline.
agenda-draft-readers = Only the secretariat and the Chair see the working agenda.
agenda-none = No agenda has been issued yet.
agenda-head = { $symbol }, draft agenda in force:
agenda-head-adopted = { $symbol }, adopted agenda:
agenda-head-replaced = { $symbol }, replaced by { $current }:
agenda-head-waiting = { $symbol }, awaiting the Chair’s approval and not yet issued:
agenda-head-returned = { $symbol }, sent back by the Chair, not issued:
agenda-head-withdrawn = { $symbol }, withdrawn by the secretariat, not issued:
agenda-head-working = The working agenda:
agenda-comments = { $count ->
    [one] (1 comment)
   *[other] ({ $count } comments)
}
agenda-pending = { $count ->
    [one] The working agenda has 1 change that is not issued yet: “{ VERB("agenda show") } view:draft”.
   *[other] The working agenda has { $count } changes that are not issued yet: “{ VERB("agenda show") } view:draft”.
}
item-named = item { $number }, “{ $title }”
item-gone = an item that is no longer on the agenda
the-working-agenda = the working agenda
the-note = the explanatory note
form-lines = The note, line by line
form-lines-hint = paragraph: …  question: 1 experts. …  topic: i. …  deadline: 2027-01-29 by 29 January

## Refusals
misread-items = “{ $typed }” names more than one item. Please name one at a time, or put your text in quotation marks.
misread-item = There is no item “{ $typed }” in { $symbol }. “{ VERB("agenda show") }{ $which }” shows its items.
misread-item-or-text = If it begins your text, put the text in quotation marks.
expected-cites = write the source and its paragraphs like this: IV Meeting, Recommendations, 6, 7, 8
expected-topic = write it below its question, like this: i. Drafting of legislation; add [open] at the end if the delegation that chooses it is to say what it is about
expected-question = write a label, what is asked (experts, presentations or other), the item if there is one, a full stop and the text, like this: 2 presentations VII. The topics on which your expert would like to present
refuse-unknown-item = This item is no longer on the agenda. “{ VERB("agenda show") }” shows the numbers.
refuse-item-place = The item cannot go there. Choose a place beside another item of the same level, and not inside the item itself.
refuse-changed = Somebody has changed { $what } since you last saw it. Nothing was replaced.
refuse-changed-look = Please look again, and repeat your change if you still want it.
refuse-theirs = Please compare the two texts, and send yours again if you still want it. It now reads:
refuse-adopted = The agenda was adopted by decision { $number }, so only the meeting can change it. The Chair puts a decision: “{ VERB("decision put") } TEXT amends:SYMBOL”.
refuse-paragraph = { $paragraphs ->
    [one] { $source } has only 1 paragraph; there is no paragraph { $paragraph }.
   *[other] { $source } has { $paragraphs } paragraphs; there is no paragraph { $paragraph }.
}
refuse-empty-agenda = The working agenda has no items yet. Start with: “{ VERB("agenda edit") } add "…"”.
refuse-no-note = There is no explanatory note yet. Write it with “{ VERB("agenda note") }”.
counted-items = items on one level
counted-levels = levels of sub-items
counted-blocks = paragraphs and questions in the explanatory note
counted-topics = topics of one question
