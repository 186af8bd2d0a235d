//! The store's own client, which we did not write, beside the journal: it reads what Plenary wrote,
//! and writes what Plenary must read or must name. On a stand-in, and on the server that
//! `PLENARY_TEST_ESDB` names.

use std::time::Duration;

use eventstore::{
    AppendToStreamOptions, Client, ClientSettings, DeleteStreamOptions, Error, EventData,
    ReadStreamOptions, RecordedEvent, ResolvedEvent, StreamPosition, StreamState,
    SubscribeToStreamOptions, TombstoneStreamOptions,
};
use plenary_journal::{AppendError, Head, Journal, JournalError, StreamName};
use plenary_testkit::contract;
use tokio::time::timeout;

use crate::stage::{grow, open, store};

const PATIENCE: Duration = Duration::from_secs(30);

fn client(address: &str) -> Client {
    Client::new(address.parse::<ClientSettings>().unwrap()).unwrap()
}

async fn read(client: &Client, stream: &StreamName) -> Result<Vec<ResolvedEvent>, Error> {
    let options = ReadStreamOptions::default().position(StreamPosition::Start).max_count(99);
    let mut events = client.read_stream(stream.as_str(), &options).await?;
    let mut found = Vec::new();
    while let Some(event) = events.next().await? {
        found.push(event);
    }
    Ok(found)
}

fn expecting(state: StreamState) -> AppendToStreamOptions {
    AppendToStreamOptions::default().stream_state(state)
}

