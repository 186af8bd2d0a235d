//! The explanatory note in front of a draft agenda: paragraphs, and the questions that it asks.
//!
//! The only inline mark is `**strong**`, and only here (docs/stored-form.md, Data).

use serde::{Deserialize, Serialize};

use crate::ids::ItemId;
use crate::stored::{apply, stored, word};
use crate::text::{BoundsFault, Counted, TextField, check};

/// The most blocks of a note.
pub const BLOCKS_MAX: usize = 60;
/// The longest note in all, in characters: one entry must hold it.
pub const NOTE_CHARS_MAX: usize = 100_000;
/// The most topics of one question.
pub const TOPICS_MAX: usize = 20;

/// One block of the note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph as it is printed.
    Paragraph(String),
    /// A question to the delegations.
    Question(Question),
}

/// What a question wants to know, so that an answer to it is recognised.
#[apply(word!)]
pub enum Asks {
    /// The names of the experts.
    Experts,
    /// Who presents or reports under an item, and on which topics.
    Presentations,
    /// Anything else; answered in words.
    Other,
}

/// A question with its label and topics, printed as `1. text` and ` - i. topic`.
#[apply(stored!)]
pub struct Question {
    /// The label without its full stop, such as `1`.
    pub label: String,
    /// The words.
    pub text: String,
    /// What it wants to know.
    pub asks: Asks,
    /// The item it is about, when it names one.
    pub item: Option<ItemId>,
    /// The topics to choose from; empty when it has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
}

/// One topic of a question.
#[apply(stored!)]
pub struct Topic {
    /// The label without its full stop, such as `ii`.
    pub label: String,
    /// The words.
    pub text: String,
    /// Whether whoever chooses it says in their own words what it is about, as with "Any other
    /// related issues".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}

/// Checks the bounds of a note.
pub fn check_blocks(blocks: &[Block]) -> Result<(), BoundsFault> {
    if blocks.is_empty() || blocks.len() > BLOCKS_MAX {
        return Err(BoundsFault::TooMany { what: Counted::NoteBlocks, max: BLOCKS_MAX });
    }
    for block in blocks {
        match block {
            Block::Paragraph(text) => check(TextField::Paragraph, text)?,
            Block::Question(question) => {
                check(TextField::Name, &question.label)?;
                check(TextField::Paragraph, &question.text)?;
                if question.topics.len() > TOPICS_MAX {
                    return Err(BoundsFault::TooMany { what: Counted::Topics, max: TOPICS_MAX });
                }
                for topic in &question.topics {
                    check(TextField::Name, &topic.label)?;
                    check(TextField::Paragraph, &topic.text)?;
                }
            }
        }
    }
    let chars = blocks.iter().map(Block::chars).sum::<usize>();
    if chars > NOTE_CHARS_MAX {
        let (field, chars_max) = (TextField::Paragraph, NOTE_CHARS_MAX);
        return Err(BoundsFault::TooLong { field, chars, chars_max });
    }
    Ok(())
}

impl Block {
    /// How long it is, in characters.
    fn chars(&self) -> usize {
        match self {
            Self::Paragraph(text) => text.chars().count(),
            Self::Question(question) => {
                let topics = question.topics.iter().map(|topic| topic.text.chars().count());
                question.text.chars().count() + topics.sum::<usize>()
            }
        }
    }
}
