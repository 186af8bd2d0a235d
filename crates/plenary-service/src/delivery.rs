//! What was told of a meeting's notices, and where: each is claimed before it is sent and marked
//! when it was, so none is lost, and one is sent twice only when a process dies in
//! between and the platform has forgotten the notice's name.
//!
//! Several processes may want to tell the same. The first claim of a notice is stored under a name
//! that all of them would use, so one of them has it; a claim whose process seems to have died is
//! followed by the next one, in the same way.

use std::collections::BTreeMap;

use plenary_journal::{StoredEntry, StreamName};
use serde::{Deserialize, Serialize};

use crate::outcome::Failure;
use crate::system_stream::{self, DELIVERY_CLAIMED, DELIVERY_SENT, SystemStream};
use crate::{Service, TranslateError};

/// A notice is about to be sent, or was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeliveryEntry {
    /// The entry that it is about.
    entry: u64,
    /// The place, such as `discord.4021`.
    to: String,
    /// The process that sends it, 16 hexadecimal digits.
    by: String,
}

/// Reads an entry of a kind that this release knows.
fn read(entry: &StoredEntry) -> Result<DeliveryEntry, TranslateError> {
    match &*entry.kind {
        DELIVERY_CLAIMED | DELIVERY_SENT => system_stream::read(entry),
        _ => Err(system_stream::newer(entry)),
    }
}

/// What one place was told of a meeting.
pub struct Deliveries<'s> {
    stream: SystemStream<'s>,
    to: String,
    by: String,
}

/// How far one place was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The newest entry that was claimed, 0 for none.
    pub last: u64,
    /// Entries that were claimed and not marked as sent, each with its last claim.
    pub open: BTreeMap<u64, Claim>,
}

/// The last claim of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// How many claims there were, from 1.
    pub claims: usize,
    /// Whether it is this process's.
    pub is_own: bool,
}

impl Progress {
    fn advance(&mut self, told: &DeliveryEntry, is_claim: bool, by: &str) {
        if is_claim {
            self.last = self.last.max(told.entry);
            let claims = self.open.get(&told.entry).map_or(0, |claim| claim.claims);
            let claim = Claim { claims: claims + 1, is_own: told.by == by };
            self.open.insert(told.entry, claim);
        } else {
            self.open.remove(&told.entry);
        }
    }
}

impl<'s> Deliveries<'s> {
    /// The notices of the meeting `slug` to the place `to`, sent by this process.
    pub fn new(service: &'s Service, slug: &str, to: &str) -> Result<Self, Failure> {
        let stream = StreamName::delivery(slug);
        let stream = stream.map_err(|bad| Failure::BadName(bad.to_string()))?;
        let stream = service.system_stream(stream);
        Ok(Self { stream, to: to.to_owned(), by: service.process()?.to_owned() })
    }

    /// How far the place was told.
    pub async fn progress(&self) -> Result<Progress, Failure> {
        let mut progress = Progress::default();
        for entry in self.stream.entries().await? {
            let told = read(&entry)?;
            if told.to == self.to {
                progress.advance(&told, &*entry.kind == DELIVERY_CLAIMED, &self.by);
            }
        }
        Ok(progress)
    }

    /// How far each of these places of the meeting `slug` was told, by their names.
    pub async fn progress_of(
        service: &'s Service,
        slug: &str,
        is_one: impl Fn(&str) -> bool,
    ) -> Result<BTreeMap<String, Progress>, Failure> {
        let all = Self::new(service, slug, "")?;
        let mut places: BTreeMap<String, Progress> = BTreeMap::new();
        for entry in all.stream.entries().await? {
            let told = read(&entry)?;
            if is_one(&told.to) {
                let progress = places.entry(told.to.clone()).or_default();
                progress.advance(&told, &*entry.kind == DELIVERY_CLAIMED, &all.by);
            }
        }
        Ok(places)
    }

    /// Claims the notice about an entry; whether it is this process that sends it.
    pub async fn claim(&self, entry: u64) -> Result<bool, Failure> {
        self.claim_after(entry, 0).await
    }

    /// Claims it after so many claims whose processes seem to have died; whether it is this process
    /// that sends it now.
    pub async fn claim_after(&self, entry: u64, claims: usize) -> Result<bool, Failure> {
        let request = system_stream::named(&format!("claim:{}:{entry}:{claims}", self.to))?;
        let event = (DELIVERY_CLAIMED, &self.told(entry));
        self.stream.append(&request, event, &system_stream::plenary()).await?;
        // Whoever was first has it; that may be this process, before an answer that was lost.
        let mut claimed = Vec::new();
        for stored in self.stream.entries().await? {
            let told = read(&stored)?;
            if told.to == self.to && told.entry == entry && &*stored.kind == DELIVERY_CLAIMED {
                claimed.push(told.by);
            }
        }
        Ok(claimed.get(claims) == Some(&self.by))
    }

    /// Marks the notice about an entry as sent.
    pub async fn sent(&self, entry: u64) -> Result<(), Failure> {
        let request = system_stream::named(&format!("sent:{}:{entry}", self.to))?;
        self.stream
            .append(&request, (DELIVERY_SENT, &self.told(entry)), &system_stream::plenary())
            .await?;
        Ok(())
    }

    fn told(&self, entry: u64) -> DeliveryEntry {
        DeliveryEntry { entry, to: self.to.clone(), by: self.by.clone() }
    }
}
