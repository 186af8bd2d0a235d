//! Dates, ranges of days and moments as the four languages write them, built from the words.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use plenary_domain::{Language, Timestamp};

use super::{fill, words};

topic! {
    ordinal_beyond: en "{n}th" es "{n}.ª" fr "{n}e" pt "{n}ª";
    date_masthead:
        en "{month} {day}, {year}"
        es "{day} de {month} de {year}"
        fr "{day} {month} {year}"
        pt "{day} de {month} de {year}";
    date_running:
        en "{day} {month} {year}"
        es "{day} de {month} de {year}"
        fr "{day} {month} {year}"
        pt "{day} de {month} de {year}";
    day_month: en "{month} {day}" es "{day} de {month}" fr "{day} {month}" pt "{day} de {month}";
    days_two:
        en "{month} {first} and {last}, {year}"
        es "{first} y {last} de {month} de {year}"
        fr "{first} et {last} {month} {year}"
        pt "{first} e {last} de {month} de {year}";
    days_range:
        en "{month} {first} to {last}, {year}"
        es "{first} al {last} de {month} de {year}"
        fr "{first} au {last} {month} {year}"
        pt "{first} a {last} de {month} de {year}";
    days_two_far:
        en "{first} and {last}"
        es "{first} y {last}"
        fr "{first} et {last}"
        pt "{first} e {last}";
    days_range_far:
        en "{first} to {last}"
        es "{first} al {last}"
        fr "{first} au {last}"
        pt "{first} a {last}";
    moment: en "{date}, {time}" es "{date}, {time}" fr "{date}, {time}" pt "{date}, {time}";
}

/// The months from January, as they stand in a date.
fn months(lang: Language) -> [&'static str; 12] {
    match lang {
        Language::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        Language::Es => [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        Language::Fr => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        Language::Pt => [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
    }
}

/// First to twelfth, as they stand before "session".
fn ordinals(lang: Language) -> [&'static str; 12] {
    match lang {
        Language::En => [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
            "tenth", "eleventh", "twelfth",
        ],
        Language::Es => [
            "primera",
            "segunda",
            "tercera",
            "cuarta",
            "quinta",
            "sexta",
            "séptima",
            "octava",
            "novena",
            "décima",
            "undécima",
            "duodécima",
        ],
        Language::Fr => [
            "première",
            "deuxième",
            "troisième",
            "quatrième",
            "cinquième",
            "sixième",
            "septième",
            "huitième",
            "neuvième",
            "dixième",
            "onzième",
            "douzième",
        ],
        Language::Pt => [
            "primeira",
            "segunda",
            "terceira",
            "quarta",
            "quinta",
            "sexta",
            "sétima",
            "oitava",
            "nona",
            "décima",
            "décima primeira",
            "décima segunda",
        ],
    }
}

/// A date as mastheads print it: `October 5, 2007`, `5 de octubre de 2007`.
pub fn masthead_date(date: Date, lang: Language) -> String {
    one_date(words(lang).dates.date_masthead, date, lang)
}

/// A date as sentences print it: `5 October 2007`.
pub fn running_date(date: Date, lang: Language) -> String {
    one_date(words(lang).dates.date_running, date, lang)
}

/// A date as sentences print it, with its hour if it has one: `29 October 2007, 16:10`.
pub fn running_moment(date: Date, time: Option<Time>, lang: Language) -> String {
    let day = running_date(date, lang);
    match time {
        Some(time) => format!("{day}, {:02}:{:02}", time.hour(), time.minute()),
        None => day,
    }
}

fn one_date(pattern: &str, date: Date, lang: Language) -> String {
    let pieces = [
        ("day", &*day(date, lang)),
        ("month", month(date, lang)),
        ("year", &*date.year().to_string()),
    ];
    fill(pattern, &pieces)
}

/// The days of a meeting: `November 19 and 20, 2007`, `November 19 to 21, 2007`.
pub fn day_range(first: Date, last: Date, lang: Language) -> String {
    if first >= last {
        return masthead_date(first, lang);
    }
    let words = words(lang);
    let two = first.checked_add(1.day()).is_ok_and(|next| next == last);
    if (first.year(), first.month()) != (last.year(), last.month()) {
        let pattern = if two { words.dates.days_two_far } else { words.dates.days_range_far };
        let same_year = first.year() == last.year();
        let start = if same_year { words.dates.day_month } else { words.dates.date_masthead };
        let first = one_date(start, first, lang);
        let pieces = [("first", &*first), ("last", &*masthead_date(last, lang))];
        return fill(pattern, &pieces);
    }
    let pattern = if two { words.dates.days_two } else { words.dates.days_range };
    let pieces = [
        ("first", &*day(first, lang)),
        ("last", &*day(last, lang)),
        ("month", month(first, lang)),
        ("year", &*first.year().to_string()),
    ];
    fill(pattern, &pieces)
}

/// A moment by the clock of a zone: `30 October 2007, 14:02`.
pub fn local_time(at: Timestamp, zone: &TimeZone, lang: Language) -> String {
    let there = at.timestamp().to_zoned_datetime(zone.clone());
    let time = format!("{:02}:{:02}", there.hour(), there.minute());
    let date = running_date(there.date(), lang);
    fill(words(lang).dates.moment, &[("date", &date), ("time", &time)])
}

/// A place in an order as it stands before "session": `first`, `primera`.
pub fn ordinal(number: u32, lang: Language) -> String {
    let words = words(lang);
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    match index.and_then(|index| ordinals(lang).get(index).copied()) {
        Some(ordinal) => ordinal.to_owned(),
        None => match lang {
            Language::En => english_ordinal(number),
            Language::Es | Language::Fr | Language::Pt => {
                fill(words.dates.ordinal_beyond, &[("n", &number.to_string())])
            }
        },
    }
}

/// English alone has four endings: 13th, but 21st, 22nd, 23rd.
fn english_ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// The day's figure; French and Portuguese write the first of a month as an ordinal.
fn day(date: Date, lang: Language) -> String {
    match (date.day(), lang) {
        (1, Language::Fr) => "1er".to_owned(),
        (1, Language::Pt) => "1º".to_owned(),
        (day, _) => day.to_string(),
    }
}

fn month(date: Date, lang: Language) -> &'static str {
    let index = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    months(lang).get(index).copied().unwrap_or_default()
}
