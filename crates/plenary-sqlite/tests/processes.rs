//! Several processes on one file: they share it, they are killed in the middle of their work, their
//! disk refuses. A child is this test's own program, run again for its one test `child`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use plenary_journal::journal::{AppendError, Journal};
use plenary_journal::verify::Chain;
use plenary_journal::{Delivery, Head, Random, SeededRandom, StreamName, SystemRandom};
use plenary_sqlite::{SqliteJournal, SqliteOptions};
use plenary_testkit::contract::{batch, whole};

const JOURNAL: &str = "PLENARY_CHILD_JOURNAL";
const ENTRIES: &str = "PLENARY_CHILD_ENTRIES";
const SEED: &str = "PLENARY_SEED";

/// How often a process is killed.
const KILLS: u32 = 100;
/// The longest time between a child's first word and its end, in microseconds.
const LIFE_MICROS_MAX: u64 = 60_000;
/// How many tasks of a child append at once; each second one has a stream of its own.
const TASKS: usize = 6;

fn open(path: &Path) -> SqliteJournal {
    SqliteJournal::open(path, SqliteOptions::default()).unwrap()
}

fn streams() -> Vec<StreamName> {
    (0..TASKS / 2).map(|n| StreamName::meeting(&format!("load-{n}")).unwrap()).collect()
}

/// Starts a child that stores `entries` in each of its tasks; `shell` sets its limits first.
fn start(path: &Path, entries: usize, shell: Option<&str>) -> Child {
    let program = std::env::current_exe().unwrap();
    let mut command = match shell {
        None => Command::new(program),
        Some(script) => {
            let mut command = Command::new("sh");
            command.args(["-c", &format!("{script}; exec \"$0\" \"$@\"")]).arg(program);
            command
        }
    };
    command.args(["--exact", "child", "--nocapture"]);
    command.env(JOURNAL, path).env(ENTRIES, entries.to_string());
    command.stdout(Stdio::piped()).spawn().unwrap()
}

/// What a child acknowledged: stream, number, digest.
fn told(line: &str) -> Option<(StreamName, Head)> {
    let mut words = line.split(' ');
    if words.next() != Some("stored") {
        return None;
    }
    let stream = words.next()?.parse().ok()?;
    let number = words.next()?.parse().ok()?;
    Some((stream, Head { number, digest: words.next()?.parse().ok()? }))
}

/// One task of a child: appends until it has stored `entries` or the journal fails.
async fn append_on(journal: Arc<SqliteJournal>, stream: StreamName, entries: usize, task: usize) {
    let pid = std::process::id();
    let mut head = journal.head(&stream).await.unwrap();
    let mut stored = 0;
    while stored < entries {
        let request = format!("p{pid}-{task}-{stored}");
        let batch = batch(&stream, &head, &request, 1 + stored % 3);
        let (length, last) = (batch.len(), batch.last().unwrap().head());
        match journal.append(&stream, &head, batch).await {
            Ok(_) => {
                let line = format!("stored {stream} {} {}\n", last.number, last.digest);
                std::io::stdout().write_all(line.as_bytes()).unwrap();
                (head, stored) = (last, stored + length);
            }
            Err(AppendError::Conflict { actual }) => head = actual,
            Err(error) => {
                println!("\nfailed {error}");
                return;
            }
        }
    }
}

/// The work of a child process. In the tests' own process there is none: a parent says by the
/// environment which journal to write to.
#[test]
fn child() {
    let Some(path) = std::env::var_os(JOURNAL).map(PathBuf::from) else { return };
    let entries = std::env::var(ENTRIES).unwrap().parse().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    runtime.block_on(async {
        let journal = Arc::new(open(&path));
        println!("\nopened");
        let mut tasks = Vec::new();
        for (task, stream) in streams().into_iter().cycle().take(TASKS).enumerate() {
            tasks.push(tokio::spawn(append_on(Arc::clone(&journal), stream, entries, task)));
        }
        for task in tasks {
            task.await.unwrap();
        }
    });
}

/// All chains as the journal has them now, every entry checked.
async fn chains(journal: &SqliteJournal) -> Vec<Chain> {
    let mut chains = Vec::new();
    for stream in streams() {
        let mut chain = Chain::new(stream.clone());
        for entry in whole(journal, &stream).await {
            chain.check(&entry).unwrap();
        }
        chains.push(chain);
    }
    chains
}

