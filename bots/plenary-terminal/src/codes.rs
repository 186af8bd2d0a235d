//! One-time codes in what was typed: no history keeps such a line, no echo shows it.

/// What stands in an echo where a code was.
const MASK: &str = "****";
/// The verb whose argument is a code, however badly it was typed.
const JOIN: &str = "join";
/// The letters and digits of a code, and how many of them stand together.
const CODE_CHARS: usize = 16;
const GROUP_CHARS: usize = 4;

/// Whether a line holds a one-time code or may hold one.
pub fn is_secret(line: &str) -> bool {
    joins(line).is_some() || masked(line) != line
}

/// The line with every code masked; of a line that joins, everything after the verb.
pub fn masked(line: &str) -> String {
    if let Some(verb_end) = joins(line) {
        let verb = line.get(..verb_end).unwrap_or_default();
        return format!("{verb} {MASK}");
    }
    // Codes with one kind of gap first, so that a short word before them is not taken for a group.
    let shown = masked_between(line, Gaps::Same);
    masked_between(&shown, Gaps::Any)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gaps {
    Same,
    Any,
}

fn masked_between(line: &str, gaps: Gaps) -> String {
    let mut shown = String::new();
    let mut at = 0;
    while let Some((from, to)) = find(line, at, gaps) {
        shown.push_str(line.get(at..from).unwrap_or_default());
        shown.push_str(MASK);
        at = to;
    }
    shown.push_str(line.get(at..).unwrap_or_default());
    shown
}

/// Where the verb ends, if the line's first word is the verb that takes a code, with more after it.
fn joins(line: &str) -> Option<usize> {
    let start = line.find(|letter: char| letter.is_alphanumeric())?;
    let rest = line.get(start..)?;
    let length = rest.find(|letter: char| !letter.is_alphanumeric())?;
    let is_join = rest.get(..length)?.eq_ignore_ascii_case(JOIN);
    let has_more = rest.get(length..)?.contains(|letter: char| letter.is_alphanumeric());
    (is_join && has_more).then_some(start + length)
}

/// The bytes of the first code from a place on.
fn find(line: &str, from: usize, gaps: Gaps) -> Option<(usize, usize)> {
    let mut before = line.get(..from)?.chars().next_back();
    for (offset, letter) in line.get(from..)?.char_indices() {
        let starts = letter.is_ascii_alphanumeric() && !before.is_some_and(char::is_alphanumeric);
        let at = from + offset;
        if starts && let Some(length) = line.get(at..).and_then(|rest| code_length(rest, gaps)) {
            return Some((at, at + length));
        }
        before = Some(letter);
    }
    None
}

/// The length in bytes of the code with which a text begins: four groups of four letters or digits
/// with gaps between them, or none.
fn code_length(text: &str, gaps: Gaps) -> Option<usize> {
    let mut signs = 0;
    let mut end = 0;
    let mut gap = None;
    for (at, letter) in text.char_indices() {
        if letter.is_ascii_alphanumeric() {
            signs += 1;
            end = at + 1;
            if signs > CODE_CHARS {
                return None;
            }
            continue;
        }
        let is_between = signs % GROUP_CHARS == 0 && signs < CODE_CHARS;
        let is_gap = letter == ' ' || is_dash(letter);
        let is_same = gap.is_none_or(|first| first == letter) || gaps == Gaps::Any;
        if !is_gap || !is_between || !is_same {
            break;
        }
        gap = Some(letter);
    }
    let code = text.get(..end)?;
    // Four short words look the same, or one long one, in capitals too: dashes or a digit tell.
    let is_code = code.contains(|letter: char| is_dash(letter) || letter.is_ascii_digit());
    (signs == CODE_CHARS && is_code).then_some(end)
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
