//! The record, the history, and what a check of the chain found.

use plenary_documents::{Certified, history as history_paper, record as record_paper};
use plenary_domain::projection::disclosure::circle;
use plenary_service::service::CertifiedEntry;

use super::Room;
use crate::reply::{Part, Reply, Tone};
use crate::say::say;

/// The record as far as the asker may read.
pub(super) fn record(room: &Room<'_>) -> Reply {
    let paper = record_paper::paper(room.views, &room.reader, room.lang);
    Reply::default().with(Part::Paper(Box::new(paper)))
}

/// Every entry with its digest.
pub(crate) fn history(room: &Room<'_>, entries: &[CertifiedEntry]) -> Reply {
    let certified: Vec<Certified<'_>> = entries
        .iter()
        .map(|certified| Certified {
            entry: &certified.entry,
            kind: certified.entry.event.kind(),
            digest: &certified.digest,
            withheld: !circle(room.views, &certified.entry).include(room.reader.circle),
        })
        .collect();
    let paper = history_paper::paper(room.views, &certified, room.lang);
    Reply::default().with(Part::Paper(Box::new(paper)))
}

/// The chain holds.
pub(crate) fn checked(room: &Room<'_>, head: &str) -> Reply {
    let count = head.split(':').next().unwrap_or_default();
    Reply::text(Tone::Shown, say!(room.lang, "record-unbroken", count = count, head = head))
}

/// The chain does not hold, or the head given is another.
pub(crate) fn check_failed(room: &Room<'_>, why: &str) -> Reply {
    Reply::text(Tone::Failed, say!(room.lang, "record-broken", why = why))
}
