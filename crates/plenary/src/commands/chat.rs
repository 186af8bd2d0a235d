//! `plenary chat`: the desk at this terminal, or for lines from a pipe.

use std::io::{IsTerminal, stdin, stdout};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use plenary_chat::Speaker;
use plenary_service::{Clock, Freshness, SetClock, SystemClock};
use plenary_terminal::{Look, pipe, session};

use super::{counted, no_meeting};
use crate::seat_session::SeatSession;
use crate::settings::Settings;
use crate::story::player::speaker;
use crate::wiring::{App, Use};

/// The account of whoever sits at this terminal without a name.
const NAMELESS: &str = "reader";

/// The person who runs the installation.
const OPERATOR: &str = "operator";

/// Sits down in a meeting.
pub(crate) async fn run(
    settings: &Settings,
    meeting: &str,
    seat: Option<&str>,
) -> Result<ExitCode> {
    let now = SetClock::running(SystemClock.now());
    // Only the operator opens a meeting, so only the operator may begin a journal.
    let usage = if seat == Some(OPERATOR) { Use::Write } else { Use::Existing };
    let app = App::open_with(settings, usage, now)?;
    app.check_keys(settings).await?;
    // A practice meeting goes on from where its history ends.
    let views = app.service.views(meeting, Freshness::Current).await?;
    let practice = views.meeting.convened.as_ref().is_some_and(|c| c.clock.is_some());
    if let Some(at) = views.at.filter(|_| practice) {
        app.clock.set(at.timestamp());
    }
    if usage == Use::Existing && views.meeting.convened.is_none() {
        let why = no_meeting(&app, meeting).await;
        anyhow::bail!("{why}. The operator can convene it: --as {OPERATOR}");
    }
    let seat = seat.unwrap_or(NAMELESS);
    anyhow::ensure!(
        !seat.is_empty()
            && seat.len() <= 40
            && seat.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
        "--as {seat:?} is not a valid account name. Use 1 to 40 lower-case letters (a to z), \
         digits and hyphens"
    );
    sit(&app, settings, meeting, speaker(seat)).await
}

/// Talks from a seat until the person or the pipe ends.
pub(crate) async fn sit(
    app: &App,
    settings: &Settings,
    meeting: &str,
    speaker: Speaker,
) -> Result<ExitCode> {
    let lang = settings.language()?;
    let session = Arc::new(SeatSession::sit(app, meeting, speaker, lang).await?);
    if stdin().is_terminal() && stdout().is_terminal() {
        let look = Look { colour: wants_colour(), ..Look::default() };
        let shown = session::Seat { look, history: None };
        let ended = session::run(session, shown).await?;
        return Ok(ExitCode::from(ended.code()));
    }
    let input = tokio::io::BufReader::new(tokio::io::stdin());
    let piped = pipe::run(session, &Look::default(), input, tokio::io::stdout()).await?;
    if piped.is_cut {
        let commands = counted(piped.said as u64, "command was", "commands were");
        anyhow::bail!(
            "nobody reads the replies any more. {commands} given; the lines after that were not. \
             Check what became of the last one before you repeat it"
        );
    }
    Ok(if piped.refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Colours unless the person said otherwise (no-color.org) or the terminal has none.
pub(crate) fn wants_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        && std::env::var("TERM").is_ok_and(|term| term != "dumb")
}
