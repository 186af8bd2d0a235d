//! Makes a request happen once: decides it on the meeting's history, appends the facts, and keeps
//! the views warm.
//!
//! It never makes a sentence, never knows a platform, and never decides by itself: the rules do.
//! It is the only crate that translates events to bytes and back.
//!
//! Read first: [`service`] (what can be asked of it), then `turn` (how one meeting's requests are
//! decided in order and appended), then [`codec`] (facts to bytes and back).

#![deny(clippy::wildcard_enum_match_arm)]

pub mod archive;
pub mod as_of;
pub mod channel;
pub mod clock;
pub mod code;
pub mod codec;
pub mod delivery;
pub mod draft;
mod installation;
pub mod meeting_state;
pub mod outcome;
pub mod ports;
pub mod request;
pub mod request_name;
pub mod service;
mod system_stream;
mod turn;

pub use as_of::AsOf;
pub use channel::{Bound, Channel, Places};
pub use clock::{Clock, SetClock, SystemClock};
pub use codec::{TranslateError, Translator};
pub use delivery::Deliveries;
pub use draft::{Draft, DraftId};
pub use outcome::{ExecuteError, Failure, Outcome};
pub use ports::Ports;
pub use request::Request;
pub use request_name::RequestName;
pub use service::{Freshness, Service};
