//! A stand-in for an EventStoreDB (KurrentDB) cluster: the real protocol, generated from the
//! client's protocol files, over one log in memory that its nodes share.
//!
//! It never writes to a disk, never elects anybody by itself, and never claims to be the server:
//! it is written from the protocol, and `tests/judged.rs` has an independent client judge it.
//!
//! Read first: [`log`] (the rule of an append), then [`fault`] (what a test can make go wrong),
//! then [`cluster`] (how nodes start, stop and hand over).
#![expect(clippy::result_large_err, reason = "a status is what the protocol's own traits return")]

pub mod bare;
pub mod cluster;
pub mod fault;
mod filter;
mod gossip;
pub mod log;
mod node;
mod protocol;
mod reading;
mod refusal;
mod streams;
mod verdicts;

pub use cluster::{Cluster, Options, Tls};
pub use fault::{AppendFault, Ending, Faults, Malformed, Quirk};
