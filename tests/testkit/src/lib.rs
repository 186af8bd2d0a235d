//! What the tests of several crates share: the promises of the journal's port, as tests.
//!
//! It never stands in anything that is released: only tests depend on it.
//!
//! Read first: [`contract`].

pub mod contract;
