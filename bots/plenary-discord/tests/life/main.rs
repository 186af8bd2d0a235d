//! The bot's life against a small Discord: what it answers, in what time, and what it does when
//! something goes wrong. Every body that it sends is judged.
#![cfg(test)]

mod ending;
mod examining;
mod faults;
mod gateway;
mod hostile;
mod meeting;
mod private;
mod secrets;
mod slow;
mod stage;
mod talking;
mod timing;
