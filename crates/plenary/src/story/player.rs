//! Plays a story at the desk: says its lines, presses its buttons, checks what everybody sees.
//!
//! Lines that are stored already are not given again as commands; their responses are built from
//! their facts. Lines before the last stored one that stored nothing (a question, a refusal) are
//! passed over: what they answered then is not what they would answer now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use plenary_chat::{Button, Input, Line, Part, Response, Speaker, Tone};
use plenary_documents::{Format, print};
use plenary_domain::{Entry, Language};
use plenary_service::{DraftId, Freshness, RequestName, SetClock};

use super::parse::{Said, Story, StoryLine};
use crate::wiring::App;

/// Plays one story.
pub struct Player<'h> {
    app: &'h App,
    clock: Arc<SetClock>,
    story: Story,
    seats: BTreeMap<String, SeatState>,
    stored: BTreeSet<String>,
    last_stored: Option<usize>,
}

/// What a seat has before it.
#[derive(Default)]
struct SeatState {
    buttons: Vec<Button>,
    code: Option<String>,
    /// A draft of this seat was sent before this run, so its press has nothing to press.
    is_sent: bool,
}

/// What came of one line.
pub struct Played<'s> {
    /// The line.
    pub line: &'s StoryLine,
    /// The response, unless the line was passed over.
    pub response: Option<Response>,
    /// What others saw, by seat.
    pub heard: Vec<(String, Response)>,
    /// What was expected and not seen.
    pub missed: Vec<String>,
}

impl<'h> Player<'h> {
    /// A player of `story` in this app.
    ///
    /// # Errors
    /// When the meeting holds lines of a story that this file does not have.
    pub async fn new(app: &'h App, story: Story) -> Result<Self> {
        let stored: BTreeSet<String> =
            app.service.request_names(&story.meeting).await?.into_iter().collect();
        let names: BTreeSet<&str> = story.lines.iter().map(|line| line.name.as_str()).collect();
        let foreign =
            stored.iter().find(|name| name.starts_with("story:") && !names.contains(name.as_str()));
        if let Some(foreign) = foreign {
            bail!(
                "the meeting {} has an entry that does not come from this story ({foreign}); \
                 a story that was played can be continued, but not changed",
                story.meeting
            );
        }
        let last_stored = story.lines.iter().rposition(|line| {
            stored.contains(&line.name) || stored.contains(&draft_name(&line.name))
        });
        let clock = Arc::clone(&app.clock);
        Ok(Self { app, clock, story, seats: BTreeMap::new(), stored, last_stored })
    }

    /// The story.
    pub fn story(&self) -> &Story {
        &self.story
    }

