//! Where things are said and told: which meeting a place of a platform is for, what everybody in it
//! is told unasked, and to whom a notice goes.

use plenary_domain::{Actor, Capacity, Entry, Readers, Rejection, Views};
use plenary_service::channel::Bound;
use plenary_service::{Channel, Deliveries, Failure, Places};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;

use super::{Desk, Turn, saying, slashes};
use crate::Language;
use crate::desk_error::DeskError;
use crate::line::{Input, Speaker};
use crate::render::RenderContext;
use crate::response::{Audience, Notice, Response, Tone};
use crate::say::say;
use crate::seats::Seats;
use crate::verb::{self, ArgKind};

/// How many announcements may wait to be sent.
const WAITING_MAX: usize = 16;
/// How long a journal that is away is left alone before it is asked again.
const PAUSE: Duration = Duration::from_secs(1);

/// Something that everybody in a meeting's place is told because of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The entry.
    pub entry: u64,
    /// What is said.
    pub response: Response,
}

/// A place in which it is told what happens in a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnouncementChannel {
    /// The platform.
    pub front: &'static str,
    /// The slug of the meeting.
    pub meeting: String,
    /// The place.
    pub place: Channel,
    /// The last entry of the meeting that is not told, because it came before.
    pub after: u64,
}

impl Desk {
    /// The slug of the meeting that something said in a place is for: the one that is named, or
    /// the one that the place is bound to.
    ///
    /// # Errors
    /// The answer to give when there is none, or when the journal cannot be read.
    pub async fn meeting_of(
        &self,
        front: &'static str,
        place: &Channel,
        (said, lang): (&Input, Language),
    ) -> Result<String, Box<Response>> {
        let named = named(said);
        let bound = match Places::new(&self.service, front) {
            Ok(places) => places.meeting_of(place).await,
            Err(failure) => Err(failure),
        };
        match (named, bound) {
            (_, Err(failure)) => Err(Box::new(saying::failed(lang, &failure))),
            (Some(named), Ok(Some(bound))) if bound.meeting != named => {
                let text = say!(lang, "place-other", meeting = bound.meeting);
                Err(Box::new(Response::text(Tone::Refused, text)))
            }
            (_, Ok(Some(bound))) => Ok(bound.meeting),
            (Some(named), Ok(None)) => Ok(named),
            (None, Ok(None)) => {
                // Whoever only asks what to do is told, not refused.
                let asks =
                    matches!(said, Input::Fields { verb, .. } if verb == "help" || verb == "me");
                let tone = if asks { Tone::Shown } else { Tone::Refused };
                Err(Box::new(slashes::all(Response::text(tone, say!(lang, "place-unbound")))))
            }
        }
    }

    /// Binds the place of this line to its meeting.
    pub(super) async fn here(
        &self,
        turn: &Turn<'_>,
        actor: &Actor,
        announce: Option<bool>,
    ) -> Result<Response, DeskError> {
        let may: &[Capacity] = &[Capacity::Secretariat, Capacity::Chair];
        if !may.contains(&actor.capacity) {
            return Err(Rejection::NotAllowed { capacity: actor.capacity, may }.into());
        }
        let (line, lang) = (turn.line, turn.line.lang);
        let Some(place) = &line.channel else {
            return Ok(Response::text(Tone::Refused, say!(lang, "place-nowhere")));
        };
        let places = Places::new(&self.service, line.front)?;
        let is_told = |bound: &Bound| bound.announce && bound.server == place.server;
        let all = places.all().await?;
        let mut told = all.iter().filter(|bound| bound.meeting == line.meeting && is_told(bound));
        let before = told.next();
        let here = |bound: &Bound| bound.channel == place.channel;
        // The first place is told what happens; another one when somebody says so.
        let announce = announce.unwrap_or_else(|| before.is_none_or(here));
        let bound = Bound {
            server: place.server.clone(),
            channel: place.channel.clone(),
            meeting: line.meeting.clone(),
            announce,
            after: turn.views().number,
        };
        places.bind(&line.request, &bound, actor).await?;
        let views = turn.views();
        let title = turn.room_of(&views, actor).meeting_title();
        let told = say!(lang, if announce { "place-told" } else { "place-not-told" });
        Ok(Response::text(Tone::Done, say!(lang, "place-bound", meeting = title)).and(told))
    }

