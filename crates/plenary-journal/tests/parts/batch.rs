//! What may be appended together.

use plenary_journal::batch::*;

#[test]
fn an_instant_has_milliseconds_and_z() {
    assert!(is_instant("2026-11-23T20:49:12.000Z"));
    for bad in ["2026-11-23T20:49:12Z", "2026-11-23 20:49:12.000Z", "2026-11-23T20:49:12.000+"] {
        assert!(!is_instant(bad), "{bad} was taken");
    }
}

#[test]
fn data_is_one_json_object_on_one_line() {
    assert!(is_data("{\"text\":\"é\\n\"}".as_bytes()));
    for bad in ["", "[]", "{\n}", " {}", "{} ", "{\"a\":}", "{}{}"] {
        assert!(!is_data(bad.as_bytes()), "{bad:?} was taken");
    }
    assert!(!is_data(b"{\"a\":\"\xff\"}"));
}
