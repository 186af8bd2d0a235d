### What missions reply: nominations, requests to present, who has replied.

## Help
group-reply = what missions reply: nominations, requests to present, who has replied
verb-reply-show =
    .about = shows who has nominated experts and who has not; a mission sees what it still has to send
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
    .arg-received = when and how it was received, such as 2007-10-29 16:10, fax 118/07
verb-reply-correct =
    .about = corrects the details of a nomination; for somebody else, use “reply nominate” with instead-of:
    .title = Correct a nomination
    .arg-number = the number of the nomination, such as N7
    .arg-name = the name, as it should be printed
    .arg-title = title, such as Federal Prosecutor
    .arg-institution = institution
    .arg-contact = how to reach the person
    .arg-for = the delegation for which you enter it
    .arg-reason = why it is corrected
verb-reply-present =
    .about = asks to present or report on topics of the explanatory note; for an expert, the mission confirms
    .title = Request to present
    .arg-item = the number of the item
    .arg-topics = the topics of the explanatory note, such as ii, iv
    .arg-by = presentation or report
    .arg-text = what it is about; needed for an open topic
    .arg-for = the delegation for which you enter it
    .arg-received = when and how it was received, such as 2007-10-29 16:10, fax 118/07
verb-reply-decline =
    .about = says that the delegation will not present or report
    .title = Decline
    .arg-what = what the delegation declines: presentations
    .arg-for = the delegation for which you enter it
    .arg-received = when and how it was received, such as 2007-10-29 16:10, fax 118/07
verb-reply-admit =
    .about = admits a nomination or a request to present that was received late
    .title = Admit a late reply
    .arg-number = its number, such as N7 or Q3
    .arg-reason = the reason

## Sentences
button-answer = Reply
button-nominate = Nominate
answer-nominated = { $place ->
    [one] { $name } is first on the list of { $delegation } ({ $number }).
   *[other] { $name } is number { $place } on the list of { $delegation } ({ $number }).
}
answer-replaced = { $name } ({ $number }) replaces { $old_name } ({ $old }) and is number { $place } on the list of { $delegation }. The earlier nomination stays in the history.
answer-nominated-late = { $name } is nominated by { $delegation } ({ $number }).
answer-replaced-late = { $name } ({ $number }) is nominated by { $delegation } in place of { $old_name } ({ $old }). The earlier nomination stays in the history.
answer-entered-on-time = On time: received { $received }, entered by you for { $delegation }.
answer-entered-late = Received late ({ $received }); entered by you for { $delegation }. The name is added to the list once it is admitted.
answer-late = Received late (due { $when }). The name is added to the list once the Chair or the secretariat admits it.
answer-expert-may = With this code { $name } can join and comment. Only the mission replies for the state.
answer-corrected = The details of { $name } ({ $number }) are corrected. The earlier version stays in the history.
answer-withdrawn = The nomination of { $name } ({ $number }) is withdrawn. It stays in the history.
answer-admitted = { $name } ({ $number }) is admitted and is now on the list of { $delegation }.
present-talk = a presentation on topic { $topic }, “{ $words }”
present-report = a report on topic { $topic }, “{ $words }”
present-requested = { $delegation } has requested under { $item }:
present-asked = Your mission is asked to confirm these requests under { $item }:
present-asked-next = { $count ->
    [one] The request counts once the mission confirms it.
   *[other] The requests count once the mission confirms them.
}
present-late = Received late (due { $when }). { $count ->
    [one] The request counts once the Chair or the secretariat admits it.
   *[other] The requests count once the Chair or the secretariat admits them.
}
present-open = Topic { $topic }, “{ $words }”, was not requested, because it needs your own words. To request it, name it again and add text:"…".
present-declined = { $delegation } will not present or report; its earlier requests no longer count. To request again: “{ VERB("reply present") }”.
present-admitted = The request for { $what } ({ $number }) is admitted and now counts.
present-confirm = The request counts only if you confirm it.
button-confirm = Confirm
button-confirm-number = Confirm { $number }
mark-late = received late
mark-admitted = received late, admitted
mark-unconfirmed = requested by an expert, not confirmed by the mission
asked-by = Please reply by { $when }:
asked-over = Replies were due by { $when }. Replies received later are accepted and marked late:
asked-experts-none = Experts: none nominated yet (“{ VERB("reply nominate") }”)
asked-experts = Experts: { $names }
asked-comments-none = Comments or suggestions: none yet (“{ VERB("comment add") } ITEM …”)
asked-comments = Comments or suggestions: { $numbers }
asked-presentations-none = Presentations or reports on item { $item }: no reply yet (“{ VERB("reply present") } { $item } TOPICS by:presentation”, or “{ VERB("reply decline") } presentations”)
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
answers-roll = Based on the list of members of { $dated } ({ $source }).
notice-nominated = { $delegation } has nominated { $name } ({ $number }).
notice-corrected = The details of { $name } ({ $number }, { $delegation }) have been corrected.
notice-withdrawn = The nomination of { $name } ({ $number }) by { $delegation } has been withdrawn.
notice-admitted = { $name } of { $delegation } ({ $number }) has been admitted to the list.
notice-late = It arrived after the deadline and is waiting to be admitted (“{ VERB("reply admit") }”).
notice-requested = { $delegation } has requested { $what } under { $item } ({ $number }).
notice-presentation-asked = { $name } would like to give { $what } under { $item } ({ $number }).
notice-presentation-admitted = The late request of { $delegation } has been admitted: { $what } ({ $number }).
notice-declined = { $delegation } has said that it will not present or report.
notice-entered-for = If this is wrong, tell the secretariat or withdraw it.
notice-entered-wrong = If this is wrong, tell the secretariat.
notice-asked = Please reply to the explanatory note:

