//! `paper return SYMBOL REASON`: sends an edition back with what is to be done.

use plenary_domain::Capacity::Chair;
use plenary_domain::command::PaperCommand;
use plenary_domain::projection::agenda::Edition;
use plenary_domain::{Command, Language};

use crate::verb::kit::*;
use crate::verb::lookup::edition;

pub(crate) static VERB: Verb = Verb::new("paper return", &[Chair], means)
    .args(&[Arg::positional("symbol", ArgKind::Symbol), Arg::rest("reason").in_form()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let command = PaperCommand::Return {
        edition: edition(args.required("symbol"), context)?.edition,
        reason: args.required("reason").to_owned(),
    };
    Ok(Intent::does(Command::Paper(command)))
}

/// Sending back needs a reason, which a button cannot carry.
pub(crate) fn how_to_return(lang: Language, edition: &Edition) -> Response {
    let symbol = edition.symbol.to_string();
    Response::text(Tone::Asked, say!(lang, "paper-how-to-return", symbol = symbol))
}
