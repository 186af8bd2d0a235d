//! What the log says of a request: its name, its capacity, what became of it; never what was typed.

use tracing::{info, warn};

use super::Pending;
use crate::outcome::{ExecuteError, Outcome};

/// One line a request, with its name; never with what somebody typed.
pub(super) fn log(pending: &Pending, answer: &Result<Outcome, ExecuteError>) {
    let request = pending.name.as_str();
    let capacity = pending.request.actor.capacity.word();
    match answer {
        Ok(outcome) => {
            let entries = outcome.entries.len();
            info!(request, capacity, entries, again = outcome.again, "done");
        }
        Err(ExecuteError::Rejected(rejection)) => {
            // Only the kind of the rejection: its data may quote what was typed.
            let shown = format!("{rejection:?}");
            let end = shown.find(|c: char| !c.is_ascii_alphabetic() && c != '(');
            let kind = shown.get(..end.unwrap_or(shown.len())).unwrap_or_default();
            let kind = kind.trim_end_matches('(').replace('(', ".");
            info!(request, capacity, rejection = kind, "refused");
        }
        Err(ExecuteError::Failed(failure)) => warn!(request, capacity, %failure, "failed"),
    }
}
