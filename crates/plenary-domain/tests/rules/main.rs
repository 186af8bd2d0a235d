//! What may happen in a meeting, told as given / when / then: a file for each family of commands, a
//! table of who may do what, and a table in which every refusal occurs.
#![cfg(test)]

mod agenda;
mod authority;
mod codes;
mod commands;
mod comment;
mod constellations;
mod decision;
mod meeting;
mod paper;
mod people;
mod presentation;
mod refusals;
mod reply;
mod room;
mod scenario;
mod seats;
mod session;
mod vote;
