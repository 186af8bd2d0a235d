//! Random as a port: the machine's for real use, a seeded one for tests and stories.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::digest::keyed_hash;

/// The machine gave no random.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this machine provides no random numbers: {0}")]
pub struct RandomError(pub String);

/// Where keys, secrets and random names come from.
pub trait Random: Send + Sync {
    /// Fills `bytes` with random, or fails and leaves them unusable.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError>;
}

/// The operating system's random.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        getrandom::fill(bytes).map_err(|error| RandomError(error.to_string()))
    }
}

/// The same bytes for the same seed, for tests and stories; never for real keys.
///
/// Block n is HMAC-SHA-256(seed, n), both as u64 big-endian; every fill begins a new block.
#[derive(Debug)]
pub struct SeededRandom {
    seed: [u8; 8],
    block: AtomicU64,
}

impl SeededRandom {
    /// Random that is decided by `seed` alone.
    pub fn new(seed: u64) -> Self {
        Self { seed: seed.to_be_bytes(), block: AtomicU64::new(0) }
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomError> {
        for chunk in bytes.chunks_mut(32) {
            let block = self.block.fetch_add(1, Ordering::Relaxed).to_be_bytes();
            for (to, from) in chunk.iter_mut().zip(keyed_hash(&self.seed, &block)) {
                *to = from;
            }
        }
        Ok(())
    }
}
