//! What may be a slip: asked about before it is done, never refused.

use jiff::civil::Date;
use plenary_documents::words;
use plenary_domain::{Received, Views};

use super::intent::Question;
use super::kit::*;

/// Whether something is said to have been received before anybody was asked for it.
pub(super) fn of_receipt(received: Option<&Received>, views: &Views) -> Option<Question> {
    let (received, issued) = early(received, views)?;
    Some(Question::OlderThanNote { received, issued })
}

/// The same in words, for a text that is shown to its author anyway.
pub(super) fn in_words(cx: &RenderContext<'_>, received: Option<&Received>) -> Option<String> {
    early(received, cx.views).map(|(received, issued)| said(cx, received, issued))
}

/// When it was received, and when the first note was issued, if that was later.
fn early(received: Option<&Received>, views: &Views) -> Option<(Date, Date)> {
    let received = received?.date;
    let asking = views.agenda.editions().iter().find(|edition| edition.with_note);
    let issued = asking?.issued.as_ref()?.at.date_in(&views.meeting.zone());
    (received < issued).then_some((received, issued))
}

/// The doubt in words.
pub(super) fn said(cx: &RenderContext<'_>, received: Date, issued: Date) -> String {
    let day = |date| words::running_date(date, cx.lang);
    messages::DoubtOlder { received: day(received), issued: day(issued) }.say(cx)
}
