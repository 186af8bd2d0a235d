//! `plenary journal`: a whole journal, whatever store it is in: what it holds, and moving it.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Context, Result};
use plenary_journal::copy::{self, Progress};

use super::print_out;
use crate::settings::{Address, Settings};
use crate::wiring::{Use, open_journal};

/// How wide the bar is.
const BAR_CHARS: u64 = 32;

/// Copies a journal into another store.
pub(crate) async fn copy(settings: &Settings, from: &str, to: &str) -> Result<ExitCode> {
    let open = |text: &str, usage, option: &str| -> Result<_> {
        let address = Address::parse(text).with_context(|| option.to_owned())?;
        open_journal(&address, settings.max_pages, usage).with_context(|| option.to_owned())
    };
    anyhow::ensure!(from != to, "--from and --to are the same journal");
    let source = open(from, Use::Read, "--from")?;
    let target = open(to, Use::Write, "--to")?;
    let is_terminal = std::io::stderr().is_terminal();
    let mut told = |progress| {
        if is_terminal {
            eprint!("\r{}", bar(progress));
        }
    };
    let copied = copy::copy(&*source, &*target, &mut told).await;
    if is_terminal {
        eprintln!();
    }
    let copied = copied.context("the copy stopped; the same command goes on from there")?;
    let mut text = String::new();
    for (stream, head) in &copied.heads {
        let (number, digest) = (head.number, head.digest);
        text.push_str(&format!("{stream}: {number} entries, the same. Head: {number}:{digest}\n"));
    }
    text.push_str(&format!(
        "{} entries were copied now. Keys are in no journal: move them by plenary keys.\n",
        copied.written
    ));
    print_out(&text)?;
    Ok(ExitCode::SUCCESS)
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
    text.push_str(&format!(
        "{meetings} meetings and {} other streams, {entries} entries.\n",
        streams.len() - meetings
    ));
    for found in &streams {
        let (number, digest) = (found.head.number, found.head.digest);
        text.push_str(&format!("{}: {number} entries. Head: {number}:{digest}\n", found.stream));
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
    format!("{what} [{line:-<width$}] {done} of {total} entries")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_up() {
        assert!(bar(Progress::Copied(0, 0)).contains(&"#".repeat(32)));
        assert!(bar(Progress::Copied(1, 2)).contains("################----------------] 1 of 2"));
    }
}
