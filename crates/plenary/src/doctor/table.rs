//! What was found, as lines that are read in 80 columns.

use plenary_chat::clean::clean_line;
use plenary_terminal::wrap::{width, wrap};

use crate::commands::counted;
use crate::secrets::masked;

/// How wide a line may be.
const COLUMNS: usize = 80;
/// How wide a name may be; a longer one has a line of its own.
const NAME_COLUMNS_MAX: usize = 20;

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// As it must be.
    Well,
    /// A point to note.
    Known,
    /// Not as it must be.
    Wrong,
    /// Not there, and not needed.
    None,
}

/// One thing that was looked at.
#[derive(Clone, Debug)]
pub(super) struct Look {
    pub(super) mark: Mark,
    what: String,
    found: String,
    remedy: Option<String>,
}

impl Look {
    pub(super) fn well(what: &str, found: impl Into<String>) -> Self {
        Self { mark: Mark::Well, what: what.into(), found: found.into(), remedy: None }
    }

    pub(super) fn none(what: &str, found: impl Into<String>) -> Self {
        Self { mark: Mark::None, ..Self::well(what, found) }
    }

    pub(super) fn known(what: &str, found: impl Into<String>, remedy: &str) -> Self {
        let remedy = Some(remedy.to_owned());
        Self { mark: Mark::Known, remedy, ..Self::well(what, found) }
    }

    pub(super) fn wrong(what: &str, found: impl Into<String>, remedy: &str) -> Self {
        Self { mark: Mark::Wrong, ..Self::known(what, found, remedy) }
    }
}

/// All of it, with the sum as the last line.
pub(super) fn draw(looks: &[Look]) -> String {
    let mut text = String::new();
    let names = looks.iter().map(|look| width(&clean_line(&look.what)));
    let name = names.filter(|name| *name <= NAME_COLUMNS_MAX).max().unwrap_or_default();
    // A blank, the mark, a blank, the name, two blanks.
    let indent = name + 5;
    for look in looks {
        let mark = match look.mark {
            Mark::Well => '✓',
            Mark::Known => '!',
            Mark::Wrong => '✗',
            Mark::None => '–',
        };
        let head = format!(" {mark} {}", clean_line(&look.what));
        let (gap, begin) = match indent.checked_sub(width(&head)) {
            Some(gap) => (gap, ""),
            None => (indent, "\n"),
        };
        text.push_str(&format!("{head}{begin}{}", " ".repeat(gap)));
        block(&mut text, indent, "", &look.found);
        if let Some(remedy) = &look.remedy {
            text.push_str(&" ".repeat(indent));
            block(&mut text, indent, "→ ", remedy);
        }
    }
    text.push_str(&sum(looks));
    text
}

/// The text in its column; its first line stands where the writing is.
fn block(text: &mut String, indent: usize, begin: &str, said: &str) {
    let room = COLUMNS - indent - width(begin);
    let said = masked(&clean_line(said));
    let mut lines = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for word in said.split(' ') {
        // A link is whole, or nobody can follow it.
        if word.starts_with("https://") {
            lines.extend(wrap(&std::mem::take(&mut words).join(" "), room));
            lines.push(word.to_owned());
        } else {
            words.push(word);
        }
    }
    if !words.is_empty() {
        lines.extend(wrap(&words.join(" "), room));
    }
    let gap = format!("\n{}", " ".repeat(indent + width(begin)));
    text.push_str(&format!("{begin}{}\n", lines.join(&gap)));
}

fn sum(looks: &[Look]) -> String {
    let count = |mark| looks.iter().filter(|look| look.mark == mark).count();
    let problems = counted(count(Mark::Wrong), "problem to solve (✗)", "problems to solve (✗)");
    let points = counted(count(Mark::Known), "point to note (!)", "points to note (!)");
    match (count(Mark::Wrong), count(Mark::Known)) {
        (0, 0) => "\nEverything is in order.\n".to_owned(),
        (0, _) => format!("\nEverything works. {points}.\n"),
        (_, 0) => format!("\n{problems}.\n"),
        (_, _) => format!("\n{problems} and {points}.\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_fits_and_hostile_names_draw_nothing() {
        let long = "word ".repeat(60);
        let looks = [
            Look::well("journal", "there"),
            Look::wrong("commands in a very long server", &long, &long),
            Look::known("the \u{1b}[2Jtoken", "a\u{202e}b", "do\nit"),
        ];
        let drawn = draw(&looks);
        assert!(drawn.lines().all(|line| width(line) <= COLUMNS), "{drawn}");
        assert!(!drawn.contains('\u{1b}') && !drawn.contains('\u{202e}'), "{drawn}");
        assert!(drawn.ends_with("1 problem to solve (✗) and 1 point to note (!).\n"), "{drawn}");
    }
}
