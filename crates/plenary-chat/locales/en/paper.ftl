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
paper-how-to-return = Say what is to be done: paper return "{ $symbol }" REASON
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
