//! What everybody in a meeting's channel is told unasked.

use plenary_domain::{Actor, Capacity, Entry, Language, Readers, Views};
use plenary_service::delivery::Claim;
use plenary_service::{Channel, Deliveries, Failure, Freshness, Places, Service};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;

use crate::render::RenderContext;
use crate::response::{Audience, Notice, Response};
use crate::verb;

/// How many announcements may wait to be sent.
pub(super) const WAITING_MAX: usize = 16;
/// How long a journal that is away is left alone before it is asked again.
pub(super) const PAUSE: Duration = Duration::from_secs(1);
/// How long another process may take to send what it has claimed before it counts as dead.
pub(super) const LEASE: Duration = Duration::from_secs(60);

/// Something that everybody in a meeting's channel is told because of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The entry.
    pub entry: u64,
    /// What is said.
    pub response: Response,
}

/// A channel in which it is told what happens in a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnouncementChannel {
    /// The platform.
    pub front: &'static str,
    /// The slug of the meeting.
    pub meeting: String,
    /// The channel.
    pub place: Channel,
    /// The last entry of the meeting that is not told, because it came before.
    pub after: u64,
}

pub(super) async fn homes(
    service: &Service,
    front: &'static str,
) -> Result<Vec<AnnouncementChannel>, Failure> {
    let all = Places::new(service, front)?.all().await?;
    let told = all.into_iter().filter(|bound| bound.announce);
    Ok(told
        .map(|bound| AnnouncementChannel {
            front,
            meeting: bound.meeting,
            place: Channel { server: bound.server, channel: bound.channel, parent: None },
            after: bound.after,
        })
        .collect())
}

pub(super) async fn announcements(
    service: &Arc<Service>,
    home: &AnnouncementChannel,
    lang: Language,
) -> Result<mpsc::Receiver<Announcement>, Failure> {
    let progress = deliveries(service, home)?.progress().await?;
    let next = home.after.max(progress.last) + 1;
    let own = progress.open.into_iter().filter(|(_, claim)| claim.is_own).map(|(entry, _)| entry);
    let own: BTreeSet<u64> = own.filter(|entry| *entry > home.after).collect();
    let (sender, receiver) = mpsc::channel(WAITING_MAX);
    let announcer = Announcer { service: Arc::clone(service), home: home.clone(), lang, sender };
    tokio::spawn(async move {
        // This process claimed these for a receiver that it has dropped.
        for entry in own {
            announcer.tell_again(entry).await;
        }
        tokio::join!(announcer.listen(next), announcer.take_over());
    });
    Ok(receiver)
}

pub(super) fn deliveries<'s>(
    service: &'s Service,
    home: &AnnouncementChannel,
) -> Result<Deliveries<'s>, Failure> {
    let to = format!("{}.{}", home.front, home.place.channel);
    Deliveries::new(service, &home.meeting, &to)
}

/// What is to be shown unasked because of this entry, at a terminal.
pub(super) fn notices(views: &Views, entry: &Entry, lang: Language) -> Vec<Notice> {
    let actor = Actor::nobody(Capacity::Plenary);
    verb::notices(&RenderContext::new(views, &actor, (lang, entry.at)), entry)
}

/// The same on a platform with places and fields.
pub(super) fn platform_notices(views: &Views, entry: &Entry, lang: Language) -> Vec<Notice> {
    let actor = Actor::nobody(Capacity::Plenary);
    let cx = RenderContext::new(views, &actor, (lang, entry.at));
    verb::notices(&RenderContext { has_fields: true, ..cx }, entry)
}

/// Tells one channel what happens in one meeting.
struct Announcer {
    service: Arc<Service>,
    home: AnnouncementChannel,
    lang: Language,
    sender: mpsc::Sender<Announcement>,
}

impl Announcer {
    /// Tells what happens from this entry on.
    async fn listen(&self, mut next: u64) {
        while !self.sender.is_closed() {
            if let Ok(mut entries) = self.service.listen(&self.home.meeting, next).await {
                while let Some(entry) = entries.recv().await {
                    if !self.tell(&entry).await {
                        return;
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
            let open = match self.open().await {
                Ok(open) => open,
                Err(failure) => {
                    tracing::warn!(%failure, "what others did not send is not known yet");
                    continue;
                }
            };
            for (entry, claim) in &open {
                if before.get(entry) == Some(claim) && self.follows(*entry, claim.claims).await {
                    self.tell_again(*entry).await;
                }
            }
            before = open;
        }
    }

    /// What others claimed and did not mark as sent.
    async fn open(&self) -> Result<BTreeMap<u64, Claim>, Failure> {
        let mut open = deliveries(&self.service, &self.home)?.progress().await?.open;
        open.retain(|entry, claim| *entry > self.home.after && !claim.is_own);
        Ok(open)
    }

    /// Whether this process tells it in the place of one that seems to have died.
    async fn follows(&self, entry: u64, claims: usize) -> bool {
        let claimed = match deliveries(&self.service, &self.home) {
            Ok(deliveries) => deliveries.claim_after(entry, claims).await,
            Err(failure) => Err(failure),
        };
        claimed.unwrap_or_else(|failure| {
            tracing::warn!(%failure, entry, "not told yet; trying again");
            false
        })
    }

    /// Tells what this process has claimed already.
    async fn tell_again(&self, number: u64) {
        while !self.sender.is_closed() {
            let entries = match self.service.entries(&self.home.meeting).await {
                Ok(entries) => entries,
                Err(failure) => {
                    tracing::warn!(%failure, entry = number, "not told yet; trying again");
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            };
            let Some(entry) = entries.iter().find(|entry| entry.number == number) else { return };
            if let Some(response) = self.said_of(entry).await {
                let _ = self.sender.send(Announcement { entry: number, response }).await;
            }
            return;
        }
    }

    /// Tells what is to be told of an entry; whether somebody still listens.
    async fn tell(&self, entry: &Entry) -> bool {
        let Some(response) = self.said_of(entry).await else { return !self.sender.is_closed() };
        while !self.sender.is_closed() {
            let claimed = match deliveries(&self.service, &self.home) {
                Ok(deliveries) => deliveries.claim(entry.number).await,
                Err(failure) => Err(failure),
            };
            match claimed {
                Ok(true) => {
                    let told = Announcement { entry: entry.number, response };
                    return self.sender.send(told).await.is_ok();
                }
                Ok(false) => return true,
                Err(failure) => {
                    tracing::warn!(%failure, entry = entry.number, "not told yet; trying again");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
        false
    }

    /// What everybody may read of it: of several notices the last says most. While the journal is
    /// away, nobody knows, so it is waited for.
    async fn said_of(&self, entry: &Entry) -> Option<Response> {
        let views = loop {
            match self.service.views(&self.home.meeting, Freshness::Current).await {
                Ok(views) => break views,
                Err(_) if self.sender.is_closed() => return None,
                Err(failure) => {
                    tracing::warn!(%failure, entry = entry.number, "not told yet; trying again");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        };
        let notices = platform_notices(&views, entry, self.lang);
        let is_for_all = |notice: &Notice| match &notice.to {
            Audience::Circle(readers) => *readers != Readers::Secretariat,
            Audience::Missions => true,
            Audience::Chair
            | Audience::Secretariat
            | Audience::Mission(_)
            | Audience::Person(_)
            | Audience::Replaced(_) => false,
        };
        let said = notices.into_iter().rfind(is_for_all)?;
        Some(Response { public: true, ..said.response })
    }
}
