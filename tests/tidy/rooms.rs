//! The table of rooms: which crate may know which, and which outside crate stays in which room.
//! It is written down here and nowhere else as data; `ARCHITECTURE.md` explains it.

/// A room and the rooms that it may know directly.
pub(crate) struct Room {
    pub(crate) name: &'static str,
    pub(crate) knows: Known,
}

/// Which rooms a room may know.
pub(crate) enum Known {
    /// The program wires everything, and the tests look everywhere.
    Everything,
    /// These and no others.
    Only(&'static [&'static str]),
}

const fn room(name: &'static str, knows: &'static [&'static str]) -> Room {
    Room { name, knows: Known::Only(knows) }
}

/// The rooms, inner ones first. A room may know only rooms that stand above it in this list.
pub(crate) const ROOMS: &[Room] = &[
    room("plenary-domain", &[]),
    room("plenary-journal", &[]),
    // The promises of the port as tests: only tests may name it.
    room(TESTKIT, &["plenary-journal"]),
    room("plenary-sqlite", &["plenary-journal"]),
    // Stand-ins are written from the protocols alone, so that they can judge.
    room("plenary-stand-in-discord", &[]),
    room("plenary-stand-in-eventstore", &[]),
    room("plenary-eventstore", &["plenary-journal"]),
    room("plenary-documents", &["plenary-domain"]),
    room("plenary-service", &["plenary-domain", "plenary-journal"]),
    room("plenary-press", &["plenary-documents"]),
    // The desk speaks in commands, events and rejections, so it knows the rules' words; what the
    // rules decide it learns only through the service. It does not know that a journal exists.
    room("plenary-chat", &["plenary-domain", "plenary-documents", "plenary-service"]),
    // A reply may carry a paper, which the front end prints.
    room("plenary-terminal", &["plenary-chat", "plenary-documents"]),
    room("plenary-discord", &["plenary-chat", "plenary-documents"]),
    Room { name: "plenary", knows: Known::Everything },
    Room { name: TESTS, knows: Known::Everything },
];

/// The crate of the tests of the whole: nobody may know it, and it may judge with any tool.
pub(crate) const TESTS: &str = "plenary-tests";

/// The crate that tests of several crates share.
pub(crate) const TESTKIT: &str = "plenary-testkit";

/// An outside crate and the only rooms that may name it.
pub(crate) struct Border {
    /// Its name; with `*` at the end, every name that begins so.
    pub(crate) outside: &'static str,
    pub(crate) rooms: &'static [&'static str],
}

const fn only(outside: &'static str, rooms: &'static [&'static str]) -> Border {
    Border { outside, rooms }
}

pub(crate) const BORDERS: &[Border] = &[
    only("serenity*", &["plenary-discord"]),
    only("poise*", &["plenary-discord"]),
    only("eventstore*", &["plenary-eventstore"]),
    only("kurrentdb*", &["plenary-eventstore"]),
    only("tonic*", &["plenary-eventstore", "plenary-stand-in-eventstore"]),
    only("prost*", &["plenary-eventstore", "plenary-stand-in-eventstore"]),
    only("rusqlite*", &["plenary-sqlite"]),
    only("libsqlite3-sys", &["plenary-sqlite"]),
    only("rustyline*", &["plenary-terminal"]),
    only("fluent*", &["plenary-chat"]),
    only("clap*", &["plenary"]),
    only("config", &["plenary"]),
];

/// A room in which these outside crates never appear: no waiting, no random, no clock's thread.
pub(crate) struct Ban {
    pub(crate) room: &'static str,
    pub(crate) outside: &'static [&'static str],
}

const WAITING_AND_CHANCE: &[&str] = &["tokio*", "async-trait", "futures*", "getrandom", "rand*"];

pub(crate) const BANS: &[Ban] = &[
    Ban { room: "plenary-domain", outside: WAITING_AND_CHANCE },
    Ban { room: "plenary-documents", outside: WAITING_AND_CHANCE },
];
