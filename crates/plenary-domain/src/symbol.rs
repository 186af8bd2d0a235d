//! Symbols of documents: parsed for their parts, printed back exactly as they were given.
//!
//! A symbol has a base (`CIBER-V/doc.1/07`) and nested suffixes (`rev. 1 add. 1`): a revision
//! replaces, an addendum extends, a corrigendum fixes, an amendment alters an adopted text
//! (UN, "Symbols"; OAS classification guide). Two spellings with the same parts are the same
//! symbol.

use std::fmt;

use crate::stored::{apply, stored};

/// The longest symbol, in characters.
pub const SYMBOL_CHARS_MAX: usize = 80;

/// How an edition relates to the one whose symbol it extends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SuffixKind {
    /// `rev.`: replaces the text issued before.
    Revision,
    /// `add.`: extends it.
    Addendum,
    /// `corr.`: fixes it, perhaps in some languages only.
    Corrigendum,
    /// `amend.`: alters an adopted text.
    Amendment,
}

/// One suffix with its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Suffix {
    /// The kind.
    pub kind: SuffixKind,
    /// The number, from 1.
    pub number: u32,
}

/// A document's symbol as it was given, with its parts.
#[derive(Clone, Debug)]
pub struct Symbol {
    given: String,
    base: String,
    suffixes: Vec<Suffix>,
}

impl Symbol {
    /// Reads a symbol. Every text is a symbol.
    pub fn parse(given: &str) -> Self {
        let mut rest = given.trim_end();
        let mut suffixes = Vec::new();
        while let Some((before, suffix)) = split_suffix(rest) {
            suffixes.insert(0, suffix);
            rest = before;
        }
        let base =
            rest.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
        Self { given: given.to_owned(), base, suffixes }
    }

    /// The text as it was given.
    pub fn as_given(&self) -> &str {
        &self.given
    }

    /// The base as it was given, without the suffixes.
    pub fn without_suffixes(&self) -> &str {
        let mut rest = self.given.trim_end();
        while let Some((before, _)) = split_suffix(rest) {
            rest = before;
        }
        rest
    }

    /// The suffixes from the outermost base inwards.
    pub fn suffixes(&self) -> &[Suffix] {
        &self.suffixes
    }

    /// Whether both have the same base and this one has exactly one suffix more.
    pub fn extends(&self, parent: &Self) -> bool {
        self.base == parent.base
            && self.suffixes.len() == parent.suffixes.len() + 1
            && self.suffixes.starts_with(&parent.suffixes)
    }

    /// Whether both are editions of one document.
    pub fn same_document(&self, other: &Self) -> bool {
        self.base == other.base
    }

    /// The number of the last suffix when it is of this kind.
    pub fn last(&self, kind: SuffixKind) -> Option<u32> {
        self.suffixes.last().filter(|s| s.kind == kind).map(|s| s.number)
    }
}

impl PartialEq for Symbol {
    fn eq(&self, other: &Self) -> bool {
        self.base == other.base && self.suffixes == other.suffixes
    }
}

impl Eq for Symbol {}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.given)
    }
}

/// Splits `… rev. 1` into what stands before and the suffix; also `…rev.1` and `…/Rev.1`.
fn split_suffix(text: &str) -> Option<(&str, Suffix)> {
    let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u32 = text.get(head.len()..)?.parse().ok().filter(|n| *n > 0)?;
    let words = head.trim_end().strip_suffix('.')?;
    let before = words.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let kind = match words.get(before.len()..)?.to_ascii_lowercase().as_str() {
        "rev" => SuffixKind::Revision,
        "add" => SuffixKind::Addendum,
        "corr" => SuffixKind::Corrigendum,
        "amend" => SuffixKind::Amendment,
        _ => return None,
    };
    // The suffix is a word of its own: after white space, a slash, or a digit (`16rev.1`).
    let cut = before.trim_end().trim_end_matches('/');
    let separated = cut.len() < before.len() || cut.ends_with(|c: char| c.is_ascii_digit());
    (separated && !cut.is_empty()).then_some((cut, Suffix { kind, number }))
}

/// How one series writes its symbols, fixed at convening: `CIBER-V/doc.{n}/{yy}` and ` rev. {n}`.
#[apply(stored!)]
pub struct SymbolStyle {
    /// The first edition; `{n}` stands for the number, `{yy}` or `{yyyy}` for the year of issue.
    pub base: String,
    /// What a revision adds; `{n}` stands for its number.
    pub revision: String,
}

impl SymbolStyle {
    /// Whether the style has a place for the number in both parts.
    pub fn is_usable(&self) -> bool {
        self.base.matches("{n}").count() == 1 && self.revision.matches("{n}").count() == 1
    }

    /// The symbol of document `number` issued in `year`.
    pub fn first(&self, number: u32, year: i16) -> String {
        self.base
            .replace("{n}", &number.to_string())
            .replace("{yyyy}", &format!("{year:04}"))
            .replace("{yy}", &format!("{:02}", year.rem_euclid(100)))
    }

    /// The symbol of revision `number` of the document `base`.
    pub fn revision(&self, base: &str, number: u32) -> String {
        format!("{base}{}", self.revision.replace("{n}", &number.to_string()))
    }

    /// Whether `symbol` is written in this style, as a first edition or a revision of one.
    pub fn fits(&self, symbol: &Symbol) -> bool {
        let given = symbol.as_given();
        let base = match symbol.last(SuffixKind::Revision) {
            Some(number) if symbol.suffixes().len() == 1 => {
                let tail = self.revision.replace("{n}", &number.to_string());
                let Some(base) = given.strip_suffix(tail.as_str()) else { return false };
                base
            }
            Some(_) => return false,
            None if symbol.suffixes().is_empty() => given,
            None => return false,
        };
        matches_pattern(base, &self.base)
    }
}

fn matches_pattern(text: &str, pattern: &str) -> bool {
    let Some(open) = pattern.find('{') else { return text == pattern };
    let (literal, rest) = pattern.split_at(open);
    let Some(text) = text.strip_prefix(literal) else { return false };
    let Some((slot, rest)) = rest.split_once('}') else { return false };
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let fits = match slot {
        "{n" => digits > 0 && !text.starts_with('0'),
        "{yy" => digits == 2,
        "{yyyy" => digits == 4,
        _ => false,
    };
    fits && matches_pattern(text.get(digits..).unwrap_or_default(), rest)
}