    /// The places of a platform in which it is told what happens.
    pub async fn homes(&self, front: &'static str) -> Result<Vec<AnnouncementChannel>, Failure> {
        let all = Places::new(&self.service, front)?.all().await?;
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

    /// What a place is told from now on, and what it should have been told before, until the
    /// receiver is dropped. Each is claimed for this process; after it was sent, [`Desk::told`].
    pub async fn announcements(
        self: &Arc<Self>,
        home: &AnnouncementChannel,
        lang: Language,
    ) -> Result<mpsc::Receiver<Announcement>, Failure> {
        let progress = self.deliveries(home)?.progress().await?;
        let next = home.after.max(progress.last) + 1;
        let mut open = progress.open;
        open.retain(|entry| *entry > home.after);
        let (sender, receiver) = mpsc::channel(WAITING_MAX);
        let teller = Announcer { desk: Arc::clone(self), home: home.clone(), lang, sender };
        tokio::spawn(async move {
            // Whoever claimed these may have died before sending them.
            if !open.is_empty() {
                teller.repeat(&open).await;
            }
            teller.listen(next).await;
        });
        Ok(receiver)
    }

    /// Marks an announcement as sent.
    ///
    /// # Errors
    /// When the journal cannot be written; it will then be sent again after a restart.
    pub async fn told(&self, home: &AnnouncementChannel, entry: u64) -> Result<(), Failure> {
        self.deliveries(home)?.sent(entry).await
    }

    fn deliveries(&self, home: &AnnouncementChannel) -> Result<Deliveries<'_>, Failure> {
        let to = format!("{}.{}", home.front, home.place.channel);
        Deliveries::new(&self.service, &home.meeting, &to)
    }

    /// What is to be shown unasked because of this entry.
    pub fn notices(&self, views: &Views, entry: &Entry, lang: Language) -> Vec<Notice> {
        let actor = Actor::nobody(Capacity::Plenary);
        verb::notices(&RenderContext::new(views, &actor, (lang, entry.at)), entry)
    }

    /// Whether a notice to this audience is for this speaker.
    pub async fn is_for(
        &self,
        meeting: &str,
        speaker: &Speaker,
        notice: &Notice,
    ) -> Result<bool, Failure> {
        let Speaker::Account(account) = speaker else { return Ok(false) };
        let (views, person) = self.service.look(meeting, Some(account)).await?;
        Ok(Seats::of(speaker, person, &views).hears(&notice.to))
    }
}

/// Tells one place what happens in one meeting.
struct Announcer {
    desk: Arc<Desk>,
    home: AnnouncementChannel,
    lang: Language,
    sender: mpsc::Sender<Announcement>,
}

impl Announcer {
    async fn repeat(&self, open: &std::collections::BTreeSet<u64>) {
        let entries = loop {
            match self.desk.service.entries(&self.home.meeting).await {
                Ok(entries) => break entries,
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        };
        for entry in entries.iter().filter(|entry| open.contains(&entry.number)) {
            if let Some(response) = self.said_of(entry).await {
                let _ = self.sender.send(Announcement { entry: entry.number, response }).await;
            }
        }
    }

    async fn listen(&self, mut next: u64) {
        while !self.sender.is_closed() {
            if let Ok(mut entries) = self.desk.service.listen(&self.home.meeting, next).await {
                while let Some(entry) = entries.recv().await {
                    next = entry.number + 1;
                    if !self.tell(&entry).await {
                        return;
                    }
                }
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Tells what is to be told of an entry; whether somebody still listens.
    async fn tell(&self, entry: &Entry) -> bool {
        let Some(response) = self.said_of(entry).await else { return !self.sender.is_closed() };
        while !self.sender.is_closed() {
            let claimed = match self.desk.deliveries(&self.home) {
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

    /// What everybody may read of it: of several notices the last says most.
    async fn said_of(&self, entry: &Entry) -> Option<Response> {
        let views = self.desk.service.views(&self.home.meeting).await.ok()?;
        let notices = self.desk.notices(&views, entry, self.lang);
        let is_for_all = |notice: &Notice| match &notice.to {
            Audience::Circle(readers) => *readers != Readers::Secretariat,
            Audience::Missions => true,
            Audience::Chair
            | Audience::Secretariat
            | Audience::Mission(_)
            | Audience::Person(_) => false,
        };
        let said = notices.into_iter().rfind(is_for_all)?;
        Some(Response { public: true, ..said.response })
    }
}

/// The meeting that is named in the fields of a verb.
fn named(said: &Input) -> Option<String> {
    let Input::Fields { verb, fields } = said else { return None };
    let arg = verb::find(verb)?.args.iter().find(|arg| arg.kind == ArgKind::Meeting)?;
    let (_, slug) = fields.iter().find(|(name, _)| name == arg.name)?;
    let slug = slug.trim().to_lowercase();
    (!slug.is_empty()).then_some(slug)
}
