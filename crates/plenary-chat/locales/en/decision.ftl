### Decisions.

## Help
group-decision = decisions: putting, objecting, adopting, voting
verb-decision-put =
    .about = puts a decision to the meeting; with adopts: or amends:, a decision to adopt or amend the agenda
    .title = Put a decision
    .arg-text = the text of the decision
    .arg-adopts = the edition to be adopted
    .arg-amends = the adopted edition to be amended
verb-decision-object =
    .about = objects to the decision before the meeting; there is then no consensus
    .title = Object
    .arg-reason = the reason
verb-decision-adopt =
    .about = records that the meeting adopted the decision, by consensus or by vote; you are asked to confirm
    .title = Adopt
    .arg-manner = by consensus or by vote
    .arg-for = votes for
    .arg-against = votes against
    .arg-abstaining = abstentions
verb-decision-vote =
    .about = records a vote: a text with more votes for than against is adopted, any other is not
    .title = Vote
    .arg-decision = the decision, such as D1; the one before the meeting if you name none
    .arg-for = votes for
    .arg-against = votes against
    .arg-abstaining = abstentions

## Sentences
decision-put = Decision { $number } is before the meeting:
decision-no-objection = No objection so far.
decision-objected = Your objection to decision { $number } is recorded. There is no consensus.
decision-adopted = Decision { $number } is adopted by consensus:
decision-adopted-vote = Decision { $number } is adopted by vote ({ $yes } for, { $no } against, { $neither } abstaining):
decision-lost = Decision { $number } is not adopted. The vote: { $yes } for, { $no } against, { $neither } abstaining.
decision-ask-adopt = Record that the meeting adopted decision { $number } by consensus?
decision-ask-vote = Record this vote on decision { $number }: { $yes } for, { $no } against, { $neither } abstaining?
decision-ask-won = With this count it is adopted.
decision-ask-lost = With this count it is not adopted.
decision-ask-agenda = { $symbol } will then be the adopted agenda, and only the meeting can change it.
decision-ask-final = This cannot be undone.
decision-amends = The secretariat can then change the working agenda and prepare the edition that follows { $symbol }.
decision-objection-withdrawn = Your objection to decision { $number } is withdrawn. It stays in the history.
notice-objection-withdrawn = { $delegation } has withdrawn its objection to decision { $number }.
button-record = Yes, record it
decision-agenda-adopted = { $symbol } is the adopted agenda.
notice-objected = { $delegation } has objected to decision { $number }.
decision-withdrawn = Decision { $number } is withdrawn. It stays in the history.
button-object = Object

## Refusals
expected-count = write a number of votes in digits
expected-decision = write the number of a decision, such as D1
refuse-reason-given = An objection is withdrawn without a reason. Type only the number of the decision, for example: “{ VERB("withdraw") } D1”.
refuse-count-given = A consensus has no count of votes. To record a vote, type “{ VERB("decision vote") } for:20 against:3”.
refuse-adopts-and-amends = A decision can adopt an edition or amend one, not both. For example: “{ VERB("decision put") } adopts:"CIBER-V/doc.1/07"”.
refuse-members-only = Observers can comment, but cannot object or take part in decisions. To comment: “{ VERB("comment add") } ITEM …”.
refuse-decision-open = Decision { $number } is still before the meeting: “{ VERB("decision adopt") } consensus”, “{ VERB("decision vote") } for:20 against:3”, or “{ VERB("withdraw") } { $number }”.
refuse-no-decision = No decision is before the meeting. The Chair puts one: “{ VERB("decision put") } TEXT”.
refuse-no-consensus = There is no consensus on decision { $number }: { $by } objected. Put another text, or count the votes: “{ VERB("decision vote") } for:20 against:3”.
refuse-no-votes = By this count nobody voted. Please give the votes, for example: “{ VERB("decision vote") } for:20 against:3”.
refuse-too-many-votes = You counted { $votes }, but only { $members ->
    [one] 1 member
   *[other] { $members } members
} can vote. Please check the numbers.
refuse-decision-over = Decision { $number } is no longer before the meeting. “{ VERB("record show") }” shows the outcome.
refuse-no-objection = Your delegation has not objected to decision { $number }, so there is no objection to withdraw.
refuse-not-adopted = { $symbol } has not been adopted yet, so no decision is needed to change it. The secretariat can prepare the next edition.
refuse-unknown-decision = There is no decision { $number } here. “{ VERB("record show") }” shows the numbers.
