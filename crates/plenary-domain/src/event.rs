//! The facts: everything that can have happened in a meeting, in families.
//!
//! A family is a group of the desk's verbs. Events are small flat facts that carry neither state
//! nor command types; their kinds (`agenda.item-added.v1`) are the store's event types, and a
//! meaning once given never changes. Bytes are made and read by the service, not here.

pub mod agenda;
pub mod comment;
pub mod decision;
pub mod meeting;
pub mod paper;
pub mod people;
pub mod reply;
pub mod session;

pub use agenda::AgendaEvent;
pub use comment::CommentEvent;
pub use decision::DecisionEvent;
pub use meeting::MeetingEvent;
pub use paper::PaperEvent;
pub use people::PeopleEvent;
pub use reply::ReplyEvent;
pub use session::SessionEvent;

use serde::{Deserializer, Serializer};

use crate::actor::Actor;
use crate::ids::PersonId;
use crate::moment::Timestamp;
use crate::personal::Personal;

/// Writes one family: the enum, its kinds, and how its facts are written and read by kind.
macro_rules! family {
    ($(#[$doc:meta])* $family:ident { $($event:ident = $kind:literal),+ $(,)? }) => {
        $(#[$doc])*
        // A history has few convocations; boxing them would cost every reader more than it saves.
        #[allow(clippy::large_enum_variant)]
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $family {
            $(#[doc = concat!("`", $kind, "`")] $event($event),)+
        }

        impl $family {
            /// The kinds of this family, as stored.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The kind of this fact, as stored.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$event(_) => $kind,)+ }
            }

            /// Writes the fact without its personal part.
            pub fn write<S: serde::Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$event(fact) => serde::Serialize::serialize(fact, into),)+ }
            }

            /// Reads a fact of this kind without its personal part; `None` for another kind.
            pub fn read<'de, D: serde::Deserializer<'de>>(
                kind: &str,
                from: D,
            ) -> Option<Result<Self, D::Error>> {
                match kind {
                    $($kind => Some(serde::Deserialize::deserialize(from).map(Self::$event)),)+
                    _ => None,
                }
            }

            /// The JSON Schema of each kind.
            #[cfg(feature = "schema")]
            pub fn schemas() -> Vec<(&'static str, schemars::Schema)> {
                vec![$(($kind, schemars::schema_for!($event)),)+]
            }
        }
    };
}
pub(crate) use family;

/// A fact of any family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The meeting itself: convened, its roll, its sources.
    Meeting(MeetingEvent),
    /// Who was invited, joined, was appointed, gave up a seat.
    People(PeopleEvent),
    /// What delegations answered: nominations.
    Reply(ReplyEvent),
    /// The working agenda and its note.
    Agenda(AgendaEvent),
    /// Comments.
    Comment(CommentEvent),
    /// Editions: prepared, returned, approved, issued.
    Paper(PaperEvent),
    /// Sittings.
    Session(SessionEvent),
    /// Decisions put, objected to, adopted.
    Decision(DecisionEvent),
}

impl Event {
    /// The kind as stored, such as `agenda.item-added.v1`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Meeting(event) => event.kind(),
            Self::People(event) => event.kind(),
            Self::Reply(event) => event.kind(),
            Self::Agenda(event) => event.kind(),
            Self::Comment(event) => event.kind(),
            Self::Paper(event) => event.kind(),
            Self::Session(event) => event.kind(),
            Self::Decision(event) => event.kind(),
        }
    }

    /// Every kind that this release knows.
    pub fn kinds() -> impl Iterator<Item = &'static str> {
        [
            MeetingEvent::KINDS,
            PeopleEvent::KINDS,
            ReplyEvent::KINDS,
            AgendaEvent::KINDS,
            CommentEvent::KINDS,
            PaperEvent::KINDS,
            SessionEvent::KINDS,
            DecisionEvent::KINDS,
        ]
        .into_iter()
        .flatten()
        .copied()
    }

    /// Writes the fact without its personal part.
    pub fn write<S: Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Meeting(event) => event.write(into),
            Self::People(event) => event.write(into),
            Self::Reply(event) => event.write(into),
            Self::Agenda(event) => event.write(into),
            Self::Comment(event) => event.write(into),
            Self::Paper(event) => event.write(into),
            Self::Session(event) => event.write(into),
            Self::Decision(event) => event.write(into),
        }
    }

    /// Reads a fact without its personal part; `None` when no family has this kind.
    pub fn read<'de, D: Deserializer<'de>>(kind: &str, from: D) -> Option<Result<Self, D::Error>> {
        let (family, _) = kind.split_once('.')?;
        match family {
            "meeting" => Some(MeetingEvent::read(kind, from)?.map(Self::Meeting)),
            "people" => Some(PeopleEvent::read(kind, from)?.map(Self::People)),
            "reply" => Some(ReplyEvent::read(kind, from)?.map(Self::Reply)),
            "agenda" => Some(AgendaEvent::read(kind, from)?.map(Self::Agenda)),
            "comment" => Some(CommentEvent::read(kind, from)?.map(Self::Comment)),
            "paper" => Some(PaperEvent::read(kind, from)?.map(Self::Paper)),
            "session" => Some(SessionEvent::read(kind, from)?.map(Self::Session)),
            "decision" => Some(DecisionEvent::read(kind, from)?.map(Self::Decision)),
            _ => None,
        }
    }

    /// The person whose data this fact carries, with that data; `None` for other facts.
    pub fn personal(&self) -> Option<(PersonId, &Personal)> {
        match self {
            Self::People(event) => event.personal(),
            Self::Reply(event) => event.personal(),
            Self::Meeting(_)
            | Self::Agenda(_)
            | Self::Comment(_)
            | Self::Paper(_)
            | Self::Session(_)
            | Self::Decision(_) => None,
        }
    }

    /// Where a reader of bytes puts the unsealed data; `None` for facts that carry none.
    pub fn personal_mut(&mut self) -> Option<(PersonId, &mut Personal)> {
        match self {
            Self::People(event) => event.personal_mut(),
            Self::Reply(event) => event.personal_mut(),
            Self::Meeting(_)
            | Self::Agenda(_)
            | Self::Comment(_)
            | Self::Paper(_)
            | Self::Session(_)
            | Self::Decision(_) => None,
        }
    }

    /// The JSON Schema of every kind, without the `sealed` field that the service adds.
    #[cfg(feature = "schema")]
    pub fn schemas() -> Vec<(&'static str, schemars::Schema)> {
        let mut all = MeetingEvent::schemas();
        all.extend(PeopleEvent::schemas());
        all.extend(ReplyEvent::schemas());
        all.extend(AgendaEvent::schemas());
        all.extend(CommentEvent::schemas());
        all.extend(PaperEvent::schemas());
        all.extend(SessionEvent::schemas());
        all.extend(DecisionEvent::schemas());
        all
    }
}

/// A fact with who and when: one line of a meeting's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number in the history, from 1.
    pub number: u64,
    /// The service's time; never before the previous entry's.
    pub at: Timestamp,
    /// Who, in which capacity, for whom.
    pub actor: Actor,
    /// What happened.
    pub event: Event,
}
