//! The service as its callers see it: requests that happen once, views that are true, archives
//! that verify, and what becomes of all this when the store, the keys or the clock misbehave.
#![cfg(test)]

mod accounts;
mod archive;
mod clock;
mod code;
mod damage;
mod drafts;
mod faults;
mod meeting;
mod newer;
mod once;
mod race;
mod sealing;
mod settle;
mod stage;
mod views;
mod withheld;
