//! A store that may not be ours: the stand-in, or the server that `PLENARY_TEST_ESDB` names; and a
//! door before it that can be shut, which needs no help from the server.

use std::io;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use plenary_stand_in_eventstore::{Cluster, Options};
use plenary_testkit::contract;

use crate::stage::{Ran, Stage, text_of};

/// A cluster with a stage beside it, whose meetings are its own: a real server keeps those of the
/// run before.
pub(crate) struct Far {
    pub(crate) stage: Stage,
    pub(crate) address: String,
    /// What the slug of a story's meeting ends with here.
    mark: String,
    /// The stand-in, unless it is a real server.
    pub(crate) cluster: Option<Cluster>,
}

impl Far {
    pub(crate) fn new() -> Self {
        let mark = contract::stream("run").meeting_slug().expect("a meeting").to_owned();
        let stage = Stage::empty();
        if let Ok(address) = std::env::var("PLENARY_TEST_ESDB") {
            return Self { stage, address, mark, cluster: None };
        }
        let cluster = Cluster::start(Options::default()).expect("the stand-in starts");
        Self { stage, address: cluster.address(), mark, cluster: Some(cluster) }
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.stage.run(&[args, &["--journal", &self.address, "--keys", "keys"]].concat())
    }

    /// The slug that a story's meeting has here.
    pub(crate) fn slug(&self, story: &str) -> String {
        let text = text_of(story);
        let slug = text.lines().find_map(|line| line.strip_prefix("meeting: "));
        format!("{}-{}", slug.expect("a story names its meeting"), self.mark)
    }

    /// The file of a story, or of its beginning, whose meeting has the slug that it has here.
    pub(crate) fn story(&self, story: &str, length: usize) -> String {
        let text = text_of(story);
        let slug = self.slug(story);
        let lines = text[..length.min(text.len())].lines().map(|line| match line {
            line if line.starts_with("meeting: ") => format!("meeting: {slug}\n"),
            line => format!("{line}\n"),
        });
        self.stage.write("far.story", lines.collect::<String>());
        self.stage.path("far.story").display().to_string()
    }
}

/// A door on loopback before a store.
pub(crate) struct Door {
    port: u16,
    is_open: Arc<AtomicBool>,
    passing: Arc<Mutex<Vec<TcpStream>>>,
}

impl Door {
    /// A door before the first host of an address, and the address by which one goes through it.
    /// None before a store that encrypts, whose certificate names another host.
    pub(crate) fn before(address: &str) -> Option<(Self, String)> {
        let rest = address.split_once("://")?.1;
        let hosts = rest.rsplit_once('@').map_or(rest, |(_, hosts)| hosts);
        let end = hosts.find(['/', '?']).unwrap_or(hosts.len());
        let hosts = &hosts[..end];
        if !address.contains("tls=false") || hosts.contains(',') {
            return None;
        }
        let behind = if hosts.contains(':') { hosts.to_owned() } else { format!("{hosts}:2113") };
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let port = listener.local_addr().expect("it has one").port();
        let is_open = Arc::new(AtomicBool::new(true));
        let passing = Arc::new(Mutex::new(Vec::new()));
        let door = Self { port, is_open: Arc::clone(&is_open), passing: Arc::clone(&passing) };
        std::thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                let far = TcpStream::connect(&behind);
                let (true, Ok(far)) = (is_open.load(Ordering::SeqCst), far) else {
                    let _ = near.shutdown(Shutdown::Both);
                    continue;
                };
                pass(&near, &far);
                passing.lock().expect("it is whole").extend([near, far]);
            }
        });
        let through = address.replace(hosts, &format!("127.0.0.1:{}", door.port));
        Some((door, through))
    }

    /// Cuts every connection, and lets nobody through until it is opened.
    pub(crate) fn shut(&self) {
        self.is_open.store(false, Ordering::SeqCst);
        for stream in self.passing.lock().expect("it is whole").drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    pub(crate) fn open(&self) {
        self.is_open.store(true, Ordering::SeqCst);
    }

    /// Shuts it for a moment.
    pub(crate) fn slam(&self) {
        self.shut();
        std::thread::sleep(Duration::from_millis(300));
        self.open();
    }
}

/// Carries bytes both ways until either side ends.
fn pass(near: &TcpStream, far: &TcpStream) {
    for (from, to) in [(near, far), (far, near)] {
        let (_, _) = (from.set_nodelay(true), to.set_nodelay(true));
        let clones = (from.try_clone(), to.try_clone());
        let (Ok(mut from), Ok(mut to)) = clones else { continue };
        std::thread::spawn(move || {
            let _ = io::copy(&mut from, &mut to);
            let _ = to.shutdown(Shutdown::Both);
        });
    }
}
