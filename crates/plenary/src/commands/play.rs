//! `plenary play`: a story, line by line, with what everybody sees.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use plenary_chat::clean::clean;
use plenary_terminal::{Look, draw};

use super::print_out;
use crate::settings::Settings;
use crate::story::{Played, Player, Said, Story};
use crate::wiring::{App, Use};

/// Plays a story into the journal. Exits with 1 when something was not seen that was expected.
pub(crate) async fn run(settings: &Settings, file: &Path, quiet: bool) -> Result<ExitCode> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("the story {} cannot be read", file.display()))?;
    let story = Story::parse(&text)?;
    let app = App::open(settings, Use::Write)?;
    app.check_keys(settings).await?;
    let mut player = Player::new(&app, story).await?;
    let mut missed = Vec::new();
    for index in 0..player.story().lines.len() {
        let Some(played) = player.play(index).await? else { break };
        missed.extend(played.missed.iter().cloned());
        if !quiet {
            print_out(&told(&played, &Look::default()))?;
        }
    }
    for miss in &missed {
        eprintln!("plenary: {}", clean(&miss.to_string()));
    }
    let verified = plenary_service::archive::check(&app.service, &player.story().meeting, None);
    let found = match missed.len() {
        0 => "without a difference".to_owned(),
        count => format!("with {}", super::counted(count, "difference", "differences")),
    };
    print_out(&format!("The story was played {found}. Head: {}\n", verified.await?))?;
    Ok(if missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A line with its response, as a transcript shows it; codes are shown to nobody else.
pub(crate) fn told(played: &Played<'_>, look: &Look) -> String {
    let time = played.line.moment.time;
    let said = match &played.line.said {
        Said::Text(text) => text.lines().next().unwrap_or_default().to_owned(),
        Said::Label(label) => format!("[{label}]"),
    };
    let said = plenary_terminal::codes::masked(&said);
    let seat = &played.line.seat;
    let line = format!("{:02}:{:02} {seat}> {said}", time.hour(), time.minute());
    let mut text = String::new();
    for (index, row) in plenary_terminal::wrap::wrap(&line, look.columns).iter().enumerate() {
        text.push_str(&format!("{}{row}\n", if index == 0 { "" } else { "      " }));
    }
    if let Some(response) = &played.response {
        text.push_str(&indented(&draw::draw(response, look, 1).text));
    }
    text
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("      {line}\n")).collect()
}
