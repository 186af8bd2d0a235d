//! `plenary journal`: a whole journal, whatever store it is in: what it holds, and moving it.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use plenary_journal::Journal;
use plenary_journal::copy::{self, CopyError, Progress};

use super::{counted, print_out};
use crate::settings::{Address, Settings};
use crate::wiring::{Use, open_journal};

/// How wide the bar is.
const BAR_CHARS: u64 = 32;
/// What a copy that did not come to its end leaves to be done.
const GOES_ON: &str = "what was copied is kept; run the same command again to continue";
/// What a program exits with that Ctrl-C ended.
const INTERRUPTED: u8 = 130;

/// Copies a journal into another store.
pub(crate) async fn copy(settings: &Settings, from: &str, to: &str) -> Result<ExitCode> {
    anyhow::ensure!(from != to, "--from and --to are the same journal");
    let source = open(settings, (from, "--from"), Use::Read).await?;
    let target = open(settings, (to, "--to"), Use::Write).await?;
    let is_terminal = std::io::stderr().is_terminal();
    let mut told = |progress| {
        if is_terminal {
            eprint!("\r{}", bar(progress));
        }
    };
    let copying = copy::copy(&*source, &*target, &mut told);
    let copied = tokio::select! {
        copied = copying => Some(copied),
        _ = tokio::signal::ctrl_c() => None,
    };
    if is_terminal {
        eprintln!();
    }
    let Some(copied) = copied else {
        eprintln!("plenary: interrupted; {GOES_ON}");
        return Ok(ExitCode::from(INTERRUPTED));
    };
    let copied = match copied {
        Err(CopyError::Store(error)) => return Err(error).context(format!("stopped; {GOES_ON}")),
        // What is refused is refused again.
        copied => copied?,
    };
    let mut text = String::new();
    for (stream, head) in &copied.heads {
        let (number, digest) = (head.number, head.digest);
        let entries = counted(number, "entry", "entries");
        text.push_str(&format!(
            "{stream}: {entries}, identical in both. Head: {number}:{digest}\n"
        ));
    }
    text.push_str(&format!(
        "{} copied. Keys are not part of a journal; move them with plenary keys export and \
         plenary keys import.\n",
        counted(copied.written, "entry was", "entries were")
    ));
    print_out(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// Opens one side of a copy and asks it something, so that what is wrong with it names its option.
async fn open(
    settings: &Settings,
    (text, option): (&str, &str),
    usage: Use,
) -> Result<Arc<dyn Journal>> {
    let address = Address::parse(text).context(option.to_owned())?;
    let journal = open_journal(&address, settings.max_pages, usage);
    let journal = journal.with_context(|| option.to_owned())?;
    journal.read_all(None, 1).await.with_context(|| option.to_owned())?;
    Ok(journal)
}

/// Prints where the journal is and what it holds.
pub(crate) async fn status(settings: &Settings) -> Result<ExitCode> {
    let address = settings.address()?;
    let journal = open_journal(&address, settings.max_pages, Use::Read)?;
    let streams = journal.streams().await?;
    let mut text = format!("Journal: {address}\n");
    if let Some(keys) = settings.key_folder() {
        text.push_str(&format!("Keys: {}\n", keys.display()));
    }
    let meetings = streams.iter().filter(|found| found.stream.meeting_slug().is_some()).count();
    let entries: u64 = streams.iter().map(|found| found.head.number).sum();
    let others = counted(streams.len() - meetings, "other stream", "other streams");
    let meetings = counted(meetings, "meeting", "meetings");
    let entries = counted(entries, "entry", "entries");
    text.push_str(&format!("{meetings} and {others}, {entries}.\n"));
    for found in &streams {
        let (number, digest) = (found.head.number, found.head.digest);
        let (stream, entries) = (&found.stream, counted(number, "entry", "entries"));
        text.push_str(&format!("{stream}: {entries}. Head: {number}:{digest}\n"));
    }
    print_out(&text)?;
    std::io::stdout().flush()?;
    Ok(ExitCode::SUCCESS)
}

fn bar(progress: Progress) -> String {
    let (what, done, total) = match progress {
        Progress::Copied(done, total) => ("copied  ", done, total),
        Progress::Compared(done, total) => ("compared", done, total),
    };
    let filled = (BAR_CHARS * done).checked_div(total).unwrap_or(BAR_CHARS);
    let width = usize::try_from(BAR_CHARS).unwrap_or_default();
    let line = "#".repeat(usize::try_from(filled).unwrap_or_default());
    // Each bar is as long as the one that it is written over.
    let digits = total.to_string().len();
    format!("{what} [{line:-<width$}] {done:>digits$} of {total} entries")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_up() {
        assert!(bar(Progress::Copied(0, 0)).contains(&"#".repeat(32)));
        assert!(bar(Progress::Copied(1, 2)).contains("################----------------] 1 of 2"));
    }

    #[test]
    fn every_bar_covers_the_one_before() {
        let first = bar(Progress::Copied(1_000, 1_000));
        assert_eq!(bar(Progress::Compared(9, 1_000)).len(), first.len());
    }
}
