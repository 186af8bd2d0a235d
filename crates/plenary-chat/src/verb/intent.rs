//! What a line means.

use jiff::civil::Date;
use plenary_domain::capacity::Seat;
use plenary_domain::decide::comment::Make;
use plenary_domain::decide::decision::VoteCount;
use plenary_domain::decide::people::Remove;
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::{Command, DecisionId, DelegationCode, EditionId, PersonId, Timestamp};

use crate::render::RenderContext;
use crate::response::Response;
use crate::seats::Seats;

/// What a line means.
pub(crate) enum Intent {
    /// Something is to be done, perhaps for another delegation.
    Do(Box<Command>, Option<DelegationCode>),
    /// A comment is to be shown to its author before it is sent.
    Preview(Box<Make>, Option<DelegationCode>),
    /// Something is to be done once the asker has said yes to this question.
    Ask(Question, Box<Command>, Option<DelegationCode>),
    /// An item number means two things since the last edition: which one?
    Which(Vec<Choice>),
    /// The place is to be for this meeting, and perhaps told what happens in it.
    Here(Option<bool>),
    /// The clock of a practice meeting is to go on to this moment.
    Practice(Timestamp),
    /// Something is to be shown.
    Show(Show),
}

/// What is shown.
pub(crate) enum Show {
    /// Something made of the views.
    Of(View),
    /// The working agenda; the asker has then seen what stands there.
    Agenda(View),
    /// Every entry with its digest.
    History,
    /// Whether the chain holds, perhaps against a head that was kept elsewhere.
    Check(Option<String>),
}

/// What is shown, made of the views as the asker may see them.
pub(crate) type View = Box<dyn FnOnce(&RenderContext<'_>, &Seats) -> Response + Send>;

impl Intent {
    /// A command of the asker's own.
    pub(crate) fn does(command: impl Into<Command>) -> Self {
        Self::does_for(command, None)
    }

    /// A command, perhaps for another delegation.
    pub(crate) fn does_for(
        command: impl Into<Command>,
        delegation: Option<DelegationCode>,
    ) -> Self {
        Self::Do(Box::new(command.into()), delegation)
    }

    /// A command of the asker's own, after this question.
    pub(crate) fn asks(question: Question, command: impl Into<Command>) -> Self {
        Self::Ask(question, Box::new(command.into()), None)
    }

    /// Something to show.
    pub(crate) fn shows(
        view: impl FnOnce(&RenderContext<'_>) -> Response + Send + 'static,
    ) -> Self {
        Self::Show(Show::Of(Box::new(move |cx, _| view(cx))))
    }
}

/// What the asker is asked once more: what may be a slip, and what cannot be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Question {
    /// A reply is said to have been received before the note was issued.
    OlderThanNote {
        /// When it was received.
        received: Date,
        /// When the note was issued.
        issued: Date,
    },
    /// An edition is to go out to the delegations.
    Issue(EditionId),
    /// An office is to pass to somebody.
    Appoint(PersonId, Seat),
    /// Somebody is to lose these seats.
    Remove(Remove, Vec<Seat>),
    /// A decision is to count as adopted by consensus.
    Adopt(DecisionId),
    /// A decision is to count as voted on like this.
    Vote(DecisionId, VoteCount),
}

/// One meaning of an item number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The item.
    pub(crate) on: ItemNamed,
    /// The edition in which it had the number that was typed.
    pub(crate) had_it_in: EditionId,
}
