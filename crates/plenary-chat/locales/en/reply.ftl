### What missions reply: nominations, who has replied.

## Help
group-reply = what missions answer: nominations, who has answered
verb-reply-show =
    .about = who has answered and who has not; for a mission, what it is asked
    .title = Answers
    .arg-delegation = the delegation
verb-reply-nominate =
    .about = names a person of the delegation
    .title = Nominate
    .arg-role = the role in the delegation
    .arg-name = the name, as it is to be printed
    .arg-title = title, such as Federal Prosecutor
    .arg-institution = institution
    .arg-contact = how to reach the person
    .arg-instead-of = in place of this nomination, such as N7
    .arg-for = entered for this delegation
    .arg-received = when and how: 2007-10-29 16:10, fax 118/07
verb-reply-correct =
    .about = corrects a spelling; for another person, nominate with instead-of:
    .title = Correct a spelling
    .arg-number = its number, such as C4 or N7
    .arg-name = the name, as it is to be printed
    .arg-title = title, such as Federal Prosecutor
    .arg-institution = institution
    .arg-contact = how to reach the person
    .arg-for = entered for this delegation
    .arg-reason = why it is corrected
verb-reply-admit =
    .about = admits a late nomination to the list
    .title = Admit a late nomination
    .arg-number = its number, such as C4 or N7
    .arg-reason = the reason

## Sentences
button-answer = Answer
button-nominate = Nominate
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
asked-experts-none = Experts: none named yet (“{ VERB("reply nominate") }”)
asked-experts = Experts: { $names }
asked-comments-none = Comments or suggestions: none yet (“{ VERB("comment add") } ITEM …”)
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
notice-late = It came after the deadline and waits to be admitted (“{ VERB("reply admit") }”).
notice-entered-for = If this is not so, tell the secretariat or withdraw it.
notice-asked = You are asked for answers to the note:

## Refusals
expected-received = write day, time and way: "2007-10-29 16:10, fax 118/07"
expected-nomination = a nomination's number, such as N7; “{ VERB("reply show") }” has them
refuse-other-delegation = This belongs to { $delegation }; only its mission, or the secretariat for it, may do this.
refuse-for-whom = Say for which delegation: for:Belize, and received: when and how it came.
refuse-nothing-given = Say what is to read how: name:"…", title:"…", institution:"…" or contact:"…".
refuse-nomination-gone = { $number } no longer stands; it was replaced or withdrawn.
refuse-not-late = { $number } was not late; it is on the list.
refuse-received-future = It cannot have been received on { $day }: that is still to come.
refuse-received-nowhere = There is no such moment on { $day } by the clock of the meeting's place.
refuse-unknown-nomination = There is no { $number } here. “{ VERB("reply show") }” has the numbers.
