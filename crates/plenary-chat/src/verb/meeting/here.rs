//! `meeting here`: makes a channel the place of a meeting.

use plenary_domain::Capacity::{Chair, Secretariat};

use crate::verb::kit::*;

pub(super) static VERB: Verb =
    Verb::new(&help::MEETING_HERE, &[Secretariat, Chair], means).args(&[
        Arg::positional("meeting", ArgKind::Meeting),
        Arg::named("announce", ArgKind::Choice(&["yes", "no"])),
    ]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::Here(args.get("announce").map(|word| word == "yes")))
}
