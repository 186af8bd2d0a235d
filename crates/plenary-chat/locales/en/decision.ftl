### Decisions.

## Help
group-decision = decisions: put, object, adopt
verb-decision-put =
    .about = puts a decision to the meeting; with adopts:, the edition of the agenda that it adopts
    .title = Put a decision
    .arg-text = the text of the decision
    .arg-adopts = the edition to be adopted
verb-decision-object =
    .about = objects to the decision before the meeting, so that there is no consensus
    .title = Object
    .arg-reason = the reason
verb-decision-adopt =
    .about = states that the meeting decided, by consensus or by vote
    .title = Adopt
    .arg-manner = by consensus or by vote
    .arg-for = votes for
    .arg-against = votes against
    .arg-abstaining = abstentions

## Sentences
decision-put = { $number } is before the meeting:
decision-no-objection = No objection so far.
decision-objected = Your objection to { $number } is recorded. There is no consensus.
decision-adopted = { $number }: the Group decided by consensus:
decision-adopted-vote = { $number }: the Group decided by vote ({ $yes } for, { $no } against, { $neither } abstaining):
decision-agenda-adopted = { $symbol } is the adopted agenda.
notice-objected = { $delegation } objects to { $number }.
decision-withdrawn = { $number } is withdrawn; it stays in the history.
button-object = Object

## Refusals
expected-count = write a number of votes in digits
refuse-members-only = Observers can speak and comment, but not object or decide. To comment: “{ VERB("comment add") } ITEM …”.
refuse-decision-open = { $number } is still before the meeting: “{ VERB("decision adopt") } consensus”, or “{ VERB("withdraw") } { $number }”.
refuse-no-decision = No decision is before the meeting.
refuse-no-consensus = There is no consensus on { $number }: { $by } objected. Put another text, or decide by vote.
refuse-vote-count = A vote needs its count, with more for than against: { VERB("decision adopt") } vote for:20 against:3 abstaining:2. A consensus needs no count.
refuse-unknown-decision = There is no { $number } here. “{ VERB("record show") }” has the numbers.