doubt-older = This was received on { $received }, before the explanatory note was issued on { $issued }. Is the date correct?

## Refusals
expected-received = write it like this: "2007-10-29 16:10, fax 118/07" (the hour may be left out)
expected-topics = write the labels of the topics like this: ii, iv
expected-admittable = write the number of a nomination or a request to present, such as N7 or Q3
expected-nomination = write the number of a nomination, such as N7; “{ VERB("reply show") }” shows the numbers
refuse-other-delegation = This is a matter for { $delegation }. Only its mission, or the secretariat on its behalf, can do this.
refuse-for-whom = Please add the delegation, such as for:Belize, and when and how the reply came, such as received:"2007-10-29 16:10, fax 118/07".
refuse-nothing-given = Please add what to correct: name:"…", title:"…", institution:"…" or contact:"…".
refuse-nomination-gone = The nomination { $number } was replaced or withdrawn, so it can no longer be changed. “{ VERB("reply show") }” shows the current ones.
refuse-presentations-not-asked = The explanatory note does not ask for presentations on item { $typed }. “{ VERB("paper get") } agenda” shows what it asks for.
refuse-unknown-topic = There is no topic { $topic } under this item. The topics are: { $known }.
refuse-topic-needs-text = Topic { $topic } needs your own words. Add them like this: text:"Training of judges".
refuse-presentation-gone = The request { $number } was declined or replaced and no longer counts. “{ VERB("reply show") }” shows the current requests.
refuse-presentation-not-confirmed = The request { $number } has not been confirmed by the mission yet. It can be admitted after that.
refuse-presentation-not-late = The request { $number } was not late. It counts already and need not be admitted.
refuse-not-late = { $name } ({ $number }) was nominated in time and is already on the list.
refuse-received-future = It cannot have been received on { $day }, which is still to come.
refuse-received-nowhere = That hour does not exist on { $day } at the place of the meeting, because the clocks went forward. Please give another hour, or none.
refuse-received-when = On { $day } replies were due by a set hour. Please add the hour of receipt, for example: received:"2007-10-29 16:10, fax 118/07".
refuse-unknown-nomination = There is no { $number } in this meeting. “{ VERB("reply show") }” shows the numbers.
