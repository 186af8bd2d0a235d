//! What a newer Plenary wrote: the meeting concerned stops, says so, and the others go on.

use std::sync::Arc;

use plenary_domain::{Actor, Capacity, Timestamp};
use plenary_journal::entry::NewEntry;
use plenary_journal::{Head, Journal, PreparedEntry, StreamName, digest};
use plenary_service::codec::envelope;
use plenary_service::{
    Deliveries, ExecuteError, Failure, Freshness, Outcome, TranslateError, archive,
};

use crate::meeting::{self, SLUG, add_item, convene};
use crate::stage::{Stage, name};

async fn append(stage: &Stage, kind: &str, data: &str) -> u64 {
    append_to(&StreamName::meeting(SLUG).unwrap(), stage, kind, data).await
}

async fn append_to(stream: &StreamName, stage: &Stage, kind: &str, data: &str) -> u64 {
    let journal: &Arc<dyn Journal> = &stage.ports.journal;
    let head: Head = journal.head(stream).await.unwrap();
    let id = digest::entry_id(stream, "from-the-future", 0);
    let actor = Actor::nobody(Capacity::Plenary);
    let at = Timestamp::new(meeting::at(meeting::START));
    let fact = NewEntry {
        id,
        kind: kind.into(),
        envelope: envelope(at, "from-the-future", &actor),
        salt: [0; 16],
        data: data.as_bytes().into(),
    };
    let entry = PreparedEntry::after(&head, stream, fact);
    journal.append(stream, &head, vec![entry]).await.unwrap();
    head.number + 1
}

fn translate_error<T: std::fmt::Debug>(answer: Result<T, Failure>) -> TranslateError {
    match answer {
        Err(Failure::Translate(error)) => error,
        other => panic!("it was read: {other:?}"),
    }
}

fn refused(answer: Result<Outcome, ExecuteError>) -> TranslateError {
    match answer {
        Err(ExecuteError::Failed(failure)) => translate_error::<()>(Err(failure)),
        other => panic!("it was served: {other:?}"),
    }
}

#[tokio::test]
async fn a_meeting_with_an_unknown_kind_stops_and_says_so_while_another_is_served() {
    for kind in ["lottery.drawn.v1", "agenda.item-added.v2", "people.joined.v9", "x"] {
        let stage = Stage::memory().play_to("join-secretariat").await;
        let number = append(&stage, kind, "{}").await;
        let expected = TranslateError::Newer {
            stream: StreamName::meeting(SLUG).unwrap(),
            number,
            what: format!("`{kind}`"),
        };
        assert!(expected.to_string().contains("newer Plenary"));
        // The service that was running, and one that starts now.
        for stage in [&stage, &stage.again()] {
            assert_eq!(refused(stage.execute("item", add_item("x")).await), expected);
            assert_eq!(
                translate_error(stage.service.views(SLUG, Freshness::Current).await),
                expected
            );
            let other = stage.service.execute("other", name("convene"), convene(true)).await;
            assert!(!other.unwrap().entries.is_empty());
        }
        assert_eq!(stage.stored().await.len() as u64, number, "something was written after it");
        let verified = archive::check(&stage.service, SLUG, None).await.unwrap_err();
        assert!(verified.is_newer() && verified.to_string().contains("newer Plenary"));
    }
}

#[tokio::test]
async fn an_own_stream_of_a_newer_plenary_is_told_as_such() {
    let unknown = [
        ("delivery.read.v1", "{}", "`delivery.read.v1`"),
        (
            "delivery.sent.v1",
            r#"{"entry":1,"to":"a","by":"b","way":"fax"}"#,
            "the field `way` in `delivery.sent.v1`",
        ),
    ];
    for (kind, data, expected) in unknown {
        let stage = Stage::memory();
        append_to(&StreamName::delivery(SLUG).unwrap(), &stage, kind, data).await;
        let deliveries = Deliveries::new(&stage.service, SLUG, "discord.1").unwrap();
        match translate_error(deliveries.progress().await) {
            TranslateError::Newer { what, .. } => assert_eq!(what, expected),
            other => panic!("{data}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn data_that_is_not_what_its_kind_says_names_the_entry() {
    let bad = [
        r#"{"item":"i1"}"#,
        r#"{"item":1,"title":"x"}"#,
        r#"{"item":"c1","title":"x"}"#,
        r#"{"item":"i1","title":null}"#,
        r#"{"item":"i1","item":"i2","title":"x"}"#,
    ];
    for data in bad {
        let stage = Stage::memory().play_to("convene").await;
        let number = append(&stage, "agenda.item-reworded.v1", data).await;
        match translate_error(stage.service.views(SLUG, Freshness::Current).await) {
            TranslateError::Malformed { number: found, .. } => assert_eq!(found, number),
            other => panic!("{data}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_sealed_part_that_is_none_is_malformed() {
    let bad = [
        ("people.joined.v1", r#"{"code":"k1","seat":"chair","person":"h1","sealed":7}"#),
        ("people.joined.v1", r#"{"code":"k1","seat":"chair","person":"h1","sealed":"A"}"#),
        ("people.joined.v1", r#"{"code":"k1","code":"k2","seat":"chair","person":"h1"}"#),
    ];
    for (kind, data) in bad {
        let stage = Stage::memory().play_to("join-chair").await;
        append(&stage, kind, data).await;
        let error = translate_error(stage.service.views(SLUG, Freshness::Current).await);
        assert!(matches!(error, TranslateError::Malformed { .. }), "{data}: {error:?}");
    }
}

#[tokio::test]
async fn a_sealed_part_that_its_key_does_not_open_costs_the_name_alone() {
    let stage = Stage::memory().play_to("join-chair").await;
    let sealed = "A".repeat(152);
    let data = format!(r#"{{"code":"k1","seat":"chair","person":"h1","sealed":"{sealed}"}}"#);
    let before = stage.entries().await;
    append(&stage, "people.joined.v1", &data).await;
    let entries = stage.entries().await;
    assert_eq!(entries[..before.len()], before[..]);
    let personal = entries[before.len()].event.personal().map(|(_, personal)| personal.clone());
    assert_eq!(personal, Some(plenary_domain::Personal::Unreadable));
}
