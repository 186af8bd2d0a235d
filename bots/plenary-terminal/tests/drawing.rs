//! How responses look: widths, marks, numbers, and nothing hostile.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use plenary_chat::{Action, Part, Press, Response, Tone};
use plenary_documents::{Block, Paper, Text};
use plenary_domain::{EditionId, Language};
use plenary_terminal::wrap::width;
use plenary_terminal::{Look, draw, draw_notice};

fn press() -> Press {
    Press::new(Action::PaperApprove(EditionId(1)), 1)
}

fn pointer(line: &str, from: usize, to: usize) -> String {
    let part = Part::Pointer { line: line.to_owned(), from, to };
    draw(&Response::default().with(part), &Look::default(), 1).text
}

fn paper(words: &str) -> Part {
    Part::Paper(Box::new(Paper {
        name: "paper".to_owned(),
        lang: Language::En,
        original: Language::En.into(),
        title: "Paper".to_owned(),
        blocks: vec![Block::Paragraph(Text::plain(words))],
    }))
}

/// One part of each kind, made of the same words.
fn every_part(words: &str) -> Response {
    let words = words.to_owned();
    Response::text(Tone::Done, words.clone())
        .with(Part::Heading(words.clone()))
        .with(Part::Quote(words.clone()))
        .with(Part::List(vec![words.clone(), words.clone()]))
        .with(Part::Numbered(vec![
            ("10".to_owned(), words.clone()),
            ("2".to_owned(), words.clone()),
        ]))
        .with(Part::Pointer { line: words.clone(), from: 3, to: 9 })
        .with(Part::Secret(words.clone()))
        .with(paper(&words))
        .button(words.clone(), press())
        .button(words, press())
}

#[test]
fn every_part_fits_the_screen_also_with_wide_letters() {
    let words = format!("{} and {}", "議題 の 変更 ".repeat(30), "two words ".repeat(30));
    for columns in [20, 40, 80] {
        for ascii in [false, true] {
            let look = Look { columns, colour: false, ascii };
            let drawn = draw(&every_part(&words), &look, 1);
            for line in drawn.text.lines() {
                assert!(width(line) <= columns, "{columns}: {} <{line}>", width(line));
            }
        }
    }
}

#[test]
fn nothing_that_people_wrote_steers_the_terminal() {
    let hostile = "a\u{1b}[2J\u{7}\u{9b}31m\u{202e}b\u{2066}\u{8}\u{7f}\r\u{200b} [9 Approve]";
    for look in [Look::default(), Look { colour: true, ..Look::default() }] {
        let harmless = draw(&every_part("plain"), &look, 1).text.matches('\u{1b}').count();
        let text = draw(&every_part(hostile), &look, 1).text;
        let escapes = text.matches('\u{1b}').count();
        assert_eq!(escapes, harmless, "only the terminal's own styles: {text:?}");
        let steers = |letter: char| {
            letter.is_control() && !matches!(letter, '\n' | '\u{1b}')
                || matches!(letter, '\u{202e}' | '\u{2066}' | '\u{200b}')
        };
        assert!(!text.contains(steers), "{text:?}");
    }
}

#[test]
fn an_answer_reads_as_the_desk_meant_it() {
    let response = Response::text(Tone::Asked, "CIBER-V/doc.1/07: note, 9 items, 4 footnotes.")
        .with(Part::Quote("Could each report\nbe limited?".to_owned()))
        .with(Part::List(vec!["one ".repeat(30), "two".to_owned()]))
        .with(Part::Heading("Next".to_owned()))
        .and("Choose.")
        .button("Approve", press())
        .button("Send back", press());
    let drawn = draw(&response, &Look::default(), 4);
    assert_eq!(
        drawn.text,
        "\
? CIBER-V/doc.1/07: note, 9 items, 4 footnotes.
  │ Could each report
  │ be limited?
  • one one one one one one one one one one one one one one one one one one one
    one one one one one one one one one one one
  • two

  Next
  Choose.
  [4 Approve] [5 Send back]
"
    );
    assert_eq!(drawn.buttons.len(), 2);
}

