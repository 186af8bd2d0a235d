//! The wishes: one imperative for each thing that people do, in the same families as the facts.

use jiff::civil::Date;

use crate::capacity::{Capacity, SeatKind};
use crate::citation::Citation;
use crate::event::comment::ItemNamed;
use crate::event::decision::Manner;
use crate::event::meeting::{Convened, RollRecorded, SourceDescribed};
use crate::event::people::CodeHash;
use crate::event::reply::DelegationRole;
use crate::ids::{CodeId, CommentId, DecisionId, EditionId, ItemId, NominationId, PersonId};
use crate::moment::{Deadline, Received};
use crate::note::Block;
use crate::personal::PersonalData;
use crate::readers::Readers;
use crate::roll::DelegationCode;

/// A wish of any family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
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

/// About the meeting itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingCommand {
    /// Convenes the meeting with its roll and the sources of its mandates.
    Convene {
        /// The meeting.
        meeting: Box<Convened>,
        /// Who is invited.
        roll: RollRecorded,
        /// Where its mandates stand.
        sources: Vec<SourceDescribed>,
    },
}

/// About people and their seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleCommand {
    /// Offers a seat by a new code.
    Invite {
        /// Which seat.
        seat: SeatKind,
        /// Whose seat; required unless it is an office.
        delegation: Option<DelegationCode>,
        /// The person whose lost code is replaced; absent for somebody new.
        person: Option<PersonId>,
        /// What is known of the person.
        who: PersonalData,
    },
    /// Takes the seat that a code opens.
    Join {
        /// The hash of the code typed.
        hash: CodeHash,
        /// The account, and perhaps a name.
        who: PersonalData,
    },
    /// Gives an office to somebody who already takes part.
    Appoint {
        /// The office.
        office: SeatKind,
        /// Who.
        person: PersonId,
        /// The delegation to which the office falls.
        delegation: Option<DelegationCode>,
    },
    /// Ends all seats of a person.
    Remove {
        /// Who.
        person: PersonId,
        /// Why.
        reason: String,
    },
    /// Gives up the seat that the code opened: the wrong person joined.
    NotMe {
        /// The code.
        code: CodeId,
    },
}

/// About answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyCommand {
    /// Names a person for the delegation that the actor speaks for.
    Nominate {
        /// The role.
        role: DelegationRole,
        /// The nomination that is replaced.
        instead_of: Option<NominationId>,
        /// When and how it arrived, if outside the chat.
        received: Option<Received>,
        /// Name, title, institution.
        who: PersonalData,
    },
    /// Corrects a spelling; not a replacement.
    Correct {
        /// The nomination.
        nomination: NominationId,
        /// The corrected fields.
        who: PersonalData,
        /// Why.
        reason: Option<String>,
    },
    /// Takes a nomination back.
    Withdraw {
        /// The nomination.
        nomination: NominationId,
        /// Why.
        reason: Option<String>,
    },
    /// Admits a late nomination.
    Admit {
        /// The nomination.
        nomination: NominationId,
        /// Why.
        reason: String,
    },
}

/// A footnote as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootnoteText {
    /// As printed.
    pub text: String,
    /// What it cites.
    pub cites: Option<Citation>,
}

/// About the working agenda. `seen` is the entry at which the person last saw what is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaCommand {
    /// Adds an item.
    Add {
        /// The item above it.
        parent: Option<ItemId>,
        /// The sibling before which it stands.
        before: Option<ItemId>,
        /// The title.
        title: String,
        /// Its mandate.
        footnote: Option<FootnoteText>,
    },
    /// Replaces a title or a footnote.
    Word {
        /// The item.
        item: ItemId,
        /// The new title, if it changes.
        title: Option<String>,
        /// The new footnote, if it changes.
        footnote: Option<FootnoteText>,
        /// The entry last seen.
        seen: u64,
    },
    /// Moves an item with its sub-items.
    Move {
        /// The item.
        item: ItemId,
        /// The item above it from now on.
        parent: Option<ItemId>,
        /// The sibling before which it stands.
        before: Option<ItemId>,
    },
    /// Removes an item with its sub-items.
    Remove {
        /// The item.
        item: ItemId,
        /// Why.
        reason: Option<String>,
    },
    /// Writes the explanatory note anew.
    Note {
        /// Its blocks.
        blocks: Vec<Block>,
        /// Until when answers are asked for.
        deadline: Option<Deadline>,
        /// The entry last seen.
        seen: u64,
    },
}

