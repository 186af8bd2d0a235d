//! Lines of which nobody knows yet whether they stored something. Input again by the same speaker,
//! such a line is the same request: if it was stored it is told, and else it is stored now, once.
//!
//! A front end names each line anew, so it is here that the old name is found. It is lost with the
//! process, like the person's own memory of having said it.

use plenary_domain::{Actor, Capacity, Rejection, Timestamp, Views};
use plenary_service::{Failure, RequestName};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Desk, Turn, mask, saying, slashes};
use crate::desk_error::DeskError;
use crate::line::{Input, Line, Speaker};
use crate::render::RenderContext;
use crate::response::Response;

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

    /// The name under which this was said before, if nobody knows what became of it.
    fn name_of(&self, line: &Line) -> Option<RequestName> {
        let lines = self.lines();
        let mut said = lines.get(&key(line))?.iter();
        said.find(|(said, _)| *said == line.said).map(|(_, name)| name.clone())
    }

    fn remember(&self, line: &Line) {
        self.forget(line);
        let mut lines = self.lines();
        let said = lines.entry(key(line)).or_default();
        if said.len() >= LINES_MAX {
            said.remove(0);
        }
        said.push((line.said.clone(), line.request.clone()));
    }

    fn forget(&self, line: &Line) {
        let mut lines = self.lines();
        let Some(said) = lines.get_mut(&key(line)) else { return };
        said.retain(|(said, _)| *said != line.said);
        if said.is_empty() {
            lines.remove(&key(line));
        }
    }
}

fn key(line: &Line) -> SpeakerKey {
    let account = match &line.speaker {
        Speaker::Operator => None,
        Speaker::Account(account) => Some(account.clone()),
    };
    (line.meeting.clone(), account)
}

impl Desk {
    /// Hears one line and answers it.
    pub async fn hear(&self, mut line: Line) -> Response {
        let before = self.unanswered.name_of(&line);
        let is_again = before.is_some();
        line.request = before.unwrap_or(line.request);
        let (mut error, turn) = match self.answer(&line).await {
            Ok((response, about)) => {
                self.unanswered.forget(&line);
                return Response { about, ..response };
            }
            Err(troubled) => troubled,
        };
        // What was not known before is not known better because the store is away now.
        if is_again && matches!(error, DeskError::Failed(_)) {
            error = DeskError::Failed(Failure::NotKnownYet);
        }
        match &error {
            DeskError::Failed(Failure::NotKnownYet) => self.unanswered.remember(&line),
            _ => self.unanswered.forget(&line),
        }
        self.explain(&line, error, turn.as_deref()).await
    }

    async fn explain(&self, line: &Line, error: DeskError, turn: Option<&Turn<'_>>) -> Response {
        if let DeskError::Failed(failure) = &error {
            tracing::warn!(request = line.request.as_str(), %failure, "the desk could not answer");
        }
        let nobody = Actor::nobody(Capacity::Reader);
        let empty = Arc::new(Views::default());
        let (views, actor, now) = match turn {
            // The views of now: a refusal may quote what others just stored.
            Some(turn) => {
                let views = self.service.views(&line.meeting).await;
                let views = views.unwrap_or_else(|_| turn.views());
                (views, turn.seats.actor(&[]), turn.now)
            }
            None => (empty, nobody, Timestamp::EARLIEST),
        };
        if let (DeskError::Rejected(Rejection::ChangedSince { item, entry, .. }), Some(turn)) =
            (&error, turn)
        {
            self.memory.quoted(&line.meeting, turn.account(), (*item, *entry));
        }
        let has_fields = line.channel.is_some();
        let cx =
            RenderContext { has_fields, ..RenderContext::new(&views, &actor, (line.lang, now)) };
        let about = cx.about();
        let response = slashes::shown(line, saying::error(&cx, line, error));
        Response { about, ..mask::without_codes(response) }
    }
}
