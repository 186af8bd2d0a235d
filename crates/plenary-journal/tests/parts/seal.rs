//! What is sealed opens in its own place only.

use data_encoding::BASE64URL_NOPAD;
use plenary_journal::StreamName;
use plenary_journal::digest::entry_id;
use plenary_journal::keyring::Key;
use plenary_journal::seal::*;

const KIND: &str = "people.joined.v1";

fn stream() -> StreamName {
    StreamName::meeting("ciber-v").unwrap()
}

#[test]
fn what_was_sealed_opens_with_the_same_key_at_the_same_place() {
    let (stream, key) = (stream(), Key::new([7; 32]));
    let id = entry_id(&stream, "terminal:1", 0);
    let place = SealPlace { stream: &stream, id: &id, kind: KIND };
    for length in [0, 1, 251, 252, 253, 256, 1_000] {
        let plaintext = vec![b'x'; length];
        let sealed = seal(&key, &place, &plaintext).unwrap();
        assert_eq!(open(&key, &place, &sealed).unwrap(), plaintext);
        assert_eq!(seal(&key, &place, &plaintext).unwrap(), sealed, "sealing varies");
        let bytes = BASE64URL_NOPAD.decode(sealed.as_bytes()).unwrap().len();
        assert_eq!(bytes, (length + 4).div_ceil(256) * 256 + 16);
    }
}

#[test]
fn another_key_another_place_or_a_changed_byte_does_not_open() {
    let (stream, key) = (stream(), Key::new([7; 32]));
    let (id, other_id) = (entry_id(&stream, "terminal:1", 0), entry_id(&stream, "x", 0));
    let other_stream = StreamName::meeting("other").unwrap();
    let place = SealPlace { stream: &stream, id: &id, kind: KIND };
    let sealed = seal(&key, &place, b"{\"name\":\"A\"}").unwrap();
    assert_eq!(open(&Key::new([8; 32]), &place, &sealed), Err(SealError::NotOpened));
    for place in [
        SealPlace { stream: &other_stream, ..place },
        SealPlace { id: &other_id, ..place },
        SealPlace { kind: "people.joined.v2", ..place },
    ] {
        assert_eq!(open(&key, &place, &sealed), Err(SealError::NotOpened));
    }
    let changed = sealed.replacen(&sealed[..1], if &sealed[..1] == "A" { "B" } else { "A" }, 1);
    assert_eq!(open(&key, &place, &changed), Err(SealError::NotOpened));
    assert!(matches!(open(&key, &place, "not base64!"), Err(SealError::Malformed(_))));
    let long = vec![0; PLAINTEXT_BYTES_MAX + 1];
    assert_eq!(seal(&key, &place, &long), Err(SealError::TooLong(long.len())));
}
