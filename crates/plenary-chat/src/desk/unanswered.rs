//! Lines of which nobody knows yet whether they stored something. Said again by the same speaker,
//! such a line is the same request: if it was stored it is told, and else it is stored now, once.
//!
//! A front end names each line anew, so it is here that the old name is found. It is lost with the
//! process, like the person's own memory of having said it.

use plenary_service::RequestName;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::line::{Input, Line};

/// How many lines of one speaker are remembered; the oldest is forgotten first.
const LINES_MAX: usize = 64;

/// A meeting and an account; none is whoever holds the journal.
type SpeakerKey = (String, Option<String>);

/// The lines without an answer, with the names of their requests.
#[derive(Debug, Default)]
pub(super) struct Unanswered {
    lines: Mutex<HashMap<SpeakerKey, Vec<(Input, RequestName)>>>,
}

impl Unanswered {
    fn lines(&self) -> MutexGuard<'_, HashMap<SpeakerKey, Vec<(Input, RequestName)>>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives a line the name under which it was said before, if nobody knows what became of that.
    pub(super) fn recognise(&self, line: &mut Line) -> bool {
        let lines = self.lines();
        let mut before = lines.get(&key(line)).into_iter().flatten();
        let name = before.find(|(said, _)| *said == line.said).map(|(_, name)| name.clone());
        let is_again = name.is_some();
        line.request = name.unwrap_or_else(|| line.request.clone());
        is_again
    }

    pub(super) fn remember(&self, line: &Line) {
        self.forget(line);
        let mut lines = self.lines();
        let said = lines.entry(key(line)).or_default();
        if said.len() >= LINES_MAX {
            said.remove(0);
        }
        said.push((line.said.clone(), line.request.clone()));
    }

    pub(super) fn forget(&self, line: &Line) {
        let mut lines = self.lines();
        let Some(said) = lines.get_mut(&key(line)) else { return };
        said.retain(|(said, _)| *said != line.said);
        if said.is_empty() {
            lines.remove(&key(line));
        }
    }
}

fn key(line: &Line) -> SpeakerKey {
    (line.slug().to_owned(), line.speaker.account().map(str::to_owned))
}
