### What missions reply: nominations, requests to present, who has replied.

## Help
group-reply = what missions reply: nominations, requests to present, who has replied
verb-reply-show =
    .about = shows who has nominated experts and who has not; to a mission, what it is asked
    .title = Replies
    .arg-delegation = the delegation
verb-reply-nominate =
    .about = nominates a person of the delegation
    .title = Nominate
    .arg-role = the role in the delegation
    .arg-name = the name, as it should be printed
    .arg-title = title, such as Federal Prosecutor
    .arg-institution = institution
    .arg-contact = how to reach the person
    .arg-instead-of = in place of this nomination, such as N7
    .arg-for = the delegation for which you enter it
    .arg-received = when and how it was received: 2007-10-29 16:10, fax 118/07
verb-reply-correct =
    .about = corrects a spelling; for another person, nominate with instead-of:
    .title = Correct a spelling
    .arg-number = its number, such as C4 or N7
    .arg-name = the name, as it should be printed
    .arg-title = title, such as Federal Prosecutor
    .arg-institution = institution
    .arg-contact = how to reach the person
    .arg-for = the delegation for which you enter it
    .arg-reason = why it is corrected
verb-reply-present =
    .about = requests to present or report on topics of the note; an expert asks the mission
    .title = Request to present
    .arg-item = the number of the item
    .arg-topics = the topics of the note, such as ii, iv
    .arg-by = talk or report
    .arg-text = what it is about; needed for an open topic
    .arg-for = the delegation for which you enter it
    .arg-received = when and how it was received: 2007-10-29 16:10, fax 118/07
verb-reply-decline =
    .about = says that the delegation will not present or report
    .title = Say no
    .arg-what = what the delegation declines
    .arg-for = the delegation for which you enter it
    .arg-received = when and how it was received: 2007-10-29 16:10, fax 118/07
verb-reply-admit =
    .about = admits a nomination or a request to present that came late
    .title = Admit what came late
    .arg-number = its number, such as N7 or Q3
    .arg-reason = the reason

## Sentences
button-answer = Reply
button-nominate = Nominate
answer-nominated = { $place ->
    [one] { $name } is first on the list of { $delegation } ({ $number }).
   *[other] { $name } is number { $place } on the list of { $delegation } ({ $number }).
}
answer-replaced = { $name } ({ $number }) replaces { $old } and is number { $place } on the list of { $delegation }. { $old } stays in the history.
answer-entered-on-time = On time: received { $received }, entered by you for { $delegation }.
answer-entered-late = Received late ({ $received }), entered by you for { $delegation }. It joins the list when it is admitted.
answer-late = Received late (due { $when }). It joins the list when the secretariat admits it.
answer-expert-may = With this code the expert joins and can comment. Only the mission replies for the state.
answer-corrected = { $number } now reads “{ $name }”. The first spelling stays in the history.
answer-withdrawn = { $number } is withdrawn; it stays in the history.
answer-admitted = { $number } joins the list.
present-talk = a presentation on topic { $topic }, “{ $words }”
present-report = a report on topic { $topic }, “{ $words }”
present-requested = { $delegation } requests under { $item }:
present-asked = Your mission is asked to request under { $item }:
present-asked-next = It counts when the mission confirms it.
present-late = Received late (due { $when }). It counts when the Chair or the secretariat admits it.
present-open = Topic { $topic }, “{ $words }”, is not requested: it needs your own words. To request it, name the topic again and add text:"…".
present-declined = { $delegation } will not present or report; what it requested before no longer counts. “{ VERB("reply present") }” changes this.
present-admitted = { $number } is admitted and counts.
present-confirm = It counts only if you confirm it.
button-confirm = Confirm
button-confirm-number = Confirm { $number }
mark-late = received late
mark-admitted = received late, admitted
mark-unconfirmed = asked by an expert, not confirmed by the mission
asked-by = Please reply by { $when }:
asked-over = Replies were due by { $when }; later ones are accepted and marked late:
asked-experts-none = Experts: none nominated yet (“{ VERB("reply nominate") }”)
asked-experts = Experts: { $names }
asked-comments-none = Comments or suggestions: none yet (“{ VERB("comment add") } ITEM …”)
asked-comments = Comments or suggestions: { $numbers }
asked-presentations-none = Presentations or reports on item { $item }: nothing said yet (“{ VERB("reply present") } { $item } TOPICS by:talk”, or “{ VERB("reply decline") } presentations”)
asked-presentations-declined = Presentations or reports: declined
asked-presentations = Presentations or reports: { $requests }
answers-of = { $delegation }:
answers-head = { $answered } of { $total } members have nominated experts.
answers-silent = { $count ->
    [one] 1 has not: { $names }.
   *[other] { $count } have not: { $names }.
}
counted-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
answers-roll = Counted by the list of members of { $dated }: { $source }.
notice-nominated = { $delegation } nominates { $name } ({ $number }).
notice-corrected = The name of { $number } ({ $delegation }) is corrected: “{ $name }”.
notice-withdrawn = { $delegation } withdraws { $name } ({ $number }).
notice-admitted = { $name } of { $delegation } ({ $number }) joins the list.
notice-late = It came after the deadline and waits to be admitted (“{ VERB("reply admit") }”).
notice-requested = { $delegation } requests { $what } under { $item } ({ $number }).
notice-presentation-asked = { $name } asks for { $what } under { $item } ({ $number }).
notice-presentation-admitted = { $number } is admitted: { $what }.
notice-declined = { $delegation } will not present or report.
notice-entered-for = If this is wrong, tell the secretariat or withdraw it.
notice-entered-wrong = If this is wrong, tell the secretariat.
notice-asked = Please reply to the note:

doubt-older = Received on { $received }, before the note was issued on { $issued }. Is the day right?

## Refusals
expected-received = write it like this: "2007-10-29 16:10, fax 118/07" (the hour may be left out)
expected-topics = write the labels of the topics like this: ii, iv
expected-admittable = write the number of a nomination or a request to present, such as N7 or Q3
expected-nomination = write a nomination's number, such as N7; “{ VERB("reply show") }” has them
refuse-other-delegation = This belongs to { $delegation }. Only its mission, or the secretariat on its behalf, can do this.
refuse-for-whom = Please add the delegation, such as for:Belize, and when and how the reply came, such as received:"2007-10-29 16:10, fax 118/07".
refuse-nothing-given = Please add what to correct: name:"…", title:"…", institution:"…" or contact:"…".
refuse-nomination-gone = { $number } was replaced or withdrawn.
refuse-presentations-not-asked = The note does not ask who presents on item { $typed }. “{ VERB("paper get") } agenda” shows what it asks.
refuse-unknown-topic = There is no topic { $topic } in that question; its topics are: { $known }.
refuse-topic-needs-text = Topic { $topic } needs your own words. Add them like this: text:"Training of judges".
refuse-presentation-gone = { $number } no longer counts: it was declined or replaced.
refuse-presentation-not-confirmed = { $number } waits for its mission to confirm it.
refuse-presentation-not-late = { $number } was not late; it counts already.
refuse-not-late = { $number } was not late; it is on the list.
refuse-received-future = It cannot have been received on { $day }, which is still to come.
refuse-received-nowhere = The clock at the place of the meeting skipped that hour on { $day }. Please give another hour, or none.
refuse-received-when = On { $day } replies were due by a certain hour. Please add the hour of receipt, for example: received:"2007-10-29 16:10, fax 118/07".
refuse-unknown-nomination = There is no { $number } here. “{ VERB("reply show") }” has the numbers.
