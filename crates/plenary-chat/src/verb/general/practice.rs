//! `practice until 2007-11-19 09:00`: moves the clock of a practice meeting on.

use plenary_domain::moment;

use crate::verb::kit::*;

pub(super) static VERB: Verb = Verb::new(&help::PRACTICE_UNTIL, EVERYBODY, means)
    .args(&[Arg::rest("when"), Arg::named("meeting", ArgKind::Meeting)])
    .in_practice_only();

/// By the clock of the meeting's place; without a time 09:00.
fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let typed = args.required("when").trim();
    let bad = || ParseError::bad("when", typed, messages::EXPECTED_PRACTICE);
    let (day, time) = typed.split_once(' ').unwrap_or((typed, "09:00"));
    let (day, time) = day.parse().ok().zip(time.trim().parse().ok()).ok_or_else(bad)?;
    let zone = context.views.meeting.zone_name();
    moment::local_moment(day, time, zone).map(Intent::Practice).ok_or_else(bad)
}
