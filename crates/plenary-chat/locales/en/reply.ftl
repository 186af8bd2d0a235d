answer-nominated = { $number }, number { $place } in your order.
answer-replaced = { $number } takes the place of { $old }, number { $place } in your order. { $old } stays in the history.
answer-entered-on-time = On time: received { $received }, entered by you for { $delegation }.
answer-entered-late = Received late ({ $received }), entered by you for { $delegation }. It joins the list when it is admitted.
answer-late = Received late (due { $day }). It joins the list when the secretariat admits it.
answer-expert-may = With this code the expert joins and may comment; only the mission answers for the state.
answer-corrected = { $number } now reads “{ $name }”. The first spelling stays in the history.
answer-withdrawn = { $number } is withdrawn; it stays in the history.
answer-admitted = { $number } joins the list.
mark-late = received late
mark-admitted = received late, admitted

asked-by = You are asked by { $day }, end of day in { $place }:
asked-over = The time for answers ended on { $day }, end of day in { $place }; later ones are taken and marked late:
asked-experts-none = Experts: none named yet (“reply nominate”)
asked-experts = Experts: { $names }
asked-comments-none = Comments or suggestions: none yet (“comment add ITEM …”)
asked-comments = Comments or suggestions: { $numbers }
answers-of = { $delegation }:
answers-head = Answered { $answered } of { $total }.
answers-silent = { $count ->
    [one] 1 has not: { $names }.
   *[other] { $count } have not: { $names }.
}
answers-roll = Counted on the roll of { $dated }: { $source }.

notice-nominated = { $number }: { $delegation } names { $name }.
notice-corrected = { $number} ({ $delegation }) is corrected and reads “{ $name }”.
notice-withdrawn = { $number }: { $delegation } withdraws { $name }.
notice-admitted = { $number } ({ $name }, { $delegation }) joins the list.
notice-late = It came after the deadline and waits to be admitted (“reply admit”).
notice-entered-for = If this is not so, tell the secretariat or withdraw it.
notice-asked = You are asked for answers to the note:
