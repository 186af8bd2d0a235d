### Official papers.

## Help
group-paper = official papers: get, prepare, approve, send back
verb-paper-get =
    .about = a paper: a symbol, roster, record, or history; without a name, the list
    .title = Paper
    .arg-name = a symbol, roster, record or history
    .arg-format = text, Markdown or a web page
    .arg-lang = the language
verb-paper-prepare =
    .about = fixes the working agenda as an edition and asks the Chair
    .title = Prepare an edition
    .arg-kind = the kind of paper
    .arg-symbol = the symbol, such as X/doc.1/07 rev. 1
    .arg-with = with the note, or the agenda alone
    .arg-dated = the day that it bears
    .arg-authentic = the paper that it reproduces
verb-paper-approve =
    .about = approves the edition that waits; you are asked once more
    .title = Approve
    .arg-symbol = the symbol, such as X/doc.1/07 rev. 1
verb-paper-return =
    .about = sends the edition back with what is to be done
    .title = Send back
    .arg-symbol = the symbol, such as X/doc.1/07 rev. 1
    .arg-reason = the reason

## Sentences
button-read = Read
button-approve = Approve
button-return = Send back
button-issue = Yes, issue
button-no = No
paper-prepared = { $symbol } is prepared and waits for the Chair. Kept as you wrote it.
paper-look-stop = Look: no full stop after item { $items }, though most others have one.
paper-returned = { $symbol } is sent back to the secretariat.
paper-issued = ISSUED { $symbol }.
paper-already-issued = { $symbol } is issued already. Nothing was changed.
paper-parts = { $items } items, { $footnotes } footnotes.
paper-parts-note = Explanatory note, { $items } items, { $footnotes } footnotes.
paper-changes = { $count ->
    [0] No change.
    [one] 1 change: { $changes }.
   *[other] { $count } changes: { $changes }.
}
paper-confirm = Issue { $symbol } to { $count } delegations?
paper-how-to-return = Say what is to be done: { VERB("paper return") } "{ $symbol }" REASON
paper-card = { $symbol } waits for your approval.
paper-head = Papers:
paper-line-adopted = { $symbol }, adopted
paper-line-issued = { $symbol }, issued
paper-line-returned = { $symbol }, sent back
paper-line-waiting = { $symbol }, waits for the Chair
paper-line-others = roster, record, history
paper-first = { $symbol } is the first edition; there is nothing before it.
change-added = added { $item }
change-removed = removed { $item }
change-reworded = reworded { $item }
change-moved = { $item } was item { $old }
change-footnote = another footnote for { $item }
change-note = another explanatory note
change-deadline = another deadline
notice-returned = The Chair sends { $symbol } back:
change-note-left-out = the explanatory note is left out
change-note-added = an explanatory note in front

## Refusals
misread-no-edition = There is no such paper yet.
misread-nothing-waits = No edition waits for the Chair.
misread-edition = There is no paper “{ $typed }”. There are: { $known }.
refuse-symbol-style = “{ $given }” is not the next symbol of this series; it would be { $expected }.
refuse-symbol-taken = { $given } is issued already; the next one is { $expected }.
refuse-edition-waits = { $symbol } still waits for the Chair; one at a time.
refuse-nothing-changed = Nothing has changed since { $symbol }.
refuse-superseded = { $symbol } no longer waits: it is superseded. What waits now is { $current }: “{ VERB("paper approve") }”.
refuse-not-waiting = { $symbol } no longer waits for the Chair.
refuse-not-in-force = { $symbol } is not in force; { $in_force } is.