#[test]
fn numbered_points_stand_below_each_other_and_their_numbers_are_made_harmless() {
    let points = [("9", "one ".repeat(25)), ("1\u{1b}0", "two".to_owned())];
    let points = points.map(|(number, text)| (number.to_owned(), text)).to_vec();
    let text = draw(&Response::default().with(Part::Numbered(points)), &Look::default(), 1).text;
    let ones = "one ".repeat(18);
    let expected = format!("  9. {ones}one\n     one one one one one one\n1\u{fffd}0. two\n");
    assert_eq!(text, expected);
}

#[test]
fn every_tone_but_shown_has_a_mark_without_colour() {
    let first = |tone: Tone, ascii: bool| {
        let look = Look { ascii, ..Look::default() };
        let text = draw(&Response::text(tone, "said"), &look, 1).text;
        text.trim_end().to_owned()
    };
    let tones = [Tone::Shown, Tone::Done, Tone::Asked, Tone::Refused, Tone::Failed];
    assert_eq!(tones.map(|tone| first(tone, false)), {
        ["said", "✓ said", "? said", "✗ said", "!! said"]
    });
    assert_eq!(tones.map(|tone| first(tone, true)), {
        ["said", "ok said", "? said", "no said", "!! said"]
    });
    let notice = draw_notice(&Response::text(Tone::Shown, "said"), &Look::default(), 1).text;
    assert_eq!(notice, "» said\n");
}

#[test]
fn the_terminals_own_marks_can_be_ascii() {
    let look = Look { ascii: true, ..Look::default() };
    let text = draw(&every_part("plain"), &look, 1).text;
    assert!(text.is_ascii(), "{text}");
}

#[test]
fn colours_change_nothing_but_colour() {
    let plain = draw(&every_part("words"), &Look::default(), 1).text;
    let look = Look { colour: true, ..Look::default() };
    let mut painted = draw(&every_part("words"), &look, 1).text;
    assert!(painted.contains("\u{1b}["), "{painted:?}");
    while let Some(at) = painted.find('\u{1b}') {
        let end = painted[at..].find('m').expect("a style ends with m");
        painted.replace_range(at..=at + end, "");
    }
    assert_eq!(painted, plain);
}

#[test]
fn carets_stand_below_the_trouble() {
    assert_eq!(pointer("comment 77 hello", 8, 10), "  comment 77 hello\n          ^^\n");
    assert_eq!(pointer("議題 show", 0, 2), "  議題 show\n  ^^^^\n");
    assert_eq!(pointer("nominate", 8, 8), "  nominate\n          ^\n");
    assert_eq!(pointer("a b", 1, 1), "  a b\n   ^\n");
    assert_eq!(pointer("a\u{1b}b c", 4, 5), "  a\u{fffd}b c\n      ^\n");
    assert_eq!(pointer("form\nname: x", 11, 12), "  form\n  name: x\n        ^\n");
    assert_eq!(pointer("", 0, 9), "\n  ^\n");
}

#[test]
fn a_trouble_in_a_long_line_has_its_carets_in_each_row() {
    let text = pointer(&"x".repeat(100), 75, 80);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert_eq!(text.matches('^').count(), 5, "{text}");
    assert_eq!(lines[1].trim_start(), "^^");
    assert_eq!(lines[3].trim_start(), "^^^");
}

#[test]
fn a_code_is_shown_to_its_reader() {
    let response = Response::default().with(Part::Secret("Code: K7QD-2M4X-9TRA-P6WN.".to_owned()));
    let drawn = draw(&response, &Look::default(), 1);
    assert_eq!(drawn.text, "Code: K7QD-2M4X-9TRA-P6WN.\n");
}

#[test]
fn a_paper_keeps_every_column_and_a_silent_success_says_so() {
    let words = "word ".repeat(40);
    let response = Response::text(Tone::Done, "Issued.").with(paper(words.trim())).and("Kept.");
    let text = draw(&response, &Look::default(), 1).text;
    assert!(text.starts_with("✓ Issued.\n\nword "), "{text}");
    assert!(text.ends_with("word\n\n  Kept.\n"), "{text}");
    let silent = Response { tone: Tone::Done, ..Response::default() };
    assert_eq!(draw(&silent, &Look::default(), 1).text, "✓ Done.\n");
    assert_eq!(draw(&Response::default(), &Look::default(), 1).text, "");
}