fn lines_of(child: &mut Child) -> impl Iterator<Item = String> + use<> {
    BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_store_each_entry_once_and_a_third_hears_all_of_them() {
    const CHILD_ENTRIES: usize = 40;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.db");
    let mut children = [start(&path, CHILD_ENTRIES, None), start(&path, CHILD_ENTRIES, None)];
    let told: Vec<Vec<_>> = {
        let readers = children.each_mut().map(|child| {
            let lines = lines_of(child);
            std::thread::spawn(move || lines.filter_map(|line| told(&line)).collect())
        });
        let journal = open(&path);
        let mut subscription = journal.subscribe(None).await.unwrap();
        let told = readers.map(|reader| reader.join().unwrap()).into();
        let total: u64 = chains(&journal).await.iter().map(|chain| chain.head().number).sum();
        assert!(total >= (2 * TASKS * CHILD_ENTRIES) as u64, "{total} entries are too few");
        let mut heard = Vec::new();
        while (heard.len() as u64) < total {
            let next = tokio::time::timeout(Duration::from_secs(20), subscription.next());
            if let Delivery::Entry(entry) = next.await.unwrap().unwrap() {
                heard.push(entry);
            }
        }
        assert_eq!(heard, journal.read_all(None, usize::MAX).await.unwrap());
        told
    };
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    let chains = chains(&open(&path)).await;
    let mut won: Vec<_> = told.concat();
    for (stream, head) in &won {
        let chain = &chains[streams().iter().position(|known| known == stream).unwrap()];
        chain.check_head(head).unwrap();
    }
    let acknowledged = won.len();
    won.sort_by(|a, b| (&a.0, a.1.number).cmp(&(&b.0, b.1.number)));
    won.dedup();
    assert_eq!(won.len(), acknowledged, "two were told that they stored the same entry");
}

/// This shows that nothing acknowledged is lost when the process dies (SIGKILL): the operating
/// system still writes what it was given. It says nothing of a power failure, where that is lost
/// which the disk did not really keep when it was told to.
///
/// The seed decides when the kills come; what the processes do in that time varies.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_in_a_hundred_kills_at_random_moments() {
    let mut bytes = [0; 8];
    SystemRandom.fill(&mut bytes).unwrap();
    let seed = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or(u64::from_be_bytes(bytes));
    let random = SeededRandom::new(seed);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.db");
    let mut waiting = Vec::new();
    let mut acknowledged = 0;
    for kill in 0..KILLS {
        let why = format!("kill {kill}; run again with {SEED}={seed}");
        random.fill(&mut bytes).unwrap();
        let draw = u64::from_be_bytes(bytes);
        let mut child = start(&path, usize::MAX, None);
        let mut lines = lines_of(&mut child);
        // Some die while they open the file.
        if draw % 10 != 0 {
            assert!(lines.any(|line| line == "opened"), "the child did not open; {why}");
        }
        let rest = std::thread::spawn(move || lines.filter_map(|line| told(&line)).collect());
        std::thread::sleep(Duration::from_micros((draw >> 8) % LIFE_MICROS_MAX));
        child.kill().unwrap();
        child.wait().unwrap();
        let told: Vec<(StreamName, Head)> = rest.join().unwrap();
        acknowledged += told.len();
        waiting.extend(told);
        // Now and then the next process meets what several dead ones have left.
        if draw % 3 == 0 && kill + 1 < KILLS {
            continue;
        }
        let journal = open(&path);
        let chains = chains(&journal).await;
        for (stream, head) in waiting.drain(..) {
            let chain = &chains[streams().iter().position(|known| *known == stream).unwrap()];
            chain.check_head(&head).unwrap_or_else(|broken| panic!("{broken}; {why}"));
        }
    }
    assert!(acknowledged > KILLS as usize, "the children did too little to show anything");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_refuses_to_write_leaves_everything_acknowledged_and_says_that_it_failed() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.db");
    // The limit of a file's size, in blocks of 512 bytes, makes writes fail as a bad disk does.
    let mut child = start(&path, 10_000, Some("trap '' XFSZ; ulimit -f 600"));
    let lines: Vec<String> = lines_of(&mut child).collect();
    child.wait().unwrap();
    let failures: Vec<_> = lines.iter().filter(|line| line.starts_with("failed")).collect();
    assert_eq!(failures.len(), TASKS, "{lines:?}");
    assert!(failures.iter().any(|line| line.contains("no answer")), "{failures:?}");
    let chains = chains(&open(&path)).await;
    let mut acknowledged = 0;
    for (stream, head) in lines.iter().filter_map(|line| told(line)) {
        let chain = &chains[streams().iter().position(|known| *known == stream).unwrap()];
        chain.check_head(&head).unwrap();
        acknowledged += 1;
    }
    assert!(acknowledged > 0, "{lines:?}");
}
