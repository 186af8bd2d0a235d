//! What ends a session from outside, and the terminal's settings, kept to be put back.

use std::io;

use super::Ended;

/// The signals that end a session.
#[cfg(unix)]
pub(super) struct Endings {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
    hangup: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Endings {
    /// Listens from now on, so that no signal ends the process before the terminal is put back.
    pub(super) fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hangup: signal(SignalKind::hangup())?,
        })
    }

    /// Waits for the next one. While keys are read, the editor takes interrupts as Ctrl-C.
    pub(super) async fn come(&mut self) -> Ended {
        tokio::select! {
            Some(()) = self.interrupt.recv() => Ended::Interrupted,
            Some(()) = self.terminate.recv() => Ended::Terminated,
            Some(()) = self.hangup.recv() => Ended::Terminated,
            else => std::future::pending().await,
        }
    }
}

/// The interrupt that ends a session.
#[cfg(not(unix))]
pub(super) struct Endings;

#[cfg(not(unix))]
impl Endings {
    pub(super) fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) async fn come(&mut self) -> Ended {
        match tokio::signal::ctrl_c().await {
            Ok(()) => Ended::Interrupted,
            Err(_) => std::future::pending().await,
        }
    }
}

/// The terminal's settings as they were found. The editor puts them back after each line; this is
/// for the ends that come in the middle of one.
#[cfg(unix)]
pub(super) struct Kept(Option<rustix::termios::Termios>);

#[cfg(unix)]
impl Kept {
    pub(super) fn now() -> Self {
        Self(rustix::termios::tcgetattr(io::stdin()).ok())
    }

    pub(super) fn restore(self) {
        use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
        let Some(found) = self.0 else { return };
        let is_as_found =
            tcgetattr(io::stdin()).is_ok_and(|now| now.local_modes == found.local_modes);
        if is_as_found {
            return;
        }
        // The editor was in the middle of a line: it had also asked for pastes to be bracketed.
        let put_back = tcsetattr(io::stdin(), OptionalActions::Drain, &found);
        if let Err(error) = put_back {
            tracing::debug!(%error, "the terminal's settings could not be put back");
        }
        if let Err(error) = super::print("\u{1b}[?2004l\n") {
            tracing::debug!(%error, "the terminal could not be written any more");
        }
    }
}

/// Nothing to keep: the editor puts the console back by itself.
#[cfg(not(unix))]
pub(super) struct Kept;

#[cfg(not(unix))]
impl Kept {
    pub(super) fn now() -> Self {
        Self
    }

    pub(super) fn restore(self) {}
}
