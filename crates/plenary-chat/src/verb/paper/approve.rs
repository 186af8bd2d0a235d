//! `paper approve`: approves the edition that waits; the Chair is asked once more.

use plenary_documents::agenda as documents;
use plenary_domain::decide::paper::Approve;
use plenary_domain::projection::agenda::Edition;
use plenary_domain::{EditionId, Readers, Views};

use super::{summary, waiting_or};
use crate::utterance::Utterance;
use crate::verb::intent::Question;
use crate::verb::kit::*;
use crate::verb::reply;

pub(super) static VERB: Verb = Verb::new(&help::PAPER_APPROVE, Approve::BY, means)
    .short(&["approve"])
    .args(&[Arg::rest("symbol").of(ArgKind::Symbol).optional()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let edition = waiting_or(args.get("symbol"), context)?;
    let (question, command, _) = approving(context.views, edition);
    Ok(Intent::asks(question, command))
}

/// The approval of exactly the text that is rendered here from the edition: what is asked, what is
/// done, and how it is said.
pub(crate) fn approving(views: &Views, edition: &Edition) -> (Question, Approve, Utterance) {
    let id = edition.edition;
    let (text_form, _, text_sha256) = documents::text_form(views, edition);
    let said = vec![("symbol".to_owned(), edition.symbol.to_string())];
    let command = Approve { edition: id, text_form, text_sha256 };
    (Question::Issue(id), command, Utterance::new(VERB.said, said))
}

/// "Issue … to all 35 delegations?": observers and organizations get it too.
pub(in crate::verb) fn ask_issue(cx: &RenderContext<'_>, id: EditionId) -> Response {
    let Some(edition) = cx.views.agenda.edition(id) else { return Response::default() };
    let count = cx.views.meeting.delegations().len();
    let symbol = edition.symbol.to_string();
    Response::text(Tone::Asked, messages::PaperConfirm { symbol, count }.say(cx))
        .and(summary(cx, edition))
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
