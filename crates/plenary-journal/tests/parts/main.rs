//! The parts of which every journal is made: chains, keys, seals, lines of an export, copies.
#![cfg(test)]

mod batch;
mod copy;
mod export;
mod failures;
mod keyring;
mod memory;
mod random;
mod seal;
mod stream;
mod verify;
