//! Why an edition is not prepared, returned or approved, in words.

use plenary_domain::EditionId;
use plenary_domain::decide::paper::PaperFault;

use super::or_what_waits;
use crate::verb::kit::*;

pub(in crate::verb) fn refusal(cx: &RenderContext<'_>, fault: &PaperFault) -> Response {
    let text = match fault {
        PaperFault::EmptyAgenda => messages::REFUSE_EMPTY_AGENDA.say(cx),
        PaperFault::NoNote => messages::REFUSE_NO_NOTE.say(cx),
        PaperFault::SymbolStyle { given, expected } => {
            messages::RefuseSymbolStyle { given, expected }.say(cx)
        }
        PaperFault::SymbolTaken { given, expected } => {
            messages::RefuseSymbolTaken { given, expected }.say(cx)
        }
        PaperFault::EditionWaits(id) => {
            messages::RefuseEditionWaits { symbol: cx.symbol(*id) }.say(cx)
        }
        PaperFault::NothingChanged(id) => {
            messages::RefuseNothingChanged { symbol: cx.symbol(*id) }.say(cx)
        }
        PaperFault::UnknownEdition(_) => messages::MISREAD_NO_EDITION.say(cx),
        PaperFault::NotWaiting(id) => return or_what_waits(cx, not_waiting(cx, *id)),
        PaperFault::BadTextHash => messages::REFUSE_INTERNAL.say(cx),
    };
    Response::text(Tone::Refused, text)
}

fn not_waiting(cx: &RenderContext<'_>, id: EditionId) -> String {
    let symbol = cx.symbol(id);
    match cx.views.agenda.waiting() {
        Some(waiting) => {
            let current = waiting.symbol.to_string();
            messages::RefuseSuperseded { symbol, current }.say(cx)
        }
        None => messages::RefuseNotWaiting { symbol }.say(cx),
    }
}
