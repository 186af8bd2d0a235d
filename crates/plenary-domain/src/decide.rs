//! How a command becomes events, or a [`Rejection`]. Pure: the same case and command, the same
//! answer.
//!
//! A command is a struct beside its rule, in the file of its family. Authority comes from the
//! meeting's own history: first that the capacity may give the command at all ([`Decide::BY`]),
//! then that the actor holds the seat, then what the rule knows. No events means that it is done
//! already: asking twice is not an error.

pub mod agenda;
pub mod comment;
pub mod decision;
pub mod meeting;
pub mod paper;
pub mod people;
pub mod reply;
mod seat;
pub mod session;

use jiff::civil::Date;

use crate::actor::Actor;
use crate::capacity::Capacity;
use crate::event::Event;
use crate::event::people::CodeHash;
use crate::meeting::Meeting;
use crate::moment::{Received, Timestamp};
use crate::roll::{DelegationCode, Standing};
use crate::text::{BoundsFault, TextField, check, check_optional};

use agenda::{AgendaCommand, AgendaFault};
use comment::{CommentCommand, CommentFault};
use decision::{DecisionCommand, DecisionFault};
use meeting::{MeetingCommand, MeetingFault};
use paper::{PaperCommand, PaperFault};
use people::{PeopleCommand, PeopleFault};
use reply::{ReplyCommand, ReplyFault};
use session::{SessionCommand, SessionFault};

/// In what a command is decided: the meeting, who gives it, and when. All of it is data.
#[derive(Clone, Debug)]
pub struct Case<'c> {
    /// The rules' state of the meeting.
    pub meeting: &'c Meeting,
    /// The service's time.
    pub at: Timestamp,
    /// Who acts.
    pub actor: &'c Actor,
    /// What a new one-time code of this request would hash to; derived, so that it is the same
    /// when the request is redelivered.
    pub fresh_code: CodeHash,
}

/// A command: who may give it, and its rule.
pub trait Decide {
    /// In which capacities it may be given at all; the only source of who may.
    const BY: &'static [Capacity];

    /// Those of [`Self::BY`] who may give just this one.
    fn by(&self) -> &'static [Capacity] {
        Self::BY
    }

    /// What happens.
    ///
    /// # Errors
    /// A [`Rejection`] says why nothing does.
    fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection>;
}

/// Writes the commands of one family as an enum.
macro_rules! commands {
    ($(#[$doc:meta])* $family:ident { $($command:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $family {
            $(#[doc = concat!("[`", stringify!($command), "`]")] $command($command),)+
        }

        impl $family {
            pub(super) fn by(&self) -> &'static [crate::capacity::Capacity] {
                match self { $(Self::$command(command) => super::Decide::by(command),)+ }
            }

            pub(super) fn decide(
                &self,
                case: &super::Case<'_>,
            ) -> Result<Vec<crate::event::Event>, super::Rejection> {
                match self { $(Self::$command(command) => super::Decide::decide(command, case),)+ }
            }
        }

        $(
            impl From<$command> for super::Command {
                fn from(command: $command) -> Self {
                    $family::$command(command).into()
                }
            }
        )+
    };
}
use commands;

/// Writes the families of commands as an enum.
macro_rules! families {
    ($(#[$doc:meta])* $of:ident { $($(#[$about:meta])* $variant:ident($family:ident),)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $of {
            $($(#[$about])* $variant($family),)+
        }

        impl $of {
            /// In which capacities it may be given.
            pub fn by(&self) -> &'static [Capacity] {
                match self { $(Self::$variant(command) => command.by(),)+ }
            }

            fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Rejection> {
                match self { $(Self::$variant(command) => command.decide(case),)+ }
            }
        }

        $(
            impl From<$family> for $of {
                fn from(command: $family) -> Self {
                    Self::$variant(command)
                }
            }
        )+
    };
}

families! {
    /// A command of any family.
    Command {
        /// Convene the meeting.
        Meeting(MeetingCommand),
        /// Invite, join, appoint, remove.
        People(PeopleCommand),
        /// Nominate and mend nominations.
        Reply(ReplyCommand),
        /// Edit the working agenda and its note.
        Agenda(AgendaCommand),
        /// Comment.
        Comment(CommentCommand),
        /// Prepare, return, approve editions.
        Paper(PaperCommand),
        /// Open and close sittings.
        Session(SessionCommand),
        /// Put, object, adopt.
        Decision(DecisionCommand),
    }
}

/// Why a command changed nothing: a closed list with data, never a sentence. The desk turns each
/// into words with the remedy. A store that is away is not a rejection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The meeting is not convened.
    NotConvened,
    /// The capacity does not reach.
    NotAllowed {
        /// In which capacity it was tried.
        capacity: Capacity,
        /// Who may.
        may: &'static [Capacity],
    },
    /// The actor does not hold the seat.
    NotHeld(Capacity),
    /// An observer tried what is for members.
    MembersOnly,
    /// Only the delegation concerned may do this.
    OtherDelegation(DelegationCode),
    /// The secretariat must say for which delegation.
    ForWhom,
    /// No such delegation on the roll.
    UnknownDelegation(DelegationCode),
    /// When something was received lies after now.
    ReceivedInFuture(Date),
    /// The received moment does not exist in the zone.
    ReceivedNowhere(Date),
    /// It was received on the day on which a deadline ends at an hour, and its own hour is not
    /// said.
    ReceivedWhen(Date),
    /// What was typed is out of bounds.
    Bounds(BoundsFault),
    /// The convocation cannot be right.
    Meeting(MeetingFault),
    /// Something about people, seats or codes.
    People(PeopleFault),
    /// Something about nominations.
    Reply(ReplyFault),
    /// Something about the working agenda.
    Agenda(AgendaFault),
    /// Something about comments.
    Comment(CommentFault),
    /// Something about editions.
    Paper(PaperFault),
    /// Something about sittings.
    Session(SessionFault),
    /// Something about decisions.
    Decision(DecisionFault),
}

