//! What the operating system must allow for the program to start at all: looked at first, so that a
//! limit is named by its name and not found by a call that fails.

use anyhow::Result;

/// The fewest files and connections that the program must be able to hold open at once.
#[cfg(unix)]
const FILES_MIN: u64 = 64;

/// Looks at the limits of this process.
///
/// # Errors
/// Names the limit and how to raise it.
pub(crate) fn check() -> Result<()> {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit};
        let limit = getrlimit(Resource::Nofile).current;
        if let Some(few) = limit.filter(|limit| *limit < FILES_MIN) {
            anyhow::bail!(
                "the limit of open files is {few} here, and Plenary needs at least {FILES_MIN}. \
                 Raise it, for example: ulimit -n 1024"
            );
        }
    }
    Ok(())
}
