//! Two services on one journal, as two processes are: conflicts are decided again, and everything
//! happens once.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use plenary_domain::decide::people::PeopleFault;
use plenary_domain::{Command, Readers, Rejection, Views};
use plenary_journal::keyring::KeyringError;
use plenary_journal::{Key, KeyName, KeyState, Keyring, Secret};
use plenary_service::{ExecuteError, Failure, Freshness, Ports, Service};

use crate::meeting::{SLUG, add_item, comment, expert, nominate};
use crate::stage::{Stage, name};

const COMMANDS_EACH: usize = 200;

/// Sends one side's commands, sixteen at a time; one that finds the meeting busy is sent again.
async fn send_all(service: Arc<Service>, side: &'static str) {
    let mut waiting = tokio::task::JoinSet::new();
    for number in 0..COMMANDS_EACH {
        while waiting.len() >= 16 {
            waiting.join_next().await.unwrap().unwrap();
        }
        let service = Arc::clone(&service);
        waiting.spawn(async move {
            let text = format!("{side}-{number}");
            loop {
                let request = comment(expert(), Readers::Public, &text);
                match service.execute(SLUG, name(&text), request).await {
                    Ok(outcome) => return assert_eq!(outcome.entries.len(), 1),
                    Err(ExecuteError::Failed(Failure::Busy)) => {}
                    Err(other) => panic!("{text}: {other:?}"),
                }
            }
        });
    }
    while let Some(done) = waiting.join_next().await {
        done.unwrap();
    }
}

async fn both_write(one: Stage, other: Stage) {
    let before = one.stored().await.len();
    let tasks = [("one", &one), ("other", &other)]
        .map(|(side, stage)| tokio::spawn(send_all(Arc::clone(&stage.service), side)));
    for task in tasks {
        task.await.unwrap();
    }
    let entries = one.entries().await;
    assert_eq!(entries.len(), before + 2 * COMMANDS_EACH);
    assert!(entries.iter().zip(1..).all(|(entry, number)| entry.number == number));
    let (mine, theirs) = (
        one.service.views(SLUG, Freshness::Current).await.unwrap(),
        other.service.views(SLUG, Freshness::Current).await.unwrap(),
    );
    assert_eq!(mine, theirs);
    assert_eq!(*mine, Views::replay(&entries));
    let mut texts: Vec<&str> = mine.comment.all().iter().map(|c| c.text.as_str()).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), 2 * COMMANDS_EACH);
    plenary_service::archive::check(&one.service, SLUG, None).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_services_on_one_memory_journal_store_four_hundred_commands_each_once() {
    let one = Stage::memory().play_to("add-opening").await;
    let other = one.again();
    both_write(one, other).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_services_with_a_connection_each_to_one_file_do_so_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("both.db");
    let one = Stage::file(&path).play_to("add-opening").await;
    let journal = Stage::file(&path).ports.journal;
    let other = one.beside(journal);
    both_write(one, other).await;
}

#[tokio::test]
async fn a_command_that_meets_anothers_entry_is_decided_again_on_it() {
    let one = Stage::memory().play_to("join-secretariat").await;
    let other = one.again();
    other.service.views(SLUG, Freshness::Current).await.unwrap();
    one.execute("first", add_item("Opening")).await.unwrap();
    let second = other.execute("second", add_item("Closing")).await.unwrap();
    let entries = one.entries().await;
    assert_eq!(second.entries[0].number, entries.len() as u64);
    assert!(format!("{:?}", second.entries[0].event).contains("ItemId(2)"));
}

#[tokio::test]
async fn a_refusal_on_a_stale_state_is_decided_again_after_catching_up() {
    let one = Stage::memory().play_to("join-chair").await;
    let other = one.again();
    // The other service last looked when nobody held the secretariat.
    other.service.views(SLUG, Freshness::Current).await.unwrap();
    let one = one.play_rest("join-chair", "join-secretariat").await;
    let stored = other.execute("item", add_item("Opening")).await;
    assert_eq!(stored.unwrap().entries.len(), 1);
    drop(one);
}

