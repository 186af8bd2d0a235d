//! `help`: what one can do now; with a word, how it is said.

use crate::verb::EVERYBODY;
use crate::verb::arg::Arg;
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show};
use crate::verb::row::{Context, ParseError, Verb, WithoutMeeting};

pub(super) static VERB: Verb = Verb::new("help", EVERYBODY, means)
    .short(&["?"])
    .args(&[Arg::rest("word").optional()])
    .without_meeting(WithoutMeeting::Works);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Show(Show::Help(args.text("word"))))
}
