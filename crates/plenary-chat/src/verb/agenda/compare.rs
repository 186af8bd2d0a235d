//! `agenda compare`: what an edition changed, deletions included.

use plenary_documents::agenda as documents;
use plenary_domain::EditionId;

use crate::verb::kit::*;
use crate::verb::lookup::{edition, in_force};

pub(super) static VERB: Verb = Verb::new(&help::AGENDA_COMPARE, EVERYBODY, means)
    .short(&["compare"])
    .args(&[Arg::positional("edition", ArgKind::Symbol).optional()])
    .shared();

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let edition = match args.get("edition") {
        Some(typed) => edition(typed, context)?,
        None => in_force(context.views)?,
    };
    let edition = edition.edition;
    Ok(Intent::shows(move |cx| show(cx, edition)))
}

/// What an edition changed against the one before.
fn show(cx: &RenderContext<'_>, id: EditionId) -> Response {
    let Some(edition) = cx.views.agenda.edition(id) else { return Response::default() };
    if edition.follows.is_none() {
        let symbol = edition.symbol.to_string();
        return Response::text(Tone::Shown, messages::PaperFirst { symbol }.say(cx));
    }
    let paper = documents::comparison(cx.views, edition, cx.paper_lang);
    Response::default().with(Part::Paper(Box::new(paper)))
}
