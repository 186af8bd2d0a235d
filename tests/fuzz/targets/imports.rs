//! Exports that somebody made: refused whole, or stored so that they are exported again as they
//! came.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use plenary_domain::Views;
use plenary_journal::{Journal, MemoryJournal, MemoryKeyring, SeededRandom};
use plenary_service::{Ports, Service, SetClock, SystemClock, archive};
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let random = Arc::new(SeededRandom::new(1));
        let keyring = Arc::new(MemoryKeyring::new(random.clone()));
        let clock = Arc::new(SetClock::standing("2026-11-27T12:00:00Z".parse().unwrap()));
        let journal = Arc::new(MemoryJournal::new());
        let ports = Ports {
            journal: journal.clone(),
            keyring,
            clock,
            machine: Arc::new(SystemClock),
            random,
        };
        let service = Service::new(ports).unwrap();
        let any = |_: &Views| Ok(());
        match archive::import(&service, data, &any).await {
            Err(_) => assert!(journal.streams().await.unwrap().is_empty(), "refused, and stored"),
            Ok(heads) => {
                for (stream, head) in heads {
                    let verified = archive::verify(&service, &stream, Some(&head)).await;
                    assert!(verified.is_ok(), "stored, and not whole");
                    let slug = stream.meeting_slug().expect("meetings only").to_owned();
                    let mut again = Vec::new();
                    archive::export(&service, &slug, None, &mut again).await.unwrap();
                    let came = lines(data);
                    for line in lines(&again) {
                        assert!(came.contains(&line), "exported otherwise than it came");
                    }
                }
            }
        }
    });
});

/// What the lines say; blanks between their fields say nothing.
fn lines(text: &[u8]) -> Vec<Value> {
    let lines = text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_slice(line).unwrap_or_default()).collect()
}