    /// Plays the line with this index.
    ///
    /// # Errors
    /// When the line cannot be said at all (no such button, no such code), or the journal fails: a
    /// later line that fitted would make those before it count as passed over.
    pub async fn play(&mut self, index: usize) -> Result<Option<Played<'_>>> {
        let Some(line) = self.story.lines.get(index).cloned() else { return Ok(None) };
        self.clock.set(line.moment.at.timestamp());
        let is_past = self.last_stored.is_some_and(|last| index <= last);
        let response = self.say(&line, is_past).await?;
        if let Some(failed) = response.as_ref().filter(|said| said.tone == Tone::Failed) {
            bail!(
                "line {} of the story: {}\n\
                 The story stops here. Play it again and it goes on from here.",
                line.number,
                flat(failed)
            );
        }
        let mut heard = Vec::new();
        if let Some(response) = &response {
            self.remember(&line, response);
            heard = self.tell_others(&line, response).await?;
        }
        let missed = if is_past || response.is_none() {
            Vec::new()
        } else {
            self.missed(&line, response.as_ref(), &heard)
        };
        let line = self.story.lines.get(index);
        Ok(line.map(|line| Played { line, response, heard, missed }))
    }

    async fn say(&mut self, line: &StoryLine, is_past: bool) -> Result<Option<Response>> {
        let is_stored = self.stored.contains(&line.name);
        if is_past && !is_stored {
            if self.stored.contains(&draft_name(&line.name)) {
                self.seats.entry(line.seat.clone()).or_default().is_sent = true;
                return Ok(None);
            }
            if matches!(line.said, Said::Text(_)) {
                return Ok(None);
            }
        }
        let said = match &line.said {
            Said::Text(text) => Input::Text(self.with_codes(text)?),
            Said::Label(_) if is_stored => Input::Text(String::new()),
            Said::Label(label) => {
                let place = self.seats.entry(line.seat.clone()).or_default();
                let button = place.buttons.iter().rev().find(|button| button.label == *label);
                match button {
                    Some(button) => Input::Press(button.press.clone()),
                    None if place.is_sent || is_past => {
                        place.is_sent = false;
                        return Ok(None);
                    }
                    None => bail!(
                        "line {} of the story: {} has no button [{label}]",
                        line.number,
                        line.seat
                    ),
                }
            }
        };
        let heard = Line {
            meeting: Some(self.story.meeting.clone()),
            speaker: speaker(&line.seat),
            front: "terminal",
            channel: None,
            said,
            request: RequestName::new(&line.name)?,
            lang: Language::En,
        };
        Ok(Some(self.app.desk.answer(heard).await))
    }

    fn with_codes(&self, text: &str) -> Result<String> {
        let Some((before, rest)) = text.split_once("{code ") else { return Ok(text.to_owned()) };
        let (seat, after) = rest.split_once('}').context("`{code SEAT}` is not closed")?;
        let code = self.seats.get(seat).and_then(|place| place.code.as_ref());
        let code = code.with_context(|| format!("no code was shown to {seat} yet"))?;
        Ok(format!("{before}{code}{after}"))
    }

    fn remember(&mut self, line: &StoryLine, response: &Response) {
        let place = self.seats.entry(line.seat.clone()).or_default();
        place.buttons.clone_from(&response.buttons);
        for part in &response.parts {
            if let Part::Secret(words) = part {
                let code = words.split_whitespace().find(|word| word.matches('-').count() == 3);
                place.code = code.map(|code| code.trim_end_matches('.').to_owned());
            }
        }
    }

    /// Shows the other seats what the line's facts are to them.
    async fn tell_others(
        &mut self,
        line: &StoryLine,
        response: &Response,
    ) -> Result<Vec<(String, Response)>> {
        let meeting = self.story.meeting.clone();
        if response.entries.is_empty() {
            return Ok(Vec::new());
        }
        let views = self.app.service.views(&meeting, Freshness::Current).await?;
        let entries = self.app.service.entries(&meeting).await?;
        let new: Vec<&Entry> =
            entries.iter().filter(|entry| response.entries.contains(&entry.number)).collect();
        let mut heard = Vec::new();
        for (seat, place) in &mut self.seats {
            if *seat == line.seat {
                continue;
            }
            for entry in &new {
                let mut mine = None;
                for notice in self.app.desk.notices(&views, entry, Language::En) {
                    let is_mine = self.app.desk.is_for(&meeting, &speaker(seat), &notice).await?;
                    mine = is_mine.then_some(notice.response).or(mine);
                }
                if let Some(response) = mine {
                    place.buttons.extend(response.buttons.iter().cloned());
                    heard.push((seat.clone(), response));
                }
            }
        }
        Ok(heard)
    }

    fn missed(
        &self,
        line: &StoryLine,
        response: Option<&Response>,
        heard: &[(String, Response)],
    ) -> Vec<String> {
        let mut missed = Vec::new();
        for expected in &line.expected {
            let mut seen: Vec<String> = heard
                .iter()
                .filter(|(seat, _)| *seat == expected.seat)
                .map(|(_, response)| flat(response))
                .collect();
            if expected.seat == line.seat {
                seen.extend(response.map(flat));
            }
            let wanted = fold(&expected.words);
            if !seen.iter().any(|text| text.contains(&wanted)) {
                let saw = if seen.is_empty() { "nothing".to_owned() } else { seen.join(" / ") };
                missed.push(format!(
                    "line {} of the story: {} should see “{}”, saw: {saw}",
                    expected.number, expected.seat, expected.words
                ));
            }
        }
        missed
    }
}

/// Whoever speaks from a seat of a story: the operator, or an account of the terminal.
pub fn speaker(seat: &str) -> Speaker {
    match seat {
        "operator" => Speaker::Operator,
        seat => Speaker::Account(format!("terminal:{seat}")),
    }
}

fn draft_name(line_name: &str) -> String {
    let sending = RequestName::new(line_name).ok().map(|name| DraftId::of(&name).sending());
    sending.and_then(Result::ok).map(|name| name.as_str().to_owned()).unwrap_or_default()
}

/// A response as one line of words, for comparison.
pub fn flat(response: &Response) -> String {
    let mut words = Vec::new();
    for part in &response.parts {
        match part {
            Part::Text(text) | Part::Heading(text) | Part::Quote(text) | Part::Secret(text) => {
                words.push(text.clone());
            }
            Part::List(points) => words.extend(points.iter().cloned()),
            Part::Numbered(points) => {
                words.extend(points.iter().map(|(number, point)| format!("{number}. {point}")));
            }
            Part::Pointer { .. } => {}
            Part::Paper(paper) => words.push(print(paper, Format::Text)),
        }
    }
    words.extend(response.buttons.iter().map(|button| format!("[{}]", button.label)));
    fold(&words.join(" "))
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
