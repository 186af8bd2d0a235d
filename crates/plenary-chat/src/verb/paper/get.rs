//! `paper get`: lists the papers; with a symbol or a name, gives one.

use plenary_documents::{Format, Paper, agenda as documents, presentations, roster};
use plenary_domain::stage::{Stage, Staged};
use plenary_domain::{EditionId, Language, Reader, Views};

use crate::verb::kit::*;
use crate::verb::lookup::{edition, in_force};
use crate::verb::record;

static LANGUAGES: OneOf<Language, 4> = OneOf::new(
    "lang",
    [("en", Language::En), ("es", Language::Es), ("fr", Language::Fr), ("pt", Language::Pt)],
);

static FORMATS: OneOf<Format, 3> = OneOf::new(
    "format",
    [("text", Format::Text), ("markdown", Format::Markdown), ("html", Format::Html)],
);

pub(super) static VERB: Verb = Verb::new(&help::PAPER_GET, EVERYBODY, means)
    .short(&["get"])
    .args(&[Arg::rest("name").of(ArgKind::Paper).optional(), FORMATS.named(), LANGUAGES.named()])
    .shared();

/// The papers that have a name and no symbol.
pub(crate) const NAMED: [&str; 4] = ["participants", "presentations", "record", "history"];

/// The format in which papers are asked for.
pub(crate) fn format(args: &Args) -> Result<Option<Format>, ParseError> {
    FORMATS.said(args)
}

fn means(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let lang = LANGUAGES.said(args)?;
    Ok(match args.get("name").map(str::trim) {
        None => Intent::shows(list),
        Some("participants" | "roster") => Intent::shows(|cx| made(cx, roster::paper)),
        Some("presentations") => Intent::shows(|cx| made(cx, presentations::paper)),
        Some("record") => Intent::shows(record::show),
        Some("history") => Intent::Show(Show::History),
        Some("agenda") => {
            let edition = in_force(context.views)?.edition;
            Intent::shows(move |cx| edition_whole(cx, edition, lang))
        }
        Some(symbol) => {
            let edition = edition(symbol, context).map_err(or_named)?;
            if let Some(lang) = lang.filter(|lang| *lang != edition.original.words()) {
                return Err(ParseError::NoLanguage { lang, original: edition.original.clone() });
            }
            let edition = edition.edition;
            Intent::shows(move |cx| edition_whole(cx, edition, lang))
        }
    })
}

/// What can be asked for: also the papers that have a name and no symbol.
fn or_named(error: ParseError) -> ParseError {
    let ParseError::NoEdition { typed, mut known } = error else { return error };
    known.extend(NAMED.map(str::to_owned));
    ParseError::NoEdition { typed, known }
}

/// The papers that there are.
pub(crate) fn list(cx: &RenderContext<'_>) -> Response {
    let lines: Vec<String> = cx
        .views
        .agenda
        .editions()
        .iter()
        .filter(|edition| cx.reader.may_see(*edition))
        .map(|edition| {
            let symbol = edition.symbol.to_string();
            match (edition.stage(), &edition.returned) {
                (Stage::Issued, _) if edition.adopted.is_some() => {
                    messages::PaperLineAdopted { symbol }.say(cx)
                }
                (Stage::Issued, _) => messages::PaperLineIssued { symbol }.say(cx),
                (Stage::Returned, Some((_, reason))) => {
                    messages::PaperLineReturned { symbol, reason }.say(cx)
                }
                (Stage::Withdrawn, _) => messages::PaperLineWithdrawn { symbol }.say(cx),
                (Stage::Waiting | Stage::Returned, _) => {
                    messages::PaperLineWaiting { symbol }.say(cx)
                }
            }
        })
        .chain([NAMED.join(", ")])
        .collect();
    Response::text(Tone::Shown, messages::PAPER_HEAD.say(cx)).with(Part::List(lines))
}

/// One edition, whole.
pub(crate) fn edition_whole(
    cx: &RenderContext<'_>,
    id: EditionId,
    lang: Option<Language>,
) -> Response {
    let Some(edition) = cx.views.agenda.edition(id) else { return Response::default() };
    let paper = documents::paper(cx.views, edition, lang.unwrap_or(edition.original.words()));
    let response = match super::returned(cx, edition) {
        Some(why) => Response::text(Tone::Shown, why),
        None => Response::default(),
    };
    response.with(Part::Paper(Box::new(paper)))
}

/// A paper that Plenary words by itself, as the asker may read it.
fn made(cx: &RenderContext<'_>, paper: fn(&Views, &Reader, Language) -> Paper) -> Response {
    Response::default().with(Part::Paper(Box::new(paper(cx.views, &cx.reader, cx.paper_lang))))
}
