//! The record: what the meeting discussed and decided, part by part, as its readers may know it.

use plenary_domain::Views;
use plenary_domain::event::meeting::Language;
use plenary_domain::projection::Reader;

use crate::paper::Paper;
use crate::scribe::Scribe;

/// The record as a paper.
pub fn paper(views: &Views, _reader: &Reader, lang: Language) -> Paper {
    let scribe = Scribe::new(views, lang);
    scribe.own_paper(scribe.words.record_title, None, Vec::new())
}
