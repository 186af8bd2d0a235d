//! Verbs by which delegations reply to the note.

mod admit;
mod correct;
mod nominate;
mod show;

use plenary_domain::{NominationId, PersonalData};

use super::args::Args;
use super::lookup::id;
use super::row::{ParseError, Verb};

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &nominate::VERB, &correct::VERB, &admit::VERB];

/// The number of a nomination, as typed.
fn nomination(typed: &str) -> Result<NominationId, ParseError> {
    id("number", typed, "expected-nomination")
}

/// What a mission says of a person.
fn personal_data(args: &Args) -> PersonalData {
    PersonalData {
        name: args.text("name"),
        title: args.text("title"),
        institution: args.text("institution"),
        contact: args.text("contact"),
        account: None,
    }
}
