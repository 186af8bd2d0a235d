//! Papers made from whole histories, compared with what they must say.

mod agenda;
mod comparison;
mod data;
mod formats;
mod history;
mod record;
mod roster;
#[cfg(test)]
mod stage;
