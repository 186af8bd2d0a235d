//! A response as text for a screen. Meaning is never in colour alone: each tone has its mark.

mod pointer;

use anstyle::{AnsiColor, Style};
use plenary_chat::{Button, Part, Response, Tone};
use plenary_documents::print_wrapped;

use crate::words;
use crate::wrap::{width, wrap};
use plenary_chat::clean::{clean, clean_line};

/// The width of a screen that does not tell its own, in columns.
pub const COLUMNS_USUAL: usize = 80;
/// The narrowest screen that is drawn for, in columns.
pub const COLUMNS_MIN: usize = 20;

/// How a screen is drawn on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The width in columns.
    pub columns: usize,
    /// Whether colours are used beside the marks.
    pub colour: bool,
    /// Whether the terminal's own marks are ASCII. What people wrote stays as they wrote it.
    pub ascii: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { columns: COLUMNS_USUAL, colour: false, ascii: false }
    }
}

impl Look {
    /// One of two marks: the second for screens that show ASCII only.
    pub(crate) fn mark(&self, mark: &'static str, ascii: &'static str) -> &'static str {
        if self.ascii { ascii } else { mark }
    }

    /// The text in a style, if colours are used.
    pub(crate) fn paint(&self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

/// A response as text, and what its numbers press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Whole lines, the last one with its line break; empty when there is nothing to show.
    pub text: String,
    /// The buttons in the order of their numbers, from the first number on.
    pub buttons: Vec<Button>,
}

/// An answer as text; its buttons are numbered from `first_number` on.
pub fn draw(response: &Response, look: &Look, first_number: usize) -> Drawing {
    draw_marked(response, look, first_number, mark_of(response.tone, look))
}

/// Something that nobody asked for as text, with a mark that tells it from an answer.
pub fn draw_notice(response: &Response, look: &Look, first_number: usize) -> Drawing {
    let unasked = (look.mark("»", ">>"), AnsiColor::Cyan.on_default());
    let mark = mark_of(response.tone, look).or(Some(unasked));
    draw_marked(response, look, first_number, mark)
}

