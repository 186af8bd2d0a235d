//! The same views as data for other programs, with field names that do not change.

use plenary_domain::Views;
use plenary_domain::projection::Reader;
use plenary_domain::projection::agenda::Edition;
use serde_json::{Value, json};

/// One edition of the agenda.
pub fn agenda(_views: &Views, _reader: &Reader, _edition: &Edition) -> Value {
    json!({})
}

/// Who takes part.
pub fn roster(_views: &Views, _reader: &Reader) -> Value {
    json!({})
}

/// The comments that the reader may read.
pub fn comments(_views: &Views, _reader: &Reader) -> Value {
    json!([])
}

/// The editions that the reader may read.
pub fn editions(_views: &Views, _reader: &Reader) -> Value {
    json!([])
}
