//! Facts to bytes and back (docs/stored-form.md, Data, Sealing).
//!
//! Data is compact JSON in the order of the struct. A fact about a person carries the personal part
//! sealed as its last field, `sealed`. Reading is strict: a kind, a field or a word that this
//! release does not know was written by a newer one, and the error says which; never a guess.

mod personal_data;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use plenary_domain::text::visible;
use plenary_domain::{
    Actor, Capacity, DelegationCode, Entry, Event, PersonId, Personal, PersonalData, Timestamp,
};
use plenary_journal::keyring::KeyringError;
use plenary_journal::seal::{self, SealError, SealPlace};
use plenary_journal::{Envelope, Key, KeyName, KeyState, Keyring, PreparedEntry, StreamName};
use tracing::warn;
use uuid::Uuid;

/// The field that holds the sealed personal part.
const SEALED_FIELD: &str = "sealed";

/// Why stored bytes are not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TranslateError {
    /// The kind, a field or a word is not known to this release.
    #[error(
        "{stream}, entry {number}: {what} was written by a newer Plenary; \
         update this one to open the meeting again"
    )]
    Newer {
        /// The stream.
        stream: StreamName,
        /// The entry.
        number: u64,
        /// What is not known, such as "the word `x` in `people.joined.v1`".
        what: String,
    },
    /// The bytes are not what the kind says.
    #[error("{stream}, entry {number}: the data is not a `{kind}`: {why}")]
    Malformed {
        /// The stream.
        stream: StreamName,
        /// The entry.
        number: u64,
        /// Its kind.
        kind: String,
        /// What is wrong.
        why: String,
    },
    /// An event cannot be written; the fault is ours.
    #[error("an event could not be written: {0}")]
    Unwritable(String),
}

/// How serde begins what it says of a name that a type does not have, and what the name is.
const UNKNOWN: [(&str, &str); 2] = [("unknown variant `", "word"), ("unknown field `", "field")];

impl TranslateError {
    pub(crate) fn newer(stored: &PreparedEntry, what: String) -> Self {
        let what = visible(&what);
        Self::Newer { stream: stored.stream.clone(), number: stored.number, what }
    }

    pub(crate) fn malformed(stored: &PreparedEntry, why: impl std::fmt::Display) -> Self {
        Self::Malformed {
            stream: stored.stream.clone(),
            number: stored.number,
            kind: visible(&stored.kind),
            why: visible(&why.to_string()),
        }
    }

    /// What it means that the data of an entry of a known kind was not read. Who adds a word or a
    /// field does it in a newer release; whatever else is wrong was never written by any.
    pub(crate) fn misread(stored: &PreparedEntry, error: &serde_json::Error) -> Self {
        let told = error.to_string();
        let unknown = UNKNOWN.iter().find_map(|(begins, what)| {
            let name = told.strip_prefix(begins)?.split('`').next()?;
            (name != SEALED_FIELD).then(|| format!("the {what} `{name}` in `{}`", stored.kind))
        });
        match unknown {
            Some(what) => Self::newer(stored, what),
            None => Self::malformed(stored, told),
        }
    }
}

/// Translates the events of one stream, with the available keys.
pub struct Translator {
    stream: StreamName,
    keyring: Arc<dyn Keyring>,
    /// Keys that were read once. A key is 32 bytes; people of a meeting are hundreds.
    known: Mutex<HashMap<KeyName, Key>>,
}

impl Translator {
    /// The translator of `stream`.
    pub fn new(stream: StreamName, keyring: Arc<dyn Keyring>) -> Self {
        Self { stream, keyring, known: Mutex::new(HashMap::new()) }
    }

    fn key_name(&self, person: PersonId) -> Result<KeyName, KeyringError> {
        let slug = self.stream.meeting_slug().unwrap_or(self.stream.as_str());
        KeyName::new(slug, &person.to_string())
    }

    /// Whether making keys may take as long as a disk does.
    pub(crate) fn waits_for_disk(&self) -> bool {
        self.keyring.waits_for_disk()
    }

    /// Makes the keys that writing `events` needs, durable before the events are.
    pub fn make_keys(&self, events: &[Event]) -> Result<(), KeyringError> {
        for (person, _) in events.iter().filter_map(stated) {
            let name = self.key_name(person)?;
            if let KeyState::Known(key) = self.keyring.make(&name)? {
                self.lock().insert(name, key);
            }
        }
        Ok(())
    }

