//! A form that was refused gives its words back: they are shown, and a button opens the form again
//! with them in it. They wait, sealed, like any draft: for a day, and for their author alone.

use plenary_service::draft::Drafts;
use plenary_service::{Draft, DraftId, Failure, Service};

use super::asked::{Asked, EDITION};
use super::turn::Turn;
use crate::action::Action;
use crate::line::Line;
use crate::messages;
use crate::press::Press;
use crate::response::{Part, Response, Tone};
use crate::utterance::Utterance;
use crate::verb::{self, ArgKind, PAPER_RETURN};

/// The same refusal with the words that were typed, and a button that opens the form again; `seen`
/// is the last entry that its author has seen by now.
pub(super) async fn given_back(
    turn: &Turn<'_>,
    (asked, seen): (Asked<'_>, u64),
    fields: &[(String, String)],
    mut response: Response,
) -> Response {
    let Some(said) = said(&asked, fields) else { return response };
    let lang = turn.lang();
    // What others overtook is quoted as it would have been entered.
    let you_wrote = Part::Text(messages::YOU_WROTE.say(lang));
    if !response.parts.contains(&you_wrote) {
        response.parts.extend(words(lang, fields));
    }
    // What may be stored already is not offered to be stored once more.
    if response.tone != Tone::Refused {
        return response;
    }
    match keep(turn, said).await {
        Ok(draft) => {
            let press = Press::new(Action::FormAgain(draft), seen);
            response.form(messages::FORM_AGAIN.say(lang), press.if_short())
        }
        Err(failure) => {
            tracing::warn!(%failure, "the words of a refused form could not be kept");
            response
        }
    }
}

/// What was typed into a form, to be shown to whoever typed it.
pub(crate) fn words(lang: crate::Language, fields: &[(String, String)]) -> Vec<Part> {
    let typed = fields.iter().map(|(_, value)| value).filter(|value| !value.trim().is_empty());
    let mut parts: Vec<Part> = typed.cloned().map(Part::Quote).collect();
    if !parts.is_empty() {
        parts.insert(0, Part::Text(messages::YOU_WROTE.say(lang)));
    }
    parts
}

/// What was said by the form, to be kept; nothing where there was nothing, or where a code, which
/// is kept nowhere, may stand in it.
fn said(asked: &Asked<'_>, fields: &[(String, String)]) -> Option<Utterance> {
    let mut said = match asked {
        Asked::Words(said) => (*said).clone(),
        Asked::Reason(edition, _) => {
            Utterance::new(PAPER_RETURN.said, vec![(EDITION.to_owned(), edition.to_string())])
        }
        Asked::Again(_) => return None,
    };
    let verb = verb::find(&said.verb)?;
    if verb.args.iter().any(|arg| arg.kind == ArgKind::Code) {
        return None;
    }
    let typed: Vec<_> = fields.iter().filter(|(_, value)| !value.trim().is_empty()).collect();
    if typed.is_empty() {
        return None;
    }
    said.args.retain(|(name, _)| !typed.iter().any(|(field, _)| field == name));
    said.args.extend(typed.into_iter().cloned());
    Some(said)
}

async fn keep(turn: &Turn<'_>, said: Utterance) -> Result<DraftId, Failure> {
    let draft = Draft { account: turn.account().to_owned(), said, on: None, asked: None };
    turn.drafts()?.save(&turn.line.request, &draft).await
}

/// What was typed before, if it was kept for this speaker.
pub(super) async fn kept(service: &Service, line: &Line, id: &DraftId) -> Option<Utterance> {
    let drafts = Drafts::new(service, line.front, line.slug()).ok()?;
    let draft = drafts.open::<Utterance>(id).await.ok()??;
    (Some(draft.account.as_str()) == line.speaker.account()).then_some(draft.said)
}
