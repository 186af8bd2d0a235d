//! Each announcement is told once: it is claimed in the delivery stream for this process before it
//! is given to be sent, marked when it was, and claimed anew when its process seems to have died.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use plenary_domain::{Entry, Language};
use plenary_service::delivery::Claim;
use plenary_service::{AsOf, Deliveries, Failure, Freshness, Service};
use tokio::sync::mpsc;

use super::announcing::{self, Announcement, AnnouncementChannel, Recipient, deliveries};
use super::private;

/// How many announcements may wait to be sent.
const WAITING_MAX: usize = 16;
/// How long a journal that is away is left alone before it is asked again.
const PAUSE: Duration = Duration::from_secs(1);
/// How long another process may take to send what it has claimed before it counts as dead.
const LEASE: Duration = Duration::from_secs(60);

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    /// Everybody in the channel.
    Channel,
    /// People, each privately.
    People,
}

/// What is told from now on, and what should have been told before, until the receiver is dropped.
pub(super) async fn begin(
    service: &Arc<Service>,
    home: &AnnouncementChannel,
    (whom, lang): (Whom, Language),
) -> Result<mpsc::Receiver<Announcement>, Failure> {
    let (sender, receiver) = mpsc::channel(WAITING_MAX);
    let (service, home) = (Arc::clone(service), home.clone());
    let teller = Teller { service, home, whom, lang, sender };
    let claimed = teller.claimed().await?;
    tokio::spawn(async move {
        // This process claimed these for a receiver that it has dropped.
        for (key, _) in claimed.open.iter().filter(|(_, claim)| claim.is_own) {
            teller.tell_again(key).await;
        }
        tokio::join!(teller.listen(&claimed), teller.take_over());
    });
    Ok(receiver)
}

/// The recipient's name in the delivery stream, and the entry.
type Key = (String, u64);

/// What was claimed.
#[derive(Default)]
struct Claimed {
    /// The newest entry.
    last: u64,
    /// Who was told of it, or will be; others may not have been yet.
    of_last: BTreeSet<String>,
    /// What was not marked as sent.
    open: BTreeMap<Key, Claim>,
}

struct Teller {
    service: Arc<Service>,
    home: AnnouncementChannel,
    whom: Whom,
    lang: Language,
    sender: mpsc::Sender<Announcement>,
}

impl Teller {
    async fn claimed(&self) -> Result<Claimed, Failure> {
        let (channel, people) = (self.home.name_of(&Recipient::Channel), self.home.people());
        let is_ours = |name: &str| match self.whom {
            Whom::Channel => name == channel,
            Whom::People => name.starts_with(&people),
        };
        let progress = Deliveries::progress_of(&self.service, &self.home.meeting, is_ours).await?;
        let last = progress.values().map(|told| told.last).max().unwrap_or(0);
        let mut claimed = Claimed { last, ..Claimed::default() };
        for (name, told) in progress {
            if told.last == last {
                claimed.of_last.insert(name.clone());
            }
            let open = told.open.into_iter().filter(|(entry, _)| *entry > self.home.after);
            claimed.open.extend(open.map(|(entry, claim)| ((name.clone(), entry), claim)));
        }
        Ok(claimed)
    }

    /// Tells what happens behind what was claimed, and what is left of its last entry.
    async fn listen(&self, claimed: &Claimed) {
        let mut next = claimed.last.max(self.home.after + 1);
        while !self.sender.is_closed() {
            if let Ok(mut entries) = self.service.listen(&self.home.meeting, next).await {
                while let Some(entry) = entries.recv().await {
                    for told in self.said_of(&entry).await {
                        let name = self.home.name_of(&told.to);
                        let is_claimed =
                            entry.number == claimed.last && claimed.of_last.contains(&name);
                        if !is_claimed && !self.tell(&name, told).await {
                            return;
                        }
                    }
                    next = entry.number + 1;
                }
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Tells what others claimed and did not send: whoever claimed it may have died.
    async fn take_over(&self) {
        let mut before = BTreeMap::new();
        while !self.sender.is_closed() {
            tokio::time::sleep(LEASE).await;
            let mut open = match self.claimed().await {
                Ok(claimed) => claimed.open,
                Err(failure) => {
                    tracing::warn!(%failure, "what others did not send is not known yet");
                    continue;
                }
            };
            open.retain(|_, claim| !claim.is_own);
            for (key, claim) in &open {
                if before.get(key) == Some(claim) && self.follows(key, claim.claims).await {
                    self.tell_again(key).await;
                }
            }
            before = open;
        }
    }

    /// Whether this process tells it in the place of one that seems to have died.
    async fn follows(&self, (name, entry): &Key, claims: usize) -> bool {
        let claimed = match deliveries(&self.service, &self.home, name) {
            Ok(deliveries) => deliveries.claim_after(*entry, claims).await,
            Err(failure) => Err(failure),
        };
        claimed.unwrap_or_else(|failure| {
            tracing::warn!(%failure, entry, "not told yet; trying again");
            false
        })
    }

    /// Tells what this process has claimed already.
    async fn tell_again(&self, (name, number): &Key) {
        while !self.sender.is_closed() {
            let entries = match self.service.entries(&self.home.meeting).await {
                Ok(entries) => entries,
                Err(failure) => {
                    tracing::warn!(%failure, entry = number, "not told yet; trying again");
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            };
            let Some(entry) = entries.iter().find(|entry| entry.number == *number) else { return };
            let said = self.said_of(entry).await;
            if let Some(told) = said.into_iter().find(|told| self.home.name_of(&told.to) == *name) {
                let _ = self.sender.send(told).await;
            }
            return;
        }
    }

    /// Tells it, if nobody else does; whether somebody still listens.
    async fn tell(&self, name: &str, told: Announcement) -> bool {
        while !self.sender.is_closed() {
            let claimed = match deliveries(&self.service, &self.home, name) {
                Ok(deliveries) => deliveries.claim(told.entry).await,
                Err(failure) => Err(failure),
            };
            match claimed {
                Ok(true) => return self.sender.send(told).await.is_ok(),
                Ok(false) => return true,
                Err(failure) => {
                    tracing::warn!(%failure, entry = told.entry, "not told yet; trying again");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
        false
    }

    /// What is told of an entry. While the journal is away, nobody knows, so it is waited for.
    async fn said_of(&self, entry: &Entry) -> Vec<Announcement> {
        loop {
            match self.said_now_of(entry).await {
                Ok(said) => return said,
                Err(_) if self.sender.is_closed() => return Vec::new(),
                Err(failure) => {
                    tracing::warn!(%failure, entry = entry.number, "not told yet; trying again");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }

    async fn said_now_of(&self, entry: &Entry) -> Result<Vec<Announcement>, Failure> {
        let meeting = &self.home.meeting;
        let views = self.service.views(meeting, Freshness::Current).await?;
        let notices = announcing::platform_notices(&views, entry, self.lang);
        match self.whom {
            Whom::Channel => Ok(announcing::to_everybody(entry, notices).into_iter().collect()),
            Whom::People if !notices.iter().any(private::is_private) => Ok(Vec::new()),
            Whom::People => {
                let then = self.service.views_as_of(meeting, AsOf::Entry(entry.number)).await?;
                let both = (&then, &*views);
                Ok(private::to_people(both, entry, &notices, (self.home.front, self.lang)))
            }
        }
    }
}
