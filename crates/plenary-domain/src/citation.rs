//! What a mandate footnote cites: a source and its paragraphs, parsed beside the printed words.
//!
//! The footnote keeps its text verbatim; the citation is what the secretariat says that it means
//! (`IV Meeting, Recommendations, 6, 7, 8`). Coverage is computed from citations, never from text.

use serde::{Deserialize, Serialize};

/// The highest paragraph number of a source.
pub const PARAGRAPHS_MAX: u32 = 10_000;

/// A source and the paragraphs cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailing_numbers_are_paragraphs_and_the_rest_is_the_source() {
        let citation = Citation::parse("IV Meeting, Recommendations, 6, 7, 8").unwrap();
        assert_eq!(citation.source, "IV Meeting, Recommendations");
        assert_eq!(citation.paragraphs, [6, 7, 8]);
        assert_eq!(citation.typed, "IV Meeting, Recommendations, 6, 7, 8");
        for bad in ["", "6, 7", "IV Meeting", "IV Meeting, 0", ", 6"] {
            assert!(Citation::parse(bad).is_none(), "{bad:?} was taken");
        }
    }
}
