//! Verbs by which delegations answer the note.

use super::{Arg, ArgKind, EVERYBODY, Verb};
use plenary_domain::Capacity::{Mission, Secretariat};

/// The roles in a delegation, as typed.
const ROLES: ArgKind = ArgKind::Choice(&["expert", "head", "alternate", "adviser"]);

pub(super) const VERBS: &[Verb] = &[
    Verb {
        group: "reply",
        name: "show",
        short: &["replies", "answers"],
        args: &[Arg::rest("delegation").of(ArgKind::Delegation).optional()],
        who: EVERYBODY,
    },
    Verb {
        group: "reply",
        name: "nominate",
        short: &["nominate"],
        args: &[
            Arg::positional("role", ROLES).optional(),
            Arg::named("name", ArgKind::Text).in_form(),
            Arg::named("title", ArgKind::Text).in_form(),
            Arg::named("institution", ArgKind::Text).in_form(),
            Arg::named("contact", ArgKind::Text),
            Arg::named("instead-of", ArgKind::Number),
            Arg::named("for", ArgKind::Delegation),
            Arg::named("received", ArgKind::Text),
        ],
        who: &[Mission, Secretariat],
    },
    Verb {
        group: "reply",
        name: "correct",
        short: &[],
        args: &[
            Arg::positional("number", ArgKind::Number),
            Arg::named("name", ArgKind::Text),
            Arg::named("title", ArgKind::Text),
            Arg::named("institution", ArgKind::Text),
            Arg::named("contact", ArgKind::Text),
            Arg::named("for", ArgKind::Delegation),
            Arg::named("reason", ArgKind::Text),
        ],
        who: &[Mission, Secretariat],
    },
    Verb {
        group: "reply",
        name: "admit",
        short: &["admit"],
        args: &[Arg::positional("number", ArgKind::Number), Arg::rest("reason").in_form()],
        who: &[Secretariat],
    },
];
