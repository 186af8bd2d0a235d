//! Moments: the service's own time, deadlines with their zone and wording, and what people claim
//! about when something reached them.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::stored::{apply, stored};

/// The service's time in UTC, in whole milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(jiff::Timestamp);

impl Timestamp {
    /// The start of the Unix era; before every entry.
    pub const EARLIEST: Self = Self(jiff::Timestamp::UNIX_EPOCH);

    /// The moment, cut to milliseconds.
    pub fn new(timestamp: jiff::Timestamp) -> Self {
        Self(jiff::Timestamp::from_millisecond(timestamp.as_millisecond()).unwrap_or(timestamp))
    }

    /// The moment as a timestamp.
    pub fn timestamp(self) -> jiff::Timestamp {
        self.0
    }

    /// The local date in `zone`.
    pub fn date_in(self, zone: &TimeZone) -> Date {
        self.0.to_zoned_datetime(zone.clone()).date()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.0)
    }
}

impl FromStr for Timestamp {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        Ok(Self::new(text.parse()?))
    }
}

/// The last moment of a local day: a dated deadline ends with that day.
///
/// An unknown zone is read as UTC here; convening refuses one before it can be stored.
pub fn end_of_day(date: Date, zone: &str) -> Timestamp {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let next = date.checked_add(1.day()).unwrap_or(date);
    let midnight =
        next.to_zoned_datetime(zone).map(|z| z.timestamp()).unwrap_or(jiff::Timestamp::MAX);
    Timestamp::new(midnight.checked_sub(1.millisecond()).unwrap_or(midnight))
}

/// A moment of a local day; `None` when the day or the zone has no such moment.
pub fn local_moment(date: Date, time: Time, zone: &str) -> Option<Timestamp> {
    let zone = TimeZone::get(zone).ok()?;
    date.to_datetime(time).to_zoned_datetime(zone).ok().map(|z| Timestamp::new(z.timestamp()))
}

/// By which clock a day and an hour are meant: that of a zone, or a fixed offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WallClock {
    /// A zone by its IANA name, such as `America/New_York`.
    Zone(String),
    /// An offset from UTC, such as `-04:00`.
    Offset(String),
}

/// Why a local time does not name exactly one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMoment {
    /// The clock never shows it, or there is no such clock.
    Never,
    /// The clock shows it twice; only an offset tells which is meant.
    Twice,
}

impl WallClock {
    /// The clock of this name or offset; `None` when there is no such clock.
    fn zone(&self) -> Option<TimeZone> {
        match self {
            Self::Zone(name) => TimeZone::get(name).ok(),
            Self::Offset(offset) if offset.len() == "-04:00".len() => {
                jiff::fmt::temporal::DateTimeParser::new().parse_time_zone(offset).ok()
            }
            Self::Offset(_) => None,
        }
    }

    /// The one moment at which this clock shows this time.
    fn moment(&self, date: Date, time: Time) -> Result<Timestamp, NoMoment> {
        let zone = self.zone().ok_or(NoMoment::Never)?;
        let found = zone.to_ambiguous_timestamp(date.to_datetime(time));
        match found.offset() {
            AmbiguousOffset::Unambiguous { .. } => {
                found.unambiguous().map(Timestamp::new).map_err(|_| NoMoment::Never)
            }
            AmbiguousOffset::Gap { .. } => Err(NoMoment::Never),
            AmbiguousOffset::Fold { .. } => Err(NoMoment::Twice),
        }
    }

    fn of(zone: Option<&String>, offset: Option<&String>) -> Option<Self> {
        match (zone, offset) {
            (Some(zone), None) => Some(Self::Zone(zone.clone())),
            (None, Some(offset)) => Some(Self::Offset(offset.clone())),
            (Some(_), Some(_)) | (None, None) => None,
        }
    }

    /// The zone and the offset, of which one is there.
    fn stored(self) -> (Option<String>, Option<String>) {
        match self {
            Self::Zone(zone) => (Some(zone), None),
            Self::Offset(offset) => (None, Some(offset)),
        }
    }
}

