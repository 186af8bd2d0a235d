//! The write-ahead log, looked at before SQLite does: SQLite ends the log silently at the first
//! frame that is not whole. That is right for a commit that a crash cut off, and it would lose
//! every later commit if a frame in the middle was damaged.
//!
//! The form is that of <https://www.sqlite.org/fileformat2.html>, section 4: a header of 32 bytes,
//! then frames of 24 bytes and a page. A frame of this log has the header's two salts; a frame that
//! ends a commit says how many pages the file has then.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::time::Duration;

use plenary_journal::JournalError;
use plenary_journal::journal::WHOLE_FILE;

use crate::place;

const HEADER_BYTES: usize = 32;
const FRAME_HEADER_BYTES: usize = 24;
/// The magic number, whose last bit says that checksums read their words with the highest byte
/// first.
const MAGIC: u32 = 0x377f_0682;
/// The pages that SQLite knows, in bytes.
const PAGE_BYTES: std::ops::RangeInclusive<usize> = 512..=65_536;

/// How often a log that seems to have lost commits is read again, since another process may be
/// writing just now, and the pause before.
const LOOKS_MAX: u32 = 4;
const PAUSE: Duration = Duration::from_millis(20);

/// Checks the log beside the journal at `path`; without one there is nothing to check.
///
/// The last commit may be cut off: a crash does that, and nobody was told that it was stored. A
/// frame that is not whole before a later commit is damage, since SQLite writes the next commit
/// only when the one before is synchronised.
///
/// # Errors
/// [`JournalError::Damaged`] where the log lost commits, [`JournalError::Unavailable`] where it
/// cannot be read.
pub(crate) fn check(path: &Path) -> Result<(), JournalError> {
    let log = place::beside(path, "-wal");
    let shown = log.display();
    for look in 0..LOOKS_MAX {
        if look > 0 {
            std::thread::sleep(PAUSE);
        }
        let found = match File::open(&log) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            opened => opened.and_then(|file| scan(&mut BufReader::new(file))),
        };
        match found {
            Ok(Found::Whole) => return Ok(()),
            Ok(Found::Lost) => {}
            Err(error) => {
                return Err(JournalError::because(format!("`{shown}` cannot be read"), error));
            }
        }
    }
    let why = format!("entries that were stored are lost in `{shown}`; restore it from a backup");
    Err(JournalError::Damaged { stream: WHOLE_FILE.to_owned(), number: 0, why })
}

#[derive(Debug, PartialEq, Eq)]
enum Found {
    Whole,
    Lost,
}

/// The running checksum of a log (section 4.2 of the format).
struct Sum {
    high_first: bool,
    words: (u32, u32),
}

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        for pair in bytes.chunks_exact(8) {
            let (first, second) = (word(pair, 0, self.high_first), word(pair, 4, self.high_first));
            self.words.0 = self.words.0.wrapping_add(first).wrapping_add(self.words.1);
            self.words.1 = self.words.1.wrapping_add(second).wrapping_add(self.words.0);
        }
    }
}

fn word(bytes: &[u8], at: usize, high_first: bool) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).unwrap_or_default();
    if high_first { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
}

fn scan(log: &mut impl Read) -> io::Result<Found> {
    let mut header = [0; HEADER_BYTES];
    if !fill(log, &mut header)? {
        return Ok(Found::Whole); // SQLite begins a log anew that has no header
    }
    let at = |index| word(&header, index, true);
    let (magic, page_bytes) = (at(0), usize::try_from(at(8)).unwrap_or_default());
    let mut sum = Sum { high_first: magic & 1 == 1, words: (0, 0) };
    sum.add(&header[..24]);
    let is_header = magic & !1 == MAGIC && sum.words == (at(24), at(28));
    // Behind a damaged header nothing can be read, and frames that stand there were commits.
    if !is_header || !PAGE_BYTES.contains(&page_bytes) {
        let mut rest = [0; FRAME_HEADER_BYTES];
        let has_frames = header != [0; HEADER_BYTES] && fill(log, &mut rest)?;
        return Ok(if has_frames { Found::Lost } else { Found::Whole });
    }
    let mut frame = vec![0; FRAME_HEADER_BYTES + page_bytes];
    let salts = (at(16), at(20));
    let (mut is_broken, mut broken_commits) = (false, 0);
    while fill(log, &mut frame)? {
        let at = |index| word(&frame, index, true);
        let (first, second) = (at(8) == salts.0, at(12) == salts.1);
        is_broken |= !(first && second);
        // A frame of an older log has two other salts; one whose salt was damaged has one.
        if !(first || second) {
            continue;
        }
        sum.add(&frame[..8]);
        sum.add(&frame[FRAME_HEADER_BYTES..]);
        is_broken |= sum.words != (at(16), at(20));
        let ends_commit = at(4) != 0;
        broken_commits += u32::from(is_broken && ends_commit);
    }
    // One is the last commit, which a crash cut off; what stands behind it came after it.
    Ok(if broken_commits > 1 { Found::Lost } else { Found::Whole })
}

/// Fills `bytes`; false at the end of the file, also in the middle of them.
fn fill(log: &mut impl Read, bytes: &mut [u8]) -> io::Result<bool> {
    match log.read_exact(bytes) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}
