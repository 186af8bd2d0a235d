//! What waits for its author's press: comments from the preview on, and what is asked once more. It
//! is done once, as it was shown, or dropped.

use data_encoding::HEXLOWER;
use plenary_domain::decide::comment::Make;
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::{Actor, Readers};
use plenary_service::{Draft, DraftId};
use sha2::{Digest, Sha256};

use super::saying;
use super::turn::{Deed, Turn};
use crate::action::ItemOfDraft;
use crate::desk_error::DeskError;
use crate::reading;
use crate::response::Response;
use crate::utterance::Utterance;
use crate::verb::{self, Choice, Intent, Question};

/// Shows a comment to its author. What the rules would refuse is refused before that.
pub(super) async fn preview(
    turn: &Turn<'_>,
    (comment, actor, acting_for): Deed<'_, Make>,
    said: Utterance,
) -> Result<Response, DeskError> {
    let trial = actor.clone().acting_for(acting_for);
    turn.service.dry_run(turn.slug(), &trial, &comment.clone().into()).await?;
    let draft = keep(turn, said, comment.on.clone()).await?;
    Ok(verb::preview(&turn.cx(&turn.views, &trial), &comment, &draft))
}

/// Asks which item is meant.
pub(super) async fn which(
    turn: &Turn<'_>,
    actor: &Actor,
    choices: &[Choice],
    said: Utterance,
) -> Result<Response, DeskError> {
    let draft = keep(turn, said, None).await?;
    Ok(verb::which(&turn.cx(&turn.views, actor), choices, &draft))
}

/// The answer to "which one?": the draft's item is settled and its preview shown. The same press
/// again, as after a crash, shows the same preview.
pub(super) async fn choose(turn: &Turn<'_>, chosen: &ItemOfDraft) -> Result<Response, DeskError> {
    let id = DraftId::of(&turn.line.request);
    let draft = match own(turn, &id).await {
        Ok(draft) => draft,
        Err(_) => settle(turn, chosen).await?,
    };
    turn.drafts()?.close(&chosen.draft).await?;
    let actor = turn.actor(verb::COMMENT_ADD.who);
    let (comment, actor, acting_for) = reread(turn, &draft, &actor)?;
    let actor = actor.clone().acting_for(acting_for);
    Ok(verb::preview(&turn.cx(&turn.views, &actor), &comment, &id))
}

/// Sends a draft. The request is the draft's own: two presses store once.
pub(super) async fn send(
    turn: &Turn<'_>,
    id: &DraftId,
    readers: Option<Readers>,
) -> Result<Response, DeskError> {
    if let Some(receipt) = sent(turn, id).await? {
        return Ok(receipt);
    }
    let draft = own(turn, id).await?;
    let actor = turn.actor(verb::COMMENT_ADD.who);
    let (mut comment, actor, acting_for) = reread(turn, &draft, &actor)?;
    comment.readers = readers.unwrap_or(comment.readers);
    let response = turn.execute_as(id.sending()?, (comment.into(), actor, acting_for)).await?;
    let_go(turn, id).await;
    Ok(response)
}

/// The receipt of a draft that was sent already; it is its author's.
async fn sent(turn: &Turn<'_>, id: &DraftId) -> Result<Option<Response>, DeskError> {
    let Some(outcome) = turn.stored_by(&id.sending()?).await? else { return Ok(None) };
    let author = outcome.entries.first().and_then(|entry| entry.actor.person);
    if author.is_none() || author != turn.seats.person {
        return Err(DeskError::Stale);
    }
    let_go(turn, id).await;
    Ok(Some(turn.done(&turn.actor(&[]), &outcome).await))
}

/// Asks once more. What the rules would refuse is refused before that, and what is so already is
/// not asked about.
pub(super) async fn question(
    turn: &Turn<'_>,
    deed: Deed<'_>,
    asked: (Question, Utterance),
) -> Result<Response, DeskError> {
    match keep_question(turn, &deed, &asked).await? {
        Some(draft) => Ok(verb::ask_once_more(&turn.cx(&turn.views, deed.1), &asked.0, &draft)),
        None => turn.execute(deed).await,
    }
}

/// Keeps what was said until the answer; `None` when nothing would change.
async fn keep_question(
    turn: &Turn<'_>,
    deed: &Deed<'_>,
    (question, said): &(Question, Utterance),
) -> Result<Option<DraftId>, DeskError> {
    let (command, actor, acting_for) = deed;
    let trial = (*actor).clone().acting_for(acting_for.clone());
    if turn.service.dry_run(turn.slug(), &trial, command).await?.is_empty() {
        return Ok(None);
    }
    let (account, said) = (turn.account().to_owned(), said.clone());
    let draft = Draft { account, said, on: None, asked: Some(fingerprint(question, deed)) };
    Ok(Some(turn.drafts()?.save(&turn.line.request, &draft).await?))
}