/// Until when replies are asked for: day, hour and clock as given, the instant that follows, and
/// the words of the paper.
#[apply(stored!)]
pub struct Deadline {
    /// The local day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub date: Date,
    /// The local hour; without one it ends with the day.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub time: Option<Time>,
    /// The IANA name of the zone in which day and hour are meant.
    pub zone: Option<String>,
    /// The offset from UTC in which they are meant, such as `-04:00`, instead of a zone.
    pub offset: Option<String>,
    /// The instant that decides: that of the hour, or the last millisecond of the day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub instant: Timestamp,
    /// The words of the paper, such as "by no later than October 29, 2007".
    pub wording: String,
}

impl Deadline {
    /// The deadline that ends with `date` in `zone`.
    pub fn ending(date: Date, zone: &str, wording: &str) -> Self {
        let (instant, zone) = (end_of_day(date, zone), Some(zone.to_owned()));
        Self { date, time: None, zone, offset: None, instant, wording: wording.to_owned() }
    }

    /// The deadline at `time` on `date` by this clock.
    ///
    /// # Errors
    /// When the clock never shows that time, or shows it twice.
    pub fn at(date: Date, time: Time, clock: WallClock, wording: &str) -> Result<Self, NoMoment> {
        let instant = clock.moment(date, time)?;
        let (zone, offset) = clock.stored();
        Ok(Self { date, time: Some(time), zone, offset, instant, wording: wording.to_owned() })
    }

    /// Whether something entered at `entered` came too late. What arrived outside the chat counts
    /// from its arrival; of an arrival without an hour the day counts.
    pub fn is_missed(&self, received: Option<&Received>, entered: Timestamp) -> bool {
        match received {
            None => entered > self.instant,
            Some(Received { instant: Some(instant), .. }) => *instant > self.instant,
            Some(received) => received.date > self.date,
        }
    }

    /// Whether only the hour of an arrival on this day would tell if it was late.
    pub fn needs_hour(&self, received: &Received) -> bool {
        self.time.is_some() && received.time.is_none() && received.date == self.date
    }
}

/// What is claimed about a reply that arrived outside the chat.
#[apply(stored!)]
pub struct Received {
    /// The local day on which it arrived.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub date: Date,
    /// The local hour, if known; without one the day counts.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub time: Option<Time>,
    /// The IANA name of the zone in which day and hour are meant.
    pub zone: Option<String>,
    /// The offset from UTC in which they are meant, such as `-04:00`, instead of a zone.
    pub offset: Option<String>,
    /// The instant of its hour, which decides whether it was late, whatever the zone database says
    /// later; absent without an hour.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub instant: Option<Timestamp>,
    /// How it came: fax, e-mail, telephone, letter …
    pub way: String,
    /// The reference that the paper bears, if any.
    pub reference: Option<String>,
}

impl Received {
    /// What arrived on `date`, at `time` if that is known, by this clock.
    ///
    /// # Errors
    /// When the clock never shows that time, or shows it twice.
    pub fn new(
        date: Date,
        time: Option<Time>,
        clock: WallClock,
        way: &str,
    ) -> Result<Self, NoMoment> {
        let instant = time.map(|time| clock.moment(date, time)).transpose()?;
        clock.zone().ok_or(NoMoment::Never)?;
        let (zone, offset) = clock.stored();
        Ok(Self { date, time, zone, offset, instant, way: way.to_owned(), reference: None })
    }

    /// The same with the reference that the paper bears.
    #[must_use]
    pub fn with_reference(mut self, reference: Option<String>) -> Self {
        self.reference = reference;
        self
    }

    /// The clock by which its day and hour are meant.
    fn clock(&self) -> Option<WallClock> {
        WallClock::of(self.zone.as_ref(), self.offset.as_ref())
    }

    /// Whether the instant is that of its day, hour and clock.
    pub fn is_consistent(&self) -> bool {
        let again = self.clock().map(|clock| Self::new(self.date, self.time, clock, &self.way));
        again.is_some_and(|again| again.is_ok_and(|again| again.instant == self.instant))
    }

    /// Whether it lies after this moment.
    pub fn is_after(&self, at: Timestamp) -> bool {
        let zone = self.clock().and_then(|clock| clock.zone()).unwrap_or(TimeZone::UTC);
        self.instant.map_or(self.date > at.date_in(&zone), |instant| instant > at)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
