//! The contract: on the stand-in, and on a real server when `PLENARY_TEST_ESDB` names one.

use std::sync::Arc;

use plenary_eventstore::{EventStoreJournal, EventStoreOptions};
use plenary_journal::Journal;
use plenary_stand_in_eventstore::Cluster;
use plenary_testkit::journal_contract;

use crate::stage::store;

async fn journal() -> (Arc<dyn Journal>, Option<Cluster>) {
    let (address, cluster) = store();
    let journal = EventStoreJournal::open(&address, EventStoreOptions::default()).unwrap();
    (Arc::new(journal), cluster)
}

journal_contract!(journal);
