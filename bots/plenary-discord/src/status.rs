//! How the bot is, for whoever watches over it.

use std::sync::Mutex;

/// How the bot stands with Discord.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// It has not reached Discord yet, or lost it and tries again.
    #[default]
    Connecting,
    /// It hears what is said, and its commands are registered.
    Ready,
    /// It has ended, with the reason.
    Ended(String),
}

/// How the bot is now.
#[derive(Debug, Default)]
pub struct Status(Mutex<State>);

impl Status {
    /// How it stands now.
    pub fn state(&self) -> State {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// How it stands from now on.
    pub(crate) fn set(&self, state: State) {
        let mut now = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if *now != state {
            tracing::info!(?state, "the bot's state");
            crate::metrics::ready(state == State::Ready);
            *now = state;
        }
    }
}
