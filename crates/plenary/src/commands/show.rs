//! `plenary show`: a view, for people as text and for programs as JSON.

use std::process::ExitCode;

use anyhow::{Context, Result};
use plenary_documents::{Format, data, print};
use plenary_domain::projection::disclosure;
use plenary_domain::{Entry, Reader, Views};
use plenary_service::service::CertifiedEntry;
use serde_json::{Value, json};

use super::paper::{Sheet, paper};
use super::{print_out, views_of};
use crate::arguments::{PaperName, ShowArgs, ShowFormat, ViewName};
use crate::settings::Settings;
use crate::wiring::{App, Use};

/// Shows a view.
pub(crate) async fn run(settings: &Settings, args: &ShowArgs) -> Result<ExitCode> {
    let app = App::open(settings, Use::Read)?;
    let (views, as_of) = views_of(&app, &args.meeting, args.as_of.as_deref()).await?;
    let mut entries = app.service.certified(&args.meeting).await?;
    if let Some(as_of) = as_of {
        entries.retain(|certified| as_of.includes(&certified.entry));
    }
    let readers = args.readers;
    let sheet = Sheet { views: &views, entries: &entries, readers, lang: None };
    let text = match args.format {
        ShowFormat::Text => text(&sheet, args.view)?,
        ShowFormat::Json => format!("{:#}\n", value(&sheet, &views, args.view)?),
    };
    print_out(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn text(sheet: &Sheet<'_>, view: ViewName) -> Result<String> {
    let name = match view {
        ViewName::Agenda => PaperName::Agenda,
        ViewName::Participants => PaperName::Participants,
        ViewName::History => PaperName::History,
        ViewName::Comments => return Ok(plenary_chat::comments_text(sheet.views, sheet.readers)),
        ViewName::Editions => return Ok(plenary_chat::editions_text(sheet.views, sheet.readers)),
    };
    Ok(print(&paper(sheet, name, None)?, Format::Text))
}

fn value(sheet: &Sheet<'_>, views: &Views, view: ViewName) -> Result<Value> {
    let reader = Reader::of(sheet.readers);
    let shown = match view {
        ViewName::Agenda => {
            let edition = views.agenda.in_force().context("no agenda has been issued yet")?;
            data::agenda(views, &reader, edition)
        }
        ViewName::Participants => data::roster(views, &reader),
        ViewName::Comments => data::comments(views, &reader),
        ViewName::Editions => data::editions(views, &reader),
        ViewName::History => history(sheet),
    };
    let is_shown = |certified: &&CertifiedEntry| is_shown(sheet, &certified.entry);
    let at = sheet.entries.iter().rfind(is_shown).map(|shown| shown.entry.at.to_string());
    Ok(json!({ "as_of": { "entry": views.number, "at": at }, "view": shown }))
}

fn is_shown(sheet: &Sheet<'_>, entry: &Entry) -> bool {
    disclosure::circle(sheet.views, entry).include(sheet.readers)
}

fn history(sheet: &Sheet<'_>) -> Value {
    let lines = sheet.entries.iter().map(|certified| {
        let (entry, digest) = (&certified.entry, &certified.digest);
        if !is_shown(sheet, entry) {
            return json!({ "number": entry.number, "digest": digest, "withheld": true });
        }
        json!({
            "number": entry.number,
            "at": entry.at.to_string(),
            "kind": entry.event.kind(),
            "capacity": entry.actor.capacity.word(),
            "person": entry.actor.person.map(|person| person.to_string()),
            "delegation": entry.actor.delegation.as_ref().map(|code| code.as_str()),
            "acting_for": entry.actor.acting_for.as_ref().map(|code| code.as_str()),
            "digest": digest,
            "withheld": false,
        })
    });
    Value::Array(lines.collect())
}
