//! Verbs about comments.

use super::{Arg, ArgKind, EVERYBODY, Verb};
use plenary_domain::Capacity::{Chair, Expert, Mission, Observer, Secretariat};

/// Who may read a comment, as typed.
const READERS: ArgKind = ArgKind::Choice(&["delegations", "secretariat", "public"]);

pub(super) const VERBS: &[Verb] = &[
    Verb {
        group: "comment",
        name: "add",
        short: &["comment"],
        args: &[
            Arg::positional("item", ArgKind::Item).optional(),
            Arg::rest("text").in_form().of_message(),
            Arg::named("to", ArgKind::Number),
            Arg::named("readers", READERS),
            Arg::named("for", ArgKind::Delegation),
            Arg::named("received", ArgKind::Text),
        ],
        who: &[Expert, Mission, Observer, Chair, Secretariat],
    },
    Verb {
        group: "comment",
        name: "list",
        short: &["comments"],
        args: &[Arg::positional("item", ArgKind::Item).optional()],
        who: EVERYBODY,
    },
];
