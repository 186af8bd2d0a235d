//! The files of the project as the checks read them: what git tracks or would track, or, in a
//! copy without git, every file that is not a build's or a run's output.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders that hold output, for a copy of the sources that has no git to say so.
const OUTPUT_FOLDERS: &[&str] = &["target", ".git", "out"];

/// One text file, with its path from the root written with `/`.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_path_buf()
}

/// Every file's path from the root, sorted.
pub(crate) fn paths() -> Result<Vec<String>, Box<dyn Error>> {
    let root = root();
    let mut paths = match paths_by_git(&root) {
        Some(paths) => paths,
        None => paths_by_walking(&root)?,
    };
    paths.retain(|path| root.join(path).is_file());
    paths.sort();
    assert!(paths.iter().any(|path| path == "Cargo.toml"), "no Cargo.toml in {}", root.display());
    Ok(paths)
}

/// Every text file of the project; a file that is not UTF-8 is no text.
pub(crate) fn texts() -> Result<Vec<Source>, Box<dyn Error>> {
    let mut sources = Vec::new();
    for path in paths()? {
        if let Ok(text) = String::from_utf8(fs::read(root().join(&path))?) {
            sources.push(Source { path, text });
        }
    }
    Ok(sources)
}

/// Every Rust file of the project.
pub(crate) fn rust_files() -> Result<Vec<Source>, Box<dyn Error>> {
    let mut sources = texts()?;
    sources.retain(|source| source.path.ends_with(".rs"));
    Ok(sources)
}

fn paths_by_git(root: &Path) -> Option<Vec<String>> {
    let listed = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .ok()?;
    // A copy unpacked inside another repository has no git of its own: nothing of it is listed.
    if !listed.status.success() || listed.stdout.is_empty() {
        return None;
    }
    let listed = String::from_utf8(listed.stdout).ok()?;
    Some(listed.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

fn paths_by_walking(root: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut paths = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let is_output = name.is_some_and(|name| OUTPUT_FOLDERS.contains(&name.as_str()));
            if path.is_dir() && !path.is_symlink() {
                if !is_output {
                    folders.push(path);
                }
            } else if let Ok(path) = path.strip_prefix(root) {
                paths.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    Ok(paths)
}

/// The part of a Rust line that is code: what stands before `//`, unless that is in a string.
pub(crate) fn code_of(line: &str) -> &str {
    let (mut in_string, mut escaped, mut before) = (false, false, ' ');
    for (at, letter) in line.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' if before != '\'' => in_string = !in_string,
            '/' if before == '/' && !in_string => return &line[..at - 1],
            _ => {}
        }
        before = letter;
    }
    line
}

#[test]
fn a_comment_is_not_code_and_a_string_is() {
    assert_eq!(code_of("let a = 1; // because"), "let a = 1; ");
    assert_eq!(code_of("/// A doc comment."), "");
    assert_eq!(code_of(r#"open("https://a\"//b") // c"#), r#"open("https://a\"//b") "#);
    assert_eq!(code_of("if letter == '\"' { } // c"), "if letter == '\"' { } ");
}

#[test]
fn a_copy_without_git_shows_every_rust_file_that_git_shows() -> Result<(), Box<dyn Error>> {
    let Some(by_git) = paths_by_git(&root()) else { return Ok(()) };
    let walked = paths_by_walking(&root())?;
    for path in by_git.iter().filter(|path| path.ends_with(".rs") && root().join(path).is_file()) {
        assert!(walked.contains(path), "{path} is not found without git");
    }
    Ok(())
}
