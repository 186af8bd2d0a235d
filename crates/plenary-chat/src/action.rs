//! What a button or a form means: typed, made into the text of a press, and read from it once.
//!
//! A new button is a line here and a branch in `desk/pressing.rs`; without the branch nothing
//! compiles.

use plenary_domain::ids::PresentationId;
use plenary_domain::{CodeId, CommentId, DecisionId, EditionId, ItemId};
use plenary_service::DraftId;

use crate::utterance::Utterance;

/// How a button looks, where buttons look different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// It goes on with what was begun.
    Forward,
    /// It takes something away.
    Backward,
    /// It does neither.
    Plain,
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:literal($of:ty) $style:ident,)+) => {
        /// What a button or a form means.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Action {
            $($(#[$doc])* $name($of),)+
        }

        impl Action {
            /// How its button looks.
            pub fn style(&self) -> Style {
                match self {
                    $(Self::$name(_) => Style::$style,)+
                }
            }

            /// The word for it and what it is done to, as a press writes them.
            pub(crate) fn write(&self) -> (String, String) {
                match self {
                    $(Self::$name(of) => {
                        let (more, id) = of.write();
                        (format!("{}{more}", $word), id)
                    })+
                }
            }

            /// Reads what [`Action::write`] wrote.
            pub(crate) fn read(word: &str, id: &str) -> Option<Self> {
                $(if let Some(more) = word.strip_prefix($word)
                    && let Some(of) = <$of>::read(more, id)
                {
                    return Some(Self::$name(of));
                })+
                None
            }
        }
    };
}

actions! {
    /// Sends a draft to the readers that it names.
    CommentSend = "comment.send"(DraftId) Forward,
    /// Sends a draft to the secretariat alone.
    CommentSendPrivate = "comment.send-private"(DraftId) Plain,
    /// Discards a draft.
    CommentDrop = "comment.drop"(DraftId) Backward,
    /// Says which item a draft is about.
    CommentOn = "comment.on-"(ItemOfDraft) Plain,
    /// Does what a draft holds: yes, said to what was asked once more.
    DraftEnter = "draft.enter"(DraftId) Forward,
    /// Leaves everything as it is: no, said to what was asked once more.
    DraftNo = "draft.no"(DraftId) Plain,
    /// Withdraws a comment.
    CommentWithdraw = "comment.withdraw"(CommentId) Backward,
    /// Shows an edition.
    PaperRead = "paper.read"(EditionId) Plain,
    /// Asks the Chair once more before an edition is issued.
    PaperApprove = "paper.approve"(EditionId) Forward,
    /// Sends an edition back; its form asks for the reason.
    PaperReturn = "paper.return"(EditionId) Plain,
    /// Objects to a decision.
    DecisionObject = "decision.object"(DecisionId) Backward,
    /// Says that a code was used by somebody else.
    PeopleNotMe = "people.not-me"(CodeId) Backward,
    /// Shows the asker's own replies.
    ReplyShow = "reply.show"(EditionId) Plain,
    /// Requests what an expert of the delegation asked.
    ReplyConfirm = "reply.confirm"(PresentationId) Forward,
    /// Says that the machine's clock is right.
    ClockRight = "clock.right"(u64) Forward,
    /// Opens the form of a verb, or sends it, with what was said already.
    Form = "form."(Utterance) Plain,
    /// Opens a form that was refused, with what was typed into it.
    FormAgain = "again"(DraftId) Forward,
    /// Shows to everybody what a verb shows.
    Share = "share."(Utterance) Plain,
}

/// One of the items that a draft may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemOfDraft {
    /// The item.
    pub item: ItemId,
    /// The draft.
    pub draft: DraftId,
}

/// What an action is done to: what follows the action's word, and the id.
trait Payload: Sized {
    fn write(&self) -> (String, String);
    fn read(more: &str, id: &str) -> Option<Self>;
}

macro_rules! ids {
    ($($id:ty),+) => {$(
        impl Payload for $id {
            fn write(&self) -> (String, String) {
                (String::new(), self.to_string())
            }

            fn read(more: &str, id: &str) -> Option<Self> {
                id.parse().ok().filter(|_| more.is_empty())
            }
        }
    )+};
}

ids!(CodeId, CommentId, DecisionId, DraftId, EditionId, PresentationId, u64);

impl Payload for ItemOfDraft {
    fn write(&self) -> (String, String) {
        (self.item.to_string(), self.draft.to_string())
    }

    fn read(more: &str, id: &str) -> Option<Self> {
        Some(Self { item: more.parse().ok()?, draft: id.parse().ok()? })
    }
}

impl Payload for Utterance {
    fn write(&self) -> (String, String) {
        (self.joined(), self.packed())
    }

    fn read(more: &str, id: &str) -> Option<Self> {
        Self::unpacked(more, id)
    }
}
