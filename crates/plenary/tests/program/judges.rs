//! Other people's programs that judge what Plenary writes.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::stage::root;

/// What the judge `script` says of a file, and whether it is content.
pub(crate) fn judge(python: &Path, script: &str, file: &Path) -> (String, bool) {
    let script = root().join("tests/judges").join(script);
    let output = Command::new(python).arg(script).arg(file).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", python.display()));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8_lossy(&output.stdout).trim().to_owned(), output.status.success())
}

/// The Python that has the judges of `tests/judges/requirements.txt`: the one that `tests/run`
/// names, or the one that it left in the target folder.
pub(crate) fn judges_python() -> PathBuf {
    let named = std::env::var_os("JUDGE_PYTHON").map(PathBuf::from);
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a target folder");
    let left = target.join("judges/bin/python");
    named.or_else(|| left.exists().then_some(left)).expect(
        "the judges are not installed: run tests/run, which installs them, or set JUDGE_PYTHON to \
         a Python with the packages of tests/judges/requirements.txt",
    )
}

/// The standard library's Python, for judges that need no more.
pub(crate) fn plain_python() -> PathBuf {
    PathBuf::from("python3")
}
