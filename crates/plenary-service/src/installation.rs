//! The installation's secret, made when something is first written and not before.

use std::sync::{Arc, OnceLock};

use plenary_journal::keyring::KeyringError;
use plenary_journal::{Journal, Keyring, Secret, StoredEntry, digest};

use crate::outcome::Failure;

/// The secret from which salts and one-time codes are derived.
pub(crate) struct InstallationSecret {
    keyring: Arc<dyn Keyring>,
    known: OnceLock<Secret>,
}

impl InstallationSecret {
    pub(crate) fn of(keyring: Arc<dyn Keyring>) -> Self {
        Self { keyring, known: OnceLock::new() }
    }

    /// The secret; the keyring makes it on first use.
    pub(crate) fn get(&self) -> Result<Secret, Failure> {
        if let Some(secret) = self.known.get() {
            return Ok(secret.clone());
        }
        let secret = self.keyring.secret()?;
        Ok(self.known.get_or_init(|| secret).clone())
    }
}

/// Whether the keys are those with which this installation wrote its own streams.
pub(crate) async fn check(keyring: &dyn Keyring, journal: &dyn Journal) -> Result<(), Failure> {
    let secret = keyring.existing_secret()?;
    for found in journal.streams().await? {
        let stream = found.stream;
        if stream.meeting_slug().is_some() {
            continue;
        }
        let first = journal.read(&stream, 1, 1).await?;
        let fits = |entry: &StoredEntry| {
            let salt = secret.as_ref().map(|secret| digest::salt(secret.as_bytes(), &entry.id));
            salt == Some(entry.salt)
        };
        if !first.iter().all(fits) {
            return Err(KeyringError::Foreign { stream }.into());
        }
    }
    Ok(())
}
