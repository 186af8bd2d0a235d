//! Verbs about sittings.

use super::Verb;
use plenary_domain::Capacity::Chair;

pub(super) const VERBS: &[Verb] = &[
    Verb { group: "session", name: "open", short: &[], args: &[], who: &[Chair] },
    Verb { group: "session", name: "close", short: &[], args: &[], who: &[Chair] },
];
