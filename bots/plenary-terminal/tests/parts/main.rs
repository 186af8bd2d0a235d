//! The parts of a terminal: numbered choices, codes that are hidden, lines that are wrapped.
#![cfg(test)]

mod codes;
mod numbers;
mod wrap;
