//! What a mandate footnote cites: a source and its paragraphs, parsed beside the printed words.
//!
//! The footnote keeps its text verbatim; the citation is what the secretariat says that it means
//! (`IV Meeting, Recommendations, 6, 7, 8`). Coverage is computed from citations, never from text.

use crate::stored::{apply, stored};

/// The highest paragraph number of a source.
pub const PARAGRAPHS_MAX: u32 = 10_000;

/// A source and the paragraphs cited.
#[apply(stored!)]
pub struct Citation {
    /// As it was typed.
    pub typed: String,
    /// The source, as it was described for this meeting or as it was typed.
    pub source: String,
    /// The paragraphs in the order typed, each from 1.
    pub paragraphs: Vec<u32>,
}

impl Citation {
    /// Reads `SOURCE, 6, 7, 8`: trailing numbers are paragraphs, what stands before is the source.
    /// `None` when the source or the numbers are missing.
    pub fn parse(typed: &str) -> Option<Self> {
        let parts: Vec<&str> = typed.split(',').map(str::trim).collect();
        let numbers = parts.iter().rev().take_while(|part| read_paragraph(part).is_some()).count();
        let (source, cited) = parts.split_at(parts.len() - numbers);
        let paragraphs: Vec<u32> = cited.iter().filter_map(|part| read_paragraph(part)).collect();
        let source = source.join(", ");
        (!source.is_empty() && !paragraphs.is_empty()).then(|| Self {
            typed: typed.to_owned(),
            source,
            paragraphs,
        })
    }
}

fn read_paragraph(part: &str) -> Option<u32> {
    let plain = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| part.parse().ok()).flatten().filter(|n| (1..=PARAGRAPHS_MAX).contains(n))
}
