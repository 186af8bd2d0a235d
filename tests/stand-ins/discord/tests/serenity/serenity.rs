//! An unmodified client, which knows nothing of the stand-in, plays a small bot through it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod bot;
mod connections;
mod hands;
mod places;
mod program;
mod refusals;
mod rules;
