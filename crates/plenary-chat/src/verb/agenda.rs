//! Verbs about the agenda and its note.

use super::{Arg, ArgKind, EVERYBODY, Verb};
use plenary_domain::Capacity::{Chair, Secretariat};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        group: "agenda",
        name: "show",
        short: &["agenda"],
        args: &[
            Arg::positional("edition", ArgKind::Symbol).optional(),
            Arg::named("item", ArgKind::Item),
            Arg::named("as-of", ArgKind::Moment),
            Arg::named("view", ArgKind::Choice(&["agenda", "coverage", "draft"])),
        ],
        who: EVERYBODY,
    },
    Verb {
        group: "agenda",
        name: "compare",
        short: &["compare"],
        args: &[Arg::positional("edition", ArgKind::Symbol).optional()],
        who: EVERYBODY,
    },
    Verb {
        group: "agenda",
        name: "edit",
        short: &["edit"],
        args: &[
            Arg::positional("what", ArgKind::Choice(&["add", "word", "move", "remove"])),
            Arg::positional("item", ArgKind::Item).optional(),
            Arg::rest("text").optional(),
            Arg::named("under", ArgKind::Item),
            Arg::named("before", ArgKind::Item),
            Arg::named("footnote", ArgKind::Text),
            Arg::named("cites", ArgKind::Text),
        ],
        who: &[Secretariat, Chair],
    },
    Verb {
        group: "agenda",
        name: "note",
        short: &[],
        args: &[
            Arg::lines("paragraph"),
            Arg::lines("question"),
            Arg::lines("topic"),
            Arg::lines("deadline"),
        ],
        who: &[Secretariat, Chair],
    },
];