    /// The data of an event, given the id that its entry will have.
    pub fn encode(&self, event: &Event, id: &Uuid) -> Result<Box<[u8]>, TranslateError> {
        let unwritable = |why: &dyn std::fmt::Display| TranslateError::Unwritable(why.to_string());
        let mut data = Vec::with_capacity(256);
        let mut writer = serde_json::Serializer::new(&mut data);
        event.write(&mut writer).map_err(|error| unwritable(&error))?;
        if let Some((person, identity)) = stated(event) {
            let name = self.key_name(person).map_err(|error| unwritable(&error))?;
            let plaintext = personal_data::write(identity).map_err(|error| unwritable(&error))?;
            // A forgotten person's facts carry nothing personal any more.
            if let Some(key) = self.lock().get(&name) {
                let place = SealPlace { stream: &self.stream, id, kind: event.kind() };
                let sealed =
                    seal::seal(key, &place, &plaintext).map_err(|error| unwritable(&error))?;
                data.pop();
                data.extend_from_slice(format!(",\"{SEALED_FIELD}\":\"{sealed}\"}}").as_bytes());
            }
        }
        Ok(data.into())
    }

    /// The entry that these bytes hold.
    pub fn decode(&self, stored: &PreparedEntry) -> Result<Entry, TranslateError> {
        let event = self.decode_event(stored)?;
        let at = stored.envelope.at.parse::<Timestamp>();
        let at = at.map_err(|error| TranslateError::malformed(stored, error))?;
        let actor = read_actor(stored)?;
        Ok(Entry { number: stored.number, at, actor, event })
    }

    /// The entry that these bytes hold, if they are exactly the bytes that its fact is written
    /// with: what is imported or verified has one form only.
    ///
    /// # Errors
    /// As [`Self::decode`], and when the data is written in another way.
    pub fn decode_strictly(&self, stored: &PreparedEntry) -> Result<Entry, TranslateError> {
        let entry = self.decode(stored)?;
        if envelope(entry.at, &stored.envelope.request, &entry.actor) != stored.envelope {
            let why = "its envelope is not in the form that Plenary writes";
            return Err(TranslateError::malformed(stored, why));
        }
        let mut written = Vec::with_capacity(stored.data.len());
        let mut writer = serde_json::Serializer::new(&mut written);
        let split = split_sealed(&stored.data);
        let plain = split.as_ref().map_or(&*stored.data, |(plain, _)| plain);
        let mut reader = serde_json::Deserializer::from_slice(plain);
        let rewritten = Event::rewrite(&stored.kind, &mut reader, &mut writer);
        rewritten.transpose().map_err(TranslateError::Unwritable)?;
        // The sealed part stands last; what is before it must be the same, byte by byte.
        written.pop();
        let rest = stored.data.strip_prefix(written.as_slice());
        let sealed = format!(",\"{SEALED_FIELD}\":\"");
        let is_exact = rest.is_some_and(|rest| {
            let text = rest.strip_prefix(sealed.as_bytes()).and_then(|r| r.strip_suffix(b"\"}"));
            let is_base64 = |text: &[u8]| {
                text.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
            };
            rest == b"}" || text.is_some_and(is_base64)
        });
        if is_exact {
            return match entry.event.check_texts() {
                Ok(()) => Ok(entry),
                Err(fault) => Err(TranslateError::malformed(stored, fault)),
            };
        }
        Err(TranslateError::malformed(stored, "it is not in the form that Plenary writes"))
    }

    fn decode_event(&self, stored: &PreparedEntry) -> Result<Event, TranslateError> {
        let misread = |error| TranslateError::misread(stored, &error);
        let newer = |what| TranslateError::newer(stored, what);
        let split = split_sealed(&stored.data);
        let plain = split.as_ref().map_or(&*stored.data, |(plain, _)| plain);
        let mut reader = serde_json::Deserializer::from_slice(plain);
        let event = Event::read(&stored.kind, &mut reader)
            .ok_or_else(|| newer(format!("`{}`", stored.kind)))?;
        let mut event = event.map_err(misread)?;
        reader.end().map_err(misread)?;
        match (event.personal_mut(), &split) {
            (Some((person, personal)), Some((_, sealed))) => {
                *personal = self.unseal(person, stored, sealed)?;
            }
            (None, Some(_)) => {
                return Err(newer(format!("the field `{SEALED_FIELD}` in `{}`", stored.kind)));
            }
            (Some(_) | None, None) => {}
        }
        Ok(event)
    }

