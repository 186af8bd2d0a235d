//! Sixty-four writers at once, each with a stream of its own, beside a raw log that synchronises
//! once for all who wait.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use plenary_journal::{Head, Journal, PreparedEntry, StreamName};
use tokio::task::JoinSet;

use crate::figures::{self, Figures};
use crate::raw::GroupLog;
use crate::{Outcome, append, history, open};

pub(crate) const WRITERS: usize = 64;

/// What one writer appends in one round.
pub(crate) struct Share {
    stream: StreamName,
    head: Head,
    entries: Vec<PreparedEntry>,
}

/// Alternates rounds on the raw log with rounds on SQLite.
pub(crate) async fn measure(folder: &Path, rounds: usize, each: usize) -> Outcome<()> {
    let journal = open(&folder.join("writers.db"))?;
    let log = Arc::new(GroupLog::create(&folder.join("writers.log"), true)?);
    let ready = Arc::new(GroupLog::create(&folder.join("writers.ready"), false)?);
    let mut heads = vec![Head::EMPTY; WRITERS];
    let [mut mine, mut grown, mut least] = [const { Figures::new() }; 3];
    for _ in 0..rounds {
        let shares = shares(&mut heads, each)?;
        for (log, figures) in [(&log, &mut grown), (&ready, &mut least)] {
            let begin = Instant::now();
            raw_round(log, &shares).await?;
            figures.add(begin.elapsed());
        }
        let begin = Instant::now();
        journal_round(&journal, shares).await?;
        mine.add(begin.elapsed());
    }
    let events = (WRITERS * each) as f64 * 1e6;
    println!("2. {WRITERS} writers at once ({rounds} rounds of {} events each)", WRITERS * each);
    figures::rate("raw append and one fdatasync for a group", events / grown.at(50));
    figures::rate("the same in a file of its full length", events / least.at(50));
    figures::rate("SQLite journal", events / mine.at(50));
    figures::ratio("rate beside the raw log", grown.at(50) / mine.at(50), "at least 0.35");
    figures::ratio("beside the one of full length", least.at(50) / mine.at(50), "none");
    Ok(())
}

pub(crate) fn shares(heads: &mut [Head], each: usize) -> Outcome<Vec<Share>> {
    let mut shares = Vec::with_capacity(WRITERS);
    for (writer, last) in heads.iter_mut().enumerate() {
        let stream = StreamName::meeting(&format!("writer-{writer}"))?;
        let head = *last;
        let mut entries = Vec::with_capacity(each);
        for number in 0..each {
            let entry = history::comment(&stream, last, number);
            *last = entry.head();
            entries.push(entry);
        }
        shares.push(Share { stream, head, entries });
    }
    Ok(shares)
}

async fn raw_round(log: &Arc<GroupLog>, shares: &[Share]) -> Outcome<()> {
    let mut tasks = JoinSet::new();
    for share in shares {
        let records: Result<Vec<Vec<u8>>, _> = share.entries.iter().map(history::bytes).collect();
        let (records, log) = (records?, Arc::clone(log));
        tasks.spawn(async move {
            let mut written = true;
            for record in records {
                written &= log.append(record).await;
            }
            written
        });
    }
    let written = tasks.join_all().await.into_iter().all(|written| written);
    if written { Ok(()) } else { Err("the raw log was not written".into()) }
}

pub(crate) async fn journal_round(journal: &Arc<dyn Journal>, shares: Vec<Share>) -> Outcome<()> {
    let mut tasks = JoinSet::new();
    for Share { stream, mut head, entries } in shares {
        let journal = Arc::clone(journal);
        tasks.spawn(async move {
            for entry in entries {
                match append(journal.as_ref(), &stream, &head, entry).await {
                    Ok(next) => head = next,
                    Err(error) => return Err(error.to_string()),
                }
            }
            Ok(())
        });
    }
    for done in tasks.join_all().await {
        done?;
    }
    Ok(())
}
