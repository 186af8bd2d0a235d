//! A folder with a journal, the program run in it, and what came of it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The first story.
pub(crate) const FIRST: &str = "ciber-v.story";
/// The journal of a stage, as a setting.
const JOURNAL: &str = "sqlite:v.db";

/// A folder in which the program runs. Its settings come from nowhere else.
pub(crate) struct Stage {
    folder: TempDir,
}

/// How a run ended.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let ran = Self {
            code: output.status.code(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        };
        assert!(!ran.err.contains("panicked at"), "the program panicked: {}", ran.err);
        ran
    }
}

impl Ran {
    /// What it printed; it must have ended well.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{}\n{}", self.out, self.err);
        self.out
    }

    /// What it said on both channels; it must have refused.
    #[track_caller]
    pub(crate) fn refused(self) -> String {
        assert!(matches!(self.code, Some(1..)), "{:?}: {}\n{}", self.code, self.out, self.err);
        format!("{}{}", self.out, self.err)
    }
}

impl Stage {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder can be made") }
    }

    /// A folder in whose journal this story was played to its end.
    pub(crate) fn of(story: &str) -> Self {
        let stage = Self::empty();
        stage.run(&["play", "--quiet", &path_of(story)]).done();
        stage
    }

    /// A folder in whose journal the first story was played up to, and without, the line that
    /// starts with `mark`.
    pub(crate) fn before(mark: &str) -> Self {
        let stage = Self::empty();
        let text = text_of(FIRST);
        let at = text.find(&format!("\n{mark}")).expect("the story has such a line");
        stage.write("cut.story", &text[..=at]);
        stage.run(&["play", "--quiet", "cut.story"]).done();
        stage
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect("a file can be written");
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The program in this folder with this stage's journal.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        for (name, _) in std::env::vars() {
            if name.starts_with("PLENARY") {
                command.env_remove(name);
            }
        }
        command.env("PLENARY__JOURNAL", JOURNAL).current_dir(self.folder.path()).args(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.command(args).output().expect("the program starts").into()
    }

    /// Runs with one more setting.
    pub(crate) fn run_with(&self, name: &str, value: &str, args: &[&str]) -> Ran {
        self.command(args).env(name, value).output().expect("the program starts").into()
    }

    /// Starts and leaves its input open.
    pub(crate) fn start(&self, args: &[&str]) -> Child {
        self.command(args).stdin(Stdio::piped()).spawn().expect("the program starts")
    }

    /// Runs with these bytes from a pipe.
    pub(crate) fn pipe(&self, args: &[&str], input: impl AsRef<[u8]>) -> Ran {
        let mut child = self.start(args);
        let mut stdin = child.stdin.take().expect("its input is a pipe");
        stdin.write_all(input.as_ref()).expect("it reads its input");
        drop(stdin);
        child.wait_with_output().expect("it ends").into()
    }

    /// Lines from a seat.
    pub(crate) fn chat(&self, seat: &str, lines: impl AsRef<[u8]>) -> Ran {
        self.pipe(&["chat", "ciber-v", "--as", seat], lines)
    }

    /// `N:DIGEST` of the first meeting.
    pub(crate) fn head(&self) -> String {
        let told = self.run(&["verify", "ciber-v"]).done();
        let words = told.split(|c: char| !c.is_ascii_hexdigit() && c != ':');
        let mut heads = words.filter(|word| word.len() > 64 && word.contains(':'));
        heads.next().unwrap_or_else(|| panic!("no head in {told}")).to_owned()
    }

    pub(crate) fn export(&self) -> String {
        self.run(&["export", "ciber-v"]).done()
    }

    /// What happened, without what random, keys and digests make of it.
    pub(crate) fn facts(&self) -> Vec<Value> {
        facts(&self.export())
    }
}

/// The facts of an export: kind, request, time, who in which capacity, and the unsealed data.
pub(crate) fn facts(export: &str) -> Vec<Value> {
    let kept = ["type", "number", "time", "request", "person", "capacity", "delegation"];
    let fact = |line: &str| {
        let entry: Value = serde_json::from_str(line).expect("an entry is JSON");
        let mut fact: BTreeMap<&str, Value> =
            kept.iter().map(|name| (*name, entry[*name].clone())).collect();
        fact.insert("actingfor", entry["actingfor"].clone());
        let mut data = entry["data"].clone();
        if let Some(data) = data.as_object_mut() {
            data.retain(|name, _| name != "sealed" && name != "hash");
        }
        fact.insert("data", data);
        serde_json::to_value(fact).expect("a fact is JSON")
    };
    export.lines().map(fact).collect()
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("there is a root")
}

/// Every story of the app.
pub(crate) fn stories() -> Vec<String> {
    let files = fs::read_dir(root().join("tests/stories")).expect("there are stories");
    let names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".story")).collect();
    names.sort();
    names
}

pub(crate) fn path_of(story: &str) -> String {
    root().join("tests/stories").join(story).display().to_string()
}

pub(crate) fn text_of(story: &str) -> String {
    fs::read_to_string(path_of(story)).unwrap_or_else(|error| panic!("{story}: {error}"))
}