    fn unseal(
        &self,
        person: PersonId,
        stored: &PreparedEntry,
        sealed: &str,
    ) -> Result<Personal, TranslateError> {
        let unreadable = |error: KeyringError| TranslateError::malformed(stored, error);
        let name = self.key_name(person).map_err(unreadable)?;
        // A key that is damaged, or is not this person's, costs the name and nothing else: the
        // chain has said already that the sealed part is as it was written.
        let key = match self.key(name) {
            Ok(Some(key)) => key,
            Ok(None) => return Ok(Personal::Unreadable),
            Err(error) => {
                warn!(entry = stored.number, %person, %error, "a name cannot be read");
                return Ok(Personal::Unreadable);
            }
        };
        let place = SealPlace { stream: &stored.stream, id: &stored.id, kind: &stored.kind };
        let plaintext = match seal::open(&key, &place, sealed) {
            Ok(plaintext) => plaintext,
            Err(error @ SealError::NotOpened) => {
                warn!(entry = stored.number, %person, %error, "a name cannot be read");
                return Ok(Personal::Unreadable);
            }
            Err(error) => {
                return Err(TranslateError::malformed(stored, format!("{error} ({person})")));
            }
        };
        let known = personal_data::read(&plaintext);
        known.map(Personal::Known).map_err(|error| TranslateError::misread(stored, &error))
    }

    fn key(&self, name: KeyName) -> Result<Option<Key>, KeyringError> {
        if let Some(key) = self.lock().get(&name) {
            return Ok(Some(key.clone()));
        }
        match self.keyring.key(&name)? {
            KeyState::Known(key) => {
                self.lock().insert(name, key.clone());
                Ok(Some(key))
            }
            KeyState::Forgotten | KeyState::Missing => Ok(None),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<KeyName, Key>> {
        self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The data without its last field, if that is `sealed`, and what it holds. In any other place, or
/// twice, it is an unknown field, which is refused like every other.
fn split_sealed(data: &[u8]) -> Option<(Vec<u8>, &str)> {
    const OPENING: &[u8] = b",\"sealed\":\"";
    let rest = data.strip_suffix(b"\"}")?;
    let text = rest.iter().rposition(|byte| *byte == b'"')? + 1;
    let plain = rest.get(..text)?.strip_suffix(OPENING)?;
    let sealed = std::str::from_utf8(rest.get(text..)?).ok()?;
    Some(([plain, b"}"].concat(), sealed))
}

/// The person and what a fact states of them; `None` when it states nothing personal.
fn stated(event: &Event) -> Option<(PersonId, &PersonalData)> {
    let (person, personal) = event.personal()?;
    let identity = personal.known().filter(|identity| **identity != PersonalData::default())?;
    Some((person, identity))
}

fn read_actor(stored: &PreparedEntry) -> Result<Actor, TranslateError> {
    let envelope = &stored.envelope;
    let delegation = |code: &Option<Box<str>>| {
        let parsed = code.as_deref().map(str::parse::<DelegationCode>).transpose();
        parsed.map_err(|bad| {
            TranslateError::malformed(stored, format!("`{}` is not a delegation's code", bad.0))
        })
    };
    let person = envelope.person.as_deref().map(str::parse::<PersonId>).transpose();
    Ok(Actor {
        person: person.map_err(|bad| TranslateError::malformed(stored, bad))?,
        capacity: Capacity::from_word(&envelope.capacity).ok_or_else(|| {
            TranslateError::newer(stored, format!("the capacity `{}`", envelope.capacity))
        })?,
        delegation: delegation(&envelope.delegation)?,
        acting_for: delegation(&envelope.acting_for)?,
    })
}

/// The envelope of an entry by this actor at this time.
pub fn envelope(at: Timestamp, request: &str, actor: &Actor) -> Envelope {
    let code = |code: &Option<DelegationCode>| code.as_ref().map(|code| code.as_str().into());
    Envelope {
        at: at.to_string().into(),
        request: request.into(),
        person: actor.person.map(|person| person.to_string().into()),
        capacity: actor.capacity.word().into(),
        delegation: code(&actor.delegation),
        acting_for: code(&actor.acting_for),
    }
}
