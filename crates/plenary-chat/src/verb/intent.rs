//! What a line means.

use plenary_domain::event::comment::ItemNamed;
use plenary_domain::{Command, DelegationCode, EditionId, ItemId, Language, Timestamp};

/// What a line means.
#[derive(Clone, Debug)]
pub(crate) enum Intent {
    /// Something is to be done, perhaps for another delegation.
    Do(Box<Command>, Option<DelegationCode>),
    /// A text is to be shown to its author before it is sent.
    Preview(Box<Command>, Option<DelegationCode>),
    /// The chair is asked once more before this edition is issued.
    Confirm(EditionId),
    /// An item number means two things since the last edition: which one?
    Which(Vec<Choice>),
    /// The place is to be for this meeting, and perhaps told what happens in it.
    Here(Option<bool>),
    /// The clock of a practice meeting is to go on to this moment.
    Practice(Timestamp),
    /// Something is to be shown.
    Show(Show),
}

impl Intent {
    /// A command of the asker's own.
    pub(crate) fn does(command: Command) -> Self {
        Self::Do(Box::new(command), None)
    }
}

/// One meaning of an item number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The item.
    pub(crate) on: ItemNamed,
    /// The edition in which it had the number that was typed.
    pub(crate) had_it_in: EditionId,
}

/// What is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Show {
    Help(Option<String>),
    Me,
    Meeting,
    People,
    Replies(Option<DelegationCode>),
    Agenda(Which, Option<ItemId>),
    Coverage,
    Compare(EditionId),
    Comments(Option<ItemId>),
    Papers,
    Paper(EditionId, Option<Language>),
    Roster,
    Record,
    History,
    Check(Option<String>),
}

/// Which agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    InForce,
    Working,
    Edition(EditionId),
}
