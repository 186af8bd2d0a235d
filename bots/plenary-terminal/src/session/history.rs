//! The lines that somebody said before. A line with a one-time code is never among them, and
//! neither is a press: its number means something else the next time.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::codes::is_secret;
use crate::numbers::{label, number};

/// How many lines are remembered.
pub(super) const LINES_MAX: usize = 1000;

/// A file of lines, oldest first; the line breaks of a form are written as `\n`.
pub(super) struct HistoryFile {
    path: PathBuf,
}

impl HistoryFile {
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// The newest lines of the file. A file that is not there has none.
    pub(super) fn load(&self) -> io::Result<Vec<String>> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<String> = text.lines().map(unescape).filter(|l| is_kept(l)).collect();
        let surplus = lines.len().saturating_sub(LINES_MAX);
        let is_shorter = surplus > 0 || lines.len() < text.lines().count();
        let newest = lines.into_iter().skip(surplus).collect::<Vec<_>>();
        if is_shorter {
            self.write(&newest)?;
        }
        Ok(newest)
    }

    /// Adds a line, if it is one to keep.
    pub(super) fn add(&self, line: &str) -> io::Result<()> {
        if !is_kept(line) {
            return Ok(());
        }
        let mut file = open(&self.path, OpenOptions::new().append(true))?;
        file.write_all(format!("{}\n", escape(line)).as_bytes())
    }

    fn write(&self, lines: &[String]) -> io::Result<()> {
        let text: String = lines.iter().map(|line| format!("{}\n", escape(line))).collect();
        let mut file = open(&self.path, OpenOptions::new().write(true).truncate(true))?;
        file.write_all(text.as_bytes())
    }
}

/// Whether a line is remembered.
pub(super) fn is_kept(line: &str) -> bool {
    !line.trim().is_empty() && !is_secret(line) && number(line).is_none() && label(line).is_none()
}

/// Opens the file; a new one is for its owner's eyes only.
fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    options.create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.open(path)
}

fn escape(line: &str) -> String {
    line.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "")
}

fn unescape(line: &str) -> String {
    let mut text = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => text.push('\n'),
                Some(other) => text.push(other),
                None => text.push('\\'),
            },
            (letter, false) => text.push(letter),
        }
    }
    text
}
