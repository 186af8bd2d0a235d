//! Moments: the service's own time, deadlines with their zone and wording, and what people claim
//! about when something reached them.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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

/// Until when answers are asked for: an instant, and the zone and words from which it follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The local day with which it ends.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub date: Date,
    /// The IANA name of the zone.
    pub zone: String,
    /// The instant that decides: the last millisecond of the day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub instant: Timestamp,
    /// The words of the paper, such as "by no later than October 29, 2007".
    pub wording: String,
}

impl Deadline {
    /// The deadline that ends with `date` in `zone`.
    pub fn ending(date: Date, zone: &str, wording: &str) -> Self {
        let instant = end_of_day(date, zone);
        Self { date, zone: zone.to_owned(), instant, wording: wording.to_owned() }
    }

    /// Whether something entered at `entered` came too late; what arrived outside the chat counts
    /// from its arrival.
    pub fn is_missed(&self, received: Option<&Received>, entered: Timestamp) -> bool {
        received.map_or(entered, |received| received.instant) > self.instant
    }
}

/// What is claimed about an answer that arrived outside the chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Received {
    /// The local day on which it arrived.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub date: Date,
    /// The local time, if known; without one the day's start counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub time: Option<Time>,
    /// The IANA name of the zone in which day and time are meant.
    pub zone: String,
    /// The instant that decides whether it was late, whatever the zone database says later.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub instant: Timestamp,
    /// How it came: fax, e-mail, telephone, letter …
    pub way: String,
    /// The reference that the paper bears, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

impl Received {
    /// What arrived on `date` at `time` by the clock of `zone`; `None` when there is no such
    /// moment.
    pub fn new(date: Date, time: Option<Time>, zone: &str, way: &str) -> Option<Self> {
        let instant = local_moment(date, time.unwrap_or(Time::midnight()), zone)?;
        let (zone, way) = (zone.to_owned(), way.to_owned());
        Some(Self { date, time, zone, instant, way, reference: None })
    }

    /// The same with the reference that the paper bears.
    #[must_use]
    pub fn with_reference(mut self, reference: Option<String>) -> Self {
        self.reference = reference;
        self
    }

    /// Whether the instant is that of its day, time and zone.
    pub fn is_consistent(&self) -> bool {
        let time = self.time.unwrap_or(Time::midnight());
        local_moment(self.date, time, &self.zone) == Some(self.instant)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dated_deadline_ends_with_its_local_day_also_when_the_clocks_change() {
        let summer = Deadline::ending(jiff::civil::date(2007, 10, 29), "America/New_York", "");
        assert_eq!(summer.instant.to_string(), "2007-10-30T03:59:59.999Z");
        let winter = Deadline::ending(jiff::civil::date(2007, 11, 29), "America/New_York", "");
        assert_eq!(winter.instant.to_string(), "2007-11-30T04:59:59.999Z");
    }

    #[test]
    fn a_moment_is_printed_with_milliseconds_and_read_back() {
        let at: Timestamp = "2007-10-05T13:02:00Z".parse().unwrap();
        assert_eq!(at.to_string(), "2007-10-05T13:02:00.000Z");
        assert_eq!(at.to_string().parse::<Timestamp>().unwrap(), at);
    }
}
