//! Dates, ranges of days and moments as the four languages write them, built from the words.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use plenary_domain::{Language, Timestamp};

use super::words;

topic! {
    ordinal_beyond(n): en "{n}th" es "{n}.ª" fr "{n}e" pt "{n}ª";
    date_masthead(month, day, year):
        en "{month} {day}, {year}"
        es "{day} de {month} de {year}"
        fr "{day} {month} {year}"
        pt "{day} de {month} de {year}";
    date_running(day, month, year):
        en "{day} {month} {year}"
        es "{day} de {month} de {year}"
        fr "{day} {month} {year}"
        pt "{day} de {month} de {year}";
    day_month(month, day):
        en "{month} {day}"
        es "{day} de {month}"
        fr "{day} {month}"
        pt "{day} de {month}";
    days_two(month, first, last, year):
        en "{month} {first} and {last}, {year}"
        es "{first} y {last} de {month} de {year}"
        fr "{first} et {last} {month} {year}"
        pt "{first} e {last} de {month} de {year}";
    days_range(month, first, last, year):
        en "{month} {first} to {last}, {year}"
        es "{first} al {last} de {month} de {year}"
        fr "{first} au {last} {month} {year}"
        pt "{first} a {last} de {month} de {year}";
    days_two_running(month, first, last, year):
        en "{first} and {last} {month} {year}"
        es "{first} y {last} de {month} de {year}"
        fr "{first} et {last} {month} {year}"
        pt "{first} e {last} de {month} de {year}";
    days_range_running(month, first, last, year):
        en "{first} to {last} {month} {year}"
        es "{first} al {last} de {month} de {year}"
        fr "{first} au {last} {month} {year}"
        pt "{first} a {last} de {month} de {year}";
    day_month_running(month, day):
        en "{day} {month}"
        es "{day} de {month}"
        fr "{day} {month}"
        pt "{day} de {month}";
    days_two_far(first, last):
        en "{first} and {last}"
        es "{first} y {last}"
        fr "{first} et {last}"
        pt "{first} e {last}";
    days_range_far(first, last):
        en "{first} to {last}"
        es "{first} al {last}"
        fr "{first} au {last}"
        pt "{first} a {last}";
    moment(date, time):
        en "{date}, {time}"
        es "{date}, {time}"
        fr "{date}, {time}"
        pt "{date}, {time}";
    months:
        en "January, February, March, April, May, June, July, August, September, October, \
            November, December"
        es "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, \
            noviembre, diciembre"
        fr "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, \
            novembre, décembre"
        pt "janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, \
            novembro, dezembro";
    // As they stand before "session".
    ordinals:
        en "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, \
            twelfth"
        es "primera, segunda, tercera, cuarta, quinta, sexta, séptima, octava, novena, décima, \
            undécima, duodécima"
        fr "première, deuxième, troisième, quatrième, cinquième, sixième, septième, huitième, \
            neuvième, dixième, onzième, douzième"
        pt "primeira, segunda, terceira, quarta, quinta, sexta, sétima, oitava, nona, décima, \
            décima primeira, décima segunda";
}

/// A date as mastheads print it: `October 5, 2007`, `5 de octubre de 2007`.
pub fn masthead_date(date: Date, lang: Language) -> String {
    words(lang).dates.date_masthead(month(date, lang), day(date, lang), date.year())
}

/// A date as sentences print it: `5 October 2007`.
pub fn running_date(date: Date, lang: Language) -> String {
    words(lang).dates.date_running(day(date, lang), month(date, lang), date.year())
}

/// A date as sentences print it, with its hour if it has one: `29 October 2007, 16:10`.
pub fn running_moment(date: Date, time: Option<Time>, lang: Language) -> String {
    let day = running_date(date, lang);
    match time {
        Some(time) => format!("{day}, {:02}:{:02}", time.hour(), time.minute()),
        None => day,
    }
}

/// The days of a meeting as mastheads print them: `November 19 and 20, 2007`,
/// `November 19 to 21, 2007`.
pub fn day_range(first: Date, last: Date, lang: Language) -> String {
    days_in((first, last), lang, false)
}

/// The days of a meeting as sentences print them: `19 and 20 November 2007`,
/// `19 to 21 November 2007`.
pub fn running_days(first: Date, last: Date, lang: Language) -> String {
    days_in((first, last), lang, true)
}

fn days_in((first, last): (Date, Date), lang: Language, is_running: bool) -> String {
    let whole = if is_running { running_date } else { masthead_date };
    if first >= last {
        return whole(first, lang);
    }
    let dates = words(lang).dates;
    let two = first.checked_add(1.day()).is_ok_and(|next| next == last);
    if (first.year(), first.month()) != (last.year(), last.month()) {
        let start = match (first.year() == last.year(), is_running) {
            (true, true) => dates.day_month_running(month(first, lang), day(first, lang)),
            (true, false) => dates.day_month(month(first, lang), day(first, lang)),
            (false, _) => whole(first, lang),
        };
        let end = whole(last, lang);
        return if two { dates.days_two_far(start, end) } else { dates.days_range_far(start, end) };
    }
    let (month, year) = (month(first, lang), first.year());
    let (first, last) = (day(first, lang), day(last, lang));
    match (two, is_running) {
        (true, false) => dates.days_two(month, first, last, year),
        (false, false) => dates.days_range(month, first, last, year),
        (true, true) => dates.days_two_running(month, first, last, year),
        (false, true) => dates.days_range_running(month, first, last, year),
    }
}

/// A moment by the clock of a zone: `30 October 2007, 14:02`.
pub fn local_time(at: Timestamp, zone: &TimeZone, lang: Language) -> String {
    let there = at.timestamp().to_zoned_datetime(zone.clone());
    let time = format!("{:02}:{:02}", there.hour(), there.minute());
    words(lang).dates.moment(running_date(there.date(), lang), time)
}

/// A place in an order as it stands before "session": `first`, `primera`.
pub fn ordinal(number: u32, lang: Language) -> String {
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    match index.and_then(|index| words(lang).dates.ordinals().split(", ").nth(index)) {
        Some(ordinal) => ordinal.to_owned(),
        None => match lang {
            Language::En => english_ordinal(number),
            Language::Es | Language::Fr | Language::Pt => words(lang).dates.ordinal_beyond(number),
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
    words(lang).dates.months().split(", ").nth(index).unwrap_or_default()
}
