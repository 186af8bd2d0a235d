//! What official papers say, from the views of a meeting: papers as structures, their words and
//! dates in four languages, and how a structure is printed as text, Markdown and HTML.
//!
//! It never asks the time, never reads or writes a file, never waits, and never looks at the
//! machine's language: a paper is a pure function of views, readable keys, readers, language and
//! release. It never translates what people wrote.
//!
//! Read first: [`paper`] (what a paper is made of), then [`agenda`] (the paper that the project
//! exists for), then [`print()`].

#![deny(clippy::wildcard_enum_match_arm)]

pub mod agenda;
mod context;
pub mod data;
pub mod history;
pub mod paper;
pub mod presentations;
pub mod print;
pub mod record;
pub mod roster;
pub mod words;

pub use history::Certified;
pub use paper::{Block, Inline, Paper, Text};
pub use print::{Format, print, print_wrapped};
