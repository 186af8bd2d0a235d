//! Keys that are made once, forgotten for ever, moved, and never printed.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use plenary_journal::keyring::*;
use plenary_journal::random::{SeededRandom, SystemRandom};

fn folder(path: &Path) -> FolderKeyring {
    FolderKeyring::new(path.join("journal.db.keys"), Arc::new(SystemRandom))
}

fn memory() -> MemoryKeyring {
    MemoryKeyring::new(Arc::new(SeededRandom::new(1)))
}

fn name(person: &str) -> KeyName {
    KeyName::new("ciber-v", person).unwrap()
}

#[test]
fn every_keyring_makes_a_key_once_and_never_again_after_forgetting() {
    let dir = tempfile::tempdir().unwrap();
    for keyring in [&folder(dir.path()) as &dyn Keyring, &memory()] {
        assert_eq!(keyring.names().unwrap(), []);
        assert_eq!(keyring.key(&name("h1")).unwrap(), KeyState::Missing);
        let made = keyring.make(&name("h1")).unwrap();
        assert!(matches!(made, KeyState::Known(_)));
        assert_eq!(keyring.make(&name("h1")).unwrap(), made);
        assert_eq!(keyring.key(&name("h1")).unwrap(), made);
        assert_ne!(keyring.make(&name("h2")).unwrap(), made);
        keyring.forget(&name("h1")).unwrap();
        keyring.forget(&name("h3")).unwrap();
        for forgotten in ["h1", "h3"] {
            assert_eq!(keyring.make(&name(forgotten)).unwrap(), KeyState::Forgotten);
            let key = Key::new([1; KEY_BYTES]);
            let adopted = keyring.adopt(&name(forgotten), &key);
            assert_eq!(adopted, Err(KeyringError::Different(format!("ciber-v.{forgotten}"))));
        }
        let secret = keyring.secret().unwrap();
        assert_eq!(keyring.secret().unwrap(), secret);
        assert_eq!(keyring.names().unwrap(), [name("h1"), name("h2"), name("h3")]);
    }
}

#[cfg(unix)]
#[test]
fn a_key_file_is_32_bytes_for_its_owner_alone_and_a_forgotten_one_is_empty() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let keyring = folder(dir.path());
    keyring.make(&name("h1")).unwrap();
    let path = keyring.folder().join("ciber-v.h1");
    let data = fs::metadata(&path).unwrap();
    assert_eq!((data.len(), data.permissions().mode() & 0o777), (32, 0o600));
    let mode = fs::metadata(keyring.folder()).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o700);
    keyring.forget(&name("h1")).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().len(), 0);
    assert_eq!(fs::read_dir(keyring.folder()).unwrap().count(), 1, "an unfinished file remained");
}

#[test]
fn a_half_written_key_is_named_and_not_replaced() {
    let dir = tempfile::tempdir().unwrap();
    let keyring = folder(dir.path());
    keyring.make(&name("h1")).unwrap();
    fs::write(keyring.folder().join("ciber-v.h1"), [1; 7]).unwrap();
    let damaged = KeyringError::Damaged { name: "ciber-v.h1".into(), bytes: 7 };
    assert_eq!(keyring.key(&name("h1")), Err(damaged.clone()));
    assert_eq!(keyring.make(&name("h1")), Err(damaged.clone()));
    let told = damaged.to_string();
    assert!(told.contains("ciber-v.h1") && told.contains("7 bytes"), "{told}");
    fs::write(keyring.folder().join(SECRET_NAME), []).unwrap();
    assert!(matches!(keyring.secret(), Err(KeyringError::Damaged { .. })));
}

#[test]
fn a_key_whose_forgetting_was_cut_off_is_forgotten() {
    let dir = tempfile::tempdir().unwrap();
    let keyring = folder(dir.path());
    keyring.make(&name("h1")).unwrap();
    fs::write(keyring.folder().join("ciber-v.h1"), [0; KEY_BYTES]).unwrap();
    assert_eq!(keyring.make(&name("h1")).unwrap(), KeyState::Forgotten);
}

#[test]
fn all_who_make_a_key_at_once_get_the_same_key() {
    let dir = tempfile::tempdir().unwrap();
    let made: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..8).map(|_| scope.spawn(|| folder(dir.path()).make(&name("h1")).unwrap())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(made.iter().all(|state| *state == made[0] && matches!(state, KeyState::Known(_))));
}

#[test]
fn a_name_outside_slug_and_person_is_refused() {
    for (slug, person) in [
        ("", "h1"),
        ("ciber-v", ""),
        ("../x", "h1"),
        ("ciber-v", "h/1"),
        ("Ciber", "h1"),
        ("a.b", "h1"),
        ("installation", "secret"),
    ] {
        assert!(KeyName::new(slug, person).is_err(), "{slug}.{person} was taken");
    }
    assert!(KeyName::parse("no-person").is_err());
}

#[test]
fn a_key_is_never_printed() {
    let printed = format!("{:?} {:?}", Key::new([65; 32]), Secret::new([65; 32]));
    assert_eq!(printed, "Key(hidden) Secret(hidden)");
}

#[test]
fn exported_keys_are_the_same_after_an_import() {
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (memory(), folder(dir.path()));
    from.secret().unwrap();
    from.make(&name("h1")).unwrap();
    from.forget(&name("h2")).unwrap();
    let mut lines = Vec::new();
    export(&from, &mut lines).unwrap();
    for _ in 0..2 {
        assert_eq!(import(&to, &mut lines.as_slice()).unwrap(), 3);
    }
    let mut again = Vec::new();
    export(&to, &mut again).unwrap();
    assert_eq!(String::from_utf8(again).unwrap(), String::from_utf8(lines).unwrap());
}

#[test]
fn an_import_that_would_change_a_key_is_refused_by_name_and_changes_nothing() {
    let (from, to) = (memory(), memory());
    from.make(&name("h1")).unwrap();
    from.make(&name("h2")).unwrap();
    let mut lines = Vec::new();
    export(&from, &mut lines).unwrap();
    to.adopt(&name("h2"), &Key::new([9; KEY_BYTES])).unwrap();
    let refused = import(&to, &mut lines.as_slice());
    assert_eq!(refused, Err(KeyringError::Different("ciber-v.h2".into())));
    assert_eq!(to.key(&name("h1")).unwrap(), KeyState::Missing);
    to.adopt_secret(&Secret::new([1; 32])).unwrap();
    let other = memory();
    other.adopt_secret(&Secret::new([2; 32])).unwrap();
    let mut lines = Vec::new();
    export(&other, &mut lines).unwrap();
    let refused = import(&to, &mut lines.as_slice());
    assert_eq!(refused, Err(KeyringError::Different(SECRET_NAME.into())));
    let bad = import(&to, &mut "{\"name\":\"ciber-v.h9\",\"key\":\"AAAA\"}\n".as_bytes());
    assert!(matches!(bad, Err(KeyringError::BadLine { line: 1, .. })), "{bad:?}");
}
