//! `paper approve`: approves the edition that waits; the Chair is asked once more.

use plenary_documents::agenda as documents;
use plenary_domain::decide::paper::Approve;
use plenary_domain::projection::agenda::Edition;
use plenary_domain::{EditionId, Readers, Standing};

use super::summary;
use crate::verb::kit::*;
use crate::verb::lookup::edition;
use crate::verb::reply;

pub(super) static VERB: Verb = Verb::new(&help::PAPER_APPROVE, Approve::BY, means)
    .short(&["approve"])
    .args(&[Arg::rest("symbol").of(ArgKind::Symbol).optional()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let edition = match args.get("symbol") {
        Some(typed) => edition(typed, context)?,
        None => context
            .views
            .agenda
            .waiting()
            .ok_or(ParseError::NoEdition { typed: String::new(), known: Vec::new() })?,
    };
    Ok(Intent::Confirm(edition.edition))
}

/// "Issue … to 34 delegations?"
pub(crate) fn confirm_issue(cx: &RenderContext<'_>, edition: &Edition) -> Response {
    let members = cx.views.meeting.delegations().iter();
    let count = members.filter(|line| line.standing == Standing::Member).count();
    let symbol = edition.symbol.to_string();
    let seen = cx.views.number;
    Response::text(Tone::Asked, messages::PaperConfirm { symbol, count }.say(cx))
        .and(summary(cx, edition))
        .button(
            messages::BUTTON_ISSUE.say(cx),
            Press::new(Action::PaperApproveYes(edition.edition), seen),
        )
        .button(messages::BUTTON_NO.say(cx), Press::new(Action::DeskNo(edition.edition), seen))
}

/// Approving again what is issued changes nothing.
pub(crate) fn already_issued(cx: &RenderContext<'_>, edition: &Edition) -> Response {
    let symbol = edition.symbol.to_string();
    Response::text(Tone::Done, messages::PaperAlreadyIssued { symbol }.say(cx))
}

/// Everybody gets the paper; the missions are asked for their replies by the first one.
pub(super) fn notices(cx: &RenderContext<'_>, issued: EditionId) -> Vec<Notice> {
    let Some(edition) = cx.views.agenda.edition(issued) else { return Vec::new() };
    let paper = documents::paper(cx.views, edition, edition.original.words());
    let symbol = edition.symbol.to_string();
    let response = Response::text(Tone::Shown, messages::PaperIssued { symbol }.say(cx))
        .and(summary(cx, edition))
        .with(Part::Paper(Box::new(paper)));
    let all = Audience::Circle(Readers::Delegations);
    let mut notices = vec![Notice { to: all, response: response.clone() }];
    if edition.follows.is_none() && cx.views.agenda.deadline().is_some() {
        let press = Press::new(Action::ReplyShow(issued), cx.views.number);
        let by = reply::asked_by(cx).unwrap_or_default();
        let ask = Response { tone: Tone::Asked, ..response }
            .and(messages::NOTICE_ASKED.say(cx))
            .and(by)
            .with(Part::List(owed(cx)))
            .button(messages::BUTTON_ANSWER.say(cx), press);
        notices.push(Notice { to: Audience::Missions, response: ask });
    }
    notices
}

/// What every mission is asked for; how far each is, `reply show` tells.
fn owed(cx: &RenderContext<'_>) -> Vec<String> {
    let nobody = "-".parse().map(|code| reply::asked(cx, &code));
    nobody.unwrap_or_default()
}
