//! Lines that are written and read back, and lines that are refused by name.

use data_encoding::HEXLOWER;
use plenary_journal::Head;
use plenary_journal::digest::body_digest;
use plenary_journal::export::*;
use plenary_journal::verify::Chain;
use plenary_journal::{Digest, PreparedEntry};
use plenary_testkit::contract::{batch, stream};

fn sample() -> PreparedEntry {
    let mut entry = batch(&stream("export"), &Head::EMPTY, "terminal:1", 1).remove(0);
    entry.data = "{\"t\":\"é \\u00e9,\\\"data\\\":1\\n\",\"n\": 1e2}".as_bytes().into();
    entry.digest = plenary_journal::digest::entry_digest(&entry);
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

fn withheld(entry: &PreparedEntry) -> String {
    let mut line = Vec::new();
    write_withheld(entry, &mut line).unwrap();
    String::from_utf8(line).unwrap()
}

#[test]
fn a_withheld_line_tells_nothing_but_that_an_entry_exists_and_still_verifies() {
    let entry = sample();
    let line = withheld(&entry);
    let (stream, digest, zeros) = (&entry.stream, &entry.digest, Digest::ZERO);
    let body = HEXLOWER.encode(&body_digest(&entry));
    let told = format!(
        "{{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/plenary/{stream}\",\
         \"type\":\"plenary.withheld\",\"number\":1,\"prev\":\"{zeros}\",\
         \"bodydigest\":\"{body}\",\"digest\":\"{digest}\"}}\n"
    );
    assert_eq!(line, told);
    Chain::new(entry.stream).check_exported(&read_line(&line).unwrap()).unwrap();
}

#[test]
fn a_withheld_line_that_plenary_does_not_write_is_refused() {
    let line = withheld(&sample());
    let cases = [
        ("the id of an event", line.replacen("\"1\"", &format!("\"{}\"", sample().id), 1)),
        ("another number", line.replacen("\"number\":1", "\"number\":2", 1)),
        ("a time", line.replacen('{', "{\"time\":\"2026-11-23T20:49:12.000Z\",", 1)),
        ("data", line.replacen('}', ",\"data\":{}}", 1)),
        ("no body", line.replacen("bodydigest", "datadigest", 1)),
        ("a short body", line.replacen("\"bodydigest\":\"", "\"bodydigest\":\"0", 1)),
    ];
    for (what, bad) in cases {
        assert_ne!(bad, line, "{what} changed nothing");
        assert!(read_line(&bad).is_err(), "{what} was taken: {bad}");
    }
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
        ("data and a body's digest", line.replacen("{", "{\"bodydigest\":\"00\",", 1)),
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
