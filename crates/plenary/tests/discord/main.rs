//! The program on Discord: the very binary as a bot, on a small Discord on loopback that is judged
//! by Discord's own specification, with people who type, press and fill in forms.
#![cfg(test)]

mod away;
mod bot;
mod facts;
mod hostile;
mod line;
mod people;
mod places;
mod stories;
mod story;
