//! Verbs that are a group of their own.

use super::{Arg, ArgKind, EVERYBODY, Verb};
use plenary_domain::Capacity::{Chair, Expert, Mission, Observer, Reader, Secretariat};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        group: "help",
        name: "",
        short: &["?"],
        args: &[Arg::rest("word").optional()],
        who: EVERYBODY,
    },
    Verb { group: "me", name: "", short: &["whoami"], args: &[], who: EVERYBODY },
    Verb {
        group: "join",
        name: "",
        short: &[],
        args: &[
            Arg::positional("code", ArgKind::Code),
            Arg::named("name", ArgKind::Text),
            Arg::named("meeting", ArgKind::Meeting),
        ],
        who: &[Reader, Chair, Secretariat, Mission, Expert, Observer],
    },
    Verb {
        group: "withdraw",
        name: "",
        short: &[],
        args: &[Arg::positional("number", ArgKind::Number), Arg::rest("reason").optional()],
        who: &[Mission, Expert, Observer, Chair, Secretariat],
    },
    Verb {
        group: "practice",
        name: "until",
        short: &[],
        args: &[Arg::rest("when"), Arg::named("meeting", ArgKind::Meeting)],
        who: EVERYBODY,
    },
];
