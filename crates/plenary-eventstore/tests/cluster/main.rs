//! The journal in a cluster, on the stand-in: what every journal promises, every weakness that was
//! found in clients of this store, and every fault that the stand-in can play.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod client;
mod contract;
mod doors;
mod following;
mod leaders;
mod server;
mod silence;
mod stage;
mod wire;
