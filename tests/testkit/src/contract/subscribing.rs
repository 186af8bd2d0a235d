//! Subscribing: everything once, in order, then what comes.

use std::sync::Arc;
use std::time::Duration;

use super::{grow, stream, whole};
use plenary_journal::{Delivery, Journal, StoredEntry, StreamName, Subscription};

/// How long a case waits for a delivery before it fails.
const DELIVERY_SECONDS_MAX: u64 = 20;

async fn next(subscription: &mut Subscription) -> Delivery {
    let patience = Duration::from_secs(DELIVERY_SECONDS_MAX);
    let heard = tokio::time::timeout(patience, subscription.next()).await;
    heard.expect("no delivery in time").expect("the subscription ended")
}

/// The entries of `stream` up to the next [`Delivery::CaughtUp`].
async fn until_caught_up(subscription: &mut Subscription, stream: &StreamName) -> Vec<StoredEntry> {
    let mut heard = Vec::new();
    loop {
        match next(subscription).await {
            Delivery::Entry(entry) if entry.stream == *stream => heard.push(entry),
            Delivery::CaughtUp => return heard,
            Delivery::Entry(_) | Delivery::FellBehind | Delivery::Interrupted(_) => {}
        }
    }
}

/// The next `count` entries of `stream`, whatever else is heard.
async fn hear(
    subscription: &mut Subscription,
    stream: &StreamName,
    count: usize,
) -> Vec<StoredEntry> {
    let mut heard = Vec::new();
    while heard.len() < count {
        match next(subscription).await {
            Delivery::Entry(entry) if entry.stream == *stream => heard.push(entry),
            Delivery::Entry(_)
            | Delivery::CaughtUp
            | Delivery::FellBehind
            | Delivery::Interrupted(_) => {}
        }
    }
    heard
}

/// From the start: history, then word that it is all, then what comes.
pub async fn a_subscription_from_the_start_hears_everything_once(journal: &Arc<dyn Journal>) {
    let stream = stream("start");
    let mut stored = grow(&**journal, &stream, "r1", 600).await;
    let mut subscription = journal.subscribe(None).await.unwrap();
    assert_eq!(until_caught_up(&mut subscription, &stream).await, stored);
    let later = grow(&**journal, &stream, "r2", 3).await;
    assert_eq!(hear(&mut subscription, &stream, 3).await, later);
    stored.extend(later);
    assert_eq!(whole(&**journal, &stream).await, stored);
}

/// From a position: nothing at or before it.
pub async fn a_subscription_from_a_position_hears_only_what_follows(journal: &Arc<dyn Journal>) {
    let stream = stream("position");
    let stored = grow(&**journal, &stream, "r1", 5).await;
    let mut subscription = journal.subscribe(Some(stored[2].position)).await.unwrap();
    assert_eq!(until_caught_up(&mut subscription, &stream).await, stored[3..]);
    let mut at_the_end = journal.subscribe(Some(stored[4].position)).await.unwrap();
    assert_eq!(until_caught_up(&mut at_the_end, &stream).await, []);
    let later = grow(&**journal, &stream, "r2", 1).await;
    assert_eq!(hear(&mut subscription, &stream, 1).await, later);
    assert_eq!(hear(&mut at_the_end, &stream, 1).await, later);
}

/// Live: each append is heard, in order and once, while writers go on.
pub async fn a_subscription_hears_what_is_appended_later(journal: &Arc<dyn Journal>) {
    let stream = stream("live");
    let mut subscription = journal.subscribe(None).await.unwrap();
    let writer = {
        let (journal, stream) = (Arc::clone(journal), stream.clone());
        tokio::spawn(async move {
            let mut stored = Vec::new();
            for round in 0..40 {
                stored.extend(grow(&*journal, &stream, &format!("r{round}"), 1 + round % 9).await);
            }
            stored
        })
    };
    let total = (0..40).map(|round| 1 + round % 9).sum();
    let heard = hear(&mut subscription, &stream, total).await;
    assert_eq!(heard, writer.await.unwrap());
}

/// Subscribers do not take entries from one another.
pub async fn two_subscribers_hear_the_same(journal: &Arc<dyn Journal>) {
    let stream = stream("both");
    let mut stored = grow(&**journal, &stream, "r1", 2).await;
    let mut one = journal.subscribe(None).await.unwrap();
    let mut two = journal.subscribe(None).await.unwrap();
    stored.extend(grow(&**journal, &stream, "r2", 2).await);
    assert_eq!(hear(&mut one, &stream, 4).await, stored);
    assert_eq!(hear(&mut two, &stream, 4).await, stored);
}

/// One that is dropped, also with deliveries unheard, holds up neither writers nor others.
pub async fn a_dropped_subscription_disturbs_nobody(journal: &Arc<dyn Journal>) {
    let stream = stream("dropped");
    let dropped = journal.subscribe(None).await.unwrap();
    let mut kept = journal.subscribe(None).await.unwrap();
    let mut stored = grow(&**journal, &stream, "r1", 900).await;
    drop(dropped);
    stored.extend(grow(&**journal, &stream, "r2", 1).await);
    assert_eq!(hear(&mut kept, &stream, stored.len()).await, stored);
}
