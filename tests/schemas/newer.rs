//! A word or a field that this release does not know was written by a newer one, in every kind that
//! has closed words; anything else that is wrong is malformed.

use plenary_domain::Event;
use plenary_journal::seal::{self, SealPlace};
use plenary_journal::{Key, PreparedEntry};
use plenary_service::TranslateError;

use crate::facts;
use crate::frozen::{sample, translator};

/// What the sample of this kind says, and what that of a newer Plenary may say there.
const WORDS: [(&str, &str, &str); 12] = [
    ("meeting.convened.v1", r#""clock":"practice""#, r#""clock":"moon""#),
    ("meeting.roll-recorded.v1", r#""standing":"observer""#, r#""standing":"guest""#),
    ("people.invited.v1", r#""seat":"expert""#, r#""seat":"guest""#),
    ("people.joined.v1", r#""seat":"expert""#, r#""seat":"guest""#),
    ("people.appointed.v1", r#""office":"secretariat""#, r#""office":"rapporteur""#),
    ("people.seat-ended.v1", r#""seat":"expert""#, r#""seat":"guest""#),
    ("reply.nominated.v1", r#""role":"expert""#, r#""role":"delegate""#),
    ("agenda.note-written.v2", r#""asks":"presentations""#, r#""asks":"topics""#),
    ("agenda.note-written.v2", r#"{"paragraph":"#, r#"{"heading":"#),
    ("comment.made.v1", r#""readers":"secretariat""#, r#""readers":"own-delegation""#),
    ("paper.prepared.v1", r#""kind":"agenda""#, r#""kind":"record""#),
    ("decision.adopted.v1", r#""manner":"vote""#, r#""manner":"silence""#),
];

fn with_data(mut entry: PreparedEntry, data: String) -> PreparedEntry {
    entry.data = data.into_bytes().into();
    entry
}

fn text(entry: &PreparedEntry) -> String {
    String::from_utf8(entry.data.to_vec()).unwrap()
}

/// What is not known in this entry, which reads as one of a newer Plenary.
fn unknown(entry: &PreparedEntry) -> String {
    match translator().decode(entry) {
        Err(TranslateError::Newer { number: 1, what, .. }) => what,
        other => panic!("{}: {other:?}", text(entry)),
    }
}

#[test]
fn a_word_that_is_not_known_reads_as_written_by_a_newer_plenary() {
    for (kind, known, newer) in WORDS {
        let entry = sample(kind);
        assert!(text(&entry).contains(known), "{kind} does not say {known}");
        let changed = text(&entry).replacen(known, newer, 1);
        let word = newer.split('"').rfind(|part| part.len() > 1).unwrap();
        let what = format!("the word `{word}` in `{kind}`");
        assert_eq!(unknown(&with_data(entry, changed)), what);
    }
}

#[test]
fn any_well_formed_language_tag_is_read_and_a_malformed_one_is_malformed() {
    let entry = sample("meeting.convened.v1");
    let with = |tag: &str| {
        let original = format!(r#""original":"{tag}""#);
        let changed = text(&entry).replacen(r#""original":"es""#, &original, 1);
        assert!(changed.contains(&original));
        translator().decode(&with_data(entry.clone(), changed))
    };
    for tag in ["ru", "fr-CA", "zh-Hant"] {
        assert!(with(tag).is_ok(), "{tag}");
    }
    for tag in ["en_US", "", "français"] {
        let read = with(tag);
        assert!(matches!(read, Err(TranslateError::Malformed { .. })), "{tag}: {read:?}");
    }
}

#[test]
fn a_capacity_that_is_not_known_reads_as_written_by_a_newer_plenary() {
    let mut entry = sample("session.opened.v1");
    entry.envelope.capacity = "interpreter".into();
    assert_eq!(unknown(&entry), "the capacity `interpreter`");
}

#[test]
fn a_field_that_is_not_known_reads_as_written_by_a_newer_plenary_wherever_it_stands() {
    for kind in Event::kinds() {
        let entry = sample(kind);
        let text = text(&entry);
        // In the fact itself, and in whatever it holds.
        for (at, _) in text.match_indices("{\"") {
            let (before, rest) = text.split_at(at + 1);
            let changed = with_data(entry.clone(), format!("{before}\"colour\":1,{rest}"));
            let what = unknown(&changed);
            assert!(what.ends_with(&format!(" `colour` in `{kind}`")), "{kind}: {what}");
        }
    }
}

#[test]
fn a_personal_part_where_this_release_has_none_reads_as_written_by_a_newer_plenary() {
    let entry = sample("session.opened.v1");
    let sealed = text(&entry).replace('}', r#","sealed":"AAAA"}"#);
    let what = unknown(&with_data(entry, sealed));
    assert_eq!(what, "the field `sealed` in `session.opened.v1`");
}

#[test]
fn a_field_that_is_not_known_inside_a_seal_reads_as_written_by_a_newer_plenary() {
    let entry = sample("people.joined.v1");
    let place = SealPlace { stream: &entry.stream, id: &entry.id, kind: &entry.kind };
    let sealed = |plaintext: &str| {
        let sealed = seal::seal(&Key::new(facts::KEY), &place, plaintext.as_bytes()).unwrap();
        let whole = text(&entry);
        let (plain, _) = whole.split_once(r#","sealed""#).unwrap();
        with_data(entry.clone(), format!(r#"{plain},"sealed":"{sealed}"}}"#))
    };
    assert!(translator().decode(&sealed(r#"{"name":"Éva"}"#)).is_ok());
    let what = unknown(&sealed(r#"{"name":"Éva","nickname":"E"}"#));
    assert_eq!(what, "the field `nickname` in `people.joined.v1`");
}

#[test]
fn what_no_plenary_would_write_is_malformed() {
    let cases = [
        ("session.opened.v1", r#"{"sitting":"s1","sitting":"s2"}"#),
        ("session.opened.v1", r#"{"sitting":1}"#),
        ("session.opened.v1", r#"{"sealed":"AAAA","sitting":"s1"}"#),
        ("session.opened.v1", r#"{}"#),
        ("session.opened.v1", r#"{"sitting":"s1"}}"#),
        ("decision.objected.v1", r#"{"decision":"d2","delegation":7}"#),
        ("comment.withdrawn.v1", r#"{"comment":"c2","reason":null}"#),
    ];
    for (kind, data) in cases {
        let entry = with_data(sample(kind), data.to_owned());
        let error = translator().decode_strictly(&entry).unwrap_err();
        assert!(matches!(error, TranslateError::Malformed { .. }), "{data}: {error:?}");
    }
}
