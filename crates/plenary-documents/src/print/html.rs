//! One self-contained page: headings in order, language of each part, print rules, no scripts.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::text::{DIGEST_CHARS_SHOWN, entries};
use crate::paper::{Block, Footnote, Inline, Item, Masthead, Paper, Question, Table, Text};

const STYLE: &str = "\
:root{color-scheme:light dark}
body{font:1.05rem/1.5 Georgia,'Times New Roman',serif;margin:0 auto;padding:1.5rem;max-width:46rem}
h1,h2,h3,h4{line-height:1.25;margin:1.6em 0 .6em}h1{font-size:1.4rem;text-align:center}
h2{font-size:1.15rem}h3{font-size:1.05rem}.stamp{text-align:center}
.masthead{display:grid;grid-template-columns:1fr auto;gap:1.5rem}.masthead p{margin:0}
.masthead .meeting{grid-column:1/3}
.items,.questions,.topics{list-style:none;padding-left:0}.items li,.questions li{margin:.4em 0}
.questions>li,.topics>li{padding-left:1.6rem}
.questions>li>.number,.topics>li>.number{margin-inline:-1.6rem -.25em}
.items>li{padding-inline-start:1.6rem}.items>li>.number{margin-inline:-1.6rem -.25em}
.topics{padding-left:1.6rem}.number{display:inline-block;min-width:1.6rem}
.footnotes{border-top:1px solid;margin-top:2rem;font-size:.9rem}
blockquote{margin:.4em 0 1em;padding-left:1rem;border-left:3px solid;white-space:pre-line}
p,li,td{white-space:pre-line;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.3em .5em;text-align:left;\
vertical-align:top}caption{text-align:left;padding:.3em 0}
.mark{border:2px solid;padding:.3em;text-align:center;font-weight:bold}.watermark{display:none}
.entries{font-size:.8em}ins{text-decoration:underline}del{text-decoration:line-through}
@media print{body{max-width:none;padding:0}h1,h2,h3,h4{break-after:avoid}li,tr{break-inside:avoid}
thead{display:table-header-group}
.watermark{display:block;position:fixed;top:45%;left:0;right:0;text-align:center;font-size:3.4rem;\
font-weight:bold;color:#d9d9d9;transform:rotate(-30deg);z-index:-1;print-color-adjust:exact;\
-webkit-print-color-adjust:exact}}
";

/// Prints a paper as a page.
pub(super) fn print(paper: &Paper) -> String {
    let lang = paper.lang.code();
    let original = paper.original.as_given();
    let mark =
        paper.blocks.iter().find_map(|b| if let Block::Mark(text) = b { Some(text) } else { None });
    let page = html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (paper.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                // Fixed boxes are repeated on every printed page; readers hear the mark once.
                @if let Some(mark) = mark { div class="watermark" aria-hidden="true" { (mark) } }
                main { @for part in &paper.blocks { (block(part, original)) "\n" } }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

fn block(block: &Block, original: &str) -> Markup {
    match block {
        Block::Mark(text) => html! { p class="mark" { (text) } },
        Block::Masthead(head) => masthead(head, original),
        Block::Title { text, stamp } => html! {
            h1 dir="auto" { (text) }
            @if let Some(stamp) = stamp { p class="stamp" { (stamp) } }
        },
        Block::Heading { level, text } => heading(*level, text),
        Block::Paragraph(text) => html! { p dir="auto" { (inline(text)) } },
        Block::Verbatim(text) => html! { p lang=(original) dir="auto" { (inline(text)) } },
        Block::Quote(text) => html! { blockquote dir="auto" { (inline(text)) } },
        Block::Questions(questions) => html! {
            ol class="questions" lang=(original) {
                @for asked in questions { (question(asked)) }
            }
        },
        Block::Items(items) => html! {
            ol class="items" lang=(original) { (nested(items)) }
        },
        Block::Footnotes(notes) => footnotes(notes, original),
        Block::Table(table) => print_table(table),
        Block::List(texts) => {
            html! { ul { @for text in texts { li dir="auto" { (inline(text)) } } } }
        }
        Block::Rule => html! { hr; },
    }
}

fn masthead(head: &Masthead, original: &str) -> Markup {
    html! {
        header class="masthead" {
            @if !head.owner.is_empty() { p lang=(original) { (lines(&head.owner)) } }
            @if !head.reference.is_empty() { p { (lines(&head.reference)) } }
            @if !head.meeting.is_empty() { p class="meeting" { (lines(&head.meeting)) } }
        }
    }
}

fn lines(lines: &[String]) -> Markup {
    html! { @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } (line) } }
}

fn heading(level: u8, text: &str) -> Markup {
    match level {
        0..=2 => html! { h2 dir="auto" { (text) } },
        3 => html! { h3 dir="auto" { (text) } },
        _ => html! { h4 dir="auto" { (text) } },
    }
}

fn question(question: &Question) -> Markup {
    html! {
        li dir="auto" {
            span class="number" { (question.label) "." } " " (inline(&question.text))
            @if !question.topics.is_empty() {
                ul class="topics" {
                    @for (label, text) in &question.topics {
                        li dir="auto" { span class="number" { (label) "." } " " (inline(text)) }
                    }
                }
            }
        }
    }
}

/// Items of one level with what stands below each as a list inside it, so that whoever hears the
/// page hears its levels.
fn nested(items: &[Item]) -> Markup {
    let Some((first, rest)) = items.split_first() else { return Markup::default() };
    let below = rest.iter().take_while(|item| item.level > first.level).count();
    let (below, after) = rest.split_at(below);
    html! {
        li dir="auto" {
            (item(first))
            @if !below.is_empty() { ol class="items" { (nested(below)) } }
        }
        (nested(after))
    }
}

fn item(item: &Item) -> Markup {
    let stop = if item.level > 1 { "" } else { "." };
    html! {
        span class="number" { (item.number) (stop) } " " (inline(&item.text))
        @if let Some(mark) = item.footnote {
            sup { a href={ "#footnote-" (mark) } id={ "mark-" (mark) } role="doc-noteref" {
                (mark)
            } }
        }
    }
}

fn footnotes(notes: &[Footnote], original: &str) -> Markup {
    html! {
        section class="footnotes" role="doc-endnotes" lang=(original) {
            @for note in notes {
                p id={ "footnote-" (note.mark) } {
                    a href={ "#mark-" (note.mark) } role="doc-backlink" { sup { (note.mark) } }
                    " " (inline(&note.text))
                }
            }
        }
    }
}

fn print_table(table: &Table) -> Markup {
    html! {
        table {
            @if let Some(caption) = &table.caption { caption { (caption) } }
            thead { tr { @for head in &table.head { th scope="col" { (head) } } } }
            tbody {
                @for row in &table.rows {
                    tr { @for cell in row { td dir="auto" { (inline(cell)) } } }
                }
            }
        }
    }
}

fn inline(text: &Text) -> Markup {
    html! {
        @for piece in &text.0 {
            @match piece {
                Inline::Plain(words) => { (words) },
                Inline::Strong(words) => { strong { (words) } },
                Inline::Added(words) => { ins { (words) } },
                Inline::Deleted(words) => { del { (words) } },
                Inline::Code(words) => { code { (words) } },
                Inline::Digest(digest) => {
                    code title=(digest) {
                        (digest.chars().take(DIGEST_CHARS_SHOWN).collect::<String>())
                    }
                },
                Inline::Entries(numbers) => { span class="entries" { (entries(numbers)) } },
            }
        }
    }
}
