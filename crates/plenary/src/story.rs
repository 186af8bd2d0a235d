//! Stories: meetings written as what people say, with what they then see.
//!
//! A story is a test, a demonstration and a way to type in what happened on paper. Each line has a
//! name that follows from the story up to it, so a story played again adds nothing and a cut one
//! resumes (docs/stored-form.md, Request names).

pub mod parse;
pub mod player;

pub use parse::{Expected, Moment, Said, Story, StoryLine};
pub use player::{Played, Player};
