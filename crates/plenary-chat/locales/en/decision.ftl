### Decisions.

## Help
group-decision = decisions: put, object, adopt, vote
verb-decision-put =
    .about = puts a decision to the meeting; with adopts: or amends:, one on its agenda
    .title = Put a decision
    .arg-text = the text of the decision
    .arg-adopts = the edition to be adopted
    .arg-amends = the adopted edition to be amended
verb-decision-object =
    .about = objects to the decision before the meeting, so that there is no consensus
    .title = Object
    .arg-reason = the reason
verb-decision-adopt =
    .about = states that the meeting decided by consensus; you are asked once more
    .title = Adopt
    .arg-manner = by consensus or by vote
    .arg-for = votes for
    .arg-against = votes against
    .arg-abstaining = abstentions
verb-decision-vote =
    .about = states how the meeting voted: what has more votes for than against is adopted, the rest is not
    .title = Vote
    .arg-decision = the decision, such as D1; the one before the meeting if you name none
    .arg-for = votes for
    .arg-against = votes against
    .arg-abstaining = abstentions

## Sentences
decision-put = { $number } is before the meeting:
decision-no-objection = No objection so far.
decision-objected = Your objection to { $number } is recorded. There is no consensus.
decision-adopted = { $number }: the Group decided by consensus:
decision-adopted-vote = { $number }: the Group decided by vote ({ $yes } for, { $no } against, { $neither } abstaining):
decision-lost = { $number } is not adopted. The Group voted: { $yes } for, { $no } against, { $neither } abstaining.
decision-ask-adopt = Record that the Group decided { $number } by consensus?
decision-ask-vote = Record this vote on { $number }: { $yes } for, { $no } against, { $neither } abstaining?
decision-ask-won = With this count it is adopted.
decision-ask-lost = With this count it is not adopted.
decision-ask-agenda = { $symbol } will then be the adopted agenda, and only the meeting can change it.
decision-ask-final = This cannot be undone.
decision-amends = The secretariat can then change the working agenda and prepare the edition that follows { $symbol }.
decision-objection-withdrawn = Your objection to { $number } is withdrawn. It stays in the history.
notice-objection-withdrawn = { $delegation } withdraws its objection to { $number }.
button-record = Yes, record it
decision-agenda-adopted = { $symbol } is the adopted agenda.
notice-objected = { $delegation } objects to { $number }.
decision-withdrawn = { $number } is withdrawn; it stays in the history.
button-object = Object

## Refusals
expected-count = write a number of votes in digits
expected-no-reason = an objection is withdrawn without a reason
expected-no-count = a consensus has no count; for a vote, type “{ VERB("decision vote") } for:20 against:3”
expected-decision = write the number of a decision, such as D1
expected-one-of-two = a decision either adopts an edition or amends one
refuse-members-only = Observers can speak and comment, but not object or decide. To comment: “{ VERB("comment add") } ITEM …”.
refuse-decision-open = { $number } is still before the meeting: “{ VERB("decision adopt") } consensus”, “{ VERB("decision vote") } for:20 against:3”, or “{ VERB("withdraw") } { $number }”.
refuse-no-decision = No decision is before the meeting.
refuse-no-consensus = There is no consensus on { $number }: { $by } objected. Put another text, or count the votes: “{ VERB("decision vote") } for:20 against:3”.
refuse-no-votes = Nobody has voted by this count. Please give the votes for and against.
refuse-too-many-votes = { $members ->
    [one] Only 1 member may vote here, but you counted { $votes }.
   *[other] Only { $members } members may vote here, but you counted { $votes }.
}
refuse-decision-over = { $number } is no longer before the meeting. “{ VERB("record show") }” says what became of it.
refuse-no-objection = Your delegation has no objection to { $number } on record. Only the Chair can withdraw the text.
refuse-not-adopted = { $symbol } is not adopted, so no decision is needed: the secretariat can prepare the next edition.
refuse-unknown-decision = There is no { $number } here. “{ VERB("record show") }” has the numbers.
