//! How much the journal, the service and the desk cost beside the least that could be done: one
//! interleaved run that prints ratios. They are printed, never a gate: times belong to a machine.
//!
//! `cargo bench -p plenary-tests`; `PLENARY_BENCH_QUICK=1` for a few seconds,
//! `PLENARY_BENCH_ENTRIES=N` for another length of the replay.

mod cluster;
mod figures;
mod history;
mod line;
mod raw;
mod replay;
mod writers;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use plenary_journal::{Head, Journal, PreparedEntry, StreamName};
use plenary_sqlite::{SqliteJournal, SqliteOptions};

use figures::Figures;
use raw::RawLog;

/// What goes wrong ends the run with a sentence.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// How much is done.
struct Size {
    singles: usize,
    rounds: usize,
    events_each: usize,
    lines: usize,
    entries: usize,
    caught: usize,
}

impl Size {
    fn asked() -> Self {
        let quick = std::env::var_os("PLENARY_BENCH_QUICK").is_some_and(|value| value != "0");
        let asked = std::env::var("PLENARY_BENCH_ENTRIES").ok();
        let entries = asked.and_then(|text| text.parse().ok());
        let ([singles, rounds, events_each, lines], usual, caught) = match quick {
            true => ([150, 3, 8, 60], 20_000, 10_000),
            false => ([2_000, 9, 64, 800], 1_000_000, 100_000),
        };
        let entries = entries.unwrap_or(usual);
        Self { singles, rounds, events_each, lines, entries, caught }
    }
}

fn main() -> Outcome<()> {
    // `cargo test --benches` only wants to know that it starts.
    if std::env::args().any(|argument| argument == "--test" || argument == "--list") {
        return Ok(());
    }
    let size = Size::asked();
    let folder = folder()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let begin = Instant::now();
    println!("On {}", folder.path().display());
    println!();
    runtime.block_on(async {
        singles(folder.path(), size.singles).await?;
        writers::measure(folder.path(), size.rounds, size.events_each).await?;
        line::measure(folder.path(), size.lines).await?;
        replay::measure(folder.path(), size.entries).await?;
        cluster::measure(folder.path(), &size).await
    })?;
    println!();
    println!("{} s in all", begin.elapsed().as_secs());
    Ok(())
}

/// A folder on the file system of the target directory, gone after the run.
fn folder() -> Outcome<tempfile::TempDir> {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&place)?;
    Ok(tempfile::Builder::new().prefix("bench-").tempdir_in(place)?)
}

fn open(path: &Path) -> Outcome<Arc<dyn Journal>> {
    Ok(Arc::new(SqliteJournal::open(path, SqliteOptions::default())?))
}

/// Appends `entry` to a journal that stands at `head`; the head after it.
async fn append(
    journal: &dyn Journal,
    stream: &StreamName,
    head: &Head,
    entry: PreparedEntry,
) -> Outcome<Head> {
    let next = entry.head();
    journal.append(stream, head, vec![entry]).await?;
    Ok(next)
}

/// How many appends go to one log before the other's turn: the two share a disk, and what one has
/// just done to it slows the other's next append.
const TURN: usize = 25;

/// One durable append after the other, in turns with a raw log of the same bytes.
async fn singles(folder: &Path, count: usize) -> Outcome<()> {
    let journal = open(&folder.join("singles.db"))?;
    let mut log = RawLog::create(&folder.join("singles.log"), true)?;
    let mut ready = RawLog::create(&folder.join("singles.ready"), false)?;
    let stream = StreamName::meeting("singles")?;
    let [mut mine, mut grown, mut least] = [const { Figures::new() }; 3];
    let mut head = Head::EMPTY;
    for turn in 0..count / TURN {
        let (mut entries, mut last) = (Vec::with_capacity(TURN), head);
        for number in turn * TURN..(turn + 1) * TURN {
            let entry = history::comment(&stream, &last, number);
            last = entry.head();
            entries.push(entry);
        }
        for (log, figures) in [(&mut log, &mut grown), (&mut ready, &mut least)] {
            for entry in &entries {
                let bytes = history::bytes(entry)?;
                figures.time(|| log.append(&bytes))?;
            }
        }
        for entry in entries {
            let begin = Instant::now();
            head = append(journal.as_ref(), &stream, &head, entry).await?;
            mine.add(begin.elapsed());
        }
    }
    println!("1. A single durable append ({count} of each, in turns of {TURN})");
    grown.print("raw append and fdatasync");
    least.print("the same in a file of its full length");
    mine.print("SQLite journal");
    figures::ratio("latency beside the raw log, p50", mine.at(50) / grown.at(50), "at most 2.0");
    figures::ratio("latency beside the raw log, p99", mine.at(99) / grown.at(99), "none");
    figures::ratio("beside the one of full length, p50", mine.at(50) / least.at(50), "none");
    Ok(())
}
