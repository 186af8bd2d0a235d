//! Which paragraphs of the mandates an agenda covers. It is computed from citations, never from
//! the text of footnotes.

use plenary_domain::agenda::Agenda;
use plenary_domain::reference::ItemNumber;
use plenary_domain::{Language, Views};

use crate::context::PaperContext;
use crate::paper::{Block, Paper, Table, Text};

/// What an agenda covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The described sources in the order in which they were described.
    pub sources: Vec<SourceCoverage>,
    /// The items that cite nothing.
    pub without_mandate: Vec<ItemNumber>,
    /// What is cited without having been described: as typed.
    pub undescribed: Vec<String>,
}

/// One source and the items that cover each of its paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceCoverage {
    /// The source as citations name it.
    pub source: String,
    /// The symbol of its document, if known.
    pub symbol: Option<String>,
    /// Whether the symbol is inferred.
    pub inferred: bool,
    /// Every paragraph from 1, with the items that cite it.
    pub paragraphs: Vec<(u32, Vec<ItemNumber>)>,
}

impl SourceCoverage {
    /// The paragraphs that no item covers.
    pub fn uncovered(&self) -> Vec<u32> {
        let open = self.paragraphs.iter().filter(|(_, items)| items.is_empty());
        open.map(|(paragraph, _)| *paragraph).collect()
    }
}

/// Computes what an agenda covers of the sources described for the meeting.
pub fn covered(views: &Views, agenda: &Agenda) -> Coverage {
    let numbered = agenda.numbered();
    let cited = || {
        numbered.iter().filter_map(|numbered| {
            let footnote = numbered.item.footnote.as_ref()?;
            Some((&numbered.number, footnote.cites.as_ref()?))
        })
    };
    let sources = views.meeting.sources.iter().map(|source| SourceCoverage {
        source: source.source.clone(),
        symbol: source.symbol.clone(),
        inferred: source.inferred,
        paragraphs: (1..=source.paragraphs)
            .map(|paragraph| {
                let items = cited().filter(|(_, citation)| {
                    citation.source == source.source && citation.paragraphs.contains(&paragraph)
                });
                (paragraph, items.map(|(number, _)| number.clone()).collect())
            })
            .collect(),
    });
    let is_described = |name: &str| views.meeting.sources.iter().any(|s| s.source == name);
    let beyond = |name: &str, paragraph: u32| {
        views.meeting.sources.iter().any(|s| s.source == name && paragraph > s.paragraphs)
    };
    let undescribed = cited().filter(|(_, citation)| {
        !is_described(&citation.source)
            || citation.paragraphs.iter().any(|paragraph| beyond(&citation.source, *paragraph))
    });
    let bare = numbered.iter().filter(|numbered| {
        numbered.item.footnote.as_ref().is_none_or(|footnote| footnote.cites.is_none())
    });
    Coverage {
        sources: sources.collect(),
        without_mandate: bare.map(|numbered| numbered.number.clone()).collect(),
        undescribed: undescribed.map(|(_, citation)| citation.typed.clone()).collect(),
    }
}

/// The coverage as a paper: a table for each source, what is uncovered, what has no mandate.
pub fn coverage(views: &Views, agenda: &Agenda, lang: Language) -> Paper {
    let cx = PaperContext::nameless(views, lang);
    let words = cx.words;
    let covered = covered(views, agenda);
    let mut body = Vec::new();
    if covered.sources.is_empty() {
        body.push(Block::Paragraph(words.coverage.no_sources().into()));
    }
    for source in &covered.sources {
        body.extend(source_blocks(&cx, source));
    }
    if !covered.undescribed.is_empty() {
        let undescribed = words.coverage.undescribed(covered.undescribed.join("; "));
        body.push(Block::Paragraph(Text::sentence(undescribed)));
    }
    let without = if covered.without_mandate.is_empty() {
        Text::plain(words.coverage.all_with_mandate())
    } else {
        Text::sentence(words.coverage.without_mandate(join(&covered.without_mandate)))
    };
    body.push(Block::Paragraph(without));
    cx.own_paper("coverage", words.coverage.title(), None, body)
}

fn source_blocks(cx: &PaperContext<'_>, source: &SourceCoverage) -> Vec<Block> {
    let words = cx.words;
    let heading = match &source.symbol {
        Some(symbol) if source.inferred => words.coverage.source_inferred(&source.source, symbol),
        Some(symbol) => words.coverage.source_symbol(&source.source, symbol),
        None => source.source.clone(),
    };
    let rows = source
        .paragraphs
        .iter()
        .map(|(paragraph, items)| vec![Text::plain(paragraph.to_string()), join(items).into()]);
    let table = Table {
        caption: None,
        head: vec![words.coverage.paragraph().to_owned(), words.coverage.covered_by().to_owned()],
        rows: rows.collect(),
    };
    let open = source.uncovered();
    let rest = if open.is_empty() {
        Text::plain(words.coverage.all_covered())
    } else {
        Text::sentence(words.coverage.uncovered(join(&open)))
    };
    vec![cx.heading(2, heading), Block::Table(table), Block::Paragraph(rest)]
}

fn join<T: ToString>(list: &[T]) -> String {
    list.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}
