//! What one person is told privately where a platform can do that: that a comment of theirs was
//! replied to, that a paper waits for them, that a request or an act of their mission waits. Each
//! comes from the delivery stream, so it is told once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plenary_domain::{Entry, Language, PersonId, Views};
use plenary_service::delivery::Claim;
use plenary_service::{Deliveries, Failure, Freshness, Service};
use tokio::sync::mpsc;

use super::announcing::{self, AnnouncementChannel, LEASE, PAUSE, WAITING_MAX};
use crate::line::Speaker;
use crate::messages::{self, Voice};
use crate::response::{Audience, Notice, Response};
use crate::seats::Seats;

/// Something that one person is told because of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateNotice {
    /// The entry.
    pub entry: u64,
    /// The person.
    pub person: PersonId,
    /// Their account on the platform, without the platform's name.
    pub account: String,
    /// What is said. It has no buttons: what is pressed in private belongs to no meeting.
    pub response: Response,
}

/// What was claimed for people.
#[derive(Default)]
struct Claimed {
    /// The newest entry.
    last: u64,
    /// What was not marked as sent.
    open: Claims,
}

/// The last claim of what a person is told of an entry.
type Claims = BTreeMap<(PersonId, u64), Claim>;

pub(super) async fn notices(
    service: &Arc<Service>,
    home: &AnnouncementChannel,
    lang: Language,
) -> Result<mpsc::Receiver<PrivateNotice>, Failure> {
    let (sender, receiver) = mpsc::channel(WAITING_MAX);
    let teller = Teller { service: Arc::clone(service), home: home.clone(), lang, sender };
    let claimed = teller.claimed().await?;
    // An entry that some were told of may have others who were not.
    let next = claimed.last.max(home.after + 1);
    let own = claimed.open.into_iter().filter(|(_, claim)| claim.is_own).map(|(told, _)| told);
    let own: BTreeSet<(PersonId, u64)> = own.collect();
    tokio::spawn(async move {
        // This process claimed these for a receiver that it has dropped.
        for (person, entry) in own {
            teller.tell_again(person, entry).await;
        }
        tokio::join!(teller.listen(next), teller.take_over());
    });
    Ok(receiver)
}

/// The notices of a person. The platform's name for them stands nowhere in clear.
pub(super) fn deliveries<'s>(
    service: &'s Service,
    home: &AnnouncementChannel,
    person: PersonId,
) -> Result<Deliveries<'s>, Failure> {
    Deliveries::new(service, &home.meeting, &format!("{}{person}", beginning(home)))
}

/// What the names of all people begin with, as places of this front.
fn beginning(home: &AnnouncementChannel) -> String {
    format!("{}.person-", home.front)
}

struct Teller {
    service: Arc<Service>,
    home: AnnouncementChannel,
    lang: Language,
    sender: mpsc::Sender<PrivateNotice>,
}

impl Teller {
    async fn claimed(&self) -> Result<Claimed, Failure> {
        let (meeting, beginning) = (&self.home.meeting, beginning(&self.home));
        let places = Deliveries::progress_of_all(&self.service, meeting, &beginning).await?;
        let mut claimed = Claimed::default();
        for (place, progress) in places {
            let person = place.strip_prefix(&beginning).and_then(|id| id.parse().ok());
            let Some(person) = person else { continue };
            claimed.last = claimed.last.max(progress.last);
            let open = progress.open.into_iter().filter(|(entry, _)| *entry > self.home.after);
            claimed.open.extend(open.map(|(entry, claim)| ((person, entry), claim)));
        }
        Ok(claimed)
    }

    /// Tells what happens from this entry on.
    async fn listen(&self, mut next: u64) {
        while !self.sender.is_closed() {
            if let Ok(mut entries) = self.service.listen(&self.home.meeting, next).await {
                while let Some(entry) = entries.recv().await {
                    for told in self.said_of(&entry).await {
                        if !self.tell(told).await {
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
        let mut before = Claims::new();
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
            for ((person, entry), claim) in &open {
                let is_left = before.get(&(*person, *entry)) == Some(claim);
                if is_left && self.follows(*person, *entry, claim.claims).await {
                    self.tell_again(*person, *entry).await;
                }
            }
            before = open;
        }
    }

    /// Whether this process tells it in the place of one that seems to have died.
    async fn follows(&self, person: PersonId, entry: u64, claims: usize) -> bool {
        let claimed = match deliveries(&self.service, &self.home, person) {
            Ok(deliveries) => deliveries.claim_after(entry, claims).await,
            Err(failure) => Err(failure),
        };
        claimed.unwrap_or_else(|failure| {
            tracing::warn!(%failure, entry, "not told yet; trying again");
            false
        })
    }

    /// Tells what this process has claimed already.
    async fn tell_again(&self, person: PersonId, number: u64) {
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
            let theirs = self.said_of(entry).await.into_iter().find(|told| told.person == person);
            if let Some(told) = theirs {
                let _ = self.sender.send(told).await;
            }
            return;
        }
    }

    /// Tells it, if nobody else does; whether somebody still listens.
    async fn tell(&self, told: PrivateNotice) -> bool {
        while !self.sender.is_closed() {
            let claimed = match deliveries(&self.service, &self.home, told.person) {
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

    /// What is told of an entry, and to whom. While the journal is away, nobody knows, so it is
    /// waited for.
    async fn said_of(&self, entry: &Entry) -> Vec<PrivateNotice> {
        let views = loop {
            match self.service.views(&self.home.meeting, Freshness::Current).await {
                Ok(views) => break views,
                Err(_) if self.sender.is_closed() => return Vec::new(),
                Err(failure) => {
                    tracing::warn!(%failure, entry = entry.number, "not told yet; trying again");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        };
        told(&views, entry, (self.home.front, self.lang))
    }
}

/// Who is told what privately because of an entry: not its own author, who has the response.
fn told(views: &Views, entry: &Entry, (front, lang): (&str, Language)) -> Vec<PrivateNotice> {
    let notices = announcing::platform_notices(views, entry, lang);
    let notices: Vec<Notice> = notices.into_iter().filter(is_private).collect();
    if notices.is_empty() {
        return Vec::new();
    }
    let others = views.roster.people().filter(|(id, _)| entry.actor.person != Some(*id));
    let told = others.filter_map(|(person, participant)| {
        let account = participant.personal.known()?.account.as_deref()?;
        let own = account.strip_prefix(front)?.strip_prefix(':')?.to_owned();
        let speaker = Speaker::Account(account.to_owned());
        let seats = Seats::of(&speaker, Some(person), views);
        let notice = notices.iter().rfind(|notice| seats.hears(&notice.to))?;
        let mut response =
            notice.response.clone().and(messages::PRIVATE_GO_ON.say(Voice::on_a_platform(lang)));
        (response.buttons, response.forms) = (Vec::new(), Vec::new());
        Some(PrivateNotice { entry: entry.number, person, account: own, response })
    });
    told.collect()
}

/// Whether it is for one person or one office, and not for everybody in the channel.
fn is_private(notice: &Notice) -> bool {
    match &notice.to {
        Audience::Chair | Audience::Mission(_) | Audience::Person(_) => true,
        Audience::Circle(_)
        | Audience::Secretariat
        | Audience::Missions
        | Audience::Replaced(_) => false,
    }
}
