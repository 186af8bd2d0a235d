agenda-added = Added: { $item }.
agenda-reworded = Reworded: { $item }.
agenda-moved = Moved: it is now { $item }.
agenda-removed = Removed from the working agenda; issued editions keep it.
agenda-footnote = The footnote of { $item } is set.
agenda-note = The explanatory note is written. Answers are asked for by { $day }, end of day in { $place } (the paper gives no hour).
agenda-note-undated = The explanatory note is written. It sets no deadline.
agenda-draft-readers = Only the secretariat and the Chair see the working draft.
agenda-none = No agenda has been issued yet.
agenda-head = { $symbol }, draft agenda in force:
agenda-head-adopted = { $symbol }, adopted agenda:
agenda-head-waiting = { $symbol }, waiting or returned, not issued:
agenda-head-working = The working agenda:
agenda-comments = { $count ->
    [one] (1 comment)
   *[other] ({ $count } comments)
}
agenda-pending = { $count ->
    [one] The working agenda differs by 1 change: “agenda show view:draft”.
   *[other] The working agenda differs by { $count } changes: “agenda show view:draft”.
}
