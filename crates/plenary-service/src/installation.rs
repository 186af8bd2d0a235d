//! The installation's secret, made when something is first written and not before.

use std::sync::{Arc, OnceLock};

use plenary_journal::{Keyring, Secret};

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
