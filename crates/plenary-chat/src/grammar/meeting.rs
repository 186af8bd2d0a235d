//! Showing the meeting, and the form by which it is convened.

use plenary_domain::command::MeetingCommand;
use plenary_domain::event::meeting::{Clock, Convened, Language, RollRecorded, SourceDescribed};
use plenary_domain::roll::{RollLine, Standing};
use plenary_domain::symbol::SymbolStyle;
use plenary_domain::{Command, moment};

use super::meaning::day;
use super::{Args, Context, Intent, ParseError, Show};
use crate::verb::{self, Verb};

pub(super) fn ask(verb: &Verb, args: &Args) -> Result<Intent, ParseError> {
    match verb.name {
        "convene" => {
            let meeting = Box::new(convened(args)?);
            let command = MeetingCommand::Convene {
                meeting,
                roll: roll(args)?,
                sources: args.all("source").map(source).collect::<Result<_, _>>()?,
            };
            Ok(Intent::Do(Box::new(Command::Meeting(command)), None))
        }
        "here" => Ok(Intent::Here(args.get("announce").map(|word| word == "yes"))),
        _ => Ok(Intent::Show(Show::Meeting)),
    }
}

/// `practice until 2007-11-19 09:00`, by the clock of the meeting's place; without a time 09:00.
pub(super) fn practice(args: &Args, context: &Context<'_>) -> Result<Intent, ParseError> {
    let typed = args.get("when").unwrap_or_default().trim();
    let bad =
        || ParseError::Bad { arg: "when", given: typed.to_owned(), expected: "expected-practice" };
    let (day, time) = typed.split_once(' ').unwrap_or((typed, "09:00"));
    let (day, time) = day.parse().ok().zip(time.trim().parse().ok()).ok_or_else(bad)?;
    let zone = context.views.meeting.zone_name();
    moment::local_moment(day, time, zone).map(Intent::Practice).ok_or_else(bad)
}

fn convened(args: &Args) -> Result<Convened, ParseError> {
    let days = needed(args, "days")?;
    let (first_day, last_day) = match days.split_once(" to ") {
        Some((first, last)) => (day("days", first)?, day("days", last)?),
        None => (day("days", &days)?, day("days", &days)?),
    };
    let languages: Vec<Language> = needed(args, "languages")?
        .split([',', ' '])
        .filter(|code| !code.is_empty())
        .map(|code| language("languages", code))
        .collect::<Result<_, _>>()?;
    let original = match args.get("original") {
        Some(code) => language("original", code)?,
        None => languages.first().copied().unwrap_or(Language::En),
    };
    let clock = match args.get("clock") {
        None => None,
        Some("practice") => Some(Clock::Practice),
        Some(given) => {
            let given = given.to_owned();
            let choices: &[&str] = &["practice"];
            return Err(ParseError::NotAChoice { arg: "clock", given, choices });
        }
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
        fictional: args.get("fictional") == Some("yes"),
        clock,
    })
}

/// `roll: SOURCE, as of DAY`, then `member: CODE NAME`, `observer: …`, `organization: …`.
fn roll(args: &Args) -> Result<RollRecorded, ParseError> {
    let typed = needed(args, "roll")?;
    let bad = || ParseError::Bad { arg: "roll", given: typed.clone(), expected: "expected-roll" };
    let (source, dated) = typed.rsplit_once(", as of ").ok_or_else(bad)?;
    let mut delegations = Vec::new();
    for (arg, line) in args.iter() {
        let standing = match arg {
            "member" => Standing::Member,
            "observer" => Standing::Observer,
            "organization" => Standing::Organization,
            _ => continue,
        };
        let bad =
            || ParseError::Bad { arg, given: line.to_owned(), expected: "expected-roll-line" };
        let (code, name) = line.split_once(' ').ok_or_else(bad)?;
        let code = code.parse().map_err(|_| bad())?;
        delegations.push(RollLine { code, name: name.trim().to_owned(), standing });
    }
    Ok(RollRecorded { source: source.to_owned(), dated: day("roll", dated)?, delegations })
}

/// `IV Meeting, Recommendations = 11 paragraphs`, perhaps with ` (CIBER-IV/doc.4/06 rev. 1?)`: a
/// question mark says that the symbol is inferred.
fn source(line: &str) -> Result<SourceDescribed, ParseError> {
    let bad =
        || ParseError::Bad { arg: "source", given: line.to_owned(), expected: "expected-source" };
    let (source, rest) = line.split_once('=').ok_or_else(bad)?;
    let (count, symbol) = match rest.trim().split_once('(') {
        Some((count, symbol)) => (count, Some(symbol.trim_end().trim_end_matches(')'))),
        None => (rest, None),
    };
    let digits: String = count.trim().chars().take_while(char::is_ascii_digit).collect();
    Ok(SourceDescribed {
        source: source.trim().to_owned(),
        paragraphs: digits.parse().map_err(|_| bad())?,
        symbol: symbol.map(|symbol| symbol.trim_end_matches('?').to_owned()),
        inferred: symbol.is_some_and(|symbol| symbol.ends_with('?')),
    })
}

fn language(arg: &'static str, code: &str) -> Result<Language, ParseError> {
    let choices: &[&str] = &["en", "es", "fr", "pt"];
    let bad = || ParseError::NotAChoice { arg, given: code.to_owned(), choices };
    Language::from_code(code).ok_or_else(bad)
}

fn needed(args: &Args, arg: &'static str) -> Result<String, ParseError> {
    match (args.lines(arg), verb::find("meeting convene")) {
        (Some(value), _) => Ok(value),
        (None, Some(verb)) => Err(ParseError::Missing { verb, arg }),
        (None, None) => Err(ParseError::Empty),
    }
}
