//! Verbs about the meeting itself.

use super::{Arg, ArgKind, EVERYBODY, Verb};
use plenary_domain::Capacity::{Chair, Operator, Secretariat};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        group: "meeting",
        name: "show",
        short: &["meeting"],
        args: &[Arg::named("as-of", ArgKind::Moment)],
        who: EVERYBODY,
    },
    Verb {
        group: "meeting",
        name: "here",
        short: &[],
        args: &[
            Arg::positional("meeting", ArgKind::Meeting),
            Arg::named("announce", ArgKind::Choice(&["yes", "no"])),
        ],
        who: &[Secretariat, Chair],
    },
    Verb {
        group: "meeting",
        name: "convene",
        short: &["convene"],
        args: &[
            Arg::lines("title"),
            Arg::lines("body"),
            Arg::lines("ordinal"),
            Arg::lines("masthead"),
            Arg::lines("class"),
            Arg::lines("symbols"),
            Arg::lines("revisions"),
            Arg::lines("mandate"),
            Arg::lines("days"),
            Arg::lines("place"),
            Arg::lines("zone"),
            Arg::lines("languages"),
            Arg::lines("original"),
            Arg::lines("fictional"),
            Arg::lines("clock"),
            Arg::lines("roll"),
            Arg::lines("member"),
            Arg::lines("observer"),
            Arg::lines("organization"),
            Arg::lines("source"),
        ],
        who: &[Operator],
    },
];
