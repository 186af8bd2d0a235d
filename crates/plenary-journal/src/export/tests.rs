//! Lines that are written and read back, and lines that are refused by name.

use super::*;
use crate::Head;
use crate::contract::{batch, stream};
use crate::verify::Chain;

fn sample() -> PreparedEntry {
    let mut entry = batch(&stream("export"), &Head::EMPTY, "terminal:1", 1).remove(0);
    entry.data = "{\"t\":\"é \\u00e9,\\\"data\\\":1\\n\",\"n\": 1e2}".as_bytes().into();
    entry.digest = crate::digest::entry_digest(&entry);
    entry
}

fn full(entry: &PreparedEntry) -> String {
    let mut line = Vec::new();
    write_line(entry, &mut line).unwrap();
    String::from_utf8(line).unwrap()
}

#[test]
fn a_full_line_reads_back_to_the_same_entry_byte_for_byte() {
    let entry = sample();
    let line = full(&entry);
    assert!(line.ends_with("}\n") && line.lines().count() == 1);
    assert_eq!(read_line(&line).unwrap(), ExportedEntry::Full(entry));
}

#[test]
fn a_withheld_line_holds_neither_salt_nor_data_and_still_verifies() {
    let entry = sample();
    let mut line = Vec::new();
    write_withheld(&entry, &mut line).unwrap();
    let line = String::from_utf8(line).unwrap();
    assert!(!line.contains("\"salt\"") && !line.contains("\"data\":"), "{line}");
    let read = read_line(&line).unwrap();
    assert!(matches!(&read, ExportedEntry::Withheld(withheld) if withheld.id == entry.id));
    Chain::new(entry.stream).check_exported(&read).unwrap();
}

#[test]
fn a_line_that_plenary_does_not_write_is_refused() {
    let line = full(&sample());
    let twice = line.replacen("{", "{\"number\":1,", 1);
    let cases = [
        ("an unknown attribute", line.replacen("{", "{\"subject\":\"x\",", 1)),
        ("an attribute twice", twice),
        ("another version", line.replace("\"1.0\"", "\"1.1\"")),
        ("another source", line.replace("/plenary/meeting-", "/other/meeting-")),
        ("no milliseconds", line.replace(".000Z", "Z")),
        ("a short salt", line.replacen("\"salt\":\"", "\"salt\":\"0", 1)),
        ("a digest in capitals", {
            let at = line.find("\"digest\":\"").unwrap() + 10;
            format!("{}{}{}", &line[..at], line[at..at + 64].to_uppercase(), &line[at + 64..])
        }),
        ("number zero", line.replace("\"number\":1", "\"number\":0")),
        ("an empty person", line.replace("\"person\":\"h1\"", "\"person\":\"\"")),
        ("no capacity", line.replace("\"capacity\":\"secretariat\",", "")),
        ("data and its digest", line.replacen("{", "{\"datadigest\":\"00\",", 1)),
        ("data that is no object", line.replace("\"n\": 1e2", "\"n\":")),
        ("no JSON", line.replace('{', "")),
    ];
    for (what, bad) in cases {
        assert_ne!(bad, line, "{what} changed nothing");
        assert!(read_line(&bad).is_err(), "{what} was taken: {bad}");
    }
}

#[test]
fn data_that_would_break_the_line_is_not_written() {
    let mut entry = sample();
    entry.data = b"{\n}"[..].into();
    let mut line = Vec::new();
    assert!(matches!(write_line(&entry, &mut line), Err(ExportError::Data { number: 1, .. })));
    assert!(line.is_empty());
}
