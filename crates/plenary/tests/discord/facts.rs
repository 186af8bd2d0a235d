//! What two fronts must store alike: kind, capacity, delegation, person, time to the minute, and
//! the data apart from what is sealed and what a code was.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A fact as one line.
pub(crate) fn facts(folder: &Path, journal: &str, meeting: &str) -> Vec<String> {
    let export = run(folder, &["export", meeting, "--journal", journal, "--keys", "keys"]);
    export.lines().map(|line| fact(serde_json::from_str(line).unwrap())).collect()
}

fn fact(mut line: Value) -> String {
    let object = line.as_object_mut().unwrap();
    // Another installation has other salts, keys and codes, and the chain covers them.
    for own in ["id", "salt", "prev", "digest", "request"] {
        object.remove(own);
    }
    let time = object["time"].as_str().unwrap()[..16].to_owned();
    object["time"] = time.into();
    if let Some(data) = object.get_mut("data").and_then(Value::as_object_mut) {
        data.remove("sealed");
        data.remove("hash");
        // A code's end follows from the second at which it was made.
        if let Some(expires) = data.get_mut("expires") {
            *expires = expires.as_str().unwrap()[..10].into();
        }
    }
    line.to_string()
}

/// Runs the program; it must end well.
pub(crate) fn run(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    let ran = command.args(args).current_dir(folder).env_clear().output().unwrap();
    assert!(ran.status.success(), "{args:?}: {}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}
