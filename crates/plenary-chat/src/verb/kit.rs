//! What the file of a verb is written with.

pub(super) use super::arg::{Arg, ArgKind, Numbered};
pub(super) use super::args::Args;
pub(super) use super::intent::{Intent, Show};
pub(super) use super::one_of::OneOf;
pub(super) use super::row::{Context, EVERYBODY, LINES, ParseError, Verb, WithoutMeeting};
pub(super) use crate::action::Action;
pub(super) use crate::messages::{self, help};
pub(super) use crate::press::Press;
pub(super) use crate::render::RenderContext;
pub(super) use crate::response::{Audience, Notice, Part, Response, Tone};
pub(super) use crate::utterance::Utterance;
pub(super) use plenary_domain::{Actor, Capacity, Decide, Views};
