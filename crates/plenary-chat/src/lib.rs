//! The desk: the language that people speak to Plenary on any platform, and what it answers.
//!
//! It never knows a platform, never decides a rule, and never shows an internal error. Everything
//! that it says stands in `locales/`; everything that can be said to it stands in one table of
//! verbs.
//!
//! Read first: [`line`] (what is heard), [`desk`] (a line's way to its response), [`verb`] (the
//! table; one file a verb), then `reading` (a line to a verb and its arguments).

#![deny(clippy::wildcard_enum_match_arm)]

pub mod action;
mod article;
pub mod clean;
pub mod desk;
mod desk_error;
pub mod form;
pub mod line;
pub mod messages;
pub mod platform;
pub mod press;
mod reading;
mod render;
pub mod response;
mod seats;
mod seen;
pub mod utterance;
pub mod verb;

pub use action::Action;
pub use desk::{Announcement, AnnouncementChannel, Choice, Desk, Heard, Recipient};
pub use form::{Form, FormField};
pub use line::{Input, Line, Speaker};
pub use plenary_domain::Language;
pub use plenary_service::{Channel, DraftId, Failure, RequestName};
pub use press::Press;
pub use response::{Audience, Button, Notice, Part, Response, Tone};
pub use utterance::Utterance;

use plenary_domain::{Actor, Capacity, Reader, Readers, Timestamp, Views};

/// The point in history that somebody typed: `2007-10-30 12:00` by the clock of `zone`, a moment
/// with its own zone, a day (its end), or `@41`; `None` when it is none of these.
pub fn moment(typed: &str, zone: &str) -> Option<plenary_service::AsOf> {
    verb::moment(typed, zone)
}

/// The comments that a circle of readers may read, as lines of text.
pub fn comments_text(views: &Views, readers: Readers) -> String {
    lines(views, readers, |cx| verb::comments(cx, None))
}

/// The editions that a circle of readers may see, as lines of text.
pub fn editions_text(views: &Views, readers: Readers) -> String {
    lines(views, readers, verb::papers)
}

fn lines(
    views: &Views,
    readers: Readers,
    view: impl FnOnce(&render::RenderContext<'_>) -> Response,
) -> String {
    let actor = Actor::nobody(Capacity::Reader);
    let mut cx = render::RenderContext::new(views, &actor, (Language::En, Timestamp::EARLIEST));
    cx.reader = Reader::of(readers);
    let response = view(&cx);
    let mut text = String::new();
    for part in &response.parts {
        match part {
            Part::Text(line) | Part::Heading(line) | Part::Quote(line) => {
                text.push_str(line);
                text.push('\n');
            }
            Part::List(points) => {
                for point in points {
                    text.push_str(&format!("- {point}\n"));
                }
            }
            Part::Numbered(points) => {
                for (number, point) in points {
                    text.push_str(&format!("{number}. {point}\n"));
                }
            }
            Part::Pointer { .. } | Part::Secret(_) | Part::Paper(_) => {}
        }
    }
    text
}
