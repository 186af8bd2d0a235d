//! Markdown as CommonMark and Discord read it. Everything that people typed is escaped, so that a
//! comment cannot make a heading, a link or a mention of its own.

use super::text::{DIGEST_CHARS_SHOWN, entries, superscript};
use crate::paper::{Block, Inline, Item, Masthead, Paper, Question, Table, Text};

/// Prints a paper: blocks with a blank line between them.
pub(super) fn print(paper: &Paper) -> String {
    let printed: Vec<String> =
        paper.blocks.iter().map(block).filter(|block| !block.is_empty()).collect();
    let mut text = printed.join("\n\n");
    text.push('\n');
    text
}

fn block(block: &Block) -> String {
    match block {
        Block::Mark(text) => format!("**{}**", escape_line(text)),
        Block::Masthead(head) => masthead(head),
        Block::Title { text, stamp } => {
            let stamp = stamp.as_ref().map(|stamp| format!("\n\n{}", escape_line(stamp)));
            format!("# {}{}", escape_line(text), stamp.unwrap_or_default())
        }
        Block::Heading { level, text } => {
            format!("{} {}", "#".repeat(usize::from(*level)), escape_line(text))
        }
        Block::Paragraph(text) | Block::Verbatim(text) => inline(text, ""),
        Block::Quote(text) => format!("> {}", inline(text, "> ")),
        Block::Questions(questions) => {
            questions.iter().map(question).collect::<Vec<_>>().join("\n")
        }
        Block::Items(list) => items(list),
        Block::Footnotes(notes) => {
            let notes =
                notes.iter().map(|note| format!("{} {}", note.mark, inline(&note.text, "")));
            notes.collect::<Vec<_>>().join("\n\n")
        }
        Block::Table(table) => print_table(table),
        Block::List(texts) => {
            let texts = texts.iter().map(|text| format!("- {}", inline(text, "  ")));
            texts.collect::<Vec<_>>().join("\n")
        }
        Block::Rule => "---".to_owned(),
    }
}

fn masthead(head: &Masthead) -> String {
    let groups = [&head.owner, &head.reference, &head.meeting].into_iter();
    let groups = groups
        .filter(|group| !group.is_empty())
        .map(|group| group.iter().map(|line| escape_line(line)).collect::<Vec<_>>().join("\\\n"));
    groups.collect::<Vec<_>>().join("\n\n")
}

fn question(question: &Question) -> String {
    let text = inline(&question.text, "   ");
    let mut printed = format!("{} {text}", list_number(&question.label));
    for (label, text) in &question.topics {
        printed.push_str(&format!("\n   - {}. {}", escape(label), inline(text, "     ")));
    }
    printed
}

/// Items, each below the words of the one that it belongs to: CommonMark wants what is inside a
/// list item as far in as the item's own words begin, which is one column more from "10. " on.
fn items(items: &[Item]) -> String {
    let mut begins: Vec<usize> = Vec::new();
    let mut lines = Vec::new();
    for item in items {
        begins.truncate(item.level.saturating_sub(1));
        let indent = " ".repeat(begins.last().copied().unwrap_or_default());
        let sign = if item.level > 1 { "-".to_owned() } else { list_number(&item.number) };
        let begin = indent.len() + sign.split(' ').next().unwrap_or_default().len() + 1;
        begins.resize(item.level, begin);
        let number = if item.level > 1 { format!("{} ", item.number) } else { String::new() };
        let text = inline(&item.text, &" ".repeat(begin));
        let mark = item.footnote.map(superscript).unwrap_or_default();
        lines.push(format!("{indent}{sign} {number}{text}{mark}"));
    }
    lines.join("\n")
}

/// A number that makes a list item; a label that is no number is only printed.
fn list_number(label: &str) -> String {
    let is_number = (1..=9).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_digit());
    if is_number { format!("{label}.") } else { format!("- {}.", escape(label)) }
}

fn print_table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines: Vec<String> =
        table.caption.iter().map(|caption| format!("{}\n", escape_line(caption))).collect();
    lines.push(row(table.head.iter().map(|cell| escape_line(cell)).collect()));
    lines.push(row(vec!["---".to_owned(); table.head.len()]));
    for cells in &table.rows {
        let cells = cells.iter().map(|cell| inline(cell, "").replace("\\\n", " "));
        lines.push(row(cells.collect()));
    }
    lines.join("\n")
}

/// Running text; lines after the first start with `lead`.
fn inline(text: &Text, lead: &str) -> String {
    let mut printed = String::new();
    for piece in &text.0 {
        let starts = printed.is_empty();
        match piece {
            Inline::Plain(words) => printed.push_str(&escape_from(words, starts)),
            Inline::Strong(words) => printed.push_str(&marked(words, "**")),
            Inline::Added(words) => printed.push_str(&marked(words, "__")),
            Inline::Deleted(words) => printed.push_str(&marked(words, "~~")),
            Inline::Code(words) => printed.push_str(&code(words)),
            Inline::Digest(digest) => {
                printed
                    .push_str(&code(&digest.chars().take(DIGEST_CHARS_SHOWN).collect::<String>()));
            }
            Inline::Entries(numbers) => printed.push_str(&escape(&entries(numbers))),
        }
    }
    printed.trim_end_matches('\n').replace('\n', &format!("\\\n{lead}"))
}

/// Words between marks, each line between its own: a mark does not hold across a line break.
fn marked(words: &str, mark: &str) -> String {
    let lines = words.split('\n').map(|line| {
        let line = line.trim();
        if line.is_empty() { String::new() } else { format!("{mark}{}{mark}", escape(line)) }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A code span whose fence is longer than any run of backticks in it.
fn code(words: &str) -> String {
    let words = words.replace('\n', " ");
    if words.contains('`') { escape(&words) } else { format!("`{words}`") }
}

fn escape_line(text: &str) -> String {
    escape(&text.replace('\n', " "))
}

fn escape(text: &str) -> String {
    escape_from(text, true)
}

/// Escapes text; `starts` says whether it begins a line.
fn escape_from(text: &str, starts: bool) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            escaped.push('\n');
        }
        // Four spaces at the start of a line would make it a block of code.
        let fresh = starts || at > 0;
        let line = if fresh { line.trim_start() } else { line };
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        for (place, letter) in line.char_indices() {
            let opens_list = fresh && place == digits && digits > 0 && matches!(letter, '.' | ')');
            let opens = fresh && place == 0 && matches!(letter, '#' | '-' | '+' | '=');
            let entity = letter == '&'
                && line[place + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#');
            if is_special(letter) || opens_list || opens || entity {
                escaped.push('\\');
            }
            escaped.push(letter);
        }
    }
    escaped
}

fn is_special(letter: char) -> bool {
    matches!(letter, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '~' | '|')
}
