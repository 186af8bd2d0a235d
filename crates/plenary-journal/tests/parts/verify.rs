//! Chains that are whole, and each way in which one can be broken.

use plenary_journal::digest::entry_digest;
use plenary_journal::export::{ExportedEntry, WithheldEntry};
use plenary_journal::export::{read_line, write_withheld};
use plenary_journal::verify::*;
use plenary_journal::{Digest, Head, PreparedEntry, StreamName};
use plenary_testkit::contract::{batch, stream};
use uuid::Uuid;

fn whole(length: usize) -> (StreamName, Vec<PreparedEntry>) {
    let stream = stream("verify");
    let entries = batch(&stream, &Head::EMPTY, "r1", length);
    (stream, entries)
}

fn check(stream: &StreamName, entries: &[PreparedEntry]) -> Result<Head, (u64, Why)> {
    let mut chain = Chain::new(stream.clone());
    for entry in entries {
        chain.check(entry).map_err(|broken| (broken.number, broken.why))?;
    }
    Ok(chain.head())
}

#[test]
fn an_unbroken_chain_ends_at_its_head_with_and_without_data() {
    let (stream, entries) = whole(5);
    assert_eq!(check(&stream, &entries), Ok(entries[4].head()));
    let mut chain = Chain::new(stream);
    for (index, entry) in entries.iter().enumerate() {
        if index % 2 == 0 {
            chain.check(entry).unwrap();
            continue;
        }
        let mut line = Vec::new();
        write_withheld(entry, &mut line).unwrap();
        chain.check_exported(&read_line(std::str::from_utf8(&line).unwrap()).unwrap()).unwrap();
    }
    assert_eq!(chain.head(), entries[4].head());
}

#[test]
fn every_kind_of_break_is_named_with_its_entry() {
    let (stream, entries) = whole(5);
    let mut lost = entries.clone();
    lost.remove(2);
    assert_eq!(check(&stream, &lost), Err((3, Why::Missing)));
    let mut swapped = entries.clone();
    swapped.insert(4, entries[1].clone());
    assert_eq!(check(&stream, &swapped), Err((2, Why::OutOfOrder)));
    let (other, foreign) = whole(3);
    let mut mixed = entries.clone();
    mixed[2] = foreign[2].clone();
    assert_eq!(check(&stream, &mixed), Err((3, Why::ForeignStream(other))));
    let mut rewritten = entries.clone();
    rewritten[1].data = b"{}"[..].into();
    rewritten[1].digest = plenary_journal::digest::entry_digest(&rewritten[1]);
    assert_eq!(check(&stream, &rewritten), Err((3, Why::Unchained)));
    let mut repeated = entries.clone();
    repeated[4].id = entries[0].id;
    repeated[4].digest = plenary_journal::digest::entry_digest(&repeated[4]);
    assert_eq!(check(&stream, &repeated), Err((5, Why::RepeatedId(entries[0].id))));
}

#[test]
fn a_change_of_any_covered_field_is_an_alteration() {
    let (stream, entries) = whole(3);
    let changes: [fn(&mut PreparedEntry); 11] = [
        |entry| entry.id = Uuid::nil(),
        |entry| entry.kind = "agenda.item-moved.v1".into(),
        |entry| entry.envelope.at = "2026-11-23T20:49:12.001Z".into(),
        |entry| entry.envelope.request = "r2".into(),
        |entry| entry.envelope.person = None,
        |entry| entry.envelope.capacity = "chair".into(),
        |entry| entry.envelope.delegation = entry.envelope.acting_for.take(),
        |entry| entry.envelope.acting_for = None,
        |entry| entry.salt[0] ^= 1,
        |entry| entry.prev.0[31] ^= 1,
        |entry| entry.data = b"{}"[..].into(),
    ];
    for (index, change) in changes.into_iter().enumerate() {
        let mut altered = entries.clone();
        change(&mut altered[1]);
        assert_eq!(check(&stream, &altered), Err((2, Why::Altered)), "change {index}");
    }
}

#[test]
fn a_lost_tail_and_a_rewrite_are_found_against_a_kept_head() {
    let (stream, entries) = whole(5);
    let mut chain = Chain::new(stream);
    for entry in &entries[..3] {
        chain.check(entry).unwrap();
    }
    for kept in [Head::EMPTY, entries[0].head(), entries[2].head()] {
        assert_eq!(chain.check_head(&kept), Ok(()));
    }
    let lost = chain.check_head(&entries[4].head()).unwrap_err();
    assert_eq!((lost.number, lost.why), (4, Why::Missing));
    let other = Head { number: 2, digest: Digest([1; 32]) };
    let rewritten = chain.check_head(&other).unwrap_err();
    assert_eq!((rewritten.number, &rewritten.why), (2, &Why::OtherThanKept(other.digest)));
    assert!(rewritten.to_string().contains("entry 2 of "), "{rewritten}");
}

/// The entry as its withheld line is read.
fn withheld(entry: &PreparedEntry) -> WithheldEntry {
    let mut line = Vec::new();
    write_withheld(entry, &mut line).unwrap();
    match read_line(std::str::from_utf8(&line).unwrap()).unwrap() {
        ExportedEntry::Withheld(entry) => entry,
        ExportedEntry::Full(_) => panic!("it is not withheld"),
    }
}

#[test]
fn a_withheld_entry_that_was_altered_lost_or_replaced_is_named() {
    let (stream, entries) = whole(3);
    let alterations: [fn(&mut WithheldEntry); 3] = [
        |entry| entry.body_digest[0] ^= 1,
        |entry| entry.prev.0[0] ^= 1,
        |entry| entry.digest.0[0] ^= 1,
    ];
    for change in alterations {
        let mut chain = Chain::new(stream.clone());
        chain.check(&entries[0]).unwrap();
        let mut entry = withheld(&entries[1]);
        change(&mut entry);
        assert_eq!(chain.check_withheld(&entry).unwrap_err().why, Why::Altered);
    }
    let mut chain = Chain::new(stream);
    chain.check(&entries[0]).unwrap();
    assert_eq!(chain.check_withheld(&withheld(&entries[2])).unwrap_err().why, Why::Missing);
    assert_eq!(chain.check_withheld(&withheld(&entries[0])).unwrap_err().why, Why::OutOfOrder);
}

#[test]
fn times_are_compared_among_the_entries_that_are_shown() {
    let (stream, mut entries) = whole(3);
    let times =
        ["2026-11-23T20:49:12.000Z", "2026-11-23T20:49:10.000Z", "2026-11-23T20:49:11.000Z"];
    let mut head = Head::EMPTY;
    for (entry, at) in entries.iter_mut().zip(times) {
        entry.envelope.at = at.into();
        entry.prev = head.digest;
        entry.digest = entry_digest(entry);
        head = entry.head();
    }
    assert_eq!(check(&stream, &entries), Err((2, Why::TimeFell)));
    let mut chain = Chain::new(stream);
    chain.check(&entries[0]).unwrap();
    chain.check_withheld(&withheld(&entries[1])).unwrap();
    assert_eq!(chain.check(&entries[2]).unwrap_err().why, Why::TimeFell);
}
