//! The record, the history, and what a check of the chain found.

use plenary_documents::{Certified, history as history_paper, record as record_paper};
use plenary_domain::projection::disclosure::circle;
use plenary_service::service::CertifiedEntry;

use super::RenderContext;
use crate::response::{Part, Response, Tone};
use crate::say::say;

/// The record as far as the asker may read.
pub(super) fn record(cx: &RenderContext<'_>) -> Response {
    let paper = record_paper::paper(cx.views, &cx.reader, cx.lang);
    Response::default().with(Part::Paper(Box::new(paper)))
}

/// Every entry with its digest.
pub(crate) fn history(cx: &RenderContext<'_>, entries: &[CertifiedEntry]) -> Response {
    let certified: Vec<Certified<'_>> = entries
        .iter()
        .map(|certified| Certified {
            entry: &certified.entry,
            digest: &certified.digest,
            withheld: !circle(cx.views, &certified.entry).include(cx.reader.circle),
        })
        .collect();
    let paper = history_paper::paper(cx.views, &certified, cx.lang);
    Response::default().with(Part::Paper(Box::new(paper)))
}

/// The chain holds.
pub(crate) fn checked(cx: &RenderContext<'_>, head: &str) -> Response {
    let count = head.split(':').next().unwrap_or_default();
    Response::text(Tone::Shown, say!(cx.lang, "record-unbroken", count = count, head = head))
}

/// The chain does not hold, or the head given is another.
pub(crate) fn check_failed(cx: &RenderContext<'_>, why: &str) -> Response {
    Response::text(Tone::Failed, say!(cx.lang, "record-broken", why = why))
}