macro_rules! faults {
    ($($variant:ident($fault:ident)),+ $(,)?) => {$(
        impl From<$fault> for Rejection {
            fn from(fault: $fault) -> Self {
                Self::$variant(fault)
            }
        }
    )+};
}

faults! {
    Bounds(BoundsFault), Meeting(MeetingFault), People(PeopleFault), Reply(ReplyFault),
    Agenda(AgendaFault), Comment(CommentFault), Paper(PaperFault), Session(SessionFault),
    Decision(DecisionFault),
}

/// Decides one command in its case.
///
/// # Errors
/// A [`Rejection`] says why nothing happened; the state is untouched either way.
pub fn decide(case: &Case<'_>, command: &Command) -> Result<Vec<Event>, Rejection> {
    case.authorise(command)?;
    let events = command.decide(case)?;
    // Whatever the rule of a command looked at, no text is stored that could not be read back.
    events.iter().try_for_each(Event::check_texts)?;
    Ok(events)
}

impl Case<'_> {
    fn authorise(&self, command: &Command) -> Result<(), Rejection> {
        let convening = matches!(command, Command::Meeting(MeetingCommand::Convene(_)));
        if self.meeting.convened.is_none() && !convening {
            return Err(Rejection::NotConvened);
        }
        let (capacity, may) = (self.actor.capacity, command.by());
        if !may.contains(&capacity) {
            // An observer who tries what is a mission's is told why missions alone decide.
            let for_members = capacity == Capacity::Observer && may == [Capacity::Mission];
            let not_allowed = Rejection::NotAllowed { capacity, may };
            return Err(if for_members { Rejection::MembersOnly } else { not_allowed });
        }
        if !self.meeting.people.holds(self.actor) {
            return Err(Rejection::NotHeld(capacity));
        }
        match &self.actor.acting_for {
            None => Ok(()),
            Some(_) if capacity != Capacity::Secretariat => {
                Err(Rejection::NotAllowed { capacity, may: &[Capacity::Secretariat] })
            }
            Some(code) => self.standing(code).map(|_| ()),
        }
    }

    /// As what a delegation takes part, if it is on the roll.
    fn standing(&self, code: &DelegationCode) -> Result<Standing, Rejection> {
        let line = self.meeting.on_roll(code);
        line.map(|line| line.standing).ok_or_else(|| Rejection::UnknownDelegation(code.clone()))
    }

    /// The member whose act this is; the secretariat must name it.
    fn member(&self) -> Result<&DelegationCode, Rejection> {
        let delegation = self.actor.speaks_for().ok_or(Rejection::ForWhom)?;
        match self.standing(delegation)? {
            Standing::Member => Ok(delegation),
            Standing::Observer | Standing::Organization => Err(Rejection::MembersOnly),
        }
    }

    /// What is claimed about reception must be a real moment that is not in the future.
    fn check_received(&self, received: Option<&Received>) -> Result<(), Rejection> {
        let Some(received) = received else { return Ok(()) };
        if !received.is_consistent() {
            return Err(Rejection::ReceivedNowhere(received.date));
        }
        if received.is_after(self.at) {
            return Err(Rejection::ReceivedInFuture(received.date));
        }
        let in_force = self.meeting.papers.in_force();
        let deadline = in_force.and_then(|edition| edition.agenda.deadline.as_ref());
        if deadline.is_some_and(|deadline| deadline.needs_hour(received)) {
            return Err(Rejection::ReceivedWhen(received.date));
        }
        check(TextField::Name, &received.way)?;
        Ok(check_optional(TextField::Name, received.reference.as_deref())?)
    }
}
