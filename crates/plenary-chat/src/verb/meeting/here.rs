//! `meeting here`: makes a channel the place of a meeting.

use plenary_domain::Capacity::{Chair, Secretariat};

use crate::verb::kit::*;

static ANNOUNCE: OneOf<bool, 2> = OneOf::new("announce", [("yes", true), ("no", false)]);

pub(super) static VERB: Verb = Verb::new(&help::MEETING_HERE, &[Secretariat, Chair], means)
    .args(&[Arg::positional("meeting", ArgKind::Meeting), ANNOUNCE.named()]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Here(ANNOUNCE.said(args)?))
}
