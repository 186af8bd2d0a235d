//! One node: it asks for the right user, says who leads, and serves what it is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use data_encoding::BASE64;
use tonic::Status;
use tonic::metadata::MetadataMap;

use crate::fault::Faults;
use crate::log::Log;
use crate::refusal;

/// What the nodes of a cluster share.
pub(crate) struct Shared {
    pub(crate) log: Arc<Log>,
    pub(crate) faults: Arc<Faults>,
    pub(crate) host: String,
    pub(crate) ports: Vec<u16>,
    pub(crate) up: Vec<AtomicBool>,
    pub(crate) leader: AtomicUsize,
    /// User and password, when they are asked for.
    pub(crate) user: Option<(String, String)>,
    pub(crate) append_bytes_max: usize,
    pub(crate) event_bytes_max: Option<usize>,
    pub(crate) reads_all: bool,
    /// Nodes that are cut off from the others.
    pub(crate) silent: Vec<AtomicBool>,
}

impl Shared {
    pub(crate) fn leader(&self) -> usize {
        self.leader.load(Ordering::SeqCst)
    }

    pub(crate) fn is_silent(&self, index: usize) -> bool {
        self.silent.get(index).is_some_and(|silent| silent.load(Ordering::SeqCst))
    }

    pub(crate) fn is_up(&self, index: usize) -> bool {
        self.up.get(index).is_some_and(|up| up.load(Ordering::SeqCst))
    }
}

/// One node of the cluster.
#[derive(Clone)]
pub(crate) struct Node {
    pub(crate) index: usize,
    pub(crate) shared: Arc<Shared>,
}

impl Node {
    /// Lets a request in, or says who should be asked instead.
    pub(crate) fn admit(&self, metadata: &MetadataMap) -> Result<(), Status> {
        self.check_user(metadata)?;
        let wants_leader = metadata.get("requires-leader").is_some_and(|said| said == "true");
        let leader = self.shared.leader();
        match self.shared.ports.get(leader) {
            Some(port) if wants_leader && leader != self.index => {
                Err(refusal::not_leader(&self.shared.host, *port))
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn check_user(&self, metadata: &MetadataMap) -> Result<(), Status> {
        let Some((user, password)) = &self.shared.user else { return Ok(()) };
        let right = format!("Basic {}", BASE64.encode(format!("{user}:{password}").as_bytes()));
        match metadata.get("authorization") {
            Some(said) if said == right.as_str() => Ok(()),
            _ => Err(refusal::unauthenticated()),
        }
    }
}
