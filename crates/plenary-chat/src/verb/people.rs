//! Verbs about people and their seats.

use super::{Arg, ArgKind, EVERYBODY, Verb};
use plenary_domain::Capacity::{Chair, Mission, Operator, Secretariat};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        group: "people",
        name: "list",
        short: &["roster"],
        args: &[Arg::named("as-of", ArgKind::Moment)],
        who: EVERYBODY,
    },
    Verb {
        group: "people",
        name: "invite",
        short: &["invite"],
        args: &[
            Arg::rest("who").of(ArgKind::Delegation).optional(),
            Arg::named(
                "as",
                ArgKind::Choice(&["mission", "observer", "expert", "secretariat", "chair"]),
            ),
            Arg::named("name", ArgKind::Text),
            Arg::named("of", ArgKind::Delegation),
        ],
        who: &[Secretariat, Mission, Operator],
    },
    Verb {
        group: "people",
        name: "appoint",
        short: &["appoint"],
        args: &[
            Arg::positional("office", ArgKind::Choice(&["chair", "secretariat"])),
            Arg::rest("who").of(ArgKind::Person),
            Arg::named("of", ArgKind::Delegation),
        ],
        who: &[Chair, Secretariat],
    },
    Verb {
        group: "people",
        name: "remove",
        short: &[],
        args: &[Arg::positional("who", ArgKind::Person), Arg::rest("reason").in_form()],
        who: &[Secretariat, Mission],
    },
];
