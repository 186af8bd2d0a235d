//! Days, ranges of days and moments in the four languages.

use jiff::civil::date;
use jiff::tz::TimeZone;
use plenary_documents::words::{day_range, running_days};
use plenary_documents::words::{local_time, masthead_date, ordinal, running_date};
use plenary_domain::{Language, Timestamp};

#[test]
fn one_day_is_one_date() {
    let day = date(2007, 10, 5);
    let printed = Language::ALL.map(|lang| masthead_date(day, lang));
    let expected =
        ["October 5, 2007", "5 de octubre de 2007", "5 octobre 2007", "5 de outubro de 2007"];
    assert_eq!(printed, expected);
    assert_eq!(day_range(day, day, Language::En), "October 5, 2007");
    assert_eq!(running_date(day, Language::En), "5 October 2007");
    assert_eq!(masthead_date(date(2007, 12, 1), Language::Fr), "1er décembre 2007");
    assert_eq!(masthead_date(date(2007, 12, 1), Language::Pt), "1º de dezembro de 2007");
}

#[test]
fn two_days_are_joined_by_and() {
    let printed = Language::ALL.map(|lang| day_range(date(2007, 11, 19), date(2007, 11, 20), lang));
    let expected = [
        "November 19 and 20, 2007",
        "19 y 20 de noviembre de 2007",
        "19 et 20 novembre 2007",
        "19 e 20 de novembro de 2007",
    ];
    assert_eq!(printed, expected);
}

#[test]
fn more_days_are_a_range() {
    let printed = Language::ALL.map(|lang| day_range(date(2007, 11, 19), date(2007, 11, 21), lang));
    let expected = [
        "November 19 to 21, 2007",
        "19 al 21 de noviembre de 2007",
        "19 au 21 novembre 2007",
        "19 a 21 de novembro de 2007",
    ];
    assert_eq!(printed, expected);
}

#[test]
fn a_range_may_cross_a_month_or_a_year() {
    let months = |lang| day_range(date(2007, 11, 28), date(2007, 12, 2), lang);
    assert_eq!(months(Language::En), "November 28 to December 2, 2007");
    assert_eq!(months(Language::Es), "28 de noviembre al 2 de diciembre de 2007");
    let years = |lang| day_range(date(2007, 12, 31), date(2008, 1, 1), lang);
    assert_eq!(years(Language::En), "December 31, 2007 and January 1, 2008");
    assert_eq!(years(Language::Fr), "31 décembre 2007 et 1er janvier 2008");
}

#[test]
fn in_a_sentence_the_days_have_the_order_of_its_other_dates() {
    let days = |first, last| running_days(first, last, Language::En);
    let day = date(2007, 11, 19);
    assert_eq!(days(day, day), "19 November 2007");
    assert_eq!(days(day, date(2007, 11, 20)), "19 and 20 November 2007");
    assert_eq!(days(day, date(2007, 11, 21)), "19 to 21 November 2007");
    assert_eq!(days(date(2007, 11, 28), date(2007, 12, 2)), "28 November to 2 December 2007");
    let years = days(date(2007, 12, 31), date(2008, 1, 1));
    assert_eq!(years, "31 December 2007 and 1 January 2008");
}

#[test]
fn a_moment_is_told_by_the_clock_of_the_place() {
    let at: Timestamp = "2007-10-30T16:02:00Z".parse().unwrap();
    let zone = TimeZone::get("America/New_York").unwrap();
    assert_eq!(local_time(at, &zone, Language::En), "30 October 2007, 12:02");
    assert_eq!(local_time(at, &zone, Language::Es), "30 de octubre de 2007, 12:02");
}

#[test]
fn a_sitting_beyond_the_twelfth_has_its_figure() {
    assert_eq!(ordinal(1, Language::Es), "primera");
    assert_eq!(ordinal(13, Language::En), "13th");
    assert_eq!(ordinal(22, Language::En), "22nd");
    assert_eq!(ordinal(13, Language::Fr), "13e");
}
