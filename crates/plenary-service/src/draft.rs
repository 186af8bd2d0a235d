//! Texts that wait for their author's press: sealed in the platform's own stream, gone when sent or
//! dropped (house, law 20).
//!
//! A draft has a key of its own; closing it forgets the key, so nothing of the text remains. Its
//! id follows from the name of the request that made it, so a redelivered line is the same draft.

use jiff::ToSpan;
use plenary_domain::At;
use plenary_domain::event::comment::ItemNamed;
use plenary_journal::entry::Fact;
use plenary_journal::seal::{self, SealPlace};
use plenary_journal::{
    AppendError, Envelope, KeyName, KeyState, PreparedEntry, StoredEntry, StreamName, digest,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::outcome::Failure;
use crate::turn::{ATTEMPTS_MAX, PAGE_ENTRIES};
use crate::{RequestName, Service, TranslateError};

const SAVED: &str = "platform.draft-saved.v1";
const CLOSED: &str = "platform.draft-closed.v1";

/// How long a draft waits for its author's press, in hours.
pub const DRAFT_HOURS_MAX: i64 = 24;

/// A previewed text: the line that was typed, and the item that it was found to mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Whose it is; nobody else may send it.
    pub account: String,
    /// The line.
    pub line: String,
    /// The item, found when the preview was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemNamed>,
}

/// What a platform's stream can hold.
enum PlatformEvent {
    DraftSaved(Saved),
    DraftClosed(Closed),
}

