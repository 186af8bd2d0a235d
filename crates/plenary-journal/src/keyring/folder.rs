//! Keys as files in one folder (docs/stored-form.md, Keyring).
//!
//! A key's file comes into being whole: its bytes are written and synchronised under another name
//! and then linked to the right one, which fails if that exists. So a reader never sees half a key,
//! and a crash never leaves an empty file, which would mean a forgotten person.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use super::{KEY_BYTES, Key, KeyName, KeyState, Keyring, KeyringError, SECRET_NAME, Secret};
use crate::random::Random;

const NEW_FILE_PREFIX: &str = ".new-";
const NEW_FILE_CHANCE_BYTES: usize = 8;

/// A keyring in a folder of this machine.
pub struct FolderKeyring {
    folder: PathBuf,
    random: Arc<dyn Random>,
}

/// The bytes of one file: `None` for no such file, empty for a forgotten key.
type Found = Option<Zeroizing<Vec<u8>>>;

impl FolderKeyring {
    /// The keyring in `folder`, which is made (for its owner alone) when the first key is.
    pub fn new(folder: impl Into<PathBuf>, random: Arc<dyn Random>) -> Self {
        Self { folder: folder.into(), random }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn file(&self, name: &str) -> Result<Found, KeyringError> {
        let path = self.folder.join(name);
        // Only a file is read: opening a pipe would wait for somebody to write into it.
        match fs::metadata(&path) {
            Ok(data) if !data.is_file() => {
                let why = format!("`{}` is not a file", path.display());
                return Err(KeyringError::Unavailable(why));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Ok(_) | Err(_) => {}
        }
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed("read", &path, &error)),
        };
        let mut bytes = Zeroizing::new(Vec::with_capacity(KEY_BYTES + 1));
        let limit = KEY_BYTES as u64 + 1;
        Read::take(&mut file, limit)
            .read_to_end(&mut bytes)
            .map_err(|error| failed("read", &path, &error))?;
        if bytes.is_empty() || bytes.len() == KEY_BYTES {
            return Ok(Some(bytes));
        }
        let length = file.metadata().map_or(bytes.len() as u64, |data| data.len());
        Err(KeyringError::Damaged { name: name.to_owned(), bytes: length })
    }

    fn state(&self, name: &KeyName) -> Result<KeyState, KeyringError> {
        Ok(match self.file(name.as_str())? {
            None => KeyState::Missing,
            // Zeros are what a crash in the middle of forgetting leaves.
            Some(bytes) if bytes.iter().all(|byte| *byte == 0) => KeyState::Forgotten,
            Some(bytes) => KeyState::Known(Key::new(array(&bytes))),
        })
    }

    /// Makes the file `name` with `bytes` unless there is one; true if it was made here.
    fn create(&self, name: &str, bytes: &[u8; KEY_BYTES]) -> Result<bool, KeyringError> {
        self.make_folder()?;
        let mut random = [0; NEW_FILE_CHANCE_BYTES];
        // Not the port's random: two processes with the same seed would collide here.
        crate::random::SystemRandom.fill(&mut random)?;
        let new = self.folder.join(format!("{NEW_FILE_PREFIX}{}", HEXLOWER.encode(&random)));
        let path = self.folder.join(name);
        let made = write_new(&new, bytes).and_then(|()| match fs::hard_link(&new, &path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error),
        });
        let removed = fs::remove_file(&new);
        let made = made.map_err(|error| failed("make", &path, &error))?;
        removed.map_err(|error| failed("clean up after", &path, &error))?;
        // The loser synchronises too: it must not append before the winner's file is durable.
        sync_folder(&self.folder)?;
        Ok(made)
    }

    fn make_folder(&self) -> Result<(), KeyringError> {
        if self.folder.is_dir() {
            return Ok(());
        }
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(&self.folder) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists && self.folder.is_dir() => {}
            Err(error) => return Err(failed("make", &self.folder, &error)),
        }
        match self.folder.parent() {
            Some(parent) if parent != Path::new("") => sync_folder(parent),
            _ => sync_folder(Path::new(".")),
        }
    }

    fn random_bytes(&self) -> Result<Zeroizing<[u8; KEY_BYTES]>, KeyringError> {
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        self.random.fill(bytes.as_mut())?;
        Ok(bytes)
    }
}

