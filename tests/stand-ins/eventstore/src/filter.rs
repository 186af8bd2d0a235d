//! Which events a read of all streams shows.

use regex::bytes::Regex;
use tonic::Status;

use crate::log::Record;
use crate::protocol::streams::read_req::options::FilterOption;
use crate::protocol::streams::read_req::options::filter_options::{Expression, Filter as Wanted};

/// A filter by stream or by type: some prefixes, or an expression.
pub(crate) enum Filter {
    /// Everything.
    None,
    /// By the name of the stream.
    Stream(Match),
    /// By the type of the event.
    Kind(Match),
}

pub(crate) enum Match {
    Prefixes(Vec<String>),
    Expression {
        regex: Regex,
        /// `^(?!(…))` is what clients send to leave something out.
        is_negated: bool,
    },
}

impl Filter {
    pub(crate) fn read(option: Option<FilterOption>) -> Result<Self, Status> {
        let Some(FilterOption::Filter(filter)) = option else { return Ok(Self::None) };
        match filter.filter {
            None => Ok(Self::None),
            Some(Wanted::StreamIdentifier(expression)) => {
                Ok(Self::Stream(Match::read(expression)?))
            }
            Some(Wanted::EventType(expression)) => Ok(Self::Kind(Match::read(expression)?)),
        }
    }

    pub(crate) fn shows(&self, record: &Record) -> bool {
        match self {
            Self::None => true,
            Self::Stream(wanted) => wanted.fits(&record.stream),
            Self::Kind(wanted) => {
                let kind = record.event.metadata.get("type").map_or("", String::as_str);
                wanted.fits(kind.as_bytes())
            }
        }
    }
}

impl Match {
    fn read(expression: Expression) -> Result<Self, Status> {
        if !expression.prefix.is_empty() {
            return Ok(Self::Prefixes(expression.prefix));
        }
        let text = expression.regex.as_str();
        let negative = text
            .strip_prefix("^(?!")
            .and_then(|rest| rest.strip_suffix(").*$").or_else(|| rest.strip_suffix(")")));
        let (text, is_negated) = match negative {
            Some(inner) => (format!("^{inner}"), true),
            None => (text.to_owned(), false),
        };
        let regex = Regex::new(&text)
            .map_err(|error| Status::invalid_argument(format!("the filter: {error}")))?;
        Ok(Self::Expression { regex, is_negated })
    }

    fn fits(&self, name: &[u8]) -> bool {
        match self {
            Self::Prefixes(prefixes) => {
                prefixes.iter().any(|prefix| name.starts_with(prefix.as_bytes()))
            }
            Self::Expression { regex, is_negated } => regex.is_match(name) != *is_negated,
        }
    }
}
