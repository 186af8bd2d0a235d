//! Who is let in: wrong addresses, passwords and certificates are told in a sentence that names
//! the setting, and a password is in none of them.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use plenary_eventstore::{EventStoreJournal, EventStoreOptions};
use plenary_journal::{AppendError, Head, Journal};
use plenary_stand_in_eventstore::{Cluster, Options, Tls};
use plenary_testkit::contract;

use crate::stage::{ANSWER, LOOK, away, cluster, grow, open};

fn certificate(name: &str) -> PathBuf {
    let folder = "../../tests/stand-ins/eventstore/certificates";
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name)
}

#[tokio::test]
async fn a_wrong_password_is_told_and_repeated_nowhere() {
    let user = Some(("chair".to_owned(), "right p@ss".to_owned()));
    let cluster = Cluster::start(Options { user, ..Options::default() }).unwrap();
    let at = cluster.ports()[0];
    let address = |user: &str| format!("esdb://{user}127.0.0.1:{at}?tls=false");
    let stream = contract::stream("door");
    grow(&*open(&address("chair:right%20p%40ss@")), &stream, "r1").await;
    for wrong in ["chair:hunter2@", "hunter2:right@", ""] {
        let journal = open(&address(wrong));
        let said = away(journal.head(&stream).await);
        assert!(said.contains("user and password") && !said.contains("hunter2"), "{said}");
        let batch = contract::batch(&stream, &Head::EMPTY, "r2", 1);
        let refused = journal.append(&stream, &Head::EMPTY, batch).await;
        assert!(matches!(refused, Err(AppendError::Failed(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_place_where_nobody_listens_is_told_soon() {
    let begin = Instant::now();
    let journal = open("esdb://127.0.0.1:1?tls=false");
    let said = away(journal.read_all(None, 1).await);
    assert!(said.contains("127.0.0.1:1"), "{said}");
    let stream = contract::stream("nobody");
    let batch = contract::batch(&stream, &Head::EMPTY, "r1", 1);
    let failed = journal.append(&stream, &Head::EMPTY, batch).await;
    assert!(matches!(failed, Err(AppendError::Failed(_))), "surely not written: {failed:?}");
    assert!(begin.elapsed() < Duration::from_secs(5));
    away(open("esdb://127.0.0.1:1,127.0.0.1:2?tls=false").streams().await);
}

/// Whoever goes on typing while the store is away does not wait for a search each time.
#[tokio::test]
async fn only_the_first_call_searches_for_a_store_that_is_away() {
    let search = Duration::from_secs(1);
    let options = EventStoreOptions { answer: ANSWER, search, look: LOOK };
    let journal = EventStoreJournal::open("esdb://127.0.0.1:1?tls=false", options).unwrap();
    let begin = Instant::now();
    away(journal.read_all(None, 1).await);
    let first = begin.elapsed();
    assert!(first >= search, "it did not search: {first:?}");
    for _ in 0..10 {
        away(journal.read_all(None, 1).await);
    }
    assert!(begin.elapsed() < first * 2, "ten more calls took longer than the first");
}

#[tokio::test]
async fn a_node_is_trusted_by_its_authority_and_by_no_other() {
    let tls = Some(Tls::of_tests());
    let cluster = Cluster::start(Options { tls, nodes: 2, ..Options::default() }).unwrap();
    let address = |file: &str| {
        let file = certificate(file);
        format!("{}&tlsCaFile={}", cluster.address(), file.display())
    };
    let stream = contract::stream("certificate");
    grow(&*open(&address("authority.pem")), &stream, "r1").await;
    let said = away(open(&address("other-authority.pem")).head(&stream).await);
    assert!(said.contains("certificate") && said.contains("tlsCaFile"), "{said}");
    let said = away(open(&cluster.address()).head(&stream).await);
    assert!(said.contains("tlsCaFile"), "{said}");
    let missing = EventStoreJournal::open(&address("none.pem"), EventStoreOptions::default());
    assert!(missing.is_err_and(|error| error.to_string().contains("none.pem")));
}

#[tokio::test]
async fn a_node_that_does_not_encrypt_is_told_so() {
    let cluster = cluster(1);
    let journal = open(&cluster.address().replace("tls=false", "tls=true"));
    let said = away(journal.head(&contract::stream("plain")).await);
    assert!(said.contains("tls=false"), "{said}");
}

#[test]
fn a_wrong_address_is_told_with_the_setting_and_without_the_password() {
    for text in [
        "esdb:host",
        "http://a:hunter2@host",
        "esdb://a:hunter2@host:port",
        "esdb://a:hunter2@host:0",
        "esdb://a:hunter2@",
        "esdb://a:hunter2@host?tls=maybe",
        "esdb://a:hunter2@host?colour=red",
        "esdb://a:hunter2@host?tlsVerifyCert=false",
        "esdb://a:hunter2@host?userCertFile=a",
        "esdb://a:hunter2@host?defaultDeadline=-1",
    ] {
        let refused = EventStoreJournal::open(text, EventStoreOptions::default());
        let said = refused.err().expect(text).to_string();
        assert!(said.contains("setting journal") && !said.contains("hunter2"), "{said}");
    }
}
