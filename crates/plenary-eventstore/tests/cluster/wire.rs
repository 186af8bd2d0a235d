//! What stands in the store: bytes untouched, the entry's id as the event's, and metadata by which
//! the store's own tools find what belongs together.

use plenary_journal::digest::ENTRY_NAMESPACE;
use plenary_journal::{Head, Journal};
use plenary_testkit::contract;
use serde_json::Value;
use uuid::Uuid;

use crate::stage::{cluster, open};

#[tokio::test]
async fn an_event_holds_the_bytes_the_id_the_envelope_and_what_follows_from_them() {
    let cluster = cluster(1);
    let journal = open(&cluster.address());
    let stream = contract::stream("wire");
    let data = "{\"text\":\"é \\u00e9 **ü**\\n\",\"b\":1.0}".to_owned();
    let batch = contract::batch_of(&stream, &Head::EMPTY, "story:1", [data.clone()]);
    journal.append(&stream, &Head::EMPTY, batch.clone()).await.unwrap();
    let stored = cluster.log().records(0, 9);
    assert_eq!(stored.len(), 1);
    let (record, entry) = (&stored[0], &batch[0]);
    let derived = |name: String| Uuid::new_v5(&ENTRY_NAMESPACE, name.as_bytes()).to_string();
    assert_eq!(record.stream, stream.as_str().as_bytes());
    assert_eq!(record.revision, 0);
    // The store knows a repeated append by its ids: other bytes must have another.
    assert_eq!(record.event.id.to_string(), derived(entry.digest.to_string()));
    assert_eq!(record.event.data, data.as_bytes());
    assert_eq!(record.event.metadata["type"], *entry.kind);
    assert_eq!(record.event.metadata["content-type"], "application/json");
    let metadata: Value = serde_json::from_slice(&record.event.custom_metadata).unwrap();
    assert_eq!(metadata["$correlationId"], derived("story:1".to_owned()));
    assert_eq!(metadata["$causationId"], derived(format!("{stream}\0story:1")));
    assert_eq!(metadata["id"], entry.id.to_string());
    assert_eq!(metadata["digest"], entry.digest.to_string());
    assert_eq!(metadata["request"], "story:1");
    assert!(metadata.get("delegation").is_none(), "absent, not null");
}
