//! What every store promises, as tests: each public function of the three submodules is one case,
//! and [`journal_contract!`](crate::journal_contract) makes a test of each for one adapter.
//!
//! The cases use streams with names of their own and look at nothing else, so they also run against
//! a store that holds other things.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::missing_panics_doc)]

pub mod appending;
pub mod reading;
pub mod subscribing;

use data_encoding::HEXLOWER;

use plenary_journal::digest::{entry_id, salt};
use plenary_journal::entry::NewEntry;
use plenary_journal::random::{Random, SystemRandom};
use plenary_journal::{
    Appended, Envelope, Head, Journal, Position, PreparedEntry, StoredEntry, StreamHead, StreamName,
};

/// How many entries a case reads at once.
const PAGE_ENTRIES: usize = 50;

/// Makes one test of each case of the contract. `$make` is an async function without arguments that
/// returns an `Arc<dyn Journal>` and whatever must live as long as it (a temporary folder).
#[macro_export]
macro_rules! journal_contract {
    ($make:path) => {
        $crate::journal_contract!(@cases $make, appending:
            a_new_stream_begins_after_the_empty_head,
            the_exact_head_is_needed_by_number_and_by_digest,
            a_conflict_tells_the_actual_head,
            a_batch_is_stored_whole_or_not_at_all,
            an_append_again_is_recognised_and_told,
            an_append_again_is_recognised_after_others_have_appended,
            a_batch_of_which_only_a_part_stands_is_a_conflict,
            a_bad_batch_is_refused_and_nothing_is_written,
            of_writers_at_one_head_exactly_one_wins,
        );
        $crate::journal_contract!(@cases $make, reading:
            a_stream_reads_by_pages_in_order,
            an_unknown_stream_reads_as_empty,
            bytes_come_back_untouched,
            all_streams_read_in_the_order_of_positions,
            a_reader_beside_writers_sees_no_holes,
            every_stream_is_listed_with_its_head,
        );
        $crate::journal_contract!(@cases $make, subscribing:
            a_subscription_from_the_start_hears_everything_once,
            a_subscription_from_a_position_hears_only_what_follows,
            a_subscription_hears_what_is_appended_later,
            two_subscribers_hear_the_same,
            a_dropped_subscription_disturbs_nobody,
        );
    };
    (@cases $make:path, $part:ident: $($case:ident,)*) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                let (journal, _kept) = $make().await;
                $crate::contract::$part::$case(&journal).await;
            }
        )*
    };
}

/// A meeting's stream that nothing else uses; its name begins with `topic`.
pub fn stream(topic: &str) -> StreamName {
    let mut random = [0; 8];
    SystemRandom.fill(&mut random).unwrap();
    StreamName::meeting(&format!("{topic}-{}", HEXLOWER.encode(&random))).unwrap()
}

/// A right batch of `length` entries after `head`, stored by `request`.
pub fn batch(stream: &StreamName, head: &Head, request: &str, length: usize) -> Vec<PreparedEntry> {
    let data = (0..length).map(|index| format!("{{\"text\":\"{request} {index}\"}}"));
    batch_of(stream, head, request, data)
}

/// A right batch after `head` with these data, stored by `request`.
pub fn batch_of(
    stream: &StreamName,
    head: &Head,
    request: &str,
    data: impl IntoIterator<Item = String>,
) -> Vec<PreparedEntry> {
    let mut head = *head;
    let mut entries = Vec::new();
    for (index, data) in data.into_iter().enumerate() {
        let id = entry_id(stream, request, index);
        let envelope = Envelope {
            at: "2026-11-23T20:49:12.000Z".into(),
            request: request.into(),
            person: Some("h1".into()),
            capacity: "secretariat".into(),
            delegation: None,
            acting_for: Some("de".into()),
        };
        let kind = "agenda.item-added.v1".into();
        let data = data.into_bytes().into();
        let fact = NewEntry { id, kind, envelope, salt: salt(b"secret", &id), data };
        let entry = PreparedEntry::after(&head, stream, fact);
        head = entry.head();
        entries.push(entry);
    }
    entries
}

/// Appends `length` entries after the head that is there now, and returns them.
async fn grow(
    journal: &dyn Journal,
    stream: &StreamName,
    request: &str,
    length: usize,
) -> Vec<StoredEntry> {
    let head = journal.head(stream).await.unwrap();
    let batch = batch(stream, &head, request, length);
    match journal.append(stream, &head, batch).await.unwrap() {
        Appended::Stored(entries) => entries,
        Appended::Already(_) => panic!("a new request was taken for a repeated one"),
    }
}

/// Everything in `stream`, read by pages.
pub async fn whole(journal: &dyn Journal, stream: &StreamName) -> Vec<StoredEntry> {
    let mut entries = Vec::new();
    loop {
        let from = entries.len() as u64 + 1;
        let page = journal.read(stream, from, PAGE_ENTRIES).await.unwrap();
        if page.is_empty() {
            return entries;
        }
        entries.extend(page);
    }
}

/// Everything of `streams` among all entries after `after`, read by pages.
async fn all_of(
    journal: &dyn Journal,
    streams: &[StreamName],
    mut after: Option<Position>,
) -> Vec<StoredEntry> {
    let mut entries = Vec::new();
    loop {
        let page = journal.read_all(after, PAGE_ENTRIES).await.unwrap();
        let Some(last) = page.last() else { return entries };
        after = Some(last.position);
        entries.extend(page.into_iter().filter(|entry| streams.contains(&entry.stream)));
    }
}

/// The listed head of `stream`.
async fn listed(journal: &dyn Journal, stream: &StreamName) -> Option<Head> {
    let all: Vec<StreamHead> = journal.streams().await.unwrap();
    assert!(all.is_sorted_by(|a, b| a.stream < b.stream), "streams() is not in order of names");
    all.into_iter().find(|found| found.stream == *stream).map(|found| found.head)
}
