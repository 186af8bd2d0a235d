//! `meeting convene`: convenes a meeting under its mandates.

use plenary_domain::LanguageTag;
use plenary_domain::decide::meeting::Convene;
use plenary_domain::event::meeting::{Clock, Convened, RollRecorded, SourceDescribed};
use plenary_domain::roll::{RollLine, Standing};
use plenary_domain::symbol::SymbolStyle;

use crate::verb::kit::*;
use crate::verb::moments::day;

static FICTIONAL: OneOf<bool, 2> = OneOf::new("fictional", [("yes", true), ("no", false)]);

static CLOCKS: OneOf<Clock, 1> = OneOf::new("clock", [("practice", Clock::Practice)]);

pub(super) static VERB: Verb = Verb::new(&help::MEETING_CONVENE, Convene::BY, means)
    .short(&["convene"])
    .args(&[
        Arg::lines("title"),
        Arg::lines("body"),
        Arg::line("ordinal"),
        Arg::lines("masthead"),
        Arg::line("class"),
        Arg::line("symbols"),
        Arg::line("revisions"),
        Arg::lines("mandate"),
        Arg::line("days"),
        Arg::line("place"),
        Arg::line("zone"),
        Arg::lines("languages"),
        Arg::line("original"),
        FICTIONAL.line(),
        CLOCKS.line(),
        Arg::line("roll"),
        Arg::lines("member"),
        Arg::lines("observer"),
        Arg::lines("organization"),
        Arg::lines("source"),
    ])
    .without_meeting(WithoutMeeting::Works);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    Ok(Intent::does(Convene {
        meeting: Box::new(convened(args)?),
        roll: roll(args)?,
        sources: args.all("source").map(source).collect::<Result<_, _>>()?,
    }))
}

fn convened(args: &Args) -> Result<Convened, ParseError> {
    let days = needed(args, "days")?;
    let (first_day, last_day) = match days.split_once(" to ") {
        Some((first, last)) => (day("days", first)?, day("days", last)?),
        None => (day("days", &days)?, day("days", &days)?),
    };
    let languages: Vec<LanguageTag> = needed(args, "languages")?
        .split([',', ' '])
        .filter(|code| !code.is_empty())
        .map(|code| language("languages", code))
        .collect::<Result<_, _>>()?;
    let original = match args.get("original") {
        Some(code) => language("original", code)?,
        None => languages.first().cloned().ok_or_else(|| VERB.lacks("languages"))?,
    };
    Ok(Convened {
        title: needed(args, "title")?,
        body: needed(args, "body")?,
        ordinal: args.get("ordinal").map(str::to_owned),
        masthead: needed(args, "masthead")?,
        class: args.get("class").map(str::to_owned),
        symbols: SymbolStyle {
            base: needed(args, "symbols")?,
            // A form's fields are trimmed; the space before `rev.` belongs to the style.
            revision: match needed(args, "revisions")? {
                glued if glued.starts_with(['/', '.', '-']) => glued,
                word => format!(" {word}"),
            },
        },
        mandates: args.all("mandate").map(str::to_owned).collect(),
        first_day,
        last_day,
        place: needed(args, "place")?,
        zone: needed(args, "zone")?,
        languages,
        original,
        fictional: FICTIONAL.said(args)?.unwrap_or(false),
        clock: CLOCKS.said(args)?,
    })
}

/// `roll: SOURCE, as of DAY`, then `member: CODE NAME`, `observer: …`, `organization: …`.
fn roll(args: &Args) -> Result<RollRecorded, ParseError> {
    let typed = needed(args, "roll")?;
    let bad =
        || ParseError::Bad { arg: "roll", given: typed.clone(), expected: messages::EXPECTED_ROLL };
    let (source, dated) = typed.rsplit_once(", as of ").ok_or_else(bad)?;
    let mut delegations = Vec::new();
    for (arg, line) in args.iter() {
        let standing = match arg {
            "member" => Standing::Member,
            "observer" => Standing::Observer,
            "organization" => Standing::Organization,
            _ => continue,
        };
        let bad = || ParseError::Bad {
            arg,
            given: line.to_owned(),
            expected: messages::EXPECTED_ROLL_LINE,
        };
        let (code, name) = line.split_once(' ').ok_or_else(bad)?;
        let code = code.parse().map_err(|_| bad())?;
        delegations.push(RollLine { code, name: name.trim().to_owned(), standing });
    }
    Ok(RollRecorded { source: source.to_owned(), dated: day("roll", dated)?, delegations })
}

/// `IV Meeting, Recommendations = 11 paragraphs`, perhaps with ` (CIBER-IV/doc.4/06 rev. 1?)`: a
/// question mark says that the symbol is inferred.
fn source(line: &str) -> Result<SourceDescribed, ParseError> {
    let bad = || ParseError::bad("source", line, messages::EXPECTED_SOURCE);
    let (source, rest) = line.split_once('=').ok_or_else(bad)?;
    let (count, symbol) = match rest.trim().split_once('(') {
        Some((count, symbol)) => {
            (count, Some(symbol.trim_end().strip_suffix(')').ok_or_else(bad)?))
        }
        None => (rest, None),
    };
    let count = count.trim();
    let (digits, unit) = count.split_once(' ').unwrap_or((count, "paragraphs"));
    if !["paragraph", "paragraphs"].contains(&unit.trim()) {
        return Err(bad());
    }
    Ok(SourceDescribed {
        source: source.trim().to_owned(),
        paragraphs: digits.parse().map_err(|_| bad())?,
        symbol: symbol.map(|symbol| symbol.trim_end_matches('?').to_owned()),
        inferred: symbol.is_some_and(|symbol| symbol.ends_with('?')),
    })
}

fn language(arg: &'static str, tag: &str) -> Result<LanguageTag, ParseError> {
    let expected = messages::EXPECTED_LANGUAGE;
    tag.parse().map_err(|_| ParseError::Bad { arg, given: tag.to_owned(), expected })
}

fn needed(args: &Args, arg: &'static str) -> Result<String, ParseError> {
    args.lines(arg).ok_or_else(|| VERB.lacks(arg))
}

/// The response to convening.
pub(in crate::verb) fn done(cx: &RenderContext<'_>) -> Response {
    let Some(convened) = &cx.views.meeting.convened else { return Response::default() };
    let members = cx.views.meeting.delegations().iter();
    let members = members.filter(|line| line.standing == Standing::Member).count();
    let text = messages::MeetingConvened {
        days: cx.days(convened.first_day, convened.last_day),
        place: &convened.place,
        mandated: convened.mandates.len(),
        mandates: convened.mandates.join(", "),
        members,
    }
    .say(cx);
    Response::text(Tone::Done, text).and(messages::MEETING_NEXT.say(cx))
}
