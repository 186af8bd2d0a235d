//! The least that a durable log can do: append the bytes and fdatasync, alone or for a
//! group. The file grows, as such logs do; or it has its length from the beginning, so that no
//! append changes more than its own bytes, which is harder to come near.

use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::Path;
use std::sync::mpsc;
use std::thread::JoinHandle;

use tokio::sync::oneshot;

/// The length of a file that does not grow, in bytes; a longer log goes on behind it.
const LENGTH_BYTES: usize = 64 << 20;

/// A file to which bytes are appended.
pub(crate) struct RawLog {
    file: File,
}

impl RawLog {
    /// A log in a file that `grows`, or in one that has its length already.
    pub(crate) fn create(path: &Path, grows: bool) -> io::Result<Self> {
        let mut file = File::options().create_new(true).write(true).open(path)?;
        let zeros = vec![0; 1 << 20];
        let pieces = if grows { 0 } else { LENGTH_BYTES / zeros.len() };
        for _ in 0..pieces {
            file.write_all(&zeros)?;
        }
        file.sync_all()?;
        file.rewind()?;
        Ok(Self { file })
    }

    /// Appends one record with its length; durable on return.
    pub(crate) fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.append_all(&[bytes])
    }

    /// Appends records, synchronised once.
    pub(crate) fn append_all(&mut self, records: &[&[u8]]) -> io::Result<()> {
        let mut all = Vec::new();
        for record in records {
            all.extend_from_slice(&(record.len() as u64).to_le_bytes());
            all.extend_from_slice(record);
        }
        self.file.write_all(&all)?;
        self.file.sync_data()
    }
}

/// One record that waits, and where its answer goes.
type Waiting = (Vec<u8>, oneshot::Sender<bool>);

/// A raw log with one thread that writes what is waiting and synchronises once for all of it.
pub(crate) struct GroupLog {
    records: Option<mpsc::Sender<Waiting>>,
    thread: Option<JoinHandle<()>>,
}

impl GroupLog {
    /// See [`RawLog::create`].
    pub(crate) fn create(path: &Path, grows: bool) -> io::Result<Self> {
        let mut log = RawLog::create(path, grows)?;
        let (records, waiting) = mpsc::channel::<Waiting>();
        let thread = std::thread::spawn(move || {
            while let Ok(first) = waiting.recv() {
                let mut group = vec![first];
                group.extend(waiting.try_iter().take(255));
                let records: Vec<&[u8]> = group.iter().map(|(bytes, _)| bytes.as_slice()).collect();
                let written = log.append_all(&records).is_ok();
                for (_, answer) in group {
                    let _ = answer.send(written);
                }
            }
        });
        Ok(Self { records: Some(records), thread: Some(thread) })
    }

    /// Appends one record; durable when it answers true.
    pub(crate) async fn append(&self, bytes: Vec<u8>) -> bool {
        let (answer, answered) = oneshot::channel();
        let sent = self.records.as_ref().is_some_and(|to| to.send((bytes, answer)).is_ok());
        sent && answered.await.unwrap_or(false)
    }
}

impl Drop for GroupLog {
    fn drop(&mut self) {
        self.records = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
