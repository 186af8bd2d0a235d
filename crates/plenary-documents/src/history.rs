//! The history: every entry with who, when, what and its digest. Nothing is left out; of what is
//! not for the readers only number and digest are printed, so that the chain is still whole.

mod summary;

use plenary_domain::{Entry, Language, Reader, Views};

use summary::Titles;

use crate::context::PaperContext;
use crate::paper::{Block, Inline, Paper, Table, Text};

/// An entry with what the journal says of it.
#[derive(Clone, Copy, Debug)]
pub struct Certified<'e> {
    /// The entry.
    pub entry: &'e Entry,
    /// Its digest, in hexadecimal digits.
    pub digest: &'e str,
    /// Whether its fact is not for these readers.
    pub withheld: bool,
}

/// Every entry in a table, and the head: the number and the digest of the last.
///
/// Of a withheld entry only number and digest are printed: neither who, nor when, nor what.
pub fn paper(views: &Views, entries: &[Certified<'_>], reader: &Reader, lang: Language) -> Paper {
    let mut cx = PaperContext::new(views, reader, lang);
    cx.at = entries.iter().rfind(|certified| !certified.withheld).map(|shown| shown.entry.at);
    let words = cx.words;
    let Some(last) = entries.last() else {
        let body = vec![Block::Paragraph(words.history.empty_history().into())];
        return cx.own_paper("history", words.history.title(), None, body);
    };
    let head = [
        words.history.entry(),
        words.history.time(),
        words.history.digest(),
        words.history.who(),
        words.history.fact(),
    ];
    let mut titles = Titles::default();
    let rows = entries.iter().map(|certified| {
        let row = row(&cx, certified, &titles);
        titles.evolve(&certified.entry.event);
        row
    });
    let rows = rows.collect();
    let table = Table { caption: None, head: head.map(str::to_owned).to_vec(), rows };
    let head = format!("{}:{}", last.entry.number, last.digest);
    let full = entries.iter().map(|certified| {
        Text(vec![Inline::Code(format!("{}:{}", certified.entry.number, certified.digest))])
    });
    let convened = views.meeting.convened.as_ref();
    let place = convened.map_or(views.meeting.zone_name(), |convened| convened.place.as_str());
    let body = vec![
        Block::Paragraph(Text::sentence(words.history.times_in(place))),
        Block::Table(table),
        Block::Paragraph(Text(vec![
            Inline::Plain(format!("{} ", words.history.head_of_history())),
            Inline::Code(head),
        ])),
        cx.heading(2, words.history.digests_heading()),
        Block::List(full.collect()),
    ];
    cx.own_paper("history", words.history.title(), None, body)
}

fn row(cx: &PaperContext<'_>, certified: &Certified<'_>, titles: &Titles) -> Vec<Text> {
    let entry = certified.entry;
    let [time, who, fact] = if certified.withheld {
        [String::new(), cx.words.page.withheld().to_owned(), String::new()]
    } else {
        [cx.time(entry.at), cx.actor(&entry.actor), summary::of(cx, &entry.event, titles)]
    };
    let digest = Text(vec![Inline::Digest(certified.digest.to_owned())]);
    let number = entry.number.to_string();
    vec![Text::plain(number), Text::plain(time), digest, Text::plain(who), Text::plain(fact)]
}