impl Keyring for FolderKeyring {
    fn secret(&self) -> Result<Secret, KeyringError> {
        if let Some(secret) = self.existing_secret()? {
            return Ok(secret);
        }
        self.create(SECRET_NAME, &*self.random_bytes()?)?;
        self.existing_secret()?.ok_or_else(|| {
            let why = format!("`{SECRET_NAME}` disappeared while it was being created");
            KeyringError::Unavailable(why)
        })
    }

    fn existing_secret(&self) -> Result<Option<Secret>, KeyringError> {
        match self.file(SECRET_NAME)? {
            None => Ok(None),
            Some(bytes) if bytes.is_empty() => {
                Err(KeyringError::Damaged { name: SECRET_NAME.to_owned(), bytes: 0 })
            }
            Some(bytes) => Ok(Some(Secret::new(array(&bytes)))),
        }
    }

    fn key(&self, name: &KeyName) -> Result<KeyState, KeyringError> {
        self.state(name)
    }

    fn make(&self, name: &KeyName) -> Result<KeyState, KeyringError> {
        let found = self.state(name)?;
        if found != KeyState::Missing {
            return Ok(found);
        }
        self.create(name.as_str(), &*self.random_bytes()?)?;
        self.state(name)
    }

    fn forget(&self, name: &KeyName) -> Result<(), KeyringError> {
        self.make_folder()?;
        let path = self.folder.join(name.as_str());
        erase(&path).map_err(|error| failed("empty", &path, &error))?;
        sync_folder(&self.folder)
    }

    fn names(&self) -> Result<Vec<KeyName>, KeyringError> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(failed("list", &self.folder, &error)),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| failed("list", &self.folder, &error))?;
            let name = entry.file_name();
            // Other files in the folder (a note, an unfinished key) are not keys.
            names.extend(name.to_str().and_then(|name| KeyName::parse(name).ok()));
        }
        names.sort();
        Ok(names)
    }

    fn adopt(&self, name: &KeyName, key: &Key) -> Result<(), KeyringError> {
        self.create(name.as_str(), key.as_bytes())?;
        if self.state(name)? == KeyState::Known(key.clone()) {
            return Ok(());
        }
        Err(KeyringError::Different(name.to_string()))
    }

    fn adopt_secret(&self, secret: &Secret) -> Result<(), KeyringError> {
        self.create(SECRET_NAME, secret.as_bytes())?;
        if self.existing_secret()?.as_ref() == Some(secret) {
            return Ok(());
        }
        Err(KeyringError::Different(SECRET_NAME.to_owned()))
    }
}

fn array(bytes: &[u8]) -> [u8; KEY_BYTES] {
    let mut array = [0; KEY_BYTES];
    for (to, from) in array.iter_mut().zip(bytes) {
        *to = *from;
    }
    array
}

fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = owner_only(OpenOptions::new().write(true).create_new(true)).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Overwrites what is there, then empties it; makes an empty file where there was none.
fn erase(path: &Path) -> io::Result<()> {
    let mut file =
        owner_only(OpenOptions::new().write(true).create(true).truncate(false)).open(path)?;
    let length = file.metadata()?.len().min(KEY_BYTES as u64);
    if length > 0 {
        file.write_all(&[0; KEY_BYTES])?;
        file.sync_all()?;
    }
    file.set_len(0)?;
    file.sync_all()
}

fn sync_folder(folder: &Path) -> Result<(), KeyringError> {
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|error| failed("synchronise", folder, &error))
}

fn failed(what: &str, path: &Path, error: &io::Error) -> KeyringError {
    KeyringError::Unavailable(format!("cannot {what} `{}`: {error}", path.display()))
}
