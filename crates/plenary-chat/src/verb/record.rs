//! Verbs about the record.

use super::{Arg, ArgKind, EVERYBODY, Verb};

pub(super) const VERBS: &[Verb] = &[
    Verb {
        group: "record",
        name: "show",
        short: &["record"],
        args: &[Arg::named("as-of", ArgKind::Moment)],
        who: EVERYBODY,
    },
    Verb {
        group: "record",
        name: "check",
        short: &[],
        args: &[Arg::rest("seal").optional()],
        who: EVERYBODY,
    },
];
