//! The screen that shows replay and tamper-evidence: nothing on it is asserted, all is computed.

use anyhow::{Context, Result};
use plenary_documents::{Format, print};
use plenary_domain::{Readers, Views};
use plenary_service::archive::ArchiveError;
use plenary_service::{Freshness, archive};
use plenary_terminal::wrap::wrap;

use crate::arguments::PaperName;
use crate::commands::paper::{Sheet, paper};
use crate::wiring::App;

/// The last noon before the deadline was over for everybody, by the clock of Washington.
const THEN: &str = "2007-10-30 12:00";

/// The width of a sentence on the screen.
const COLUMNS: usize = 74;

/// Replays the history twice, looks back, and changes one letter in a copy.
pub(super) async fn screen(app: &App, meeting: &str) -> Result<String> {
    let mut text = String::from("  Nothing is edited, nothing is lost\n\n");
    let first = papers(app, meeting).await?;
    let second = papers(app, meeting).await?;
    let same = if first == second { "identical" } else { "DIFFERENT" };
    text.push_str(&format!(
        "  The {} papers were computed twice from the history: {same} ({} bytes).\n",
        first.len(),
        first.iter().map(String::len).sum::<usize>(),
    ));
    let views = app.service.views(meeting, Freshness::Current).await?;
    let as_of = plenary_chat::moment(THEN, views.meeting.zone_name());
    let as_of = as_of.context("the moment of the demonstration cannot be read")?;
    let then = app.service.views_as_of(meeting, as_of).await?;
    let in_force = then.agenda.in_force().context("no agenda was in force then")?;
    text.push_str(&format!(
        "  At noon on 30 October 2007, {} was in force (entry {} of {}).\n",
        in_force.symbol, then.number, views.number,
    ));
    let whole = archive::check(&app.service, meeting, None).await?;
    text.push_str(&format!("  Checked: {} entries, none altered or lost.\n", views.number));
    let found = tampered(app, meeting).await?;
    let rows = wrap(&format!("One letter was changed in a copy. {found}"), COLUMNS);
    for (index, row) in rows.iter().enumerate() {
        text.push_str(&format!("  {}{row}\n", if index == 0 { "" } else { "  " }));
    }
    text.push_str(&format!("\n  Head: {whole}\n"));
    text.push_str(
        "  Keep this line in another place. With it, anyone can find out whether the last\n  \
         entries were removed.\n",
    );
    Ok(text)
}

/// All papers of the meeting, made from a fresh replay.
async fn papers(app: &App, meeting: &str) -> Result<Vec<String>> {
    let entries = app.service.certified(meeting).await?;
    let views = Views::replay(entries.iter().map(|certified| &certified.entry));
    let readers = Readers::Delegations;
    let sheet = Sheet { views: &views, entries: &entries, readers, lang: None };
    let mut all = Vec::new();
    for edition in views.agenda.editions().iter().filter(|edition| edition.issued.is_some()) {
        let symbol = edition.symbol.to_string();
        all.push(print(&paper(&sheet, PaperName::Agenda, Some(&symbol))?, Format::Text));
    }
    for name in [PaperName::Participants, PaperName::Record, PaperName::History] {
        all.push(print(&paper(&sheet, name, None)?, Format::Text));
    }
    Ok(all)
}

/// What the check says of an export in which one letter of a comment was changed.
async fn tampered(app: &App, meeting: &str) -> Result<String> {
    let mut bytes = Vec::new();
    archive::export(&app.service, meeting, None, &mut bytes).await?;
    let text = String::from_utf8(bytes).context("the export is not text")?;
    let changed = text.replacen("ten minutes", "tan minutes", 1);
    anyhow::ensure!(changed != text, "there is no such comment to change");
    match archive::read(changed.as_bytes()) {
        Ok(_) => Ok("Plenary DID NOT FIND IT.".to_owned()),
        Err(ArchiveError::Line { why, .. }) => Ok(format!("Plenary found it: {why}.")),
        Err(error) => Ok(format!("Plenary found it: {error}.")),
    }
}
