//! `plenary keys`: the keys of persons move only by hand (docs/stored-form.md, Keyring).

use std::io::{BufReader, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use plenary_journal::{FolderKeyring, SystemRandom, keyring};

use crate::settings::Settings;

fn folder(settings: &Settings) -> Result<FolderKeyring> {
    let folder = settings
        .key_folder()
        .context("a journal in memory has no keys to move; give --journal or --keys FOLDER")?;
    Ok(FolderKeyring::new(folder, Arc::new(SystemRandom)))
}

/// Writes all keys to standard output.
pub(crate) fn export(settings: &Settings) -> Result<ExitCode> {
    let keys = folder(settings)?;
    anyhow::ensure!(
        keys.folder().is_dir(),
        "there are no keys in {}; give the folder with --keys",
        keys.folder().display()
    );
    let mut output = std::io::stdout().lock();
    keyring::export(&keys, &mut output)?;
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Takes keys over from a file; nothing is changed when one of them is another here.
pub(crate) fn import(settings: &Settings, file: &Path) -> Result<ExitCode> {
    let input = std::fs::File::open(file)
        .with_context(|| format!("the keys {} cannot be read", file.display()))?;
    let count = keyring::import(&folder(settings)?, &mut BufReader::new(input))?;
    let kept = super::counted(count, "key", "keys");
    eprintln!("The keys were imported. The folder now has {kept}.");
    Ok(ExitCode::SUCCESS)
}
