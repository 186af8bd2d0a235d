//! `plenary export`, `import`, `verify`: a meeting's history as a file, and whether it is whole.

use std::io::{BufReader, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use plenary_documents::agenda;
use plenary_domain::{Readers, Views};
use plenary_journal::{JournalError, StreamName};
use plenary_service::Freshness;
use plenary_service::archive::{self, ArchiveError};

use super::{counted, no_meeting, print_out};
use crate::settings::Settings;
use crate::wiring::{App, Use};

/// Writes a meeting's history to standard output.
pub(crate) async fn export(
    settings: &Settings,
    meeting: &str,
    readers: Option<Readers>,
) -> Result<ExitCode> {
    let app = App::open(settings, Use::Read)?;
    if app.service.views(meeting, Freshness::Current).await?.number == 0 {
        return Err(no_meeting(&app, meeting).await);
    }
    // Written to memory first: an export that fails leaves no half of a file that looks whole.
    let mut bytes = Vec::new();
    archive::export(&app.service, meeting, readers, &mut bytes).await?;
    let mut output = BufWriter::new(std::io::stdout().lock());
    output.write_all(&bytes)?;
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Stores an exported history.
pub(crate) async fn import(settings: &Settings, file: &Path) -> Result<ExitCode> {
    let input = std::fs::File::open(file)
        .with_context(|| format!("the export {} cannot be read", file.display()))?;
    let app = App::open(settings, Use::Write)?;
    app.check_keys(settings).await?;
    let heads = match archive::import(&app.service, BufReader::new(input), &approved).await {
        Ok(heads) => heads,
        Err(error @ ArchiveError::Partly(..)) => return Err(error.into()),
        Err(error) => bail!("{error}. Nothing was stored"),
    };
    for (stream, head) in heads {
        print_out(&format!(
            "{stream}: {} entries. Head: {}:{}\n",
            head.number, head.number, head.digest
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Each approved edition prints as the words that the Chair approved.
fn approved(views: &Views) -> Result<(), String> {
    for edition in views.agenda.editions() {
        let Some(approval) = &edition.approved else { continue };
        let (text_form, _, sha256) = agenda::text_form(views, edition);
        if text_form == approval.text_form && sha256 != approval.text_sha256 {
            return Err(format!("the text of {} is not the one that was approved", edition.symbol));
        }
    }
    Ok(())
}

/// Verifies one meeting or every stream.
pub(crate) async fn verify(
    settings: &Settings,
    meeting: Option<&str>,
    head: Option<&str>,
) -> Result<ExitCode> {
    let app = App::open(settings, Use::Read)?;
    let kept = match head {
        None => None,
        Some(text) => Some(archive::parse_head(text).with_context(|| {
            format!("--head {text:?} is not valid. Write NUMBER:DIGEST, as papers print it")
        })?),
    };
    let streams = match meeting {
        Some(slug) => vec![StreamName::meeting(slug)?],
        None => {
            let all = app.service.ports().journal.streams().await?;
            all.into_iter().map(|found| found.stream).collect()
        }
    };
    if streams.is_empty() {
        print_out("This journal is empty.\n")?;
    }
    let contradiction = match app.service.ports().journal.check().await {
        Ok(()) => None,
        Err(error @ JournalError::Damaged { .. }) => Some(error),
        Err(error) => return Err(error.into()),
    };
    let mut is_whole = true;
    for stream in &streams {
        match archive::verify(&app.service, stream, kept.as_ref()).await {
            Ok(verified) if meeting.is_some() && verified.head.number == 0 => {
                return Err(no_meeting(&app, meeting.unwrap_or_default()).await);
            }
            Ok(verified) => {
                let (number, digest) = (verified.head.number, verified.head.digest);
                let entries = counted(number, "entry", "entries");
                let found = format!("{entries}, none altered or lost");
                print_out(&format!("{stream}: {found}. Head: {number}:{digest}\n"))?;
                is_whole &= are_approved_texts_the_same(&app, stream).await?;
            }
            // A store that is away says nothing of what it holds.
            Err(ArchiveError::Failed(failure)) if failure.away().is_some() => {
                return Err(failure.into());
            }
            Err(error) => {
                is_whole = false;
                let found = if error.is_newer() { "not fully checked" } else { "DAMAGED" };
                print_out(&format!("{stream}: {found}: {}\n", at_its_entry(&error)))?;
            }
        }
    }
    // What a stream itself could not show: an index, or the end of one that nobody asked about.
    if let Some(error) = contradiction
        && (is_whole || matches!(&error, JournalError::Damaged { number: 0, .. }))
    {
        is_whole = false;
        print_out(&format!("DAMAGED: {error}\n"))?;
    }
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is wrong, without the name of the stream, which the line has said.
fn at_its_entry(error: &ArchiveError) -> String {
    match error {
        ArchiveError::Broken(broken) => format!("entry {} {}", broken.number, broken.why),
        other => other.to_string(),
    }
}

/// Renders every approved edition again: its text must have the digest that the chair approved.
async fn are_approved_texts_the_same(app: &App, stream: &StreamName) -> Result<bool> {
    let Some(slug) = stream.meeting_slug() else { return Ok(true) };
    let views = app.service.views(slug, Freshness::Current).await?;
    let mut are_same = true;
    for edition in views.agenda.editions() {
        let Some(approval) = &edition.approved else { continue };
        let (text_form, _, sha256) = agenda::text_form(&views, edition);
        let found = if text_form != approval.text_form {
            "approved in a text form that this version cannot print, so not compared"
        } else if sha256 == approval.text_sha256 {
            "the text is the one that was approved"
        } else {
            are_same = false;
            "DAMAGED: the text is not the one that was approved"
        };
        print_out(&format!("  {}: {found} (sha256 {})\n", edition.symbol, approval.text_sha256))?;
    }
    Ok(are_same)
}
