//! The program as its users run it: the very binary, in a folder of its own, judged by what it
//! prints, by how it ends, and by what is in the journal afterwards.
#![cfg(test)]

mod archive;
mod cluster;
mod copies;
mod damage;
mod doctor;
mod doors;
mod duty;
mod far;
mod files;
mod flips;
mod foreign;
mod handover;
mod interrupted;
mod judges;
mod keys;
mod outage;
mod papers;
mod pipe;
mod refusals;
mod second;
mod serve;
mod served;
mod show;
mod stage;
mod stories;
mod talk;
