//! An independent client judges the stand-in before anything of ours runs on it, and notices every
//! lasting fault: a judge that finds nothing in what is wrong would prove nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

fn judges() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../judges")
}

/// The Python that has the client: the one that the test run set up, or one set up here.
fn python() -> &'static Path {
    static PYTHON: OnceLock<PathBuf> = OnceLock::new();
    PYTHON.get_or_init(|| {
        if let Some(given) = std::env::var_os("JUDGE_PYTHON") {
            return given.into();
        }
        let venv = Path::new(env!("CARGO_TARGET_TMPDIR")).join("eventstore-judge");
        let python = venv.join("bin/python");
        let wanted = judges().join("requirements-eventstore.txt");
        let run = |command: &mut Command| {
            let output = command.output().unwrap();
            assert!(output.status.success(), "{command:?}: {output:?}");
        };
        run(Command::new("python3").args(["-m", "venv"]).arg(&venv));
        let install = ["-m", "pip", "install", "--quiet", "--no-input", "--requirement"];
        run(Command::new(&python).args(install).arg(wanted));
        python
    })
}

fn judged(arguments: &[&str]) -> (bool, String) {
    let mut judge = Command::new(python());
    judge.arg(judges().join("eventstore_client.py"));
    judge.arg(env!("CARGO_BIN_EXE_plenary-stand-in-eventstore")).args(arguments);
    let output = judge.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let why = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.success(), said + &why)
}

#[test]
fn an_independent_client_finds_the_protocol_kept_and_notices_every_lasting_fault() {
    let (is_right, said) = judged(&[]);
    assert!(is_right, "{said}");
    for part in ["appends", "conflicts", "repeats", "reads", "subscriptions", "leaders"] {
        assert!(said.contains(&format!("{part}: as promised")), "{said}");
    }
    let faults = [
        ("ignores-revision", "was taken where"),
        ("inclusive", "begins with the event at its position"),
        ("alters-data", "came back altered"),
        ("loses-first", "another position"),
    ];
    for (quirk, complaint) in faults {
        let (is_right, said) = judged(&["--quirk", quirk]);
        assert!(!is_right && said.contains(complaint), "{quirk}: {said}");
    }
}
