//! Copies one journal into another, entry for entry with the same bytes and digests, and goes on
//! where an interrupted copy stopped.
//!
//! Entries go over in the order of the source's positions, so that at every moment the target holds
//! a prefix of the source. What is read is verified, and at the end the target is read and verified
//! once more: equal heads then mean equal bytes.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::verify::{Broken, Chain};
use crate::{
    AppendError, Head, Journal, JournalError, Position, PreparedEntry, StoredEntry, StreamName,
};

const PAGE_ENTRIES: usize = 1_000;
/// The most entries and bytes of data in one append: a store may take only a mebibyte at once,
/// envelopes included.
const BATCH_ENTRIES: usize = 500;
const BATCH_BYTES: usize = 256 * 1024;
/// How often an append without an answer is made again, and the first pause before that.
const ATTEMPTS_MAX: u32 = 6;
const PAUSE_MILLIS: u64 = 50;

/// Why a copy stopped.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The target holds something that the source does not.
    #[error(
        "the target must be empty or an unfinished copy of the source: {0}. \
         Nothing was written to it"
    )]
    NotPrefix(String),
    /// The source or the target is damaged.
    #[error("{0}")]
    Broken(#[from] Broken),
    /// Somebody else writes to the target.
    #[error("somebody else wrote to {0} during the copy; copy into a journal that nobody uses")]
    Disturbed(StreamName),
    /// At the end the target is not what the source is.
    #[error("the copy is not the same: {0}")]
    Differs(String),
    /// A store failed; the same command goes on where this one stopped.
    #[error(transparent)]
    Store(#[from] JournalError),
}

/// How far a copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many entries of so many are in the target.
    Copied(u64, u64),
    /// So many entries of so many were compared.
    Compared(u64, u64),
}

/// What a copy did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The heads of all streams, equal in both.
    pub heads: BTreeMap<StreamName, Head>,
    /// How many entries were written now.
    pub written: u64,
}

/// Copies everything in `from` that is not yet in `to`.
///
/// # Errors
/// See [`CopyError`].
pub async fn copy(
    from: &dyn Journal,
    to: &dyn Journal,
    told: &mut (dyn FnMut(Progress) + Send),
) -> Result<Copied, CopyError> {
    from.check().await?;
    let standing = prefix(from, to).await?;
    let total = count(&heads(from).await?);
    let mut chains = Chains::default();
    let mut batch: Vec<PreparedEntry> = Vec::new();
    let (mut seen, mut written, mut after) = (0, 0, None);
    loop {
        let page = from.read_all(after, PAGE_ENTRIES).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.position);
        for StoredEntry { entry, .. } in page {
            chains.check(&entry)?;
            seen += 1;
            if standing.get(&entry.stream).is_some_and(|head| entry.number <= head.number) {
                continue;
            }
            if !fits(&batch, &entry) {
                append(to, std::mem::take(&mut batch)).await?;
            }
            batch.push(entry);
            written += 1;
        }
        append(to, std::mem::take(&mut batch)).await?;
        told(Progress::Copied(seen, total.max(seen)));
    }
    let heads = chains.heads();
    compare(&heads, to, told).await?;
    to.check().await?;
    Ok(Copied { heads, written })
}

/// The heads of the target, when each is the source's at the same number.
async fn prefix(
    from: &dyn Journal,
    to: &dyn Journal,
) -> Result<BTreeMap<StreamName, Head>, CopyError> {
    let standing = heads(to).await?;
    for (stream, head) in &standing {
        let there = from.read(stream, head.number, 1).await?;
        let Some(there) = there.first() else {
            let why = format!("{stream} has {} entries, the source has fewer", head.number);
            return Err(CopyError::NotPrefix(why));
        };
        if there.head() != *head {
            let why = format!("entry {} of {stream} differs", head.number);
            return Err(CopyError::NotPrefix(why));
        }
    }
    Ok(standing)
}

/// Reads and verifies the whole target, and compares its heads with the source's.
async fn compare(
    heads: &BTreeMap<StreamName, Head>,
    to: &dyn Journal,
    told: &mut (dyn FnMut(Progress) + Send),
) -> Result<(), CopyError> {
    let total = count(heads);
    let mut chains = Chains::default();
    let mut compared = 0;
    let mut after: Option<Position> = None;
    loop {
        let page = to.read_all(after, PAGE_ENTRIES).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.position);
        for entry in &page {
            chains.check(entry)?;
        }
        compared += page.len() as u64;
        told(Progress::Compared(compared, total.max(compared)));
    }
    let copied = chains.heads();
    for (stream, head) in heads {
        match copied.get(stream) {
            Some(found) if found == head => {}
            found => {
                let found = found.map_or(0, |found| found.number);
                let why = format!("{stream} ends at {found} in the target");
                let why = format!("{why} and at {} in the source", head.number);
                return Err(CopyError::Differs(why));
            }
        }
    }
    match copied.keys().find(|stream| !heads.contains_key(*stream)) {
        Some(stream) => Err(CopyError::Differs(format!("{stream} is only in the target"))),
        None => Ok(()),
    }
}

async fn append(to: &dyn Journal, batch: Vec<PreparedEntry>) -> Result<(), CopyError> {
    let Some(first) = batch.first() else { return Ok(()) };
    let expected = Head { number: first.number - 1, digest: first.prev };
    let stream = first.stream.clone();
    for attempt in 0..ATTEMPTS_MAX {
        match to.append(&stream, &expected, batch.clone()).await {
            Ok(appended) => {
                let stored = appended.into_entries();
                let is_same = stored.iter().zip(&batch).all(|(one, sent)| one.entry == *sent);
                return if is_same { Ok(()) } else { Err(CopyError::Disturbed(stream)) };
            }
            Err(AppendError::Conflict { .. }) => return Err(CopyError::Disturbed(stream)),
            Err(AppendError::Failed(error)) => return Err(error.into()),
            // The same entries at the same head are stored once, however often they are sent.
            Err(AppendError::Unknown(error)) if attempt + 1 == ATTEMPTS_MAX => {
                return Err(error.into());
            }
            Err(AppendError::Unknown(_)) => {
                tokio::time::sleep(Duration::from_millis(PAUSE_MILLIS << attempt)).await;
            }
        }
    }
    Ok(())
}

fn fits(batch: &[PreparedEntry], entry: &PreparedEntry) -> bool {
    let bytes: usize = batch.iter().map(|entry| entry.data.len()).sum();
    batch.first().is_none_or(|first| {
        first.stream == entry.stream
            && batch.len() < BATCH_ENTRIES
            && bytes + entry.data.len() <= BATCH_BYTES
    })
}

async fn heads(journal: &dyn Journal) -> Result<BTreeMap<StreamName, Head>, JournalError> {
    let found = journal.streams().await?;
    Ok(found.into_iter().map(|found| (found.stream, found.head)).collect())
}

fn count(heads: &BTreeMap<StreamName, Head>) -> u64 {
    heads.values().map(|head| head.number).sum()
}

/// The chain of each stream, as far as it was read.
#[derive(Default)]
struct Chains(BTreeMap<StreamName, Chain>);

impl Chains {
    fn check(&mut self, entry: &PreparedEntry) -> Result<(), Broken> {
        if !self.0.contains_key(&entry.stream) {
            self.0.insert(entry.stream.clone(), Chain::new(entry.stream.clone()));
        }
        self.0.get_mut(&entry.stream).map_or(Ok(()), |chain| chain.check(entry))
    }

    fn heads(&self) -> BTreeMap<StreamName, Head> {
        self.0.iter().map(|(stream, chain)| (stream.clone(), chain.head())).collect()
    }
}
