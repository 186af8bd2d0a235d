//! Refusals: a closed list with data, never a sentence.
//!
//! The desk turns each into words with the remedy. A store that is away is not a refusal.

use jiff::civil::Date;

use crate::capacity::{Capacity, SeatKind};
use crate::ids::{CommentId, DecisionId, EditionId, ItemId, NominationId, PersonId, SittingNumber};
use crate::moment::Timestamp;
use crate::roll::DelegationCode;
use crate::text::TextField;

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing in it.
    Empty,
    /// Too long.
    TooLong {
        /// Its length.
        chars: usize,
        /// The bound.
        chars_max: usize,
    },
    /// A control character that is not the line break.
    Control {
        /// Its code point.
        code: u32,
    },
}

/// What there may be only so many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Items on one level.
    Items,
    /// Levels of sub-items.
    Levels,
    /// Blocks of the note.
    NoteBlocks,
    /// Topics of a question.
    Topics,
    /// Lines of the roll.
    RollLines,
    /// Lines of a masthead or title.
    Lines,
}

/// What a convocation got wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConvocationFault {
    /// The zone is not in the zone database.
    Zone(String),
    /// The last day is before the first.
    Days,
    /// No language, or the original is not among them.
    Languages,
    /// The symbol style has no place for the number.
    SymbolStyle,
    /// The roll is empty.
    EmptyRoll,
    /// A code stands twice on the roll.
    DoubleCode(DelegationCode),
    /// A source without paragraphs.
    EmptySource(String),
}

/// Why a code opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// No code of this meeting.
    Unknown,
    /// Somebody has used it.
    Used,
    /// A newer code took its place.
    Replaced,
    /// It ran out then.
    Expired(Timestamp),
}

/// Why a request changed nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The meeting is not convened.
    NotConvened,
    /// The meeting is convened already.
    AlreadyConvened,
    /// The convocation cannot be right.
    Convocation(ConvocationFault),
    /// The actor does not hold the seat.
    NotHeld(Capacity),
    /// The capacity does not reach.
    NotAllowed {
        /// In which capacity it was tried.
        capacity: Capacity,
        /// Who may.
        may: &'static [Capacity],
    },
    /// An observer tried what is for members.
    MembersOnly,
    /// Only the delegation concerned may do this.
    OtherDelegation(DelegationCode),
    /// The secretariat must say for which delegation.
    ForWhom,
    /// No such delegation on the roll.
    UnknownDelegation(DelegationCode),
    /// A seat of a delegation needs the delegation; or a member's seat was asked for an observer.
    SeatNeedsDelegation(SeatKind),
    /// The seat does not fit the delegation's standing.
    SeatMismatch {
        /// The seat.
        seat: SeatKind,
        /// The delegation.
        delegation: DelegationCode,
    },
    /// There is a chair already; only the chair hands over.
    ChairHeld,
    /// Only chair and secretariat are offices.
    NotAnOffice,
    /// No such person in this meeting.
    UnknownPerson(PersonId),
    /// The code opens nothing.
    Code(CodeFault),
    /// A text is out of bounds.
    Text {
        /// What it is.
        field: TextField,
        /// What is wrong.
        fault: TextFault,
    },
    /// Too many.
    TooMany {
        /// Of what.
        what: Counted,
        /// The bound.
        max: usize,
    },
    /// Nothing to correct was given.
    NothingGiven,
    /// No such nomination.
    UnknownNomination(NominationId),
    /// The nomination is no longer in place.
    NominationGone(NominationId),
    /// The nomination was not late.
    NotLate(NominationId),
    /// When something was received lies after now.
    ReceivedInFuture(Date),
    /// The received moment does not exist in the zone.
    ReceivedNowhere(Date),
    /// No such item on the working agenda.
    UnknownItem(ItemId),
    /// An item cannot stand below or before itself, or before an item of another level.
    ItemPlace(ItemId),
    /// Somebody changed the item since it was last seen.
    ChangedSince {
        /// The item; absent for the note.
        item: Option<ItemId>,
        /// The entry that changed it.
        entry: u64,
        /// The words that stand there now.
        theirs: String,
        /// The words that were sent; they are not lost.
        yours: String,
    },
    /// The agenda is adopted; only the meeting changes it.
    AgendaAdopted(DecisionId),
    /// A citation names a paragraph that the source does not have.
    UnknownParagraph {
        /// The source.
        source: String,
        /// The paragraph.
        paragraph: u32,
        /// How many there are.
        paragraphs: u32,
    },
    /// No such comment.
    UnknownComment(CommentId),
    /// The comment was withdrawn.
    CommentWithdrawn(CommentId),
    /// Only the author withdraws a comment.
    NotAuthor(CommentId),
    /// A reply cannot have more readers than what it answers.
    ReadersWider(CommentId),
    /// The working agenda is empty.
    EmptyAgenda,
    /// The working agenda has no note.
    NoNote,
    /// The symbol is not of this series or not in its style.
    SymbolStyle {
        /// As given.
        given: String,
        /// What would be right.
        expected: String,
    },
    /// An edition with this symbol was issued.
    SymbolTaken {
        /// As given.
        given: String,
        /// The next free one.
        expected: String,
    },
    /// Another edition waits for the chair.
    EditionWaits(EditionId),
    /// Nothing changed since the last edition.
    NothingChanged(EditionId),
    /// No such edition.
    UnknownEdition(EditionId),
    /// The edition is not waiting for the chair any more.
    EditionNotWaiting(EditionId),
    /// The hash is not 64 hexadecimal digits.
    BadTextHash,
    /// The edition was not issued, or is not the one in force.
    NotInForce(EditionId),
    /// Sittings open on the first day at the earliest.
    TooEarly(Date),
    /// A sitting is open already; `decide` answers "already so" to a repeated wish only.
    NoSitting,
    /// Decisions need an open sitting.
    NeedsSitting,
    /// Another decision is open.
    DecisionOpen(DecisionId),
    /// No decision is open.
    NoDecision,
    /// No such decision.
    UnknownDecision(DecisionId),
    /// Members objected: no consensus.
    NoConsensus {
        /// The decision.
        decision: DecisionId,
        /// Who objected.
        by: Vec<DelegationCode>,
    },
    /// A vote needs its count, and more for than against.
    VoteCount,
    /// The sitting is still busy with an open decision.
    SittingBusy {
        /// The sitting.
        sitting: SittingNumber,
        /// The decision.
        decision: DecisionId,
    },
}
