//! The two tables (docs/stored-form.md, SQLite), and an entry as its row.

use plenary_journal::{
    Digest, Envelope, JournalError, Position, PreparedEntry, StoredEntry, StreamName,
};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection, Row, params};
use uuid::Uuid;

use crate::failure;

/// The tables as they are made: ordinary ones, so that anyone can read them with `sqlite3`. `heads`
/// says how far each stream goes, so that a lost end is noticed.
pub(crate) const SCHEMA: &str = "
CREATE TABLE entries (
    position   INTEGER PRIMARY KEY, -- the order of everything in this file
    stream     TEXT    NOT NULL,
    number     INTEGER NOT NULL,    -- from 1 in each stream
    id         BLOB    NOT NULL UNIQUE,
    kind       TEXT    NOT NULL,
    at         TEXT    NOT NULL,
    request    TEXT    NOT NULL,
    person     TEXT,
    capacity   TEXT    NOT NULL,
    delegation TEXT,
    acting_for TEXT,
    salt       BLOB    NOT NULL,
    prev       BLOB    NOT NULL,
    digest     BLOB    NOT NULL,
    data       TEXT    NOT NULL,    -- JSON, its bytes as they were appended
    UNIQUE (stream, number)
);
CREATE TABLE heads (
    stream     TEXT    NOT NULL PRIMARY KEY,
    number     INTEGER NOT NULL,    -- of its last entry
    digest     BLOB    NOT NULL     -- of its last entry
);";

/// The columns of an entry in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "position, stream, number, id, kind, at, request, person, capacity, delegation, \
         acting_for, salt, prev, digest, data"
    };
}
pub(crate) use columns;

const INSERT: &str = "INSERT INTO entries (stream, number, id, kind, at, request, person, \
    capacity, delegation, acting_for, salt, prev, digest, data) \
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

/// A number as SQLite's signed integer; what is beyond stands after every entry there is.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Stores `entry` and tells its position.
pub(crate) fn insert(connection: &Connection, entry: &PreparedEntry) -> rusqlite::Result<Position> {
    let envelope = &entry.envelope;
    // The data are UTF-8, as `batch::check` has seen.
    let data = ValueRef::Text(&entry.data);
    connection.prepare_cached(INSERT)?.execute(params![
        entry.stream.as_str(),
        signed(entry.number),
        &entry.id.as_bytes()[..],
        &*entry.kind,
        &*envelope.at,
        &*envelope.request,
        envelope.person.as_deref(),
        &*envelope.capacity,
        envelope.delegation.as_deref(),
        envelope.acting_for.as_deref(),
        &entry.salt[..],
        &entry.prev.0[..],
        &entry.digest.0[..],
        rusqlite::types::ToSqlOutput::Borrowed(data),
    ])?;
    let position = u64::try_from(connection.last_insert_rowid()).unwrap_or(0);
    Ok(Position(position))
}

/// Notes that `entry` is now the last of its stream.
pub(crate) fn set_head(connection: &Connection, entry: &PreparedEntry) -> rusqlite::Result<()> {
    const SQL: &str = "INSERT INTO heads (stream, number, digest) VALUES (?1, ?2, ?3)
        ON CONFLICT (stream) DO UPDATE SET number = excluded.number, digest = excluded.digest";
    let (stream, number) = (entry.stream.as_str(), signed(entry.number));
    let values = params![stream, number, &entry.digest.0[..]];
    connection.prepare_cached(SQL)?.execute(values).map(|_| ())
}

/// Asks for every column of each table, and can be prepared only where they all are.
pub(crate) const TABLES: [&str; 2] = [
    concat!("SELECT ", columns!(), " FROM entries LIMIT 0"),
    "SELECT stream, number, digest FROM heads LIMIT 0",
];

/// All rows that `statement` finds, as entries.
pub(crate) fn collect(
    connection: &Connection,
    mut statement: CachedStatement<'_>,
    values: impl rusqlite::Params,
    room: usize,
) -> Result<Vec<StoredEntry>, JournalError> {
    let failed = |error: rusqlite::Error| failure::told(connection, error);
    let mut entries = Vec::with_capacity(room);
    let mut rows = statement.query(values).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        entries.push(read(row)?);
    }
    Ok(entries)
}

/// The entry in `row`, whose columns are [`columns`].
fn read(row: &Row<'_>) -> Result<StoredEntry, JournalError> {
    entry(row).map_err(|column| {
        let stream = row.get_ref(1).ok().and_then(|value| value.as_str().ok());
        JournalError::Damaged {
            stream: stream.unwrap_or("an unreadable stream").to_owned(),
            number: number(row, 2).unwrap_or(0),
            why: format!("its column `{column}` does not hold what Plenary writes there"),
        }
    })
}

/// As [`read`]; fails with the name of the column that is wrong.
fn entry(row: &Row<'_>) -> Result<StoredEntry, &'static str> {
    let position = Position(number(row, 0).ok_or("position")?);
    let stream = text(row, 1).ok_or("stream")?;
    let entry = PreparedEntry {
        stream: stream.parse::<StreamName>().map_err(|_| "stream")?,
        number: number(row, 2).ok_or("number")?,
        id: Uuid::from_bytes(bytes(row, 3).ok_or("id")?),
        kind: text(row, 4).ok_or("kind")?.into(),
        envelope: Envelope {
            at: text(row, 5).ok_or("at")?.into(),
            request: text(row, 6).ok_or("request")?.into(),
            person: optional(row, 7).ok_or("person")?,
            capacity: text(row, 8).ok_or("capacity")?.into(),
            delegation: optional(row, 9).ok_or("delegation")?,
            acting_for: optional(row, 10).ok_or("acting_for")?,
        },
        salt: bytes(row, 11).ok_or("salt")?,
        prev: Digest(bytes(row, 12).ok_or("prev")?),
        digest: Digest(bytes(row, 13).ok_or("digest")?),
        data: match row.get_ref(14) {
            Ok(ValueRef::Text(data)) => data.into(),
            _ => return Err("data"),
        },
    };
    Ok(StoredEntry { position, entry })
}

/// The whole number in column `index`.
pub(crate) fn number(row: &Row<'_>, index: usize) -> Option<u64> {
    u64::try_from(row.get_ref(index).ok()?.as_i64().ok()?).ok()
}

/// The `N` bytes in column `index`.
pub(crate) fn bytes<const N: usize>(row: &Row<'_>, index: usize) -> Option<[u8; N]> {
    row.get_ref(index).ok()?.as_blob().ok()?.try_into().ok()
}

/// The text in column `index`.
pub(crate) fn text<'row>(row: &'row Row<'_>, index: usize) -> Option<&'row str> {
    row.get_ref(index).ok()?.as_str().ok()
}

/// The text in column `index`, or `Some(None)` for NULL; `None` when the column has another type.
fn optional(row: &Row<'_>, index: usize) -> Option<Option<Box<str>>> {
    Some(row.get_ref(index).ok()?.as_str_or_null().ok()?.map(Box::from))
}
