//! The events: everything that can have happened in a meeting, in families.
//!
//! A family is a group of the desk's verbs. Events are small and flat and carry neither state
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
pub(crate) mod texts;

pub use agenda::AgendaEvent;
pub use comment::CommentEvent;
pub use decision::DecisionEvent;
pub use meeting::MeetingEvent;
pub use paper::PaperEvent;
pub use people::PeopleEvent;
pub use reply::ReplyEvent;
pub use session::SessionEvent;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::actor::Actor;
use crate::ids::PersonId;
use crate::moment::Timestamp;
use crate::personal::Personal;

/// Writes one family: the enum, its kinds, and how its events are written and read by kind. An
/// older kind names the shape that it was stored in, which becomes today's event when it is read.
/// Each event says whether it carries personal data: `sealing(person)`, with the field that names
/// whose, or `open`.
macro_rules! family {
    (@personal $fact:ident, $data:tt, open) => {{ let _ = $fact; None }};
    (@personal $fact:ident, $data:tt, sealing $person:ident) => {
        Some(($fact.$person, $data))
    };
    ($(#[$doc:meta])* $family:ident {
        $($event:ident = $kind:literal $carries:ident $(($person:ident))?
            $(from $old:literal($shape:ty))*),+ $(,)?
    }) => {
        $(#[$doc])*
        // A history has few convocations; boxing them would cost every reader more than it saves.
        #[allow(clippy::large_enum_variant)]
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $family {
            $(#[doc = concat!("`", $kind, "`")] $event($event),)+
        }

        impl $family {
            /// The kinds of this family that are written today.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The kind of this event, as it is stored today.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$event(_) => $kind,)+ }
            }

            /// The person whose data this event carries, with that data.
            pub fn personal(&self) -> Option<(crate::PersonId, &crate::Personal)> {
                match self {
                    $(Self::$event(fact) => {
                        family!(@personal fact, (&fact.personal), $carries $($person)?)
                    })+
                }
            }

            /// Where a reader of bytes puts the unsealed data.
            pub fn personal_mut(&mut self) -> Option<(crate::PersonId, &mut crate::Personal)> {
                match self {
                    $(Self::$event(fact) => {
                        family!(@personal fact, (&mut fact.personal), $carries $($person)?)
                    })+
                }
            }

            /// Writes the event without its personal part.
            pub fn write<S: serde::Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$event(event) => serde::Serialize::serialize(event, into),)+ }
            }

            /// Reads an event of this kind without its personal part; `None` for another kind.
            pub fn read<'de, D: serde::Deserializer<'de>>(
                kind: &str,
                from: D,
            ) -> Option<Result<Self, D::Error>> {
                match kind {
                    $($kind => Some(serde::Deserialize::deserialize(from).map(Self::$event)),
                    $($old => {
                        let old = <$shape as serde::Deserialize>::deserialize(from);
                        Some(old.map(|old| Self::$event(old.into())))
                    })*)+
                    _ => None,
                }
            }

            /// Reads data of this kind and writes it again, in the shape in which it is stored.
            pub(super) fn rewrite<'de, D: serde::Deserializer<'de>, S: serde::Serializer>(
                kind: &str,
                from: D,
                into: S,
            ) -> Option<Result<S::Ok, String>> {
                match kind {
                    $($kind => Some(super::rewritten::<$event, D, S>(from, into)),
                    $($old => Some(super::rewritten::<$shape, D, S>(from, into)),)*)+
                    _ => None,
                }
            }

            /// The JSON Schema of each kind, the older ones too.
            #[cfg(feature = "schema")]
            pub fn schemas() -> Vec<(&'static str, schemars::Schema)> {
                vec![$(
                    ($kind, schemars::schema_for!($event)),
                    $(($old, schemars::schema_for!($shape)),)*
                )+]
            }
        }
    };
}
pub(crate) use family;

/// Reads data of one shape and writes it again.
fn rewritten<'de, T, D, S>(from: D, into: S) -> Result<S::Ok, String>
where
    T: Deserialize<'de> + Serialize,
    D: Deserializer<'de>,
    S: Serializer,
{
    let data = T::deserialize(from).map_err(|error| error.to_string())?;
    data.serialize(into).map_err(|error| error.to_string())
}

/// Writes the families as an enum that does what each of them does.
macro_rules! families {
    ($(#[$doc:meta])* $of:ident {
        $($(#[$about:meta])* $variant:ident($family:ident) = $name:literal,)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $of {
            $($(#[$about])* $variant($family),)+
        }

        impl $of {
            /// The kind as it is stored, such as `agenda.item-added.v1`.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant(event) => event.kind(),)+ }
            }

            /// Every kind that this release writes.
            pub fn kinds() -> impl Iterator<Item = &'static str> {
                [$($family::KINDS),+].into_iter().flatten().copied()
            }

            /// The person whose data this event carries, with that data; `None` for other events.
            pub fn personal(&self) -> Option<(PersonId, &Personal)> {
                match self { $(Self::$variant(event) => event.personal(),)+ }
            }

            /// Where a reader of bytes puts the unsealed data; `None` for events that carry none.
            pub fn personal_mut(&mut self) -> Option<(PersonId, &mut Personal)> {
                match self { $(Self::$variant(event) => event.personal_mut(),)+ }
            }

            /// Writes the event without its personal part.
            pub fn write<S: Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$variant(event) => event.write(into),)+ }
            }

            /// Reads an event without its personal part; `None` when no family has this kind.
            pub fn read<'de, D: Deserializer<'de>>(
                kind: &str,
                from: D,
            ) -> Option<Result<Self, D::Error>> {
                match kind.split_once('.')?.0 {
                    $($name => Some($family::read(kind, from)?.map(Self::$variant)),)+
                    _ => None,
                }
            }

            /// Reads data of this kind and writes it again, in the shape in which it is stored;
            /// `None` when no family has this kind.
            pub fn rewrite<'de, D: Deserializer<'de>, S: Serializer>(
                kind: &str,
                from: D,
                into: S,
            ) -> Option<Result<S::Ok, String>> {
                match kind.split_once('.')?.0 {
                    $($name => $family::rewrite(kind, from, into),)+
                    _ => None,
                }
            }

            /// The JSON Schema of every kind, without the `sealed` field that the service adds.
            #[cfg(feature = "schema")]
            pub fn schemas() -> Vec<(&'static str, schemars::Schema)> {
                [$($family::schemas()),+].concat()
            }
        }
    };
}

families! {
    /// An event of any family.
    Event {
        /// The meeting itself: convened, its roll, its sources.
        Meeting(MeetingEvent) = "meeting",
        /// Who was invited, joined, was appointed, gave up a seat.
        People(PeopleEvent) = "people",
        /// What delegations reply: nominations.
        Reply(ReplyEvent) = "reply",
        /// The working agenda and its note.
        Agenda(AgendaEvent) = "agenda",
        /// Comments.
        Comment(CommentEvent) = "comment",
        /// Editions: prepared, returned, approved, issued.
        Paper(PaperEvent) = "paper",
        /// Sittings.
        Session(SessionEvent) = "session",
        /// Decisions put, objected to, adopted.
        Decision(DecisionEvent) = "decision",
    }
}

/// An event with who and when: one line of a meeting's history.
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
