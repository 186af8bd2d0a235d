//! The feeder behind a subscription: pages of what is stored, then what comes, for any store that
//! can read a page and wait for news.

use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::mpsc;

use crate::{Delivery, JournalError, Position, StoredEntry, Subscription};

/// How many entries a feeder reads at once.
pub const PAGE_ENTRIES: usize = 256;
/// How many deliveries wait for a slow subscriber before the feeder pauses.
pub const DELIVERIES_WAITING_MAX: usize = 512;

const RETRY_PAUSE_MILLIS: u64 = 100;

/// Where a feeder reads.
#[async_trait]
pub trait Source: Send {
    /// The next entries after `after`, in the order of positions, at most `limit`.
    async fn page(
        &mut self,
        after: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEntry>, JournalError>;

    /// Returns when there may be more than the last page showed; false when the store has closed.
    async fn changed(&mut self) -> bool;
}

/// A subscription to everything after `after` in `source`. Its feeder is a task of the current
/// runtime and ends soon after the subscription is dropped or the source has closed.
pub fn subscribe(source: impl Source + 'static, after: Option<Position>) -> Subscription {
    let (sender, deliveries) = mpsc::channel(DELIVERIES_WAITING_MAX);
    tokio::spawn(async move {
        let gone = sender.clone();
        tokio::select! {
            biased;
            () = gone.closed() => {}
            () = feed(source, after, sender) => {}
        }
    });
    Subscription::new(deliveries)
}

async fn feed(
    mut source: impl Source,
    mut after: Option<Position>,
    sender: mpsc::Sender<Delivery>,
) {
    let mut caught_up = false;
    let mut interrupted = false;
    loop {
        let page = match source.page(after, PAGE_ENTRIES).await {
            Ok(page) => page,
            Err(error) => {
                // One notice for one interruption, however often the next attempts fail.
                if !interrupted && !send(&sender, Delivery::Interrupted(error.to_string())).await {
                    return;
                }
                (interrupted, caught_up) = (true, false);
                tokio::time::sleep(Duration::from_millis(RETRY_PAUSE_MILLIS)).await;
                continue;
            }
        };
        interrupted = false;
        let full = page.len() == PAGE_ENTRIES;
        if full && caught_up {
            caught_up = false;
            if !send(&sender, Delivery::FellBehind).await {
                return;
            }
        }
        for entry in page {
            after = Some(entry.position);
            if !send(&sender, Delivery::Entry(entry)).await {
                return;
            }
        }
        if full {
            continue;
        }
        if !caught_up {
            caught_up = true;
            if !send(&sender, Delivery::CaughtUp).await {
                return;
            }
        }
        if !source.changed().await {
            return;
        }
    }
}

/// False when nobody listens any more.
async fn send(sender: &mpsc::Sender<Delivery>, delivery: Delivery) -> bool {
    sender.send(delivery).await.is_ok()
}
