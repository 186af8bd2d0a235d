//! Why an edition is not prepared, returned or approved, in words.

use plenary_domain::EditionId;
use plenary_domain::decide::paper::PaperFault;

use super::or_what_waits;
use crate::verb::kit::*;

pub(in crate::verb) fn refusal(cx: &RenderContext<'_>, fault: &PaperFault) -> Response {
    let lang = cx.lang;
    let text = match fault {
        PaperFault::EmptyAgenda => say!(lang, "refuse-empty-agenda"),
        PaperFault::NoNote => say!(lang, "refuse-no-note"),
        PaperFault::SymbolStyle { given, expected } => {
            say!(lang, "refuse-symbol-style", given = given, expected = expected)
        }
        PaperFault::SymbolTaken { given, expected } => {
            say!(lang, "refuse-symbol-taken", given = given, expected = expected)
        }
        PaperFault::EditionWaits(id) => {
            say!(lang, "refuse-edition-waits", symbol = cx.symbol(*id))
        }
        PaperFault::NothingChanged(id) => {
            say!(lang, "refuse-nothing-changed", symbol = cx.symbol(*id))
        }
        PaperFault::UnknownEdition(_) => say!(lang, "misread-no-edition", typed = ""),
        PaperFault::NotWaiting(id) => return or_what_waits(cx, not_waiting(cx, *id)),
        PaperFault::BadTextHash => say!(lang, "refuse-internal"),
    };
    Response::text(Tone::Refused, text)
}

fn not_waiting(cx: &RenderContext<'_>, id: EditionId) -> String {
    let symbol = cx.symbol(id);
    match cx.views.agenda.waiting() {
        Some(waiting) => {
            let current = waiting.symbol.to_string();
            say!(cx.lang, "refuse-superseded", symbol = symbol, current = current)
        }
        None => say!(cx.lang, "refuse-not-waiting", symbol = symbol),
    }
}
