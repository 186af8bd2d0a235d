//! The machine's clock where it is doubted: who is asked whether it is right, and what yes does.

use plenary_domain::Capacity;
use plenary_service::Failure;

use super::turn::Turn;
use crate::action::Action;
use crate::desk_error::DeskError;
use crate::messages;
use crate::press::Press;
use crate::response::{Response, Tone};

/// Who says that the clock is right: those who answer for the record.
const BY: &[Capacity] = &[Capacity::Chair, Capacity::Secretariat, Capacity::Operator];

/// What was refused because the clock is doubted; whoever may say so is asked whether it is right.
pub(super) fn asked(turn: &Turn<'_>, refused: Response) -> Response {
    let (lang, entry) = (turn.lang(), turn.views.number);
    if turn.allowed(BY).is_err() {
        return refused.and(messages::CLOCK_ASK_OTHERS.say(lang));
    }
    let press = Press::new(Action::ClockRight(entry), entry);
    refused.and(messages::CLOCK_ASK.say(lang)).button(messages::BUTTON_YES.say(lang), press)
}

/// Whether this is why nothing was stored.
pub(super) fn is_doubted(error: &DeskError) -> bool {
    matches!(error, DeskError::Failed(Failure::ClockDoubted { .. }))
}

/// Somebody says that the clock is right.
pub(super) async fn confirm(turn: &Turn<'_>) -> Result<Response, DeskError> {
    turn.allowed(BY)?;
    turn.service.confirm_clock(turn.slug()).await?;
    Ok(Response::text(Tone::Done, messages::CLOCK_CONFIRMED.say(turn.lang())))
}
