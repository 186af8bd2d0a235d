//! Settling an append without an answer: what stands at the batch's numbers tells.

use std::time::Duration;

use plenary_journal::{AppendError, Head, Journal, PreparedEntry, StoredEntry, StreamName};

/// How often the store is asked before "not known yet" is the answer.
const SETTLE_ATTEMPTS_MAX: u32 = 6;
/// The first pause between two questions; each is twice the one before.
const SETTLE_PAUSE_MS: u64 = 50;
/// When nobody waits any longer, even if the store was asked less often: it may take its time to
/// say nothing.
const SETTLE_SECONDS_MAX: u64 = 10;

/// Asks until the fate of the batch is known: stored, lost to another writer, or appended now.
///
/// An id that is not there yet may still be on its way, so the batch is appended again at the same
/// head: whichever of the two arrives first, the facts are stored once.
pub(super) async fn settle(
    journal: &dyn Journal,
    stream: &StreamName,
    expected: &Head,
    batch: Vec<PreparedEntry>,
) -> Result<Vec<StoredEntry>, AppendError> {
    let mut last =
        AppendError::Unknown(plenary_journal::JournalError::unavailable("it did not answer"));
    let end = tokio::time::Instant::now() + Duration::from_secs(SETTLE_SECONDS_MAX);
    for attempt in 0..SETTLE_ATTEMPTS_MAX {
        if tokio::time::Instant::now() >= end {
            break;
        }
        tokio::time::sleep(Duration::from_millis(SETTLE_PAUSE_MS << attempt)).await;
        match journal.read(stream, expected.number + 1, batch.len()).await {
            Err(error) => last = AppendError::Unknown(error),
            Ok(found) if found.is_empty() => {
                match journal.append(stream, expected, batch.clone()).await {
                    Ok(appended) => return Ok(appended.into_entries()),
                    Err(AppendError::Conflict { .. }) => {} // Somebody was first; look who.
                    Err(AppendError::Unknown(error) | AppendError::Failed(error)) => {
                        last = AppendError::Unknown(error);
                    }
                }
            }
            Ok(found) => {
                let ours = found.len() == batch.len()
                    && found.iter().zip(&batch).all(|(found, sent)| found.entry == *sent);
                return if ours {
                    Ok(found)
                } else {
                    let actual = journal.head(stream).await.map_err(AppendError::Unknown)?;
                    Err(AppendError::Conflict { actual })
                };
            }
        }
    }
    Err(last)
}
