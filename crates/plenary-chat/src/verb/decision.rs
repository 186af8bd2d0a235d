//! Verbs by which the meeting decides.

use super::{Arg, ArgKind, Verb};
use plenary_domain::Capacity::{Chair, Mission};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        group: "decision",
        name: "put",
        short: &["put"],
        args: &[Arg::rest("text").optional(), Arg::named("adopts", ArgKind::Symbol)],
        who: &[Chair],
    },
    Verb {
        group: "decision",
        name: "object",
        short: &["object"],
        args: &[Arg::rest("reason").optional()],
        who: &[Mission],
    },
    Verb {
        group: "decision",
        name: "adopt",
        short: &["adopt"],
        args: &[
            Arg::positional("manner", ArgKind::Choice(&["consensus", "vote"])),
            Arg::named("for", ArgKind::Text),
            Arg::named("against", ArgKind::Text),
            Arg::named("abstaining", ArgKind::Text),
        ],
        who: &[Chair],
    },
];
