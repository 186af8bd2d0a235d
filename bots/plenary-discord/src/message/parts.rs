//! The parts of a response as rows of text, and as the plain lines of a file.

use plenary_chat::{Part, Response, Tone};

use super::pieces::{Row, plain as row, point};
use super::pointer;
use crate::clean::{clean, clean_line, escaped, escaped_line, units};

/// The marks of bold text.
const BOLD: &str = "**";
/// The longest number of a point, as Discord counts.
const NUMBER_UNITS_MAX: usize = 40;

/// Everything that a response says, with the mark of its tone before the first words.
pub(super) fn rows(response: &Response) -> Vec<Row> {
    let mut rows: Vec<Row> = response.parts.iter().flat_map(rows_of).collect();
    if let (Some(first), Some(mark)) = (rows.first_mut(), mark_of(response.tone)) {
        if first.is_block {
            rows.insert(0, row(mark));
        } else {
            first.lead = format!("{mark} {}", first.lead);
        }
    }
    rows
}

/// The codes of a response, which never stand in a file.
pub(super) fn secrets(response: &Response) -> Vec<Row> {
    let secret = |part: &&Part| matches!(part, Part::Secret(_));
    response.parts.iter().filter(secret).flat_map(rows_of).collect()
}

/// Meaning is never in a colour or a picture alone; these marks read aloud as what they mean.
fn mark_of(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Done => Some("✓"),
        Tone::Refused => Some("✗"),
        Tone::Failed => Some("⚠"),
        Tone::Shown | Tone::Asked => None,
    }
}

fn rows_of(part: &Part) -> Vec<Row> {
    match part {
        Part::Text(text) => vec![row(&escaped(text))],
        Part::Heading(text) | Part::Secret(text) => bold(text),
        Part::Quote(text) => {
            vec![Row { lead: "> ".to_owned(), hang: "> ", ..row(&escaped(text)) }]
        }
        Part::List(points) => points.iter().map(|text| point(&escaped(text))).collect(),
        Part::Numbered(points) => points.iter().map(numbered).collect(),
        Part::Pointer { line, from, to } => pointer::blocks(line, *from..*to),
        Part::Paper(paper) => bold(&paper.title),
    }
}

fn bold(text: &str) -> Vec<Row> {
    let text = escaped_line(text);
    if text.trim().is_empty() {
        // Marks around nothing would show as marks.
        return Vec::new();
    }
    let lead = BOLD.to_owned();
    vec![Row { lead, hang: BOLD, close: BOLD, text: text.trim().to_owned(), is_block: false }]
}

/// The number is written out: in a list of its own, Discord would count by itself.
fn numbered((number, text): &(String, String)) -> Row {
    let (number, text) = (escaped_line(number), escaped(text));
    match number.trim() {
        "" => row(&text),
        // What is so long is no number; it is broken like any text.
        long if units(long) > NUMBER_UNITS_MAX => row(&format!("{long} {text}")),
        number => Row { lead: format!("**{number}.** "), hang: "  ", ..row(&text) },
    }
}

/// Everything that a response says, as a file of plain text. Codes stay out of it.
pub(super) fn plain(response: &Response) -> String {
    let mut text = String::new();
    for part in &response.parts {
        for line in plain_lines(part) {
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    for label in super::buttons::long_labels(response) {
        text.push_str(&format!("- {label}\n"));
    }
    text
}

fn plain_lines(part: &Part) -> Vec<String> {
    match part {
        Part::Text(text) => vec![clean(text)],
        Part::Heading(text) => vec![String::new(), clean_line(text)],
        Part::Quote(text) => clean(text).lines().map(|line| format!("> {line}")).collect(),
        Part::List(points) => points.iter().map(|text| format!("- {}", clean(text))).collect(),
        Part::Numbered(points) => {
            let line = |(number, text): &(String, String)| {
                format!("{}. {}", clean_line(number), clean(text))
            };
            points.iter().map(line).collect()
        }
        Part::Pointer { line, .. } => vec![clean(line)],
        Part::Paper(paper) => vec![clean_line(&paper.title)],
        Part::Secret(_) => Vec::new(),
    }
}
