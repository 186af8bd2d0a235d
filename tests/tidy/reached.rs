//! No dead files: every Rust file is the root of something that Cargo builds, or is reached from
//! such a root by `mod` declarations.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use crate::arrows::metadata;
use crate::complaint::{Complaint, assert_none, assert_places};
use crate::tree;

const FUZZ: &str = "tests/fuzz/Cargo.toml";

/// A `mod name;` found in a file, with the `#[path = "…"]` before it, if any.
fn declared(text: &str) -> Vec<(String, Option<String>)> {
    let mut modules = Vec::new();
    let mut path = None;
    for line in text.lines().map(|line| tree::code_of(line).trim()) {
        if let Some(rest) = line.strip_prefix("#[path = \"") {
            path = rest.split('"').next().map(str::to_owned);
        } else if let Some(name) = module_name(line) {
            modules.push((name.to_owned(), path.take()));
        }
    }
    modules
}

fn module_name(line: &str) -> Option<&str> {
    let declaration = line.strip_suffix(';')?;
    let (before, name) = declaration.rsplit_once("mod ")?;
    let is_visibility = before.is_empty() || before.starts_with("pub");
    (is_visibility && !name.contains(|letter: char| letter.is_whitespace())).then_some(name)
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Where the modules of a file lie: beside a root, otherwise in the folder of its own name.
fn home_of_modules(path: &str, is_root: bool) -> String {
    if is_root { folder_of(path).to_owned() } else { path.trim_end_matches(".rs").to_owned() }
}

/// `files` maps each path to its text; `roots` are what Cargo builds.
fn complaints(files: &BTreeMap<String, String>, roots: &[String]) -> Vec<Complaint> {
    let mut waiting: Vec<(String, bool)> = roots.iter().map(|root| (root.clone(), true)).collect();
    let mut reached = BTreeSet::new();
    while let Some((path, is_root)) = waiting.pop() {
        let Some(text) = files.get(&path) else { continue };
        if !reached.insert(path.clone()) {
            continue;
        }
        for (name, elsewhere) in declared(text) {
            let next = match elsewhere {
                Some(elsewhere) => format!("{}/{elsewhere}", folder_of(&path)),
                None => format!("{}/{name}.rs", home_of_modules(&path, is_root)),
            };
            waiting.push((next, false));
        }
    }
    let dead = files.keys().filter(|path| !reached.contains(*path));
    let wrong = "no `mod` declaration leads to this file";
    let remedy = "declare it (`mod name;`, or a `[[test]]` in its manifest), or delete it";
    dead.map(|path| Complaint::new(path, wrong, remedy)).collect()
}

/// What cargo-fuzz builds, which is a workspace of its own.
fn fuzzers() -> Result<Vec<String>, Box<dyn Error>> {
    let manifest: toml::Table = std::fs::read_to_string(tree::root().join(FUZZ))?.parse()?;
    let programs = manifest.get("bin").and_then(toml::Value::as_array).into_iter().flatten();
    let paths = programs.filter_map(|program| program.get("path")?.as_str());
    Ok(paths.map(|path| format!("{}/{path}", folder_of(FUZZ))).collect())
}

#[test]
fn every_rust_file_is_reached_from_something_that_is_built() -> Result<(), Box<dyn Error>> {
    let root = tree::root();
    let files = tree::rust_files()?.into_iter().map(|file| (file.path, file.text)).collect();
    let metadata = metadata()?;
    let targets = metadata.workspace_packages().into_iter().flat_map(|package| &package.targets);
    let from_root = |path: &str| {
        let path = std::path::Path::new(path).strip_prefix(&root).ok()?;
        Some(path.to_string_lossy().replace('\\', "/"))
    };
    let mut roots: Vec<String> =
        targets.filter_map(|target| from_root(target.src_path.as_str())).collect();
    roots.extend(fuzzers()?);
    assert_none(&complaints(&files, &roots));
    Ok(())
}

#[test]
fn a_file_that_nothing_declares_is_found() {
    let files = [
        ("a/src/lib.rs", "pub mod desk;\n#[path = \"odd/place.rs\"]\nmod odd;\n"),
        ("a/src/desk.rs", "pub(crate) mod reply; // mod forgotten;\nmod inline {}\n"),
        ("a/src/desk/reply.rs", ""),
        ("a/src/desk/forgotten.rs", "mod child;"),
        ("a/src/desk/forgotten/child.rs", ""),
        ("a/src/odd/place.rs", ""),
        ("a/src/reply.rs", ""),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned())).into();
    let found = complaints(&files, &["a/src/lib.rs".to_owned()]);
    assert_places(
        &found,
        &["a/src/desk/forgotten.rs", "a/src/desk/forgotten/child.rs", "a/src/reply.rs"],
    );
}
