//! A long history replayed into every view, beside reading and decoding it alone. Each page is
//! read, decoded and folded in turn, so that the three are timed in one pass.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use plenary_domain::{Entry, Views};
use plenary_journal::{Head, Journal, MemoryKeyring, SeededRandom, StreamName};
use plenary_service::{TranslateError, Translator};

use crate::figures::{self, Figures};
use crate::{Outcome, history, open};

const PAGE: usize = 1_000;

/// Writes a history of `entries` facts and replays it.
pub(crate) async fn measure(folder: &Path, entries: usize) -> Outcome<()> {
    let journal = open(&folder.join("replay.db"))?;
    let stream = StreamName::meeting("replay")?;
    let begin = Instant::now();
    write(journal.as_ref(), &stream, entries).await?;
    let loading = begin.elapsed().as_secs_f64();
    let keyring = Arc::new(MemoryKeyring::new(Arc::new(SeededRandom::new(1))));
    let translator = Translator::new(stream.clone(), keyring);
    let (mut reading, mut decoding, mut folding) = (0.0, 0.0, 0.0);
    let mut views = Views::default();
    let mut pages = Figures::new();
    while (views.number as usize) < entries {
        let begin = Instant::now();
        let page = journal.read(&stream, views.number + 1, PAGE).await?;
        let read = begin.elapsed();
        let begin = Instant::now();
        let decoded: Result<Vec<Entry>, TranslateError> =
            page.iter().map(|stored| translator.decode(stored)).collect();
        let decoded = decoded?;
        let understood = begin.elapsed();
        let begin = Instant::now();
        decoded.iter().for_each(|entry| views.evolve(entry));
        let folded = begin.elapsed();
        reading += read.as_secs_f64();
        decoding += understood.as_secs_f64();
        folding += folded.as_secs_f64();
        pages.add(read + understood + folded);
        if page.is_empty() {
            return Err("the history ends too early".into());
        }
    }
    let each = |seconds: f64| seconds * 1e6 / entries as f64;
    println!("4. Replay of {entries} entries (written in {loading:.1} s)");
    println!("   reading from SQLite {:>41.2} µs an entry", each(reading));
    println!("   decoding            {:>41.2} µs an entry", each(decoding));
    println!("   folding into views  {:>41.2} µs an entry", each(folding));
    pages.print(&format!("a page of {PAGE} entries, all three"));
    let (understood, all) = (reading + decoding, reading + decoding + folding);
    figures::rate("replay from the file", entries as f64 / all);
    figures::ratio(
        "into views, beside decoding alone",
        (decoding + folding) / decoding,
        "at most 2",
    );
    figures::ratio("from the file, beside reading and decoding", all / understood, "at most 2");
    figures::ratio("from the file, beside decoding alone", all / decoding, "none");
    Ok(())
}

async fn write(journal: &dyn Journal, stream: &StreamName, entries: usize) -> Outcome<()> {
    let mut head = Head::EMPTY;
    let mut number = 1;
    while number <= entries {
        let expected = head;
        let mut batch = Vec::with_capacity(PAGE);
        while number <= entries && batch.len() < PAGE {
            let entry = history::entry(stream, &head, &history::long(number));
            head = entry.head();
            batch.push(entry);
            number += 1;
        }
        journal.append(stream, &expected, batch).await?;
    }
    Ok(())
}
