//! Moving keys from one keyring to another as JSON lines (`plenary keys export|import`).
//!
//! Each line is `{"name":"<slug>.<person>","key":"<32 bytes as unpadded base64url>"}`; the secret's
//! name is `installation.secret`, and the key of a forgotten person is the empty text.

use std::io::{self, BufRead, Write};

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{KEY_BYTES, Key, KeyName, KeyState, Keyring, KeyringError, SECRET_NAME, Secret};

/// The longest line of an import, in bytes; every true line is far shorter.
pub const LINE_BYTES_MAX: usize = 4 * 1024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    name: &'a str,
    key: &'a str,
}

enum Moved {
    Secret(Secret),
    Key(KeyName, KeyState),
}

/// Writes the secret (if there is one) and every key to `writer`, a line each. Whoever reads them
/// can open everything sealed; the caller says so and keeps the file from others.
pub fn export(keyring: &dyn Keyring, writer: &mut dyn Write) -> Result<(), KeyringError> {
    if let Some(secret) = keyring.existing_secret()? {
        write_line(writer, SECRET_NAME, secret.as_bytes())?;
    }
    // One key that is damaged must not keep the others from being saved.
    let mut damaged = None;
    for name in keyring.names()? {
        match keyring.key(&name) {
            Ok(KeyState::Known(key)) => write_line(writer, name.as_str(), key.as_bytes())?,
            Ok(KeyState::Forgotten) => write_line(writer, name.as_str(), &[])?,
            Ok(KeyState::Missing) => {}
            Err(error) => damaged = damaged.or(Some(error)),
        }
    }
    writer.flush().map_err(|error| unwritten(&error))?;
    damaged.map_or(Ok(()), Err)
}

/// Takes over all keys from `reader`, as [`export`] wrote them, and says how many lines there were.
///
/// A different key or secret of the same name is refused by name ([`KeyringError::Different`]),
/// and nothing is changed; the same one is fine. A person forgotten there and unknown here is
/// forgotten here.
pub fn import(keyring: &dyn Keyring, reader: &mut dyn BufRead) -> Result<usize, KeyringError> {
    let mut moved = Vec::new();
    let mut text = Zeroizing::new(String::new());
    for line in 1.. {
        text.clear();
        let bad = |why: String| KeyringError::BadLine { line, why };
        let read = io::Read::take(&mut *reader, LINE_BYTES_MAX as u64).read_line(&mut text);
        if read.map_err(|error| bad(error.to_string()))? == 0 {
            break;
        }
        let read = read_line(&text).map_err(bad)?;
        check(keyring, &read)?;
        moved.push(read);
    }
    for item in &moved {
        match item {
            Moved::Secret(secret) => keyring.adopt_secret(secret)?,
            Moved::Key(name, KeyState::Known(key)) => keyring.adopt(name, key)?,
            Moved::Key(name, KeyState::Forgotten | KeyState::Missing) => keyring.forget(name)?,
        }
    }
    Ok(moved.len())
}

fn check(keyring: &dyn Keyring, item: &Moved) -> Result<(), KeyringError> {
    let (name, same) = match item {
        Moved::Secret(secret) => {
            let found = keyring.existing_secret()?;
            (SECRET_NAME, found.is_none_or(|found| found == *secret))
        }
        Moved::Key(name, state) => {
            let found = keyring.key(name)?;
            (name.as_str(), found == KeyState::Missing || found == *state)
        }
    };
    if same { Ok(()) } else { Err(KeyringError::Different(name.to_owned())) }
}

fn read_line(text: &str) -> Result<Moved, String> {
    let line: Line<'_> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let bytes = BASE64URL_NOPAD.decode(line.key.as_bytes()).map(Zeroizing::new);
    let bytes = bytes.map_err(|_| format!("the key of `{}` is not base64url", line.name))?;
    let array = || -> Result<[u8; KEY_BYTES], String> {
        bytes
            .as_slice()
            .try_into()
            .map_err(|_| format!("the key of `{}` does not have {KEY_BYTES} bytes", line.name))
    };
    if line.name == SECRET_NAME {
        return Ok(Moved::Secret(Secret::new(array()?)));
    }
    let name = KeyName::parse(line.name).map_err(|error| error.to_string())?;
    let state =
        if bytes.is_empty() { KeyState::Forgotten } else { KeyState::Known(Key::new(array()?)) };
    Ok(Moved::Key(name, state))
}

fn write_line(writer: &mut dyn Write, name: &str, key: &[u8]) -> Result<(), KeyringError> {
    let key = Zeroizing::new(BASE64URL_NOPAD.encode(key));
    let line = serde_json::to_string(&Line { name, key: &key }).map(Zeroizing::new);
    let line = line.map_err(|error| KeyringError::Unavailable(error.to_string()))?;
    writer
        .write_all(line.as_bytes())
        .and_then(|()| writer.write_all(b"\n"))
        .map_err(|error| unwritten(&error))
}

fn unwritten(error: &io::Error) -> KeyringError {
    KeyringError::Unavailable(format!("the exported keys cannot be written: {error}"))
}
