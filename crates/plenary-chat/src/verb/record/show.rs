//! `record show`: the record so far.

use plenary_documents::{Certified, history as history_paper, record as record_paper};
use plenary_domain::projection::disclosure::circle;
use plenary_service::service::CertifiedEntry;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new(&help::RECORD_SHOW, EVERYBODY, means)
    .short(&["record"])
    .args(&[Arg::named("as-of", ArgKind::Moment)])
    .shared();

fn means(_: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::shows(show))
}

/// The record as far as the asker may read.
pub(in crate::verb) fn show(cx: &RenderContext<'_>) -> Response {
    let paper = record_paper::paper(cx.views, &cx.reader, cx.paper_lang);
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
    let paper = history_paper::paper(cx.views, &certified, &cx.reader, cx.paper_lang);
    Response::default().with(Part::Paper(Box::new(paper)))
}
