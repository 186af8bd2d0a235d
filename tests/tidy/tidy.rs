//! Tidy: the laws of the house that a compiler cannot hold, each as a test whose name is the law.
//!
//! Every check is a function from text (or from what `cargo metadata` says) to complaints, so each
//! stands beside a bad sample that it must find. A complaint names the place and the remedy.

mod arrows;
mod borders;
mod circles;
mod complaint;
mod languages;
mod leftovers;
mod licences;
mod modules;
mod names;
mod openings;
mod pages;
mod plain;
mod plain_words;
mod purity;
mod reached;
mod rooms;
mod sizes;
mod top_level;
mod tree;