type Mark = Option<(&'static str, Style)>;

fn mark_of(tone: Tone, look: &Look) -> Mark {
    match tone {
        Tone::Shown => None,
        Tone::Done => Some((look.mark("✓", "ok"), AnsiColor::Green.on_default())),
        Tone::Asked => Some(("?", AnsiColor::Yellow.on_default())),
        Tone::Refused => Some((look.mark("✗", "no"), AnsiColor::Red.on_default())),
        Tone::Failed => Some(("!!", AnsiColor::Red.on_default().bold())),
    }
}

fn draw_marked(response: &Response, look: &Look, first_number: usize, mark: Mark) -> Drawing {
    let gutter = mark.map_or(0, |(sign, _)| width(sign) + 1);
    let look = Look { columns: look.columns.max(COLUMNS_MIN), ..look.clone() };
    let page = Page { look: &look, room: look.columns - gutter };
    let mut rows: Vec<Row> = Vec::new();
    for part in &response.parts {
        page.part(part, &mut rows);
    }
    if rows.is_empty() && response.tone == Tone::Done {
        rows.push(Row::plain(words::DONE.to_owned()));
    }
    rows.extend(page.buttons(&response.buttons, first_number));
    Drawing { text: join(&rows, &look, mark), buttons: response.buttons.clone() }
}

/// Puts the mark before the first row and its width before the others. Papers keep every column.
fn join(rows: &[Row], look: &Look, mark: Mark) -> String {
    let gutter = mark.map_or(0, |(sign, _)| width(sign) + 1);
    let mut text = String::new();
    let mut waiting = mark.map(|(sign, style)| look.paint(style, sign));
    for row in rows {
        let mut line = match (waiting.take(), row.is_whole) {
            (Some(sign), false) => format!("{sign} {}", row.text),
            (Some(sign), true) => format!("{sign}\n{}", row.text),
            (None, false) => format!("{}{}", " ".repeat(gutter), row.text),
            (None, true) => row.text.clone(),
        };
        line.truncate(line.trim_end().len());
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// One line of the screen.
struct Row {
    text: String,
    /// Whether it takes the whole width, past the mark's column.
    is_whole: bool,
}

impl Row {
    fn plain(text: String) -> Self {
        Self { text, is_whole: false }
    }
}

/// How much further in each level of an agenda stands, in columns.
const INDENT: usize = 4;

struct Page<'a> {
    look: &'a Look,
    room: usize,
}

impl Page<'_> {
    fn part(&self, part: &Part, rows: &mut Vec<Row>) {
        match part {
            Part::Text(text) => rows.extend(self.hung(text, "", Style::new())),
            Part::Heading(text) => {
                gap(rows);
                rows.extend(self.hung(text, "", Style::new().bold()));
            }
            Part::Quote(text) => rows.extend(self.quote(text)),
            Part::List(points) => {
                let point = self.look.mark("• ", "- ");
                rows.extend(points.iter().flat_map(|text| self.hung(text, point, Style::new())));
            }
            Part::Numbered(points) => {
                let numbers = || points.iter().map(|(number, _)| clean_line(number));
                let level = |number: &str| number.matches('.').count();
                let first = numbers().filter(|number| level(number) == 0);
                let widest = first.map(|number| width(&number)).max().unwrap_or(0);
                for (number, (_, text)) in numbers().zip(points) {
                    // As in the paper: what is below an item stands further in, without a stop.
                    let lead = match level(&number) {
                        0 => format!("{}{number}. ", " ".repeat(widest - width(&number))),
                        level => {
                            format!("{}{number} ", " ".repeat(widest + 2 + (level - 1) * INDENT))
                        }
                    };
                    rows.extend(self.hung(text, &lead, Style::new()));
                }
            }
            Part::Pointer { line, from, to } => {
                let span = pointer::Span { line, from: *from, to: *to };
                rows.extend(pointer::rows(&span, self.look, self.room).map(Row::plain));
            }
            Part::Secret(text) => rows.extend(self.hung(text, "", Style::new().bold())),
            Part::Paper(paper) => {
                gap(rows);
                let printed = clean(&print_wrapped(paper, self.look.columns));
                let lines = printed.trim_end_matches('\n').split('\n');
                rows.extend(lines.map(|line| Row { text: line.to_owned(), is_whole: true }));
                rows.push(Row::plain(String::new()));
            }
        }
    }

    /// A text behind a prefix, its further lines below its first word.
    fn hung(&self, text: &str, prefix: &str, style: Style) -> Vec<Row> {
        let hang = " ".repeat(width(prefix));
        let lines = wrap(&clean(text), self.room.saturating_sub(hang.len()));
        let rows = lines.iter().enumerate().map(|(at, line)| {
            let lead = if at == 0 { prefix } else { &hang };
            let words = if line.is_empty() { String::new() } else { self.look.paint(style, line) };
            Row::plain(format!("{lead}{words}"))
        });
        rows.collect()
    }

    /// Somebody's own words, with a bar before each line so that none can pass for the desk's.
    fn quote(&self, text: &str) -> Vec<Row> {
        let bar = self.look.mark("│ ", "| ");
        let lines = wrap(&clean(text), self.room.saturating_sub(width(bar)));
        lines.into_iter().map(|line| Row::plain(format!("{bar}{line}"))).collect()
    }

    /// `[1 Approve] [2 Send back]`: a button moves to the next line as a whole.
    fn buttons(&self, buttons: &[Button], first_number: usize) -> Vec<Row> {
        let mut rows: Vec<(String, usize)> = Vec::new();
        for (number, button) in (first_number..).zip(buttons) {
            let drawn = format!("[{number} {}]", clean_line(&button.label));
            for piece in wrap(&drawn, self.room) {
                let taken = width(&piece);
                let piece = self.look.paint(Style::new().bold(), &piece);
                match rows.last_mut() {
                    Some((row, used)) if *used + 1 + taken <= self.room => {
                        row.push(' ');
                        row.push_str(&piece);
                        *used += 1 + taken;
                    }
                    Some(_) | None => rows.push((piece, taken)),
                }
            }
        }
        rows.into_iter().map(|(text, _)| Row::plain(text)).collect()
    }
}

/// A blank line, unless there is one or nothing stands above.
fn gap(rows: &mut Vec<Row>) {
    if rows.last().is_some_and(|row| !row.text.is_empty()) {
        rows.push(Row::plain(String::new()));
    }
}