impl PlatformEvent {
    /// Reads strictly: what this release does not know is an error, never passed over.
    fn read(entry: &StoredEntry) -> Result<Self, TranslateError> {
        let malformed = |error: serde_json::Error| TranslateError::Malformed {
            stream: entry.stream.clone(),
            number: entry.number,
            kind: entry.kind.to_string(),
            why: error.to_string(),
        };
        match &*entry.kind {
            SAVED => serde_json::from_slice(&entry.data).map(Self::DraftSaved).map_err(malformed),
            CLOSED => serde_json::from_slice(&entry.data).map(Self::DraftClosed).map_err(malformed),
            kind => Err(TranslateError::Newer {
                stream: entry.stream.clone(),
                number: entry.number,
                kind: kind.to_owned(),
            }),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    draft: String,
    sealed: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Closed {
    draft: String,
}

/// Where drafts of one meeting on one platform are kept.
pub struct Drafts<'s> {
    service: &'s Service,
    stream: StreamName,
    now: At,
}

impl<'s> Drafts<'s> {
    /// The drafts of the meeting `slug` on the platform `front`.
    pub fn new(service: &'s Service, front: &str, slug: &str) -> Result<Self, Failure> {
        let stream = StreamName::platform(front, slug);
        let stream = stream.map_err(|bad| Failure::BadName(bad.to_string()))?;
        let now = At::new(service.ports().clock.now());
        Ok(Self { service, stream, now })
    }

    /// The same drafts by the meeting's own time.
    #[must_use]
    pub fn at(mut self, now: At) -> Self {
        self.now = now;
        self
    }

    /// The id of the draft that this request makes: 16 hexadecimal digits.
    pub fn id(request: &RequestName) -> String {
        let uuid = Uuid::new_v5(&Uuid::NAMESPACE_OID, request.as_str().as_bytes());
        uuid.simple().to_string().chars().take(16).collect()
    }

    /// Keeps a draft and returns its id. Keeping it twice keeps it once; one that was closed stays
    /// closed.
    pub async fn save(&self, request: &RequestName, draft: &Draft) -> Result<String, Failure> {
        self.sweep().await?;
        let draft_id = Self::id(request);
        let name = RequestName::new(&format!("draft-save:{draft_id}"));
        let name = name.map_err(|bad| Failure::BadName(bad.to_string()))?;
        let key = self.service.ports().keyring.make(&self.key_name(&draft_id)?)?;
        let KeyState::Known(key) = key else { return Ok(draft_id) };
        let id = digest::entry_id(&self.stream, name.as_str(), 0);
        let place = SealPlace { stream: &self.stream, id: &id, kind: SAVED };
        let unwritable = |error: String| Failure::Translate(TranslateError::Unwritable(error));
        let plaintext = serde_json::to_vec(draft).map_err(|e| unwritable(e.to_string()))?;
        let sealed = seal::seal(&key, &place, &plaintext).map_err(|e| unwritable(e.to_string()))?;
        let saved = Saved { draft: draft_id.clone(), sealed };
        let data = serde_json::to_vec(&saved).map_err(|e| unwritable(e.to_string()))?;
        self.append(&name, SAVED, data).await?;
        Ok(draft_id)
    }

    /// The draft with this id; `None` when there is none or it was closed.
    pub async fn open(&self, draft_id: &str) -> Result<Option<Draft>, Failure> {
        let name = self.key_name(draft_id)?;
        let KeyState::Known(key) = self.service.ports().keyring.key(&name)? else {
            return Ok(None);
        };
        let mut saved = None;
        for entry in self.entries().await? {
            if let PlatformEvent::DraftSaved(found) = PlatformEvent::read(&entry)?
                && found.draft == draft_id
            {
                saved = Some((entry.id, found.sealed));
            }
        }
        let Some((id, sealed)) = saved else { return Ok(None) };
        let place = SealPlace { stream: &self.stream, id: &id, kind: SAVED };
        let unreadable = |error: String| {
            Failure::Translate(TranslateError::Unwritable(format!("a draft: {error}")))
        };
        let plaintext = seal::open(&key, &place, &sealed).map_err(|e| unreadable(e.to_string()))?;
        serde_json::from_slice(&plaintext).map(Some).map_err(|e| unreadable(e.to_string()))
    }

    /// Closes a draft that was sent or dropped: its key is forgotten.
    pub async fn close(&self, draft_id: &str) -> Result<(), Failure> {
        let name = RequestName::new(&format!("draft-close:{draft_id}"));
        let name = name.map_err(|bad| Failure::BadName(bad.to_string()))?;
        let closed = Closed { draft: draft_id.to_owned() };
        let data = serde_json::to_vec(&closed).unwrap_or_default();
        self.append(&name, CLOSED, data).await?;
        self.service.ports().keyring.forget(&self.key_name(draft_id)?)?;
        Ok(())
    }

    /// Closes the drafts that have waited for more than a day.
    async fn sweep(&self) -> Result<(), Failure> {
        let Ok(oldest) = self.now.timestamp().checked_sub(DRAFT_HOURS_MAX.hours()) else {
            return Ok(());
        };
        let mut open: Vec<String> = Vec::new();
        for entry in self.entries().await? {
            let is_old = entry.envelope.at.parse::<At>().is_ok_and(|at| at.timestamp() < oldest);
            match PlatformEvent::read(&entry)? {
                PlatformEvent::DraftSaved(saved) => open.extend(is_old.then_some(saved.draft)),
                PlatformEvent::DraftClosed(closed) => open.retain(|draft| *draft != closed.draft),
            }
        }
        for draft in open {
            self.close(&draft).await?;
        }
        Ok(())
    }

    fn key_name(&self, draft_id: &str) -> Result<KeyName, Failure> {
        Ok(KeyName::new(self.stream.as_str(), draft_id)?)
    }

    async fn entries(&self) -> Result<Vec<StoredEntry>, Failure> {
        let journal = &self.service.ports().journal;
        let mut all = Vec::new();
        loop {
            let page = journal.read(&self.stream, all.len() as u64 + 1, PAGE_ENTRIES).await?;
            let full = page.len() == PAGE_ENTRIES;
            all.extend(page);
            if !full {
                return Ok(all);
            }
        }
    }

    async fn append(&self, name: &RequestName, kind: &str, data: Vec<u8>) -> Result<(), Failure> {
        let journal = &self.service.ports().journal;
        let id = digest::entry_id(&self.stream, name.as_str(), 0);
        for _ in 0..ATTEMPTS_MAX {
            let entries = self.entries().await?;
            if entries.iter().any(|entry| entry.id == id) {
                return Ok(());
            }
            let head = journal.head(&self.stream).await?;
            let last = entries.last().and_then(|entry| entry.envelope.at.parse::<At>().ok());
            let at = last.map_or(self.now, |last| last.max(self.now));
            let fact = Fact {
                id,
                kind: kind.into(),
                envelope: Envelope {
                    at: at.to_string().into(),
                    request: name.as_str().into(),
                    person: None,
                    capacity: "plenary".into(),
                    delegation: None,
                    acting_for: None,
                },
                salt: digest::salt(self.service.secret()?.as_bytes(), &id),
                data: data.clone().into(),
            };
            let entry = PreparedEntry::after(&head, &self.stream, fact);
            match journal.append(&self.stream, &head, vec![entry]).await {
                Ok(_) => return Ok(()),
                Err(AppendError::Conflict { .. } | AppendError::Unknown(_)) => {}
                Err(AppendError::Failed(error)) => return Err(Failure::Journal(error)),
            }
        }
        Err(Failure::Busy)
    }
}