#[tokio::test]
async fn the_same_request_through_two_services_at_once_is_stored_once() {
    let one = Stage::memory().play_to("add-opening").await;
    let other = one.again();
    let length = one.stored().await.len();
    let say = || comment(expert(), Readers::Public, "Once.");
    let (mine, theirs) = tokio::join!(one.execute("say", say()), other.execute("say", say()));
    assert_eq!(mine.unwrap().entries, theirs.unwrap().entries);
    assert_eq!(one.stored().await.len(), length + 1);
}

/// A keyring whose next key is made only when the test says so.
struct Slow {
    inner: Arc<dyn Keyring>,
    asked: std::sync::Mutex<Sender<()>>,
    go_on: std::sync::Mutex<Receiver<()>>,
}

impl Keyring for Slow {
    fn secret(&self) -> Result<Secret, KeyringError> {
        self.inner.secret()
    }

    fn existing_secret(&self) -> Result<Option<Secret>, KeyringError> {
        self.inner.existing_secret()
    }

    fn key(&self, name: &KeyName) -> Result<KeyState, KeyringError> {
        self.inner.key(name)
    }

    fn make(&self, name: &KeyName) -> Result<KeyState, KeyringError> {
        let _ = self.asked.lock().unwrap().send(());
        let _ = self.go_on.lock().unwrap().recv_timeout(Duration::from_secs(10));
        self.inner.make(name)
    }

    fn forget(&self, name: &KeyName) -> Result<(), KeyringError> {
        self.inner.forget(name)
    }

    fn names(&self) -> Result<Vec<KeyName>, KeyringError> {
        self.inner.names()
    }

    fn adopt(&self, name: &KeyName, key: &Key) -> Result<(), KeyringError> {
        self.inner.adopt(name, key)
    }

    fn adopt_secret(&self, secret: &Secret) -> Result<(), KeyringError> {
        self.inner.adopt_secret(secret)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_who_catches_up_while_a_command_is_being_decided_does_not_spoil_it() {
    let one = Stage::memory().play_to("join-mission").await;
    let ((asked, was_asked), (go, go_on)) = (channel(), channel());
    let inner = Arc::clone(&one.ports.keyring);
    let (asked, go_on) = (std::sync::Mutex::new(asked), std::sync::Mutex::new(go_on));
    let keyring = Arc::new(Slow { inner, asked, go_on });
    let slow = Service::new(Ports { keyring, ..one.ports.clone() }).unwrap();
    let slow = Arc::new(slow);
    slow.views(SLUG, Freshness::Current).await.unwrap();
    let nominating = Arc::clone(&slow);
    let who = crate::meeting::named("Helena Faroleira");
    let request = nominate(who);
    assert!(matches!(request.command, Command::Reply(_)));
    let nominating =
        tokio::spawn(async move { nominating.execute(SLUG, name("nominate"), request).await });
    tokio::task::spawn_blocking(move || was_asked.recv().unwrap()).await.unwrap();
    // The command is decided and waits for its key; another service writes, and a reader here
    // looks.
    one.execute("item", add_item("Meanwhile")).await.unwrap();
    let seen = slow.views(SLUG, Freshness::Current).await.unwrap().number;
    for _ in 0..8 {
        let _ = go.send(());
    }
    let outcome = nominating.await.unwrap().unwrap();
    assert_eq!(outcome.entries[0].number, seen + 1);
    assert_eq!(one.entries().await.len() as u64, seen + 2);
}

#[tokio::test]
async fn of_two_who_use_one_code_at_once_one_joins_and_the_other_is_refused() {
    let one = Stage::memory().play_to("invite-chair").await;
    let other = one.again();
    let secret = one.ports.keyring.secret().unwrap();
    let join = |account| crate::meeting::join(&secret, "invite-chair", account);
    let (mine, theirs) =
        tokio::join!(one.execute("a", join("terminal:a")), other.execute("b", join("terminal:b")));
    let refused = [&mine, &theirs].into_iter().filter(|answer| {
        matches!(answer, Err(ExecuteError::Rejected(Rejection::People(PeopleFault::Code(_)))))
    });
    assert_eq!(refused.count(), 1, "{mine:?} {theirs:?}");
}
