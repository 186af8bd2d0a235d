//! The list of participants: the roll with its source, who was named, who has not answered.

use plenary_domain::Views;
use plenary_domain::event::meeting::Language;
use plenary_domain::projection::Reader;

use crate::paper::Paper;
use crate::scribe::Scribe;

/// The roster as a paper.
pub fn paper(views: &Views, _reader: &Reader, lang: Language) -> Paper {
    let scribe = Scribe::new(views, lang);
    scribe.own_paper(scribe.words.roster_title, None, Vec::new())
}
