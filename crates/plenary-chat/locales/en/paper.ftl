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
    .about = turns the working agenda into an edition and asks the Chair to approve it
    .title = Prepare an edition
    .arg-kind = the kind of paper
    .arg-symbol = the symbol, such as X/doc.1/07 rev. 1
    .arg-with = with the explanatory note, or the agenda alone
    .arg-dated = the date to print on it
    .arg-authentic = the symbol of the printed document that this text reproduces
verb-paper-withdraw =
    .about = takes back the edition that is waiting for the Chair, so that you can change it
    .title = Withdraw an edition
    .arg-symbol = the symbol, such as X/doc.1/07 rev. 1
    .arg-reason = the reason
verb-paper-approve =
    .about = approves the edition that is waiting for you; you are asked once more before it is issued
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
paper-prepared = { $symbol } is prepared with the wording of the working agenda and is waiting for the Chair’s approval.
paper-look-stop = { $count ->
    [one] Please check: item { $items } has no full stop, though most others have one.
   *[other] Please check: items { $items } have no full stop, though most others have one.
}
paper-look-number = { $count ->
    [one] Please check: the text of item { $items } begins with a number, so two numbers will be printed.
   *[other] Please check: the texts of items { $items } begin with a number, so two numbers will be printed for each.
}
paper-returned = { $symbol } is sent back to the secretariat.
paper-withdrawn = { $symbol } is no longer waiting for the Chair. You can prepare it again under the same symbol.
paper-returned-why = The Chair sent { $symbol } back on { $day }: “{ $reason }”
paper-issued = { $symbol } has been issued.
paper-parts = { $items ->
    [one] 1 item
   *[other] { $items } items
}{ $footnotes ->
    [0] .
    [one] , 1 footnote.
   *[other] , { $footnotes } footnotes.
}
paper-parts-note = Explanatory note, { $items ->
    [one] 1 item
   *[other] { $items } items
}{ $footnotes ->
    [0] .
    [one] , 1 footnote.
   *[other] , { $footnotes } footnotes.
}
paper-changes = { $count ->
    [0] No change.
    [one] 1 change: { $changes }.
   *[other] { $count } changes: { $changes }.
}
paper-confirm = { $count ->
    [one] Issue { $symbol } to 1 delegation?
   *[other] Issue { $symbol } to all { $count } delegations?
}
paper-how-to-return = To send it back, say what the secretariat should change: “{ VERB("paper return") } "{ $symbol }" REASON”
paper-card = { $symbol } is waiting for your approval.
paper-head = Papers:
paper-line-adopted = { $symbol }, adopted
paper-line-issued = { $symbol }, issued
paper-line-returned = { $symbol }, sent back: “{ $reason }”
paper-line-withdrawn = { $symbol }, withdrawn by the secretariat
paper-line-waiting = { $symbol }, waiting for the Chair’s approval
paper-first = { $symbol } is the first edition, so there is nothing to compare it with.
change-added = added { $item }
change-removed = removed { $item }
change-reworded = reworded { $item }
change-moved = { $item } was item { $old }
change-footnote = a new footnote for { $item }
change-note = a new explanatory note
change-deadline = a new deadline
notice-edition-withdrawn = The secretariat has withdrawn { $symbol }. It is no longer waiting for you.
notice-returned = The Chair has sent { $symbol } back:
change-note-left-out = the explanatory note is left out
change-note-added = an explanatory note in front

## Refusals
misread-no-edition = There is no such paper yet. “{ VERB("paper get") }” lists what there is.
misread-nothing-waits = No edition is waiting for the Chair.
misread-edition = There is no paper “{ $typed }”. You can ask for: { $known }.
misread-edition-item = There is no edition “{ $typed }”; the editions are: { $known }. To see one item: “{ VERB("agenda show") } item:{ $typed }”.
refuse-symbol-style = The next symbol in this series is { $expected }, not “{ $given }”.
refuse-symbol-taken = { $given } has already been issued; the next one is { $expected }.
refuse-edition-waits = { $symbol } is still waiting for the Chair, and only one edition can wait at a time. To change it, take it back first: “{ VERB("paper withdraw") }”.
refuse-nothing-changed = The working agenda has not changed since { $symbol }, so there is no new edition to prepare.
refuse-superseded = { $symbol } is no longer the latest version; { $current } is now waiting for your approval: “{ VERB("paper approve") }”.
refuse-not-waiting = { $symbol } is no longer waiting for approval: it has been issued, sent back or withdrawn. “{ VERB("paper get") }” shows which.
refuse-not-in-force = { $symbol } is not in force; { $in_force } is.
