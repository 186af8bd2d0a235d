//! Texts that wait for their author's press: sealed in the platform's own stream, gone when sent or
//! dropped.
//!
//! A draft has a key of its own; closing it forgets the key, so nothing of the text remains. Its
//! id follows from the name of the request that made it, so a redelivered line is the same draft.

use jiff::ToSpan;
use plenary_domain::Timestamp;
use plenary_domain::event::comment::ItemNamed;
use plenary_journal::seal::{self, SealPlace};
use plenary_journal::{KeyName, KeyState, StoredEntry, StreamName, digest};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::outcome::Failure;
use crate::system_stream::{self, DRAFT_CLOSED, DRAFT_SAVED, SystemStream};
use crate::{RequestName, Service, TranslateError};

/// How long a draft waits for its author's press, in hours.
pub const DRAFT_HOURS_MAX: i64 = 24;

/// A previewed text: what was said, and the item that it was found to mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft<S> {
    /// Whose it is; nobody else may send it.
    pub account: String,
    /// What was said, in the desk's own form.
    pub said: S,
    /// The item, found when the preview was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<ItemNamed>,
    /// What its author was asked once more, as a digest of the desk's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
}

/// The id of a draft: 16 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftId(String);

const DRAFT_ID_DIGITS: usize = 16;

impl DraftId {
    /// The id of the draft that this request makes.
    pub fn of(request: &RequestName) -> Self {
        let uuid = Uuid::new_v5(&Uuid::NAMESPACE_OID, request.as_str().as_bytes());
        Self(uuid.simple().to_string().chars().take(DRAFT_ID_DIGITS).collect())
    }

    /// The name of the request that sends the draft: however often it is sent, it is stored once.
    pub fn sending(&self) -> Result<RequestName, Failure> {
        system_stream::named(&format!("draft:{self}"))
    }
}

impl std::fmt::Display for DraftId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text is not the id of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDraftId;

impl std::str::FromStr for DraftId {
    type Err = BadDraftId;

    fn from_str(text: &str) -> Result<Self, BadDraftId> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_id = text.len() == DRAFT_ID_DIGITS && text.bytes().all(is_digit);
        if is_id { Ok(Self(text.to_owned())) } else { Err(BadDraftId) }
    }
}

/// What a platform's stream of one meeting can hold.
enum DraftEvent {
    Saved(Saved),
    Closed(Closed),
}

impl DraftEvent {
    fn read(entry: &StoredEntry) -> Result<Self, TranslateError> {
        match &*entry.kind {
            DRAFT_SAVED => system_stream::read(entry).map(Self::Saved),
            DRAFT_CLOSED => system_stream::read(entry).map(Self::Closed),
            _ => Err(system_stream::newer(entry)),
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
    stream: SystemStream<'s>,
}

impl<'s> Drafts<'s> {
    /// The drafts of the meeting `slug` on the platform `front`.
    pub fn new(service: &'s Service, front: &str, slug: &str) -> Result<Self, Failure> {
        let stream = StreamName::platform(front, slug);
        let stream = stream.map_err(|bad| Failure::BadName(bad.to_string()))?;
        Ok(Self { stream: service.system_stream(stream) })
    }

    /// The same drafts by the meeting's own time.
    #[must_use]
    pub fn at(mut self, now: Timestamp) -> Self {
        self.stream.now = now;
        self
    }

    /// Keeps a draft and returns its id. Keeping it twice keeps it once; one that was closed stays
    /// closed.
    pub async fn save<S: Serialize>(
        &self,
        request: &RequestName,
        draft: &Draft<S>,
    ) -> Result<DraftId, Failure> {
        self.sweep().await?;
        let draft_id = DraftId::of(request);
        let name = system_stream::named(&format!("draft-save:{draft_id}"))?;
        let key = self.stream.ports.keyring.make(&self.key_name(&draft_id)?)?;
        let KeyState::Known(key) = key else { return Ok(draft_id) };
        let id = digest::entry_id(&self.stream.name, name.as_str(), 0);
        let place = SealPlace { stream: &self.stream.name, id: &id, kind: DRAFT_SAVED };
        let unwritable = |error: String| Failure::Translate(TranslateError::Unwritable(error));
        let plaintext = serde_json::to_vec(draft).map_err(|e| unwritable(e.to_string()))?;
        let sealed = seal::seal(&key, &place, &plaintext).map_err(|e| unwritable(e.to_string()))?;
        let saved = Saved { draft: draft_id.to_string(), sealed };
        self.stream.append(&name, (DRAFT_SAVED, &saved), &system_stream::plenary()).await?;
        Ok(draft_id)
    }

    /// The draft with this id; `None` when there is none or it was closed.
    pub async fn open<S: DeserializeOwned>(
        &self,
        draft_id: &DraftId,
    ) -> Result<Option<Draft<S>>, Failure> {
        let name = self.key_name(draft_id)?;
        let KeyState::Known(key) = self.stream.ports.keyring.key(&name)? else {
            return Ok(None);
        };
        let mut saved = None;
        for entry in self.stream.entries().await? {
            if let DraftEvent::Saved(found) = DraftEvent::read(&entry)?
                && found.draft == draft_id.0
            {
                saved = Some((entry, found.sealed));
            }
        }
        let Some((entry, sealed)) = saved else { return Ok(None) };
        let place = SealPlace { stream: &self.stream.name, id: &entry.id, kind: DRAFT_SAVED };
        let plaintext = seal::open(&key, &place, &sealed)
            .map_err(|error| TranslateError::malformed(&entry, error))?;
        let draft = serde_json::from_slice(&plaintext);
        Ok(Some(draft.map_err(|error| TranslateError::misread(&entry, &error))?))
    }

    /// Closes a draft that was sent or dropped: its key is forgotten.
    pub async fn close(&self, draft_id: &DraftId) -> Result<(), Failure> {
        let name = system_stream::named(&format!("draft-close:{draft_id}"))?;
        let closed = Closed { draft: draft_id.to_string() };
        self.stream.append(&name, (DRAFT_CLOSED, &closed), &system_stream::plenary()).await?;
        self.stream.ports.keyring.forget(&self.key_name(draft_id)?)?;
        Ok(())
    }

    /// Closes the drafts that have waited for more than a day.
    async fn sweep(&self) -> Result<(), Failure> {
        let Ok(oldest) = self.stream.now.timestamp().checked_sub(DRAFT_HOURS_MAX.hours()) else {
            return Ok(());
        };
        let mut open: Vec<String> = Vec::new();
        for entry in self.stream.entries().await? {
            let is_old =
                entry.envelope.at.parse::<Timestamp>().is_ok_and(|at| at.timestamp() < oldest);
            match DraftEvent::read(&entry)? {
                DraftEvent::Saved(saved) => open.extend(is_old.then_some(saved.draft)),
                DraftEvent::Closed(closed) => open.retain(|draft| *draft != closed.draft),
            }
        }
        for draft in open {
            self.close(&DraftId(draft)).await?;
        }
        Ok(())
    }

    fn key_name(&self, draft_id: &DraftId) -> Result<KeyName, Failure> {
        Ok(KeyName::new(self.stream.name.as_str(), &draft_id.0)?)
    }
}
