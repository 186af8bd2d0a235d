//! What was said with carets beneath the place where the trouble is, in blocks of fixed letters.

use std::ops::Range;

use super::pieces::Row;
use crate::clean::clean_line;

/// How many letters stand in a row, so that a telephone does not break it.
const COLUMNS: usize = 40;
/// How many rows of letters stand in a block, so that a block fits into a message.
const ROWS_MAX: usize = 18;
/// What stands for a backtick, which could end the block.
const TICK: char = '\u{02cb}';

/// The line in blocks.
pub(super) fn blocks(line: &str, trouble: Range<usize>) -> Vec<Row> {
    let count = line.chars().count();
    let mut rows: Vec<String> = Vec::new();
    let letters: Vec<char> = line.chars().map(harmless).collect();
    let is_in =
        |at: usize| trouble.contains(&at) || trouble.is_empty() && at == trouble.start.min(count);
    // One column more than there are letters: the trouble may be that something is missing.
    let columns = if is_in(count) { count + 1 } else { count };
    let places: Vec<usize> = (0..columns).collect();
    for row in places.chunks(COLUMNS) {
        let words: String = row.iter().map(|at| letters.get(*at).unwrap_or(&' ')).collect();
        let carets: String = row.iter().map(|at| if is_in(*at) { '^' } else { ' ' }).collect();
        rows.push(words.trim_end().to_owned());
        if !carets.trim().is_empty() {
            rows.push(carets.trim_end().to_owned());
        }
    }
    let block = |rows: &[String]| {
        let text = format!("```\n{}\n```", rows.join("\n"));
        Row { text, is_block: true, ..Row::default() }
    };
    rows.chunks(ROWS_MAX).map(block).collect()
}

/// One letter for one letter, so that the carets stay beneath their place.
fn harmless(letter: char) -> char {
    match letter {
        '`' => TICK,
        '\n' => ' ',
        _ => {
            let mut clean = clean_line(letter.encode_utf8(&mut [0; 4])).chars().next();
            clean.take().unwrap_or(' ')
        }
    }
}
