//! Reads a story file.

use jiff::civil::{Date, Time};
use plenary_domain::{Timestamp, moment};
use sha2::{Digest, Sha256};

/// A story, read.
#[derive(Clone, Debug)]
pub struct Story {
    /// The slug of the meeting.
    pub meeting: String,
    /// The IANA name of the zone of its times.
    pub zone: String,
    /// The lines in their order.
    pub lines: Vec<StoryLine>,
}

/// One thing that somebody says, with what is seen after it.
#[derive(Clone, Debug)]
pub struct StoryLine {
    /// The line in the file, from 1.
    pub number: usize,
    /// The chapter it stands in.
    pub chapter: Option<String>,
    /// When.
    pub moment: Moment,
    /// Who.
    pub seat: String,
    /// What.
    pub said: Said,
    /// Whether it is told like the one before and not shown again.
    pub is_like_before: bool,
    /// The name of its request.
    pub name: String,
    /// What is seen then.
    pub expected: Vec<Expected>,
}

/// When a line is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The local day.
    pub date: Date,
    /// The local time.
    pub time: Time,
    /// The moment.
    pub at: Timestamp,
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A line, with the lines of its form.
    Text(String),
    /// A press on the button with this label.
    Label(String),
}

/// What somebody sees after a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The line in the file, from 1.
    pub number: usize,
    /// Who.
    pub seat: String,
    /// Words that stand in it.
    pub words: String,
}

/// A line that is not of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadStory {
    /// The line in the file, from 1.
    pub number: usize,
    /// What is wrong.
    pub why: String,
}

impl std::fmt::Display for BadStory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {} of the story: {}", self.number, self.why)
    }
}

impl std::error::Error for BadStory {}

struct Reader {
    story: Story,
    chapter: Option<String>,
    date: Option<Date>,
    hasher: Sha256,
}

impl Story {
    /// Reads a story.
    ///
    /// # Errors
    /// Names the line and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, BadStory> {
        let story = Self { meeting: String::new(), zone: String::new(), lines: Vec::new() };
        let mut reader = Reader { story, chapter: None, date: None, hasher: Sha256::new() };
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in lines.iter().enumerate() {
            let more: Vec<&str> = lines
                .iter()
                .skip(index + 1)
                .take_while(|next| next.starts_with('|'))
                .copied()
                .collect();
            reader.line(line, &more, index + 1)?;
        }
        if reader.story.meeting.is_empty() || reader.story.zone.is_empty() {
            let why = "a story begins with `meeting: SLUG` and `zone: NAME`".to_owned();
            return Err(BadStory { number: 1, why });
        }
        Ok(reader.story)
    }
}

impl Reader {
    fn line(&mut self, line: &str, more: &[&str], number: usize) -> Result<(), BadStory> {
        let bad = |why: &str| BadStory { number, why: why.to_owned() };
        let trimmed = line.trim_end();
        if trimmed.is_empty() || trimmed.starts_with('#') || trimmed.starts_with('|') {
            return Ok(());
        }
        if let Some(chapter) = trimmed.strip_prefix("=== ") {
            self.chapter = Some(chapter.to_owned());
        } else if let Some(date) = trimmed.strip_prefix("== ") {
            // A weekday may stand before the day, for the reader.
            let day = date.split_whitespace().last().unwrap_or_default();
            self.date = Some(day.parse().map_err(|_| bad("a day is `== Friday 2007-10-05`"))?);
        } else if let Some((seat, words)) = split_seat(trimmed, '<') {
            let expected = Expected { number, seat, words: words.trim().to_owned() };
            let last = self.story.lines.last_mut();
            last.ok_or_else(|| bad("nobody has said anything yet"))?.expected.push(expected);
        } else if let Some((name, value)) = trimmed.split_once(": ").filter(|_| self.is_head()) {
            match name {
                "meeting" => self.story.meeting = value.to_owned(),
                "zone" => self.story.zone = value.to_owned(),
                _ => return Err(bad("the head has `meeting:` and `zone:`")),
            }
        } else {
            self.said(trimmed, more, number)?;
        }
        Ok(())
    }

    fn is_head(&self) -> bool {
        self.story.lines.is_empty() && self.date.is_none()
    }

    fn said(&mut self, line: &str, more: &[&str], number: usize) -> Result<(), BadStory> {
        let bad = |why: &str| BadStory { number, why: why.to_owned() };
        let (is_like_before, line) = match line.strip_prefix("~ ") {
            Some(rest) => (true, rest),
            None => (false, line),
        };
        let (time, rest) = line.split_once(' ').ok_or_else(|| bad(HOW))?;
        let time: Time = time.parse().map_err(|_| bad(HOW))?;
        let (seat, said) = split_seat(rest, '>').ok_or_else(|| bad(HOW))?;
        let date = self.date.ok_or_else(|| bad("say the day first: `== Friday 2007-10-05`"))?;
        let at = moment::local_moment(date, time, &self.story.zone);
        let at = at.ok_or_else(|| bad("there is no such moment in the story's zone"))?;
        let said = said.trim();
        let label = said.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let said = match label {
            Some(label) => Said::Label(label.to_owned()),
            None => {
                let form = more.iter().map(|line| line.trim_start_matches('|').trim());
                let all: Vec<&str> = std::iter::once(said).chain(form).collect();
                Said::Text(all.join("\n"))
            }
        };
        let name = self.name(&seat, &said, at);
        self.story.lines.push(StoryLine {
            number,
            chapter: self.chapter.clone(),
            moment: Moment { date, time, at },
            name,
            seat,
            said,
            is_like_before,
            expected: Vec::new(),
        });
        Ok(())
    }

    /// The hash of the story up to and including this line: what is said, by whom and when.
    /// What is expected is no part of it, so that a sentence can be improved.
    fn name(&mut self, seat: &str, said: &Said, at: Timestamp) -> String {
        let (mark, words) = match said {
            Said::Text(text) => (">", text),
            Said::Label(label) => ("[", label),
        };
        let line = format!("{}\n{at}\n{seat}{mark}{words}\n", self.story.meeting);
        self.hasher.update((line.len() as u64).to_be_bytes());
        self.hasher.update(line.as_bytes());
        let digest = self.hasher.clone().finalize();
        format!("story:{}", data_encoding::HEXLOWER.encode(&digest))
    }
}

const HOW: &str = "write a line like this: `09:02 seat> what is said`";

/// `seat> words` or `seat< words`; a seat is lower-case letters, digits, hyphens.
fn split_seat(line: &str, mark: char) -> Option<(String, &str)> {
    let (seat, words) = line.split_once(mark)?;
    let fits = !seat.is_empty()
        && seat.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    fits.then(|| (seat.to_owned(), words))
}