/// The same event, to be written by the client.
fn copied(event: &RecordedEvent) -> EventData {
    let data: serde_json::Value = serde_json::from_slice(&event.data).unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&event.custom_metadata).unwrap();
    let copy = EventData::json(&event.event_type, &data).unwrap().id(event.id);
    copy.metadata_as_json(&metadata).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_stores_own_client_reads_and_hears_what_plenary_wrote() {
    let (address, _stand_in) = store();
    let (journal, client) = (open(&address), client(&address));
    let stream = contract::stream("client");
    let data = "{\"text\":\"é **ü**\\n\",\"b\":1.0}".to_owned();
    let batch = contract::batch_of(&stream, &Head::EMPTY, "r1", [data.clone(), data.clone()]);
    journal.append(&stream, &Head::EMPTY, batch.clone()).await.unwrap();
    let found = read(&client, &stream).await.unwrap();
    assert_eq!(found.len(), 2);
    for (found, entry) in found.iter().zip(&batch) {
        let found = found.get_original_event();
        assert_eq!(found.stream_id(), stream.as_str());
        assert_eq!(found.revision + 1, entry.number);
        assert_eq!((found.event_type.as_str(), found.is_json), (&*entry.kind, true));
        assert_eq!(found.data, data.as_bytes());
        let metadata: serde_json::Value = serde_json::from_slice(&found.custom_metadata).unwrap();
        assert_eq!(metadata["digest"], entry.digest.to_string());
    }
    let known = journal.read(&stream, 1, 9).await.unwrap();
    assert_eq!(known[1].position.0, found[1].get_original_event().position.commit);
    let options = SubscribeToStreamOptions::default().start_from(StreamPosition::Position(1));
    let mut heard = client.subscribe_to_stream(stream.as_str(), &options).await;
    let head = grow(&*journal, &stream, "r2").await;
    let event = timeout(PATIENCE, heard.next()).await.expect("in time").unwrap();
    assert_eq!(event.get_original_event().revision + 1, head.number);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_stores_own_client_wrote_is_read_if_it_is_an_entry_and_named_if_not() {
    let (address, _stand_in) = store();
    let (journal, client) = (open(&address), client(&address));
    // The very same entries, put back under their own ids as from a copy of the store.
    let (first, second) = (contract::stream("mended"), contract::stream("taken"));
    let head = grow(&*journal, &first, "r1").await;
    let event = copied(read(&client, &first).await.unwrap()[0].get_original_event());
    let batch = contract::batch(&first, &head, "r2", 1);
    journal.append(&first, &head, batch.clone()).await.unwrap();
    let next = copied(read(&client, &first).await.unwrap()[1].get_original_event());
    let options = expecting(StreamState::NoStream);
    let again = client.append_to_stream(first.as_str(), &options, event).await;
    again.expect("the store knows a repeated append by its id");
    assert_eq!(journal.head(&first).await.unwrap(), batch[0].head());
    // The second entry of one stream is no entry of another, and its number is not the first.
    client.append_to_stream(second.as_str(), &options, next).await.unwrap();
    let moved = journal.read(&second, 1, 9).await.unwrap();
    let mut chain = plenary_journal::verify::Chain::new(second.clone());
    chain.check(&moved[0]).expect_err("an entry of another stream was taken");
    // An event under another id than that of its digest would be stored twice when sent again.
    let other = copied(read(&client, &first).await.unwrap()[0].get_original_event());
    let other = other.id(uuid::Uuid::from_u128(7));
    let renamed = contract::stream("renamed");
    client.append_to_stream(renamed.as_str(), &options, other).await.unwrap();
    match journal.read(&renamed, 1, 9).await {
        Err(error @ JournalError::Damaged { .. }) => {
            assert!(error.to_string().contains("its id is not that of its digest"), "{error}");
        }
        other => panic!("{other:?}"),
    }
    // What was never an entry is damage, named with its stream.
    let third = contract::stream("foreign");
    let foreign = EventData::json("order.placed", &serde_json::json!({"n": 1})).unwrap();
    client.append_to_stream(third.as_str(), &options, foreign).await.unwrap();
    match journal.read(&third, 1, 9).await {
        Err(error @ JournalError::Damaged { .. }) => {
            assert!(error.to_string().contains(third.as_str()), "{error}");
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn either_is_refused_where_the_other_was_first() {
    let (address, _stand_in) = store();
    let (journal, client) = (open(&address), client(&address));
    let stream = contract::stream("first");
    let head = grow(&*journal, &stream, "r1").await;
    let event = || EventData::json("x", &serde_json::json!({})).unwrap();
    let late = expecting(StreamState::NoStream);
    match client.append_to_stream(stream.as_str(), &late, event()).await {
        Err(Error::WrongExpectedVersion { .. }) => {}
        other => panic!("{other:?}"),
    }
    let options = expecting(StreamState::StreamRevision(0));
    client.append_to_stream(stream.as_str(), &options, event()).await.unwrap();
    let batch = contract::batch(&stream, &head, "r2", 1);
    match journal.append(&stream, &head, batch).await {
        // What stands there is no entry, so no head can be told.
        Err(AppendError::Failed(error @ JournalError::Damaged { .. })) => {
            assert!(error.to_string().contains("entry 2"), "{error}");
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_stores_own_client_deletes_is_named_and_the_others_go_on() {
    let (address, _stand_in) = store();
    let (journal, client) = (open(&address), client(&address));
    let (gone, hidden) = (contract::stream("gone"), contract::stream("hidden"));
    for stream in [&gone, &hidden] {
        grow(&*journal, stream, "r1").await;
    }
    client.tombstone_stream(gone.as_str(), &TombstoneStreamOptions::default()).await.unwrap();
    client.delete_stream(hidden.as_str(), &DeleteStreamOptions::default()).await.unwrap();
    assert!(matches!(read(&client, &gone).await, Err(Error::ResourceDeleted)));
    assert!(matches!(read(&client, &hidden).await, Err(Error::ResourceNotFound)));
    for stream in [&gone, &hidden] {
        match journal.read(stream, 1, 9).await {
            Err(error @ JournalError::Damaged { .. }) => {
                assert!(error.to_string().contains("was deleted in the store"), "{error}");
            }
            other => panic!("{other:?}"),
        }
    }
    let kept = contract::stream("kept");
    grow(&*journal, &kept, "r1").await;
    let listed = open(&address).streams().await.unwrap();
    for stream in [&gone, &hidden, &kept] {
        assert!(listed.iter().any(|one| one.stream == *stream), "{stream}");
    }
}
