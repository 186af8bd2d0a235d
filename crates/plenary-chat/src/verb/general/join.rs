//! `join CODE`: takes the seat that a one-time code opens.

use plenary_domain::Capacity::{Chair, Expert, Mission, Observer, Reader, Secretariat};
use plenary_domain::command::PeopleCommand;
use plenary_domain::{Command, PersonalData};
use plenary_service::code::Code;

use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::Intent;
use crate::verb::row::{Context, ParseError, Verb, WithoutMeeting};

pub(super) static VERB: Verb =
    Verb::new("join", &[Reader, Chair, Secretariat, Mission, Expert, Observer], means)
        .args(&[
            Arg::positional("code", ArgKind::Code),
            Arg::named("name", ArgKind::Text),
            Arg::named("meeting", ArgKind::Meeting),
        ])
        .without_meeting(WithoutMeeting::KnowsNoCode);

/// Joining needs only the code; the desk adds the account.
fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    // What was typed may be a code with a typing error; it is not repeated in a sentence.
    let bad = || ParseError::bad("code", "", "expected-code");
    let hash = Code::parse(args.required("code")).ok_or_else(bad)?.hash();
    let who = PersonalData { name: args.text("name"), ..PersonalData::default() };
    Ok(Intent::does(Command::People(PeopleCommand::Join { hash, who })))
}
