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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_and_a_press_are_never_in_the_history() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = HistoryFile::at(folder.path().join("history"));
        let form = "comment 7 \\\n| text: a \\n b\\";
        for line in ["agenda show", "join K7QD", "use K7QD-2M4X-9TRA-P6WN", "3", "[Approve]", form]
        {
            file.add(line)?;
        }
        assert_eq!(file.load()?, ["agenda show", form]);
        let bytes = fs::read_to_string(&file.path)?;
        assert!(!bytes.contains("K7QD"), "{bytes}");
        Ok(())
    }

    #[test]
    fn a_code_that_came_into_the_file_is_taken_out_and_the_file_stays_short() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = HistoryFile::at(folder.path().join("history"));
        assert_eq!(file.load()?, [""; 0]);
        let many: String = (0..LINES_MAX + 5).map(|at| format!("agenda show {at}\n")).collect();
        fs::write(&file.path, format!("join K7QD-2M4X-9TRA-P6WN\n{many}"))?;
        let lines = file.load()?;
        assert_eq!(lines.len(), LINES_MAX);
        assert_eq!(lines.last().map(String::as_str), Some("agenda show 1004"));
        assert!(!fs::read_to_string(&file.path)?.contains("K7QD"));
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_the_history() -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir()?;
        let file = HistoryFile::at(folder.path().join("history"));
        file.add("agenda show")?;
        assert_eq!(fs::metadata(&file.path)?.permissions().mode() & 0o777, 0o600);
        Ok(())
    }
}
