//! A journal in EventStoreDB, on the stand-in over loopback: beside bare calls of the protocol, and
//! catching up beside a file. The stand-in keeps its log in memory, so these are the costs of the
//! protocol and of the adapter, never those of a server's disk.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use plenary_eventstore::{EventStoreJournal, EventStoreOptions};
use plenary_journal::{Delivery, Head, Journal, StreamName};
use plenary_stand_in_eventstore::bare::Bare;
use plenary_stand_in_eventstore::log::Proposed;
use plenary_stand_in_eventstore::{Cluster, Options};
use tokio::task::JoinSet;

use crate::figures::{self, Figures};
use crate::writers::{self, WRITERS};
use crate::{Outcome, Size, TURN, append, history, open};

/// How often each store is caught up with.
const ROUNDS: usize = 5;
/// How many entries are written at once before that.
const BATCH: usize = 250;

/// A stand-in with a bare connection to it.
struct Stage {
    cluster: Cluster,
    bare: Bare,
}

impl Stage {
    async fn new() -> Outcome<Self> {
        let cluster = Cluster::start(Options { lag: Duration::ZERO, ..Options::default() })?;
        let port = cluster.ports().first().copied().unwrap_or_default();
        Ok(Self { bare: Bare::connect(port).await?, cluster })
    }

    fn journal(&self) -> Outcome<Arc<dyn Journal>> {
        let options = EventStoreOptions::default();
        Ok(Arc::new(EventStoreJournal::open(&self.cluster.address(), options)?))
    }

    /// The event that was stored last, under another id.
    fn event(&self) -> Outcome<Proposed> {
        let records = self.cluster.log().records(0, usize::MAX);
        let last = records.last().ok_or("nothing is stored")?;
        Ok(Proposed { id: uuid::Uuid::new_v5(&last.event.id, b"bare"), ..last.event.clone() })
    }
}

/// Measures all that is asked of a store that is far.
pub(crate) async fn measure(folder: &Path, size: &Size) -> Outcome<()> {
    println!("5. EventStoreDB, on the stand-in over loopback");
    singles(size.singles).await?;
    many(size.rounds, size.events_each).await?;
    catching_up(folder, size.caught).await
}

/// Bare appends, appends and reads, in turns.
async fn singles(count: usize) -> Outcome<()> {
    let mut stage = Stage::new().await?;
    let journal = stage.journal()?;
    let stream = StreamName::meeting("singles")?;
    let first = history::comment(&stream, &Head::EMPTY, 0);
    let mut head = append(journal.as_ref(), &stream, &Head::EMPTY, first).await?;
    let pattern = stage.event()?;
    let [mut bare, mut mine, mut reads] = [const { Figures::new() }; 3];
    let mut last = None;
    for number in 1..=count / TURN * TURN {
        let id = uuid::Uuid::new_v5(&pattern.id, &number.to_le_bytes());
        let event = Proposed { id, ..pattern.clone() };
        let begin = Instant::now();
        stage.bare.append("bare", last, event).await.map_err(|error| error.to_string())?;
        bare.add(begin.elapsed());
        last = Some(last.map_or(0, |last: u64| last + 1));
        let entry = history::comment(&stream, &head, number);
        let begin = Instant::now();
        head = append(journal.as_ref(), &stream, &head, entry).await?;
        mine.add(begin.elapsed());
        let begin = Instant::now();
        journal.read(&stream, head.number, 1).await?;
        reads.add(begin.elapsed());
    }
    bare.print("bare append of the same bytes");
    mine.print("append");
    reads.print("read of one entry");
    figures::ratio("append beside a bare one, p50", mine.at(50) / bare.at(50), "at most 2.0");
    figures::ratio("read beside a bare append, p50", reads.at(50) / bare.at(50), "none");
    Ok(())
}

/// Rounds of bare appends and of appends by many writers at once.
async fn many(rounds: usize, each: usize) -> Outcome<()> {
    let stage = Stage::new().await?;
    let journal = stage.journal()?;
    let mut heads = vec![Head::EMPTY; WRITERS];
    let [mut bare, mut mine] = [const { Figures::new() }; 2];
    for round in 0..rounds {
        let shares = writers::shares(&mut heads, each)?;
        let begin = Instant::now();
        writers::journal_round(&journal, shares).await?;
        mine.add(begin.elapsed());
        let pattern = stage.event()?;
        let begin = Instant::now();
        bare_round(&stage.bare, (round, each), &pattern).await?;
        bare.add(begin.elapsed());
    }
    let events = (WRITERS * each) as f64 * 1e6;
    figures::rate(&format!("{WRITERS} writers, bare appends"), events / bare.at(50));
    figures::rate(&format!("{WRITERS} writers, appends"), events / mine.at(50));
    figures::ratio("rate beside bare appends", bare.at(50) / mine.at(50), "none");
    Ok(())
}

async fn bare_round(bare: &Bare, (round, each): (usize, usize), event: &Proposed) -> Outcome<()> {
    let mut tasks = JoinSet::new();
    for writer in 0..WRITERS {
        let (mut bare, pattern) = (bare.clone(), event.clone());
        tasks.spawn(async move {
            let stream = format!("bare-{round}-{writer}");
            let writer = uuid::Uuid::new_v5(&pattern.id, stream.as_bytes());
            for number in 0..each as u64 {
                let id = uuid::Uuid::new_v5(&writer, &number.to_le_bytes());
                let event = Proposed { id, ..pattern.clone() };
                bare.append(&stream, number.checked_sub(1), event).await?;
            }
            Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
        });
    }
    for done in tasks.join_all().await {
        done.map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// A subscription from the beginning until it has caught up, in a file and in a cluster in turns.
async fn catching_up(folder: &Path, entries: usize) -> Outcome<()> {
    let stage = Stage::new().await?;
    let file = open(&folder.join("catching-up.db"))?;
    let far = stage.journal()?;
    fill(file.as_ref(), entries).await?;
    fill(far.as_ref(), entries).await?;
    let [mut near, mut mine] = [const { Figures::new() }; 2];
    for _ in 0..ROUNDS {
        for (journal, figures) in [(&file, &mut near), (&far, &mut mine)] {
            let begin = Instant::now();
            let mut subscription = journal.subscribe(None).await?;
            let mut heard = 0;
            while let Some(delivery) = subscription.next().await {
                match delivery {
                    Delivery::Entry(_) => heard += 1,
                    Delivery::CaughtUp => break,
                    _ => {}
                }
            }
            figures.add(begin.elapsed());
            if heard != entries {
                return Err(format!("{heard} of {entries} entries were heard").into());
            }
        }
    }
    let events = entries as f64 * 1e6;
    figures::rate(&format!("catching up with {entries} in a file"), events / near.at(50));
    figures::rate(&format!("catching up with {entries} in a cluster"), events / mine.at(50));
    figures::ratio("time beside the file's", mine.at(50) / near.at(50), "none");
    Ok(())
}

async fn fill(journal: &dyn Journal, entries: usize) -> Outcome<()> {
    let stream = StreamName::meeting("long")?;
    let mut head = Head::EMPTY;
    for turn in 0..entries / BATCH {
        let (expected, mut batch) = (head, Vec::with_capacity(BATCH));
        for number in turn * BATCH..(turn + 1) * BATCH {
            let entry = history::comment(&stream, &head, number);
            head = entry.head();
            batch.push(entry);
        }
        journal.append(&stream, &expected, batch).await?;
    }
    Ok(())
}
