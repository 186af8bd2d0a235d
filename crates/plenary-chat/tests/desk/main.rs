//! The desk as people meet it: lines and presses in, responses out, on a journal in memory.
#![cfg(test)]

mod asking;
mod clean;
mod clock;
mod confirming;
mod drafts;
mod forms;
mod frail;
mod moments;
mod names;
mod papers;
mod platform;
mod presentations;
mod press;
mod reading;
mod room;
mod seats;
mod showing;
mod stage;
mod suggesting;
mod truth;
mod unanswered;
