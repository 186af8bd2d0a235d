//! `agenda show`: the agenda in force, another edition, or the working draft.

use plenary_domain::Reader;

use crate::verb::EVERYBODY;
use crate::verb::arg::{Arg, ArgKind};
use crate::verb::args::Args;
use crate::verb::intent::{Intent, Show, Which};
use crate::verb::lookup::{edition, in_force, item_in, working_item};
use crate::verb::row::{Context, ParseError, Verb};

pub(super) static VERB: Verb = Verb::new("agenda show", EVERYBODY, means)
    .short(&["agenda"])
    .args(&[
        Arg::positional("edition", ArgKind::Symbol).optional(),
        Arg::named("item", ArgKind::Item),
        Arg::named("as-of", ArgKind::Moment),
        Arg::named("view", ArgKind::Choice(&["agenda", "coverage", "draft"])),
    ])
    .shared();

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    if args.get("view") == Some("coverage") {
        return Ok(Intent::Show(Show::Coverage));
    }
    let inside = Reader::actor(context.actor).is_inside();
    let which = match args.get("edition") {
        Some(typed) => Which::Edition(edition(typed, context)?.edition),
        None if args.get("view") == Some("draft") && inside => Which::Working,
        None => Which::InForce,
    };
    let item = args.get("item").map(|typed| match which {
        Which::Working => working_item(typed, context.views),
        Which::InForce => item_in(typed, in_force(context.views)?),
        Which::Edition(_) => {
            item_in(typed, edition(args.get("edition").unwrap_or_default(), context)?)
        }
    });
    Ok(Intent::Show(Show::Agenda(which, item.transpose()?)))
}
