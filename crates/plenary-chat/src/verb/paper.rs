//! Verbs about editions of papers.

use super::{Arg, ArgKind, EVERYBODY, Verb};
use plenary_domain::Capacity::{Chair, Secretariat};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        group: "paper",
        name: "get",
        short: &["get"],
        args: &[
            Arg::rest("name").of(ArgKind::Symbol).optional(),
            Arg::named("format", ArgKind::Choice(&["text", "markdown", "html"])),
            Arg::named("lang", ArgKind::Choice(&["en", "es", "fr", "pt"])),
        ],
        who: EVERYBODY,
    },
    Verb {
        group: "paper",
        name: "prepare",
        short: &["prepare"],
        args: &[
            Arg::positional("kind", ArgKind::Choice(&["agenda"])),
            Arg::rest("symbol"),
            Arg::named("with", ArgKind::Choice(&["note", "agenda"])),
            Arg::named("dated", ArgKind::Day),
            Arg::named("authentic", ArgKind::Text),
        ],
        who: &[Secretariat],
    },
    Verb {
        group: "paper",
        name: "approve",
        short: &["approve"],
        args: &[Arg::rest("symbol").of(ArgKind::Symbol).optional()],
        who: &[Chair],
    },
    Verb {
        group: "paper",
        name: "return",
        short: &[],
        args: &[Arg::positional("symbol", ArgKind::Symbol), Arg::rest("reason").in_form()],
        who: &[Chair],
    },
];
