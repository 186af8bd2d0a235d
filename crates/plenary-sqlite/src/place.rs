//! Where a journal must not be kept: SQLite's locks and shared memory cannot be trusted on network
//! file systems, and two machines would ruin the file.

use std::path::Path;

use plenary_journal::JournalError;

/// Magic numbers of file systems as `statfs` tells them (linux/magic.h and their own sources).
const NETWORK_MAGIC: [(u32, &str); 10] = [
    (0x6969, "NFS"),
    (0x517b, "SMB"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB2"),
    (0x0102_1997, "9P"),
    (0x00c3_6400, "Ceph"),
    (0x5346_414f, "AFS"),
    (0x7375_7245, "Coda"),
    (0x0bd0_0bd0, "Lustre"),
    (0x4750_4653, "GPFS"),
];
/// The magic number of every FUSE file system, local or not.
const FUSE_MAGIC: u32 = 0x6573_5546;
/// Kinds of FUSE file systems, as the mount table names them, that reach over a network.
const NETWORK_FUSE: [&str; 10] = [
    "fuse.sshfs",
    "fuse.s3fs",
    "fuse.rclone",
    "fuse.glusterfs",
    "fuse.gcsfuse",
    "fuse.davfs",
    "fuse.curlftpfs",
    "fuse.smbnetfs",
    "fuse.ceph-fuse",
    "fuse.juicefs",
];

/// The network file system that has this magic number, if it is one.
pub fn network_kind(magic: u32) -> Option<&'static str> {
    NETWORK_MAGIC.iter().find(|(known, _)| *known == magic).map(|(_, name)| *name)
}

/// The network file system mounted as `device` ("major:minor") in `mountinfo`, the text of
/// `/proc/self/mountinfo`, if it is a FUSE one that reaches over a network.
pub fn network_fuse(mountinfo: &str, device: &str) -> Option<&'static str> {
    let line = mountinfo.lines().find(|line| line.split(' ').nth(2) == Some(device))?;
    // The kind is the first field after the lonely hyphen that ends the optional fields.
    let kind = line.split(" - ").nth(1)?.split(' ').next()?;
    NETWORK_FUSE.into_iter().find(|known| *known == kind)
}

/// Checks that a journal can be at `path`, before anything is opened or made there.
pub(crate) fn check(path: &Path, read_only: bool) -> Result<(), JournalError> {
    let shown = path.display();
    let unavailable = |why: String| Err(JournalError::unavailable(why));
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    if std::fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir()) {
        return unavailable(format!(
            "`{shown}` is not a file but a pipe or a device; give the name of a file"
        ));
    }
    if path.is_dir() {
        return unavailable(format!("`{shown}` is a folder; give the name of a file in it"));
    }
    if !folder.is_dir() {
        let folder = folder.display();
        return unavailable(format!("there is no folder `{folder}`; create it first"));
    }
    let bytes = path.metadata().map(|data| data.len()).ok();
    if bytes.is_none() && read_only {
        return unavailable(format!(
            "there is no journal `{shown}`; this command only reads and does not create one"
        ));
    }
    if !read_only && !writable(folder) {
        return Err(JournalError::ReadOnly(format!(
            "this account cannot write to the folder of `{shown}`. Change its permissions, or \
             use a command that only reads"
        )));
    }
    if !read_only && bytes.is_some() && !writable(path) {
        return Err(JournalError::ReadOnly(format!(
            "this account cannot write to `{shown}`. Change its permissions, or use a command \
             that only reads"
        )));
    }
    // SQLite would delete what waits beside an empty file as if it belonged to another.
    let waiting = beside(path, "-wal").metadata().map_or(0, |data| data.len());
    if bytes == Some(0) && waiting > 0 {
        return unavailable(format!(
            "`{shown}` is empty, but `{shown}-wal` beside it is not; restore both from a backup"
        ));
    }
    match network(if bytes.is_some() { path } else { folder }) {
        Some(kind) => Err(JournalError::Unsafe(format!(
            "`{shown}` is on a network file system ({kind}), where locks cannot be trusted; \
             use a local disk"
        ))),
        None => Ok(()),
    }
}

/// The file that SQLite keeps beside `path` under `ending`.
pub(crate) fn beside(path: &Path, ending: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Asked beforehand, because SQLite silently falls back to reading.
#[cfg(unix)]
fn writable(path: &Path) -> bool {
    rustix::fs::access(path, rustix::fs::Access::WRITE_OK).is_ok()
}

#[cfg(not(unix))]
fn writable(_path: &Path) -> bool {
    true
}

#[cfg(target_os = "linux")]
fn network(path: &Path) -> Option<&'static str> {
    let magic = rustix::fs::statfs(path).ok()?.f_type;
    // The type of the field differs between architectures; the number has 32 bits on all.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::unnecessary_cast)]
    let magic = magic as u32;
    if magic != FUSE_MAGIC {
        return network_kind(magic);
    }
    let device = rustix::fs::stat(path).ok()?.st_dev;
    let device = format!("{}:{}", rustix::fs::major(device), rustix::fs::minor(device));
    network_fuse(&std::fs::read_to_string("/proc/self/mountinfo").ok()?, &device)
}

#[cfg(not(target_os = "linux"))]
fn network(_path: &Path) -> Option<&'static str> {
    // Elsewhere file systems have no such numbers; the operator's guide says where to keep it.
    let _ = FUSE_MAGIC;
    None
}