/// What a question and its yes come to. It is compared before anything is done: whoever says yes
/// says it to what was shown.
fn fingerprint(question: &Question, (command, _, acting_for): &Deed<'_>) -> String {
    let asked = format!("{question:?} {command:?} {acting_for:?}");
    HEXLOWER.encode(&Sha256::digest(asked.as_bytes()))
}

/// Does what a draft holds after its question was answered with yes; two presses do it once.
pub(super) async fn enter(turn: &Turn<'_>, id: &DraftId) -> Result<Response, DeskError> {
    if let Some(receipt) = sent(turn, id).await? {
        return Ok(receipt);
    }
    let draft = own(turn, id).await?;
    let verb = verb::find(&draft.said.verb).ok_or(DeskError::Stale)?;
    let actor = turn.actor(verb.who);
    let args = reading::args(verb, &draft.said)?;
    let Intent::Ask(question, command, acting_for) =
        (verb.means)(&args, &turn.context(&turn.views, &actor))?
    else {
        return Err(DeskError::Stale);
    };
    let actor = turn.seat_for(actor, &command);
    let deed = (*command, &actor, acting_for);
    if draft.asked.as_ref() != Some(&fingerprint(&question, &deed)) {
        return ask_again(turn, deed, (question, draft.said)).await;
    }
    let response = turn.execute_as(id.sending()?, deed).await?;
    let_go(turn, id).await;
    Ok(response)
}

/// Something else would be done now than what the question showed.
async fn ask_again(
    turn: &Turn<'_>,
    deed: Deed<'_>,
    asked: (Question, Utterance),
) -> Result<Response, DeskError> {
    let draft = keep_question(turn, &deed, &asked).await?.ok_or(DeskError::Stale)?;
    Ok(verb::ask_again(&turn.cx(&turn.views, deed.1), &asked.0, &draft))
}

/// The answer no: nothing changes, and yes means nothing any more.
pub(super) async fn no(turn: &Turn<'_>, id: &DraftId) -> Result<Response, DeskError> {
    own(turn, id).await?;
    turn.drafts()?.close(id).await?;
    Ok(saying::nothing_changed(turn.lang()))
}

/// Discards a draft.
pub(super) async fn discard(turn: &Turn<'_>, id: &DraftId) -> Result<Response, DeskError> {
    own(turn, id).await?;
    turn.drafts()?.close(id).await?;
    Ok(verb::dropped(turn.lang()))
}

async fn keep(
    turn: &Turn<'_>,
    said: Utterance,
    on: Option<ItemNamed>,
) -> Result<DraftId, DeskError> {
    let draft = Draft { account: turn.account().to_owned(), said, on, asked: None };
    Ok(turn.drafts()?.save(&turn.line.request, &draft).await?)
}

/// A draft of the speaker's; somebody else's button is as good as none.
async fn own(turn: &Turn<'_>, id: &DraftId) -> Result<Draft<Utterance>, DeskError> {
    let draft = turn.drafts()?.open::<Utterance>(id).await?;
    draft.filter(|draft| draft.account == turn.account()).ok_or(DeskError::Stale)
}

async fn settle(turn: &Turn<'_>, chosen: &ItemOfDraft) -> Result<Draft<Utterance>, DeskError> {
    let mut draft = own(turn, &chosen.draft).await?;
    let edition = turn.views.agenda.in_force().ok_or(DeskError::Stale)?;
    edition.agenda.find(chosen.item).ok_or(DeskError::Stale)?;
    let typed = draft.said.get("item").unwrap_or_default().to_owned();
    draft.on = Some(ItemNamed { item: chosen.item, edition: Some(edition.edition), typed });
    turn.drafts()?.save(&turn.line.request, &draft).await?;
    Ok(draft)
}

/// The comment of a draft, on the item that its preview showed.
fn reread<'a>(
    turn: &Turn<'_>,
    draft: &Draft<Utterance>,
    actor: &'a Actor,
) -> Result<Deed<'a, Make>, DeskError> {
    let args = reading::args(&verb::COMMENT_ADD, &draft.said)?;
    let context = turn.context(&turn.views, actor);
    let (comment, acting_for) = verb::comment_of(&args, &context, draft.on.clone())?;
    Ok((comment, actor, acting_for))
}

/// Closes a draft that was sent. What was stored is told as stored even if this fails: the next
/// press, or the day's end, closes it.
async fn let_go(turn: &Turn<'_>, id: &DraftId) {
    let closed = match turn.drafts() {
        Ok(drafts) => drafts.close(id).await,
        Err(failure) => Err(failure),
    };
    if let Err(failure) = closed {
        tracing::warn!(draft = %id, %failure, "a draft that was sent could not be closed yet");
    }
}
