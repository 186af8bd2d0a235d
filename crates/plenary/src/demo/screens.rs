//! The screens of the demonstration, 80 columns, from the journal that the story was played into.

use anyhow::{Context, Result};
use plenary_documents::{agenda, print_wrapped};
use plenary_service::Freshness;
use plenary_terminal::Look;

use super::practice::Copy;
use crate::commands::play::told;
use crate::story::Played;
use crate::story::player::flat;
use crate::wiring::App;

/// The width of the screens.
const COLUMNS: usize = 80;
/// How many missing names a screen lists in one line before it wraps.
const LINE: &str = "────────────────────────────────────────────────────────────────────────────";

/// The first screen.
pub(super) fn welcome(journal: &str) -> String {
    format!(
        "\n  PLENARY\n  {LINE}\n\n  A practice meeting. The draft agenda is a real paper of \
         5 October 2007;\n  everything after it is invented, and so is every person and every act.\
         \n  Nothing leaves this machine.\n\n  Journal: {journal}\n"
    )
}

/// The paper itself, as it was issued.
pub(super) async fn first_paper(app: &App, meeting: &str) -> Result<String> {
    let views = app.service.views(meeting, Freshness::Current).await?;
    let edition = views.agenda.editions().first().context("no edition was prepared")?;
    let paper = agenda::paper(&views, edition, edition.original.words());
    let text = print_wrapped(&paper, COLUMNS - 4);
    let lines = text.lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n");
    Ok(lines.collect())
}

/// Who had nominated by the deadline, and what the revision changed.
pub(super) async fn answers(app: &App, meeting: &str) -> Result<String> {
    let views = app.service.views(meeting, Freshness::Current).await?;
    let zone = views.meeting.zone_name().to_owned();
    let as_of = plenary_chat::moment("2007-10-29", &zone).context("no such day")?;
    let then = app.service.views_as_of(meeting, as_of).await?;
    let (answered, silent) = then.reply.answered(then.meeting.delegations());
    let names: Vec<&str> = silent.iter().map(|line| line.name.as_str()).collect();
    let mut text = format!(
        "  At the deadline (29 October 2007, end of day in Washington):\n\n  {} of {} members had \
         nominated experts. These had not:\n",
        answered.len(),
        answered.len() + silent.len(),
    );
    text.push_str(&wrapped(&names.join(", ")));
    let edition = views.agenda.in_force().context("no agenda is in force")?;
    let paper = agenda::comparison(&views, edition, edition.original.words());
    text.push('\n');
    for line in print_wrapped(&paper, COLUMNS - 4).lines() {
        text.push_str(format!("  {line}").trim_end());
        text.push('\n');
    }
    Ok(text)
}

fn wrapped(text: &str) -> String {
    plenary_terminal::wrap::wrap(text, COLUMNS - 8)
        .iter()
        .map(|line| format!("    {line}\n"))
        .collect()
}

/// What is left to do: the papers, and a seat.
pub(super) fn your_turn(papers: &str, count: usize, copy: &Copy) -> String {
    let (journal, silent) = (&copy.journal, copy.silent);
    format!(
        "  {LINE}\n  Papers: {papers}/ ({count}). Open record.html or history.html in a \
         browser.\n\n  YOUR TURN. It is Monday 22 October 2007, 09:00 in Washington, \
         a week before\n  \
         the deadline. Your copy of the meeting:\n  {journal}\n\n  Choose a seat:\n  \
         1 Chair          approve CIBER-V/doc.1/07 rev. 1: paper approve\n  \
         2 Secretariat    {silent} members have not nominated experts yet: reply show\n  \
         3 Chile          nominate an expert, comment: reply nominate expert name:\"…\"\n  \
         4 Expert         comment for Brazil: comment VII …\n  \
         5 Observer       can read and comment, but not object\n  \
         6 Reader         has no seat: agenda show, record show\n"
    )
}

/// How to go on where there is no terminal.
pub(super) fn without_a_terminal(journal: &str) -> String {
    format!(
        "\n  There is no terminal here, so the demonstration ends. To open the meeting later:\n    \
         plenary chat ciber-v --journal {journal} --as chair\n"
    )
}

/// What to say first in a seat.
pub(super) fn first_words(seat: &str) -> String {
    let words = match seat {
        "chair" => "me · paper approve · comment list · help",
        "secretariat" => "reply show · agenda show view:draft · people list · help",
        "chile" => "me · reply nominate expert name:\"…\" · comment 7 … · help",
        "expert" | "observer" => "agenda show · comment VII … · me · help",
        _ => "agenda show · record show · meeting show · help",
    };
    format!(
        "\n  Try: {words}\n  `practice until 2007-11-19 09:00` moves the clock forward; `quit` \
         leaves.\n\n"
    )
}

/// Tells a played story chapter by chapter; lines like the one before are counted, not shown.
pub(super) struct Narrator {
    look: Look,
    chapters: Vec<String>,
    chapter: Option<String>,
    day: Option<jiff::civil::Date>,
    alike: usize,
}

impl Narrator {
    pub(super) fn new(look: Look) -> Self {
        let look = Look { columns: COLUMNS - 10, ..look };
        Self { look, chapters: Vec::new(), chapter: None, day: None, alike: 0 }
    }

    pub(super) fn tell(&mut self, played: &Played<'_>) {
        let line = played.line;
        if line.chapter != self.chapter || self.chapters.is_empty() {
            self.count();
            self.chapter.clone_from(&line.chapter);
            let title = line.chapter.clone().unwrap_or_default();
            self.chapters.push(format!("  {}\n  {LINE}\n", title.to_uppercase()));
            self.day = None;
        }
        if line.is_like_before {
            self.alike += 1;
            return;
        }
        self.count();
        if self.day != Some(line.moment.date) {
            self.day = Some(line.moment.date);
            self.push(&format!("\n  {}\n", line.moment.date.strftime("%A %-d %B %Y")));
        }
        self.push(&indented(&told(played, &self.look)));
        for (seat, response) in &played.heard {
            // One line a seat: who was told; the whole notice stands on that seat's own screen.
            let wanted = line.expected.iter().any(|expected| expected.seat == *seat);
            if wanted {
                let seen = format!("({seat} sees: {}", flat(response));
                let cut: String = seen.chars().take(COLUMNS - 10).collect();
                let mark = if cut == seen { "" } else { "…" };
                self.push(&format!("      {cut}{mark})\n"));
            }
        }
    }

    fn count(&mut self) {
        if self.alike > 0 {
            self.push(&format!("  (and {} more like this)\n", self.alike));
            self.alike = 0;
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(chapter) = self.chapters.last_mut() {
            chapter.push_str(text);
        }
    }

    pub(super) fn chapters(mut self) -> Vec<String> {
        self.count();
        self.chapters
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n").collect()
}
