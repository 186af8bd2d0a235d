//! The agenda as an official paper: masthead, note, items, footnotes; and the text that the chair
//! approves.
//!
//! The order of its parts is that of the document that the project started from, CIBER-V/doc.1/07.

mod comparison;
mod coverage;

use data_encoding::HEXLOWER;
use plenary_domain::agenda::Agenda;
use plenary_domain::note;
use plenary_domain::projection::agenda::{Adoption, Edition};
use plenary_domain::{Language, Views};
use sha2::{Digest, Sha256};

pub use comparison::comparison;
pub(crate) use comparison::{change_blocks, summary};
pub use coverage::{Coverage, SourceCoverage, coverage, covered};

use crate::context::PaperContext;
use crate::paper::{Block, Footnote, Item, Paper, Question, Text, file_stem};
use crate::print::{Format, print};
use crate::words;

/// The release of the text form. Its bytes never change; a better one gets the next number.
pub const TEXT_FORM: u32 = 1;

/// The whole document of an edition, as it stands now: adopted or not.
pub fn paper(views: &Views, edition: &Edition, lang: Language) -> Paper {
    sheet(views, edition, lang, edition.adopted.as_ref())
}

/// The text that the chair approves: its release, the text in the original language, its SHA-256.
///
/// It is always the text as prepared: that the meeting adopts it later changes the paper, but not
/// what was approved.
pub fn text_form(views: &Views, edition: &Edition) -> (u32, String, String) {
    let text = print(&sheet(views, edition, edition.original.words(), None), Format::Text);
    let sha256 = HEXLOWER.encode(&Sha256::digest(text.as_bytes()));
    (TEXT_FORM, text, sha256)
}

fn sheet(views: &Views, edition: &Edition, lang: Language, adopted: Option<&Adoption>) -> Paper {
    let cx = PaperContext::nameless(views, lang);
    let symbol = edition.symbol.to_string();
    let status =
        if adopted.is_some() { cx.words.agenda.title() } else { cx.words.agenda.draft_title() };
    let stamp = adopted.map(|adopted| {
        let (words, date) = (cx.words.agenda, cx.running_date(adopted.stamp.at));
        match adopted.sitting {
            Some(sitting) => words.adopted_stamp(cx.ordinal(sitting), date),
            None => words.adopted_stamp_between(date),
        }
    });
    let mut blocks =
        vec![cx.masthead(reference(&cx, edition)), Block::Title { text: status.to_owned(), stamp }];
    if lang != edition.original.words() {
        let language = words::tag_name(&edition.original, lang);
        blocks.push(Block::Paragraph(Text::sentence(cx.words.page.untranslated(language))));
    }
    if edition.with_note && !edition.agenda.note.is_empty() {
        blocks.push(cx.heading(2, cx.words.agenda.explanatory_note()));
        blocks.extend(note_blocks(&edition.agenda.note));
        blocks.push(cx.heading(2, status));
    }
    blocks.extend(item_blocks(&edition.agenda));
    let marked = is_marked(&cx, edition);
    let (name, title) = (file_stem(&symbol), format!("{symbol} {status}"));
    let paper = cx.paper((&name, &title), blocks, marked);
    Paper { original: edition.original.clone(), ..paper }
}

/// Symbol, date, original language, as they stand under the class.
fn reference(cx: &PaperContext<'_>, edition: &Edition) -> Vec<String> {
    let language = words::tag_name(&edition.original, cx.lang);
    vec![
        edition.symbol.to_string(),
        words::masthead_date(edition.dated, cx.lang),
        cx.words.page.original(language),
    ]
}

/// Whether the paper says that it is an example: an authentic text alone does not.
fn is_marked(cx: &PaperContext<'_>, edition: &Edition) -> bool {
    cx.is_fictional() && edition.authentic.is_none()
}

/// The note's paragraphs; questions that follow each other stand together.
fn note_blocks(note: &[note::Block]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for part in note {
        match part {
            note::Block::Paragraph(text) => blocks.push(Block::Verbatim(Text::with_strong(text))),
            note::Block::Question(asked) => {
                let topics = asked
                    .topics
                    .iter()
                    .map(|topic| (topic.label.clone(), Text::with_strong(&topic.text)))
                    .collect();
                let text = Text::with_strong(&asked.text);
                let question = Question { label: asked.label.clone(), text, topics };
                match blocks.last_mut() {
                    Some(Block::Questions(questions)) => questions.push(question),
                    _ => blocks.push(Block::Questions(vec![question])),
                }
            }
        }
    }
    blocks
}

/// The list and its footnotes; nothing for what is empty.
fn item_blocks(agenda: &Agenda) -> Vec<Block> {
    let mut items = Vec::new();
    let mut footnotes = Vec::new();
    for numbered in agenda.numbered() {
        items.push(Item {
            number: numbered.number.to_string(),
            level: numbered.number.0.len(),
            text: Text::plain(&numbered.item.title),
            footnote: numbered.footnote_mark,
        });
        if let (Some(mark), Some(footnote)) = (numbered.footnote_mark, &numbered.item.footnote) {
            footnotes.push(Footnote { mark, text: Text::plain(&footnote.text) });
        }
    }
    let mut blocks = Vec::new();
    if !items.is_empty() {
        blocks.push(Block::Items(items));
    }
    if !footnotes.is_empty() {
        blocks.push(Block::Footnotes(footnotes));
    }
    blocks
}
