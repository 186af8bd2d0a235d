//! The commands are registered beside everything else: a bot that hears must not wait for it, and a
//! failure must not leave it without commands for ever.

use std::sync::Arc;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::commands::Scope;
use crate::commands::registering::{Registered, register};
use crate::rest::{Pauses, Rest, RestError};

/// The registration, repeated each time that Discord accepts the bot.
pub(super) struct Registration {
    rest: Arc<Rest>,
    scope: Scope,
    /// The application, as soon as Discord has told it.
    application: Option<u64>,
    running: Option<JoinHandle<()>>,
    done: watch::Sender<bool>,
    seen: watch::Receiver<bool>,
}

impl Registration {
    pub(super) fn new(rest: Arc<Rest>, scope: Scope) -> Self {
        let (done, seen) = watch::channel(false);
        Self { rest, scope, application: None, running: None, done, seen }
    }

    /// Begins to register the commands of this application.
    pub(super) fn begin(&mut self, application: u64) {
        self.application = Some(application);
        if let Some(running) = self.running.take() {
            running.abort();
        }
        let (rest, scope, done) = (Arc::clone(&self.rest), self.scope, self.done.clone());
        self.running = Some(tokio::spawn(async move {
            until_registered(&rest, application, scope).await;
            done.send_replace(true);
        }));
    }

    /// The bot is no longer in a server: if its commands are there alone, there are none.
    pub(super) fn left(&mut self, server: u64) {
        if self.scope == Scope::Guild(server) {
            tracing::warn!(server, "the bot was removed from its server");
            self.done.send_replace(false);
        }
    }

    /// The bot is in a server, perhaps again: its commands are registered there, if they are not.
    pub(super) fn entered(&mut self, server: u64) {
        if self.scope == Scope::Guild(server)
            && !self.is_done()
            && let Some(application) = self.application
        {
            self.begin(application);
        }
    }

    /// Whether the commands are there.
    pub(super) fn is_done(&self) -> bool {
        *self.done.borrow()
    }

    /// Waits until the registration comes to another end.
    pub(super) async fn settled(&mut self) {
        if self.seen.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.abort();
        }
    }
}

async fn until_registered(rest: &Rest, application: u64, scope: Scope) {
    let mut pauses = Pauses::long();
    loop {
        match register(rest, application, scope).await {
            Ok(registered) => {
                let was = if registered == Registered::Now { "now" } else { "already" };
                tracing::info!(?scope, was, "the commands are registered");
                return;
            }
            // Everything ends with a wrong token; whoever watches over it sees to that.
            Err(RestError::Unauthorised) => std::future::pending().await,
            Err(error) => {
                let hint = if error.is_forbidden() { NOT_INVITED } else { "" };
                tracing::warn!(%error, hint, "the commands are not registered; trying again");
            }
        }
        sleep(pauses.next()).await;
    }
}

const NOT_INVITED: &str = "invite the bot to this server with the scopes “bot” and \
    “applications.commands” (Developer Portal, Installation)";
