//! `plenary demo`: a practice meeting from the draft agenda to the record, and then a seat in it.
//!
//! Everything that the screens say is computed from the journal that the story was played into. The
//! newcomer then gets a copy of the meeting as it stood one Monday before the deadline, with keys
//! and a clock of its own, because after the adoption nearly every first command is refused.

mod practice;
mod proof;
mod screens;

use std::io::{BufRead, IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use plenary_chat::Speaker;
use plenary_documents::Format;
use plenary_domain::Readers;
use plenary_service::Freshness;
use plenary_terminal::Look;

use crate::arguments::{DemoArgs, PaperName};
use crate::commands::chat::{sit, wants_colour};
use crate::commands::paper::{Sheet, paper};
use crate::settings::{Overrides, Settings, without_password};
use crate::story::player::speaker;
use crate::story::{Player, Story};
use crate::wiring::{App, Use};

/// The story of the demonstration; it is also the first of the tests' stories.
const STORY: &str = include_str!("../../../tests/stories/ciber-v.story");

/// Shows the demonstration and, on a terminal, hands over a seat.
pub(crate) async fn run(
    settings: &Settings,
    overrides: &Overrides,
    args: &DemoArgs,
) -> Result<ExitCode> {
    let folder = tempfile::Builder::new()
        .prefix("plenary-demo-")
        .tempdir()
        .context("could not create a folder for the practice meeting")?
        .keep();
    let mut settings = settings.clone();
    if overrides.journal.is_none() {
        settings.journal = format!("sqlite:{}", folder.join("v-meeting.db").display());
    }
    let is_terminal = stdin().is_terminal() && stdout().is_terminal();
    let look = Look { colour: is_terminal && wants_colour(), ..Look::default() };
    let mut stage = Stage { is_terminal, is_skipped: false };
    let app = App::open(&settings, Use::Write)?;
    let story = Story::parse(STORY)?;
    let meeting = story.meeting.clone();

    stage.screen(&screens::welcome(&without_password(&settings.journal)))?;
    let (chapters, missed) = played(&app, story, &look).await?;
    anyhow::ensure!(missed.is_empty(), "the demonstration went wrong: {}", missed.join("; "));
    stage.screen(&screens::first_paper(&app, &meeting).await?)?;
    for chapter in chapters {
        stage.screen(&chapter)?;
    }
    stage.screen(&screens::answers(&app, &meeting).await?)?;
    stage.screen(&proof::screen(&app, &meeting).await?)?;

    let count = write_papers(&app, &meeting, &args.papers).await?;
    let copy = practice::copy(&app, &meeting, &folder).await?;
    let papers = args.papers.display().to_string().trim_end_matches('/').to_owned();
    stage.print(&screens::your_turn(&papers, count, &copy))?;
    if !is_terminal {
        stage.print(&screens::without_a_terminal(&copy.journal))?;
        return Ok(ExitCode::SUCCESS);
    }
    let Some(seat) = choose_seat()? else { return Ok(ExitCode::SUCCESS) };
    stage.print(&screens::first_words(seat))?;
    let mut practice = settings.clone();
    practice.journal.clone_from(&copy.journal);
    sit(&copy.app, &practice, &meeting, seat_speaker(seat)).await
}

/// Plays the story and tells it chapter by chapter.
async fn played(app: &App, story: Story, look: &Look) -> Result<(Vec<String>, Vec<String>)> {
    let mut player = Player::new(app, story).await?;
    let mut narrator = screens::Narrator::new(look.clone());
    let mut missed = Vec::new();
    for index in 0..player.story().lines.len() {
        let Some(played) = player.play(index).await? else { break };
        missed.extend(played.missed.iter().cloned());
        narrator.tell(&played);
    }
    Ok((narrator.chapters(), missed))
}

/// Prints screens, and on a terminal waits between them.
struct Stage {
    is_terminal: bool,
    is_skipped: bool,
}

impl Stage {
    fn print(&self, text: &str) -> Result<()> {
        crate::commands::print_out(text)
    }

    fn screen(&mut self, text: &str) -> Result<()> {
        if self.is_skipped {
            return Ok(());
        }
        self.print(text)?;
        if self.is_terminal {
            self.print("\n  [Press Enter to continue, or s and Enter to skip to your turn] ")?;
            let typed = typed_line()?;
            self.is_skipped = typed.is_none_or(|typed| typed.trim().eq_ignore_ascii_case("s"));
        }
        self.print("\n")
    }
}

/// What is typed next, also with keys that send no text; `None` at the end.
fn typed_line() -> Result<Option<String>> {
    let mut typed = Vec::new();
    let read = stdin().lock().read_until(b'\n', &mut typed)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&typed).into_owned()))
}

/// The seats of the practice meeting, in the order of their numbers.
const SEATS: [&str; 6] = ["chair", "secretariat", "chile", "expert", "observer", "reader"];

fn choose_seat() -> Result<Option<&'static str>> {
    loop {
        crate::commands::print_out("\n  Choose a seat, 1 to 6 (q to leave): ")?;
        let Some(typed) = typed_line()? else { return Ok(None) };
        let typed = typed.trim().to_lowercase();
        if matches!(typed.as_str(), "q" | "quit" | "exit") {
            return Ok(None);
        }
        let chosen = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let by_name = SEATS.iter().copied().find(|seat| *seat == typed);
        if let Some(seat) = chosen.and_then(|index| SEATS.get(index).copied()).or(by_name) {
            return Ok(Some(seat));
        }
        let again = "  That is not a seat. Please type a number from 1 to 6.\n";
        crate::commands::print_out(again)?;
    }
}

fn seat_speaker(seat: &str) -> Speaker {
    speaker(seat)
}

/// Writes the papers of the meeting as files; answers how many.
async fn write_papers(app: &App, meeting: &str, folder: &Path) -> Result<usize> {
    use PaperName::{Agenda, Comparison, History, Participants, Record};
    std::fs::create_dir_all(folder)
        .with_context(|| format!("could not create the folder {}", folder.display()))?;
    let views = app.service.views(meeting, Freshness::Current).await?;
    let entries = app.service.certified(meeting).await?;
    let readers = Readers::Delegations;
    let sheet = Sheet { views: &views, entries: &entries, readers, lang: None };
    let first = views.agenda.editions().first().map(|edition| edition.symbol.to_string());
    let first = first.unwrap_or_default();
    let revision = views.agenda.in_force().map(|edition| edition.symbol.to_string());
    let revision = revision.unwrap_or_default();
    let wanted = [
        (Agenda, first.as_str(), Format::Text),
        (Agenda, first.as_str(), Format::Html),
        (Agenda, revision.as_str(), Format::Text),
        (Agenda, revision.as_str(), Format::Html),
        (Comparison, revision.as_str(), Format::Html),
        (Participants, "", Format::Html),
        (Record, "", Format::Html),
        (History, "", Format::Html),
    ];
    for (name, symbol, format) in wanted {
        let symbol = (!symbol.is_empty()).then_some(symbol);
        let paper = paper(&sheet, name, symbol)?;
        let file: PathBuf = folder.join(format!("{}.{}", paper.name, format.extension()));
        std::fs::write(&file, plenary_documents::print(&paper, format))
            .with_context(|| format!("the paper {} cannot be written", file.display()))?;
    }
    Ok(wanted.len())
}
