//! The folder of schemas and samples: where a file is, what it holds, and when it may be written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join("schemas")
}

pub(crate) fn schema_path(kind: &str) -> PathBuf {
    folder().join(format!("{kind}.json"))
}

pub(crate) fn sample_path(kind: &str) -> PathBuf {
    folder().join("samples").join(format!("{kind}.json"))
}

/// The file that lists every change.
pub(crate) fn changes() -> String {
    std::fs::read_to_string(folder().join("CHANGES.md")).unwrap_or_default()
}

/// Whether files may be written.
pub(crate) fn updates() -> bool {
    std::env::var_os("UPDATE_SCHEMAS").is_some_and(|value| value == "1")
}

/// The schema of a kind as it is checked in.
pub(crate) fn schema(kind: &str) -> Value {
    let path = schema_path(kind);
    let text = std::fs::read_to_string(&path);
    let text = text.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

/// The frozen sample of a kind: one exported line.
pub(crate) fn sample(kind: &str) -> String {
    let path = sample_path(kind);
    let text = std::fs::read_to_string(&path);
    text.unwrap_or_else(|_| panic!("`{kind}` has no sample; UPDATE_SCHEMAS=1 writes one"))
}

/// Keeps the sample of a kind that has none yet; one that is there is frozen.
pub(crate) fn keep_sample(kind: &str, line: &str) {
    let path = sample_path(kind);
    if updates() && !path.exists() {
        std::fs::write(path, line).unwrap();
    }
}

/// The kinds that have a file in this folder.
pub(crate) fn kinds_in(samples: bool) -> BTreeSet<String> {
    let folder = if samples { folder().join("samples") } else { folder() };
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let kinds = files.filter_map(|path| {
        let name = path.file_name()?.to_str()?.to_owned();
        // The published test vector of digests is no schema.
        let kind = name.strip_suffix(".json").filter(|kind| *kind != "digest-vector");
        kind.map(str::to_owned)
    });
    kinds.collect()
}
