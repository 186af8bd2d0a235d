//! The frozen samples: read, checked, judged by the schema, and written again to the same bytes.

use std::sync::Arc;

use plenary_domain::event::AgendaEvent;
use plenary_domain::{Actor, Capacity, Deadline, Event, PersonId};
use plenary_journal::entry::NewEntry;
use plenary_journal::export::{self, ExportedEntry};
use plenary_journal::{
    Head, Key, KeyName, Keyring, MemoryKeyring, PreparedEntry, SeededRandom, StreamName, digest,
};
use plenary_service::Translator;
use plenary_service::codec::envelope;
use serde_json::Value;

use crate::{facts, generated, shelf};

fn stream() -> StreamName {
    StreamName::meeting(facts::SLUG).unwrap()
}

pub(crate) fn translator() -> Translator {
    let keyring = MemoryKeyring::new(Arc::new(SeededRandom::new(1)));
    let name = KeyName::new(facts::SLUG, &facts::PERSON.to_string()).unwrap();
    keyring.adopt(&name, &Key::new(facts::KEY)).unwrap();
    Translator::new(stream(), Arc::new(keyring))
}

/// The entry that stores this fact today, as the first of its stream.
fn entry(event: &Event) -> PreparedEntry {
    let (stream, translator) = (stream(), translator());
    let request = format!("sample:{}", event.kind());
    let id = digest::entry_id(&stream, &request, 0);
    let actor = Actor::person(PersonId(2), Capacity::Secretariat, Some(facts::code("ARG")));
    let actor = actor.acting_for(Some(facts::code("BRA")));
    translator.make_keys(std::slice::from_ref(event)).unwrap();
    let fact = NewEntry {
        id,
        kind: event.kind().into(),
        envelope: envelope(facts::at(), &request, &actor),
        salt: digest::salt(&facts::SECRET, &id),
        data: translator.encode(event, &id).unwrap(),
    };
    PreparedEntry::after(&Head::EMPTY, &stream, fact)
}

/// The frozen sample of a kind of the meeting, written if there is none and it may be.
pub(crate) fn sample(kind: &str) -> PreparedEntry {
    let mut line = Vec::new();
    export::write_line(&entry(&facts::fact(kind)), &mut line).unwrap();
    shelf::keep_sample(kind, &String::from_utf8(line).unwrap());
    kept(kind)
}

fn kept(kind: &str) -> PreparedEntry {
    match export::read_line(&shelf::sample(kind)).unwrap() {
        ExportedEntry::Full(entry) => entry,
        ExportedEntry::Withheld(_) => panic!("the sample of `{kind}` is withheld"),
    }
}

fn data(line: &str) -> Value {
    serde_json::from_str::<Value>(line).unwrap()["data"].take()
}

fn samples() -> Vec<(String, Value)> {
    for kind in Event::kinds() {
        sample(kind);
    }
    let kinds = shelf::kinds_in(true).into_iter();
    kinds.map(|kind| (kind.clone(), data(&shelf::sample(&kind)))).collect()
}

#[test]
fn the_frozen_sample_of_every_kind_is_read_as_the_fact_that_it_was() {
    for kind in Event::kinds() {
        let sample = sample(kind);
        assert_eq!(&*sample.kind, kind);
        assert_eq!(digest::entry_digest(&sample), sample.digest, "{kind}");
        let read = translator().decode(&sample).unwrap();
        assert_eq!(read.event, facts::fact(kind), "{kind}");
        assert_eq!(read.at, facts::at());
    }
}

#[test]
fn every_fact_is_written_today_in_the_very_bytes_of_its_frozen_sample() {
    for kind in Event::kinds() {
        let sample = sample(kind);
        let read = translator().decode(&sample).unwrap();
        let written = entry(&read.event);
        assert_eq!(String::from_utf8_lossy(&written.data), String::from_utf8_lossy(&sample.data));
        assert_eq!(written, sample, "{kind}");
        let mut line = Vec::new();
        export::write_line(&written, &mut line).unwrap();
        assert_eq!(String::from_utf8(line).unwrap(), shelf::sample(kind), "{kind}");
    }
}

/// Kinds that this release no longer writes, each with the kind that their events are today.
const OLDER: &[(&str, &str)] = &[("agenda.note-written.v1", "agenda.note-written.v2")];

#[test]
fn the_sample_of_an_older_kind_is_read_as_todays_event_and_its_bytes_are_exact() {
    for (old, today) in OLDER {
        let sample = kept(old);
        assert_eq!(digest::entry_digest(&sample), sample.digest, "{old}");
        let read = translator().decode_strictly(&sample).unwrap();
        assert_eq!(read.event.kind(), *today);
        let Event::Agenda(AgendaEvent::NoteWritten(note)) = read.event else { panic!("{old}") };
        let deadline = note.deadline.unwrap();
        assert_eq!(deadline, Deadline::ending(facts::DAY, facts::ZONE, &deadline.wording));
        let text = String::from_utf8(sample.data.to_vec()).unwrap();
        for other in
            [text.replace(r#""zone":"#, r#""zone": "#), text.replace("03:59:59.999", "04:00")]
        {
            let spoilt = PreparedEntry { data: other.into_bytes().into(), ..sample.clone() };
            assert!(translator().decode_strictly(&spoilt).is_err());
        }
        let later = text.replace(r#""zone":"#, r#""time":"16:10:00","zone":"#);
        let newer = PreparedEntry { data: later.into_bytes().into(), ..sample.clone() };
        let told = translator().decode(&newer).unwrap_err().to_string();
        assert!(told.contains("the field `time`"), "an older kind takes no newer field: {told}");
    }
}

#[test]
fn every_sample_is_a_kinds_and_states_every_field_of_its_schema() {
    let written: Vec<String> = samples().into_iter().map(|(kind, _)| kind).collect();
    for kind in Event::kinds() {
        assert!(written.iter().any(|found| found == kind), "`{kind}` has no sample");
    }
    for (kind, data) in samples() {
        assert!(generated::kinds().contains(&kind), "no kind is called `{kind}`");
        let schema = shelf::schema(&kind);
        for field in schema["properties"].as_object().unwrap().keys() {
            assert!(data.get(field).is_some(), "the sample of `{kind}` has no `{field}`");
        }
    }
}

#[test]
fn every_sample_is_valid_by_its_schema_and_a_spoilt_one_is_not() {
    for (kind, data) in samples() {
        let schema = shelf::schema(&kind);
        let judge = jsonschema::validator_for(&schema).unwrap();
        judge.validate(&data).unwrap_or_else(|error| panic!("{kind}: {error}"));
        let mut more = data.clone();
        more["colour"] = Value::from(1);
        assert!(!judge.is_valid(&more), "`{kind}` takes an unknown field");
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        assert!(!required.is_empty(), "{kind}");
        for field in &required {
            let mut less = data.clone();
            less.as_object_mut().unwrap().remove(field.as_str().unwrap());
            assert!(!judge.is_valid(&less), "`{kind}` does without {field}");
        }
        for field in data.as_object().unwrap().keys() {
            let mut other = data.clone();
            other[field] = Value::from(-1);
            assert!(!judge.is_valid(&other), "`{kind}` takes -1 as `{field}`");
        }
    }
}
