//! Facts about the meeting itself: that it is convened, who is invited, where its mandates stand.

use jiff::civil::Date;

use super::family;
use crate::language::LanguageTag;
use crate::roll::RollLine;
use crate::stored::{apply, stored, word};
use crate::symbol::SymbolStyle;

family! {
    /// The meeting itself.
    MeetingEvent {
        Convened = "meeting.convened.v1" open,
        RollRecorded = "meeting.roll-recorded.v1" open,
        SourceDescribed = "meeting.source-described.v1" open,
    }
}

/// By which clock a meeting runs.
#[apply(word!)]
pub enum Clock {
    /// A story or a practice meeting brings its own time. Others take the machine's.
    Practice,
}

/// The meeting is convened.
#[apply(stored!)]
pub struct Convened {
    /// The title as the masthead breaks it into lines.
    pub title: String,
    /// The body that meets.
    pub body: String,
    /// Which of its meetings this is, as printed: `V`.
    pub ordinal: Option<String>,
    /// The owner of the series, as the masthead breaks it into lines; verbatim.
    pub masthead: String,
    /// The classification, such as `OEA/Ser.K/XXXIV`.
    pub class: Option<String>,
    /// How the symbols of this meeting are written.
    pub symbols: SymbolStyle,
    /// The resolutions that convene it, as typed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mandates: Vec<String>,
    /// The first local day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub first_day: Date,
    /// The last local day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub last_day: Date,
    /// The place as printed.
    pub place: String,
    /// The IANA name of the place's zone.
    pub zone: String,
    /// The languages of the papers.
    pub languages: Vec<LanguageTag>,
    /// The language in which papers are written unless they say otherwise.
    pub original: LanguageTag,
    /// Whether this is an example; printed on every page of its papers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fictional: bool,
    /// By which clock it runs; absent for the machine's.
    pub clock: Option<Clock>,
}

/// The dated list of those invited.
#[apply(stored!)]
pub struct RollRecorded {
    /// Where the list was taken from.
    pub source: String,
    /// The day as of which it holds.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub dated: Date,
    /// The delegations in the roll's own order.
    pub delegations: Vec<RollLine>,
}

/// A source of mandates with the number of its paragraphs, so that coverage can be computed.
#[apply(stored!)]
pub struct SourceDescribed {
    /// As citations name it: `IV Meeting, Recommendations`.
    pub source: String,
    /// How many paragraphs it has, numbered from 1.
    pub paragraphs: u32,
    /// The symbol of the document, if known.
    pub symbol: Option<String>,
    /// Whether the symbol is inferred, not stated by a paper.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
}
