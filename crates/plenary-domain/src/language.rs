//! Languages: in which a meeting's papers are written, and which four Plenary can speak.

use std::fmt;
use std::str::FromStr;

use oxilangtag::{LanguageTag as Tag, LanguageTagParseError};
use serde::{Deserialize, Deserializer, Serialize, de};

/// A language of Plenary's own words, by its ISO 639-1 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Portuguese.
    Pt,
}

impl Language {
    /// The four languages, in the order in which papers list them.
    pub const ALL: [Self; 4] = [Self::En, Self::Es, Self::Fr, Self::Pt];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::Pt => "pt",
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// The language of a paper or a meeting: a tag of BCP 47 as it was given, well-formed by RFC 5646.
///
/// Tags are compared ignoring case, as section 2.1.1 says.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// The tag as it was given, such as `fr-CA`.
    pub fn as_given(&self) -> &str {
        &self.0
    }

    /// Which of the four languages it is, by its primary subtag.
    pub fn language(&self) -> Option<Language> {
        let primary = self.0.split('-').next().unwrap_or_default();
        Language::from_code(&primary.to_ascii_lowercase())
    }

    /// The language of Plenary's own words on a paper in this one: English where it is not one of
    /// the four.
    pub fn words(&self) -> Language {
        self.language().unwrap_or(Language::En)
    }
}

impl PartialEq for LanguageTag {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for LanguageTag {}

impl From<Language> for LanguageTag {
    fn from(language: Language) -> Self {
        Self(language.code().to_owned())
    }
}

impl FromStr for LanguageTag {
    type Err = LanguageTagParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Tag::parse(text).map(|tag| Self(tag.into_inner().to_owned()))
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for LanguageTag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for LanguageTag {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "LanguageTag".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A language tag of BCP 47 as it was given; compared ignoring case.",
            "pattern": "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$",
        })
    }
}
