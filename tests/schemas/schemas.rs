//! The published form of every fact: a JSON Schema of each kind, checked in, and one frozen sample
//! of each that must be read for ever (docs/stored-form.md, Kind; `schemas/CHANGES.md`).
//!
//! `UPDATE_SCHEMAS=1 cargo test -p plenary-tests --test schemas` writes the schemas again, and the
//! samples of kinds that have none; a sample that is there is never written again.
#![cfg(test)]

mod facts;
mod frozen;
mod generated;
mod newer;
mod platform;
mod shelf;
