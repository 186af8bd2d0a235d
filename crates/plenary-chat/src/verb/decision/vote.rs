//! `decision vote`: states how the meeting voted; what has a majority is adopted.

use plenary_domain::DecisionId;
use plenary_domain::decide::decision::{Vote, VoteCount};
use plenary_domain::projection::record::DecisionShown;

use crate::verb::intent::Question;
use crate::verb::kit::*;
use crate::verb::lookup::id;

pub(super) const FOR: Arg = Arg::named("for", ArgKind::Text);
pub(super) const AGAINST: Arg = Arg::named("against", ArgKind::Text);
pub(super) const ABSTAINING: Arg = Arg::named("abstaining", ArgKind::Text);

pub(super) static VERB: Verb =
    Verb::new(&help::DECISION_VOTE, Vote::BY, means).short(&["vote"]).args(&[
        Arg::positional("decision", ArgKind::Number(Numbered::Decision)).optional(),
        FOR,
        AGAINST,
        ABSTAINING,
    ]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    counted(&VERB, args, context)
}

/// The count, on the decision that is named or before the meeting. Whoever abstained need not be
/// counted; who was for and who against must.
pub(super) fn counted(
    verb: &'static Verb,
    args: &Args,
    context: &Context<'_>,
) -> Result<Intent, ParseError> {
    let named = args.get("decision");
    let named =
        named.map(|typed| id("decision", typed, messages::EXPECTED_DECISION)).transpose()?;
    let count = |arg: &Arg| -> Result<Option<u32>, ParseError> {
        let bad = |given: &str| ParseError::bad(arg.name, given, messages::EXPECTED_COUNT);
        args.get(arg.name).map(|given| given.parse().map_err(|_| bad(given))).transpose()
    };
    let count = VoteCount {
        votes_for: count(&FOR)?.ok_or_else(|| verb.lacks(FOR.name))?,
        votes_against: count(&AGAINST)?.ok_or_else(|| verb.lacks(AGAINST.name))?,
        abstentions: count(&ABSTAINING)?.unwrap_or(0),
    };
    let decision = named.or(context.views.record.open_decision().map(|open| open.decision));
    let command = Vote { decision, count };
    Ok(match decision {
        Some(id) => Intent::asks(Question::Vote(id, count), command),
        None => Intent::does(command),
    })
}

/// Asks whether the votes are right, and says what follows.
pub(in crate::verb) fn ask_vote(
    cx: &RenderContext<'_>,
    id: DecisionId,
    count: VoteCount,
) -> Response {
    let Some(decision) = cx.views.record.decision(id) else { return Response::default() };
    let VoteCount { votes_for: yes, votes_against: no, abstentions: neither } = count;
    let text = messages::DecisionAskVote { number: id.shown(), yes, no, neither }.say(cx);
    let response = Response::text(Tone::Asked, text).with(Part::Quote(decision.text.clone()));
    let response = if yes > no {
        follows(cx, decision, response.and(messages::DECISION_ASK_WON.say(cx)))
    } else {
        response.and(messages::DECISION_ASK_LOST.say(cx))
    };
    response.and(messages::DECISION_ASK_FINAL.say(cx))
}

/// What the adoption of a decision does to the agenda.
pub(super) fn follows(
    cx: &RenderContext<'_>,
    decision: &DecisionShown,
    response: Response,
) -> Response {
    let symbol = |id| cx.symbol(id);
    match (decision.adopts, decision.amends) {
        (Some(id), _) => response.and(messages::DecisionAskAgenda { symbol: symbol(id) }.say(cx)),
        (None, Some(id)) => response.and(messages::DecisionAmends { symbol: symbol(id) }.say(cx)),
        (None, None) => response,
    }
}

/// What the meeting voted down.
pub(super) fn lost(cx: &RenderContext<'_>, decision: &DecisionShown) -> Response {
    let number = decision.decision.shown();
    let outcome = decision.not_adopted.as_ref();
    let (yes, no, neither) = outcome.and_then(|outcome| outcome.votes).unwrap_or_default();
    let text = messages::DecisionLost { number, yes, no, neither }.say(cx);
    Response::text(Tone::Done, text).with(Part::Quote(decision.text.clone()))
}
