//! The contract: on the stand-in, and on a real server when `PLENARY_TEST_ESDB` names one.

use std::sync::Arc;

use plenary_eventstore::{EventStoreJournal, EventStoreOptions};
use plenary_journal::{Journal, journal_contract};
use plenary_stand_in_eventstore::{Cluster, Options};

async fn journal() -> (Arc<dyn Journal>, Option<Cluster>) {
    let (address, cluster) = match std::env::var("PLENARY_TEST_ESDB") {
        Ok(address) => (address, None),
        Err(_) => {
            let cluster = Cluster::start(Options::default()).unwrap();
            (cluster.address(), Some(cluster))
        }
    };
    let journal = EventStoreJournal::open(&address, EventStoreOptions::default()).unwrap();
    (Arc::new(journal), cluster)
}

journal_contract!(journal);
