//! The published test vector, and the chain as a program in another language sees it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use plenary_journal::digest::{body_digest, entry_digest, entry_id, salt};
use plenary_journal::entry::{Head, NewEntry, PreparedEntry};
use plenary_journal::export::{ExportError, write_line, write_withheld};
use plenary_journal::seal::{SealPlace, open, seal};
use plenary_journal::{Envelope, Key, StreamName};
use plenary_testkit::contract::{batch, stream};
use serde_json::{Value, json};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

/// The vector computed now, in the shape of the published file.
fn vector() -> Value {
    let stream = StreamName::meeting("ciber-v").unwrap();
    let secret = [0x11; 32];
    let data = ["{\"title\":\"Ouverture de la réunion\\n\"}", "{\"item\":\"i1\"}"];
    let people = [(Some("h2"), "secretariat", None, Some("nl")), (None, "plenary", None, None)];
    let mut head = Head::EMPTY;
    let mut entries = Vec::new();
    for (index, (data, (person, capacity, delegation, acting_for))) in
        data.into_iter().zip(people).enumerate()
    {
        let id = entry_id(&stream, "discord:1234567890", index);
        let boxed = |text: Option<&str>| text.map(Box::from);
        let envelope = Envelope {
            at: "2026-11-23T20:49:12.345Z".into(),
            request: "discord:1234567890".into(),
            person: boxed(person),
            capacity: capacity.into(),
            delegation: boxed(delegation),
            acting_for: boxed(acting_for),
        };
        let kind = "agenda.item-added.v1".into();
        let salt = salt(&secret, &id);
        let fact = NewEntry { id, kind, envelope, salt, data: data.as_bytes().into() };
        let entry = PreparedEntry::after(&head, &stream, fact);
        assert_eq!(entry.digest, entry_digest(&entry));
        head = entry.head();
        let written = |write: fn(&PreparedEntry, &mut Vec<u8>) -> Result<(), ExportError>| {
            let mut line = Vec::new();
            write(&entry, &mut line).unwrap();
            String::from_utf8(line).unwrap()
        };
        entries.push(json!({
            "index": index,
            "id": id.to_string(),
            "salt": hex(&salt),
            "body_digest": hex(&body_digest(&entry)),
            "digest": entry.digest.to_string(),
            "line": written(write_line),
            "withheld": written(write_withheld),
        }));
    }
    let id = entry_id(&stream, "discord:1234567890", 0);
    let place = SealPlace { stream: &stream, id: &id, kind: "people.joined.v1" };
    let (key, plaintext) = (Key::new([0x22; 32]), "{\"name\":\"Éva Example\"}");
    let sealed = seal(&key, &place, plaintext.as_bytes()).unwrap();
    assert_eq!(open(&key, &place, &sealed).unwrap(), plaintext.as_bytes());
    json!({
        "about": "Ids, salts, digests and a sealed text as docs/stored-form.md describes them.",
        "secret": hex(&secret),
        "stream": stream.as_str(),
        "request": "discord:1234567890",
        "entries": entries,
        "seal": {
            "key": hex(key.as_bytes()),
            "id": id.to_string(),
            "kind": "people.joined.v1",
            "plaintext": plaintext,
            "sealed": sealed,
        },
    })
}

#[test]
fn the_published_vector_is_what_is_computed() {
    let path = root().join("schemas/digest-vector.json");
    if std::env::var_os("PLENARY_WRITE_VECTOR").is_some() {
        let text = serde_json::to_string_pretty(&vector()).unwrap();
        fs::write(&path, format!("{text}\n")).unwrap();
    }
    let published: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    assert_eq!(published, vector(), "the stored form changed; it must not");
}

/// What the judge says of these lines, and whether it is content.
fn judge(lines: &[u8]) -> (String, bool) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("export.jsonl");
    fs::write(&file, lines).unwrap();
    let script = root().join("tests/judges/verify_chain.py");
    let output = Command::new("python3").arg(script).arg(file).output();
    let output = output.expect("python3 judges the export in this test; install it");
    let told = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (told, output.status.success())
}

#[test]
fn a_verifier_in_another_language_finds_the_export_unbroken_and_names_what_is_not() {
    let (one, two) = (stream("judge"), stream("judge-two"));
    let mut entries = batch(&one, &Head::EMPTY, "r1", 5);
    entries.extend(batch(&two, &Head::EMPTY, "r1", 3));
    let export = |entries: &[PreparedEntry]| {
        let mut lines = Vec::new();
        for entry in entries {
            let withheld = entry.number == 2;
            let write = if withheld { write_withheld } else { write_line };
            write(entry, &mut lines).unwrap();
        }
        lines
    };
    assert_eq!(judge(&export(&entries)), ("8 entries, none altered or lost".to_owned(), true));
    let mut altered = entries.clone();
    altered[3].data = b"{}"[..].into();
    assert_eq!(judge(&export(&altered)), (format!("entry 4 of {one} is damaged"), false));
    let mut lost = entries.clone();
    lost.remove(2);
    assert_eq!(judge(&export(&lost)), (format!("entry 3 of {one} is damaged"), false));
    let text = String::from_utf8(export(&entries)).unwrap();
    let spoken = text.replacen("\"capacity\":\"secretariat\"", "\"capacity\":\"chair\"", 1);
    assert_eq!(judge(spoken.as_bytes()), (format!("entry 1 of {one} is damaged"), false));
    // Also what no digest covers has one form.
    for (right, wrong) in [
        ("\"specversion\":\"1.0\"", "\"specversion\":\"1.1\""),
        ("application/json", "application/jsom"),
        ("\"datacontenttype\"", "\"datacontenttypf\""),
        ("\"person\"", "\"persom\""),
    ] {
        assert!(text.contains(right), "{right} is not in {text}");
        let (told, is_right) = judge(text.replacen(right, wrong, 1).as_bytes());
        assert!(!is_right, "{wrong} was not found: {told}");
    }
}

#[test]
fn the_vector_holds_for_the_verifier_in_another_language() {
    let vector = vector();
    let entries = vector["entries"].as_array().unwrap();
    for forms in [["line", "line"], ["withheld", "line"], ["withheld", "withheld"]] {
        let lines: String =
            entries.iter().zip(forms).map(|(entry, form)| entry[form].as_str().unwrap()).collect();
        assert_eq!(judge(lines.as_bytes()), ("2 entries, none altered or lost".to_owned(), true));
    }
}
