//! Keys in memory, for tests, stories and the simulation. They end with the process.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{KEY_BYTES, Key, KeyName, KeyState, Keyring, KeyringError, SECRET_NAME, Secret};
use crate::random::Random;

/// A keyring that is nowhere but in this process.
pub struct MemoryKeyring {
    random: Arc<dyn Random>,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    secret: Option<Secret>,
    keys: BTreeMap<KeyName, KeyState>,
}

impl MemoryKeyring {
    /// An empty keyring whose keys come from `random`.
    pub fn new(random: Arc<dyn Random>) -> Self {
        Self { random, kept: Mutex::default() }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // No call leaves the map half-changed, so what a panicking thread left is still right.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn bytes(&self) -> Result<[u8; KEY_BYTES], KeyringError> {
        let mut bytes = [0; KEY_BYTES];
        self.random.fill(&mut bytes)?;
        Ok(bytes)
    }
}

impl Keyring for MemoryKeyring {
    fn waits_for_disk(&self) -> bool {
        false
    }

    fn secret(&self) -> Result<Secret, KeyringError> {
        let mut kept = self.kept();
        if let Some(secret) = &kept.secret {
            return Ok(secret.clone());
        }
        let secret = Secret::new(self.bytes()?);
        kept.secret = Some(secret.clone());
        Ok(secret)
    }

    fn existing_secret(&self) -> Result<Option<Secret>, KeyringError> {
        Ok(self.kept().secret.clone())
    }

    fn key(&self, name: &KeyName) -> Result<KeyState, KeyringError> {
        Ok(self.kept().keys.get(name).cloned().unwrap_or(KeyState::Missing))
    }

    fn make(&self, name: &KeyName) -> Result<KeyState, KeyringError> {
        let mut kept = self.kept();
        if let Some(state) = kept.keys.get(name) {
            return Ok(state.clone());
        }
        let state = KeyState::Known(Key::new(self.bytes()?));
        kept.keys.insert(name.clone(), state.clone());
        Ok(state)
    }

    fn forget(&self, name: &KeyName) -> Result<(), KeyringError> {
        self.kept().keys.insert(name.clone(), KeyState::Forgotten);
        Ok(())
    }

    fn names(&self) -> Result<Vec<KeyName>, KeyringError> {
        Ok(self.kept().keys.keys().cloned().collect())
    }

    fn adopt(&self, name: &KeyName, key: &Key) -> Result<(), KeyringError> {
        let wanted = KeyState::Known(key.clone());
        let mut kept = self.kept();
        let found = kept.keys.entry(name.clone()).or_insert_with(|| wanted.clone());
        if *found == wanted { Ok(()) } else { Err(KeyringError::Different(name.to_string())) }
    }

    fn adopt_secret(&self, secret: &Secret) -> Result<(), KeyringError> {
        let mut kept = self.kept();
        let found = kept.secret.get_or_insert_with(|| secret.clone());
        if found == secret { Ok(()) } else { Err(KeyringError::Different(SECRET_NAME.into())) }
    }
}