/// About comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommentCommand {
    /// Comments on an item or on the whole.
    Make {
        /// The item.
        on: Option<ItemNamed>,
        /// The comment answered.
        reply_to: Option<CommentId>,
        /// Who may read it.
        readers: Readers,
        /// The words.
        text: String,
        /// When and how it arrived, if outside the chat.
        received: Option<Received>,
    },
    /// Takes one's own comment back.
    Withdraw {
        /// The comment.
        comment: CommentId,
        /// Why.
        reason: Option<String>,
    },
}

/// About editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperCommand {
    /// Fixes the working agenda as an edition and asks the chair.
    Prepare {
        /// The symbol as it will be printed.
        symbol: String,
        /// With the explanatory note in front.
        with_note: bool,
        /// The printed date; the local day when absent.
        dated: Option<Date>,
        /// Where the text really comes from.
        authentic: Option<String>,
    },
    /// Sends a prepared edition back.
    Return {
        /// The edition.
        edition: EditionId,
        /// What is to be done.
        reason: String,
    },
    /// Approves and issues exactly the text that the desk rendered.
    Approve {
        /// The edition.
        edition: EditionId,
        /// The release of the text form.
        text_form: u32,
        /// SHA-256 of the text, 64 hexadecimal digits.
        text_sha256: String,
    },
}

/// About sittings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionCommand {
    /// Opens the next sitting.
    Open,
    /// Closes the open one.
    Close,
}

/// How a vote went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VoteCount {
    /// For.
    pub votes_for: u32,
    /// Against.
    pub votes_against: u32,
    /// Neither.
    pub abstentions: u32,
}

/// About decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionCommand {
    /// Puts a decision to the meeting.
    Put {
        /// The words.
        text: String,
        /// The edition that it would adopt.
        adopts: Option<EditionId>,
    },
    /// Objects.
    Object {
        /// The decision; the open one when absent.
        decision: Option<DecisionId>,
        /// Why.
        reason: Option<String>,
    },
    /// States that the meeting adopted it.
    Adopt {
        /// The decision; the open one when absent.
        decision: Option<DecisionId>,
        /// How.
        manner: Manner,
        /// The count of a vote.
        count: Option<VoteCount>,
    },
    /// Takes a decision back that is not adopted.
    Withdraw {
        /// The decision.
        decision: DecisionId,
        /// Why.
        reason: Option<String>,
    },
}

impl Command {
    /// In which capacities the command may be given at all. `decide` looks closer.
    pub fn allowed(&self) -> &'static [Capacity] {
        use Capacity::{Chair, Expert, Mission, Observer, Operator, Reader, Secretariat};
        match self {
            Self::Meeting(MeetingCommand::Convene { .. }) => &[Operator],
            Self::People(command) => match command {
                PeopleCommand::Invite { seat, .. } if seat.is_office() => {
                    &[Operator, Secretariat, Chair]
                }
                PeopleCommand::Invite { .. } => &[Secretariat, Mission],
                PeopleCommand::Join { .. } | PeopleCommand::NotMe { .. } => {
                    &[Reader, Chair, Secretariat, Mission, Expert, Observer]
                }
                PeopleCommand::Appoint { .. } => &[Secretariat, Chair],
                PeopleCommand::Remove { .. } => &[Secretariat, Mission],
            },
            Self::Reply(ReplyCommand::Admit { .. }) => &[Secretariat],
            Self::Reply(_) => &[Mission, Secretariat],
            Self::Agenda(_) => &[Secretariat, Chair],
            Self::Comment(_) => &[Mission, Expert, Observer, Chair, Secretariat],
            Self::Paper(PaperCommand::Prepare { .. }) => &[Secretariat],
            Self::Paper(_) => &[Chair],
            Self::Session(_) => &[Chair],
            Self::Decision(DecisionCommand::Object { .. }) => &[Mission],
            Self::Decision(_) => &[Chair],
        }
    }
}
