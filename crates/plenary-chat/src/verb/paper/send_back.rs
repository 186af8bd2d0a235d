//! `paper return SYMBOL REASON`: sends an edition back with what is to be done.

use plenary_domain::Language;
use plenary_domain::decide::paper::Return;
use plenary_domain::projection::agenda::Edition;

use crate::verb::kit::*;
use crate::verb::lookup::edition;

pub(crate) static VERB: Verb = Verb::new(&help::PAPER_RETURN, Return::BY, means)
    .args(&[Arg::positional("symbol", ArgKind::Symbol), Arg::rest("reason").in_form()]);

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Return {
        edition: edition(args.required("symbol"), context)?.edition,
        reason: args.required("reason").to_owned(),
    }))
}

/// Sending back needs a reason, which a button cannot carry.
pub(crate) fn how_to_return(lang: Language, edition: &Edition) -> Response {
    let symbol = edition.symbol.to_string();
    Response::text(Tone::Asked, messages::PaperHowToReturn { symbol }.say(lang))
}
