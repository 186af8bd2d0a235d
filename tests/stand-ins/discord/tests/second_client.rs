//! A second client, in another language, by other people, finds Discord's protocol kept: what one
//! client forgives, the other may not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::Command;

fn judges() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../judges")
}

/// The Python that has the client: the one that the test run set up, or one set up here.
fn python() -> PathBuf {
    if let Some(given) = std::env::var_os("JUDGE_PYTHON") {
        return given.into();
    }
    let venv = Path::new(env!("CARGO_TARGET_TMPDIR")).join("discord-judge");
    let python = venv.join("bin/python");
    let wanted = judges().join("requirements-discord.txt");
    let run = |command: &mut Command| {
        let output = command.output().unwrap();
        assert!(output.status.success(), "{command:?}: {output:?}");
    };
    run(Command::new("python3").args(["-m", "venv"]).arg(&venv));
    let install = ["-m", "pip", "install", "--quiet", "--no-input", "--requirement"];
    run(Command::new(&python).args(install).arg(wanted));
    python
}

#[test]
fn a_second_independent_client_finds_the_protocol_kept() {
    let output = Command::new(python())
        .arg(judges().join("discord_client.py"))
        .arg(env!("CARGO_BIN_EXE_plenary-stand-in-discord"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let why = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{why}");
    for part in ["completion", "commands", "forms", "deferrals", "menus", "threads", "bodies"] {
        assert!(said.contains(&format!("{part}: as promised")), "{said}{why}");
    }
}
