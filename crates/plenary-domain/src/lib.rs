//! The rules of a meeting: what may happen ([`mod@decide`]), what did happen ([`event`]), and the
//! views that follow from it ([`projection`]).
//!
//! It never waits, never asks the time, never touches a file or a network, and nothing in it is
//! random: who, when and in which capacity are data in a [`Case`]. No rule reads a personal field.
//!
//! Read first: [`event`] (what can have happened), then [`meeting`] (the state that rules look at),
//! then [`mod@decide`] (the commands, and how each becomes events or a [`Rejection`]).

#![deny(clippy::wildcard_enum_match_arm)]

pub mod actor;
pub mod agenda;
pub mod capacity;
pub mod citation;
pub mod decide;
pub mod event;
pub mod ids;
pub mod language;
pub mod ledger;
pub mod meeting;
pub mod moment;
pub mod names;
pub mod note;
pub mod personal;
pub mod projection;
pub mod readers;
pub mod reference;
pub mod roll;
pub mod stage;
mod stored;
pub mod symbol;
pub mod text;

pub use actor::Actor;
pub use capacity::{Capacity, SeatKind};
pub use decide::{Case, Command, Decide, Rejection, decide};
pub use event::{Entry, Event};
pub use ids::{
    CodeId, CommentId, DecisionId, EditionId, ItemId, NominationId, PersonId, SittingNumber,
};
pub use language::{Language, LanguageTag};
pub use meeting::Meeting;
pub use moment::{Deadline, Received, Timestamp};
pub use personal::{Personal, PersonalData};
pub use projection::Views;
pub use readers::{Reader, Readers};
pub use roll::{DelegationCode, Standing};
pub use symbol::Symbol;
