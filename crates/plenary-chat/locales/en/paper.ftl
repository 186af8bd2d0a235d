### Official papers.

## Help
group-paper = official papers: get, prepare, withdraw, approve, send back
verb-paper-get =
    .about = shows a paper: a symbol, participants, presentations, record, history; without a name, the list
    .title = Paper
    .arg-name = a symbol, participants, presentations, record or history
    .arg-format = text, Markdown or a web page
    .arg-lang = the language
verb-paper-prepare =
    .about = makes the working agenda an edition and asks the Chair to approve it
    .title = Prepare an edition
    .arg-kind = the kind of paper
    .arg-symbol = the symbol, such as X/doc.1/07 rev. 1
    .arg-with = with the explanatory note, or the agenda alone
    .arg-dated = the date to print on it
    .arg-authentic = the symbol of the printed paper that it reproduces
verb-paper-withdraw =
    .about = takes back the edition that waits for the Chair, so that you can change it
    .title = Withdraw an edition
    .arg-symbol = the symbol, such as X/doc.1/07 rev. 1
    .arg-reason = the reason
verb-paper-approve =
    .about = approves the edition that waits for you; you are asked once more before it is issued
    .title = Approve
    .arg-symbol = the symbol, such as X/doc.1/07 rev. 1
verb-paper-return =
    .about = sends the edition back and says what to change
    .title = Send back
    .arg-symbol = the symbol, such as X/doc.1/07 rev. 1
    .arg-reason = the reason

## Sentences
button-read = Read
button-approve = Approve
button-return = Send back
button-issue = Yes, issue
button-no = No
paper-prepared = { $symbol } is prepared, exactly as you wrote it, and waits for the Chair.
paper-look-stop = { $count ->
    [one] Please check: item { $items } has no full stop, though most others have one.
   *[other] Please check: items { $items } have no full stop, though most others have one.
}
paper-look-number = { $count ->
    [one] Please check: item { $items } begins with a number of its own, beside the one that it is given.
   *[other] Please check: items { $items } begin with a number of their own, beside the one that they are given.
}
paper-returned = { $symbol } is sent back to the secretariat.
paper-withdrawn = { $symbol } no longer waits for the Chair. You can prepare it again under the same symbol.
paper-returned-why = The Chair sent { $symbol } back on { $day }: “{ $reason }”
paper-issued = ISSUED { $symbol }.
paper-parts = { $items ->
    [one] 1 item
   *[other] { $items } items
}, { $footnotes ->
    [one] 1 footnote
   *[other] { $footnotes } footnotes
}.
paper-parts-note = Explanatory note, { $items ->
    [one] 1 item
   *[other] { $items } items
}, { $footnotes ->
    [one] 1 footnote
   *[other] { $footnotes } footnotes
}.
paper-changes = { $count ->
    [0] No change.
    [one] 1 change: { $changes }.
   *[other] { $count } changes: { $changes }.
}
paper-confirm = { $count ->
    [one] Issue { $symbol } to 1 delegation?
   *[other] Issue { $symbol } to { $count } delegations?
}
paper-how-to-return = Tell the secretariat what to change: { VERB("paper return") } "{ $symbol }" REASON
paper-card = { $symbol } waits for your approval.
paper-head = Papers:
paper-line-adopted = { $symbol }, adopted
paper-line-issued = { $symbol }, issued
paper-line-returned = { $symbol }, sent back: “{ $reason }”
paper-line-withdrawn = { $symbol }, withdrawn by the secretariat
paper-line-waiting = { $symbol }, waits for the Chair
paper-first = { $symbol } is the first edition, so there is nothing to compare it with.
change-added = added { $item }
change-removed = removed { $item }
change-reworded = reworded { $item }
change-moved = { $item } was item { $old }
change-footnote = a new footnote for { $item }
change-note = a new explanatory note
change-deadline = a new deadline
notice-edition-withdrawn = The secretariat has withdrawn { $symbol }. It no longer waits for you.
notice-returned = The Chair sends { $symbol } back:
change-note-left-out = the explanatory note is left out
change-note-added = an explanatory note in front

## Refusals
misread-no-edition = There is no such paper yet. “{ VERB("paper get") }” lists what there is.
misread-nothing-waits = No edition is waiting for the Chair.
misread-edition = There is no paper “{ $typed }”. There are: { $known }.
refuse-symbol-style = “{ $given }” is not the next symbol of this series; it would be { $expected }.
refuse-symbol-taken = { $given } has already been issued; the next one is { $expected }.
refuse-edition-waits = { $symbol } is still waiting for the Chair. Only one edition can wait at a time.
refuse-nothing-changed = Nothing has changed since { $symbol }.
refuse-superseded = This { $symbol } has been replaced. Now { $current } is waiting: “{ VERB("paper approve") }”.
refuse-not-waiting = { $symbol } is no longer waiting for the Chair.
refuse-not-in-force = { $symbol } is not in force; { $in_force } is.
