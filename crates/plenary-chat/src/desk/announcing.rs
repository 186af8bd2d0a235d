//! What is told unasked because of an entry, and where: in the channel of a meeting for everybody,
//! and privately to whom it is for. `telling` sees to it that each is told once.

use plenary_domain::{Actor, Capacity, Entry, Language, PersonId, Readers, Views};
use plenary_service::{Channel, Deliveries, Failure, Places, Service};

use crate::render::RenderContext;
use crate::response::{Audience, Notice, Response};
use crate::verb;

/// Something that is told because of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The entry.
    pub entry: u64,
    /// To whom.
    pub to: Recipient,
    /// What is said.
    pub response: Response,
}

/// To whom something is told unasked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// Everybody in the channel.
    Channel,
    /// One person, privately.
    Person {
        /// The person.
        person: PersonId,
        /// Their account on the platform, without the platform's name.
        account: String,
    },
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

impl AnnouncementChannel {
    /// The recipient's name in the delivery stream. A person's account stands nowhere in clear.
    pub(super) fn name_of(&self, to: &Recipient) -> String {
        match to {
            Recipient::Channel => format!("{}.{}", self.front, self.place.channel),
            Recipient::Person { person, .. } => format!("{}{person}", self.people()),
        }
    }

    /// What the names of all people begin with in the delivery stream.
    pub(super) fn people(&self) -> String {
        format!("{}.person-", self.front)
    }
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

/// What was told to a recipient, by this name in the delivery stream.
pub(super) fn deliveries<'s>(
    service: &'s Service,
    home: &AnnouncementChannel,
    name: &str,
) -> Result<Deliveries<'s>, Failure> {
    Deliveries::new(service, &home.meeting, name)
}

/// What is to be shown unasked because of this entry, at a terminal.
pub(super) fn notices(views: &Views, entry: &Entry, lang: Language) -> Vec<Notice> {
    let actor = Actor::nobody(Capacity::Plenary);
    verb::notices(&RenderContext::new(views, &actor, (lang, entry.at)), entry)
}

/// The same on a platform with channels and fields.
pub(super) fn platform_notices(views: &Views, entry: &Entry, lang: Language) -> Vec<Notice> {
    let actor = Actor::nobody(Capacity::Plenary);
    let cx = RenderContext::new(views, &actor, (lang, entry.at));
    verb::notices(&RenderContext { has_fields: true, ..cx }, entry)
}

/// What everybody in the channel may read of it: of several notices the last says most.
pub(super) fn to_everybody(entry: &Entry, notices: Vec<Notice>) -> Option<Announcement> {
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
    let response = Response { public: true, ..said.response };
    Some(Announcement { entry: entry.number, to: Recipient::Channel, response })
}
