//! Facts about editions of papers: prepared by the secretariat, returned or approved by the chair.
//!
//! An edition is the fold at its *prepared* entry; later edits never enter it.

use jiff::civil::Date;

use super::family;
use crate::ids::EditionId;
use crate::language::LanguageTag;
use crate::stored::{apply, stored, word};

family! {
    /// Editions of papers.
    PaperEvent {
        Prepared = "paper.prepared.v1" open,
        Returned = "paper.returned.v1" open,
        EditionWithdrawn = "paper.withdrawn.v1" open,
        Approved = "paper.approved.v1" open,
        Issued = "paper.issued.v1" open,
    }
}

/// What a paper is.
#[apply(word!)]
pub enum PaperKind {
    /// The agenda, with or without its explanatory note.
    Agenda,
}

/// The working agenda was fixed as an edition.
#[apply(stored!)]
pub struct Prepared {
    /// The edition's id.
    pub edition: EditionId,
    /// What it is.
    pub kind: PaperKind,
    /// The symbol as it will be printed.
    pub symbol: String,
    /// The edition that it follows, if it is a revision.
    pub follows: Option<EditionId>,
    /// Whether the explanatory note is part of it.
    pub with_note: bool,
    /// The date printed on it.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub dated: Date,
    /// Its original language.
    pub original: LanguageTag,
    /// Where the text really comes from; in an example meeting such an edition prints unmarked.
    pub authentic: Option<String>,
}

/// The chair sent a prepared edition back.
#[apply(stored!)]
pub struct Returned {
    /// The edition.
    pub edition: EditionId,
    /// What is to be done.
    pub reason: String,
}

/// The secretariat withdrew an edition that waited for the chair.
#[apply(stored!)]
pub struct EditionWithdrawn {
    /// The edition.
    pub edition: EditionId,
    /// Why, if said.
    pub reason: Option<String>,
}

/// The chair approved a prepared edition in exactly this text.
#[apply(stored!)]
pub struct Approved {
    /// The edition.
    pub edition: EditionId,
    /// The release of the text form that was rendered; its bytes never change.
    pub text_form: u32,
    /// SHA-256 of that text, 64 hexadecimal digits.
    pub text_sha256: String,
}

/// The edition went out to the delegations.
#[apply(stored!)]
pub struct Issued {
    /// The edition.
    pub edition: EditionId,
}
