//! `reply correct N7 name:…`: corrects the details of a nomination; not a replacement.

use plenary_domain::decide::reply::Correct;
use plenary_domain::event::reply::NominationCorrected;

use super::{nomination, personal_data};
use crate::verb::kit::*;
use crate::verb::lookup::acting_for;

pub(super) static VERB: Verb = Verb::new(&help::REPLY_CORRECT, Correct::BY, means)
    .args(&[
        Arg::positional("number", ArgKind::Number(Numbered::Nomination)),
        Arg::named("name", ArgKind::Text).in_form(),
        Arg::named("title", ArgKind::Text).in_form(),
        Arg::named("institution", ArgKind::Text).in_form(),
        Arg::named("contact", ArgKind::Text),
        Arg::named("for", ArgKind::Delegation),
        Arg::named("reason", ArgKind::Text),
    ])
    .asks_when(|said| PERSONAL.iter().all(|name| said.get(name).is_none()))
    .filled(as_it_stands);

/// What can be corrected of a person.
const PERSONAL: [&str; 4] = ["name", "title", "institution", "contact"];

/// The nomination as it stands, for those who may correct it.
fn as_it_stands(views: &Views, actor: &Actor, said: &Utterance) -> Vec<(&'static str, String)> {
    let shown = said.get("number").and_then(|typed| nomination(typed).ok());
    let shown = shown.and_then(|id| views.reply.find(id)).filter(|shown| {
        actor.capacity == Capacity::Secretariat
            || actor.delegation.as_ref() == Some(&shown.delegation)
    });
    let Some(personal) = shown.and_then(|shown| shown.personal.known()) else { return Vec::new() };
    let fields = [
        ("name", personal.name.as_ref()),
        ("title", personal.title.as_ref()),
        ("institution", personal.institution.as_ref()),
    ];
    fields.into_iter().filter_map(|(name, value)| Some((name, value?.clone()))).collect()
}

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let command = Correct {
        nomination: nomination(args.required("number"))?,
        who: personal_data(args),
        reason: args.text("reason"),
    };
    Ok(Intent::does_for(command, acting_for(args, context.views)?))
}

/// That the details are corrected, under the name as it reads now.
pub(super) fn corrected(cx: &RenderContext<'_>, corrected: &NominationCorrected) -> Response {
    let (number, name) = (corrected.nomination.shown(), cx.name(corrected.person));
    Response::text(Tone::Done, messages::AnswerCorrected { number, name }.say(cx))
}
