//! A small Discord on loopback: the gateway and the REST routes that a bot for meetings needs, in
//! memory, with people who type and press, with faults on demand, and with judges of every body
//! that the bot sent.
//!
//! It never speaks to Discord, never writes to a disk, and never claims to be Discord: it is
//! written from Discord's documentation, and an unmodified client judges it in its tests.
//!
//! What it leaves out: voice, reactions, polls, stickers, the newer components (labels in forms,
//! containers), lists of people in `select`, attachments as options of commands, installations on
//! users, real rate limits, compression, guild commands' own permissions, and interactions over
//! HTTP. Mentions are judged more strictly than Discord does: what looks like one counts.
//!
//! Read first: [`Discord`] (how to start it), then [`User`] (what people do), then [`judge`] (what
//! is asked of the bot), then [`fault`] and [`gateway`](Discord#the-gateway) (what can go wrong).

mod discord;
mod driver;
pub mod fault;
mod gateway;
pub mod judge;
mod listen;
mod options;
pub mod permission;
pub mod record;
mod refusal;
mod rest;
mod shared;
mod world;

pub use discord::Discord;
pub use driver::asked::{Asked, Failure};
pub use driver::place::{Channel, Guild};
pub use driver::shown::{Button, Input, Modal, Select, Shown};
pub use driver::user::{Choice, ClientWouldRefuse, User};
pub use fault::{Faults, RestFault};
pub use gateway::Counted;
pub use options::Options;
pub use record::Record;
pub use world::{File, Ping};
