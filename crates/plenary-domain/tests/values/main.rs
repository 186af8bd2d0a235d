//! The values that rules and views are made of: read from a text, written back, and refused.
#![cfg(test)]

mod citation;
mod ids;
mod language;
mod moment;
mod names;
mod reference;
mod symbol;
mod text;
