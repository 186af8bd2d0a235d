//! Moments, and the hours that are none.

use plenary_domain::moment::*;

#[test]
fn a_dated_deadline_ends_with_its_local_day_also_when_the_clocks_change() {
    let summer = Deadline::ending(jiff::civil::date(2007, 10, 29), "America/New_York", "");
    assert_eq!(summer.instant.to_string(), "2007-10-30T03:59:59.999Z");
    let winter = Deadline::ending(jiff::civil::date(2007, 11, 29), "America/New_York", "");
    assert_eq!(winter.instant.to_string(), "2007-11-30T04:59:59.999Z");
}

#[test]
fn an_hour_that_the_clock_skips_or_shows_twice_is_no_moment_without_its_offset() {
    let (zone, hour) =
        (|| WallClock::Zone("America/New_York".into()), jiff::civil::time(1, 30, 0, 0));
    let at = |date, time, clock| Deadline::at(date, time, clock, "").map(|d| d.instant.to_string());
    let (spring, autumn) = (jiff::civil::date(2007, 3, 11), jiff::civil::date(2007, 11, 4));
    assert_eq!(at(spring, jiff::civil::time(2, 30, 0, 0), zone()), Err(NoMoment::Never));
    assert_eq!(at(autumn, hour, zone()), Err(NoMoment::Twice));
    let first = at(autumn, hour, WallClock::Offset("-04:00".into()));
    assert_eq!(first.as_deref(), Ok("2007-11-04T05:30:00.000Z"));
    let second = at(autumn, hour, WallClock::Offset("-05:00".into()));
    assert_eq!(second.as_deref(), Ok("2007-11-04T06:30:00.000Z"));
    for bad in ["", "-4", "EST", "America/New_York", "+99:00"] {
        assert_eq!(at(autumn, hour, WallClock::Offset(bad.into())), Err(NoMoment::Never), "{bad}");
    }
}

#[test]
fn a_moment_is_printed_with_milliseconds_and_read_back() {
    let at: Timestamp = "2007-10-05T13:02:00Z".parse().unwrap();
    assert_eq!(at.to_string(), "2007-10-05T13:02:00.000Z");
    assert_eq!(at.to_string().parse::<Timestamp>().unwrap(), at);
}
