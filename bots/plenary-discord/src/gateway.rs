//! One connection to Discord's gateway, held by serenity: it identifies, keeps the heartbeat, and
//! resumes what broke off.
//!
//! It lives in a runtime of its own. serenity's runner, when a connection breaks and Discord cannot
//! be reached, turns round without ever waiting, and its shutdown does the same for ever; here
//! neither can hold up the rest of the program, and both end with the runtime.

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use serenity::async_trait;
use serenity::client::{Context, EventHandler, RawEventHandler};
use serenity::gateway::{
    ConnectionStage, GatewayError, ShardManager, ShardManagerOptions, ShardRunnerMessage,
    ShardStageUpdateEvent,
};
use serenity::http::HttpBuilder;
use serenity::model::application::Interaction;
use serenity::model::channel::{GuildChannel, Message};
use serenity::model::event::{Event, ResumedEvent};
use serenity::model::gateway::{GatewayIntents, Ready};
use serenity::model::guild::{Guild, UnavailableGuild};
use serenity::model::id::ShardId;
use serenity::prelude::{Mutex, RwLock, TypeMap};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::UnboundedSender;
use tokio::time::{Instant, timeout};

use crate::Token;
use crate::incoming::pruned;

/// How long taking leave of Discord may take.
const LEAVE_TAKES: Duration = Duration::from_millis(1_500);
/// The close code.
const NORMAL_CLOSE: u16 = 1_000;
/// The one shard of a bot that is not in thousands of servers.
const SHARD: ShardId = ShardId(0);

/// What the gateway says.
pub(crate) enum Said {
    /// The bot is known, under this application.
    Ready {
        /// The application's number.
        application: u64,
    },
    /// What broke off goes on.
    Resumed,
    /// The connection is in another stage.
    Stage,
    /// The bot is in this server from now on, perhaps again.
    Entered(u64),
    /// The bot is no longer in this server.
    Left(u64),
    /// This channel of this server was deleted.
    Deleted(u64, u64),
    /// Somebody did something.
    Interaction(Box<Interaction>, Instant),
    /// Discord will not have the bot.
    Refused(GatewayError),
}

/// A connection.
pub(crate) struct Connection {
    /// Taken when the connection goes.
    runtime: Option<Runtime>,
    manager: Arc<ShardManager>,
}

/// Passes on what the gateway says.
struct Listener(UnboundedSender<Said>);

impl Connection {
    /// Begins a connection to this address of a gateway, and to no other.
    ///
    /// # Errors
    /// When the machine has no thread for it.
    pub(crate) fn open(
        address: String,
        token: &Token,
        says: UnboundedSender<Said>,
    ) -> std::io::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("discord-gateway")
            .enable_all()
            .build()?;
        let inside = runtime.enter();
        // Only its token is used: this crate's own calls know about limits and other addresses.
        let http = HttpBuilder::new(token.plain()).ratelimiter_disabled(true).build();
        let (manager, mut returned) = ShardManager::new(ShardManagerOptions {
            data: Arc::new(RwLock::new(TypeMap::new())),
            event_handlers: vec![Arc::new(Listener(says.clone()))],
            raw_event_handlers: vec![Arc::new(Listener(says.clone()))],
            shard_index: 0,
            shard_init: 1,
            shard_total: 1,
            ws_url: Arc::new(Mutex::new(address)),
            http: Arc::new(http),
            // Interactions come without any; this one tells in which servers the bot is.
            intents: GatewayIntents::GUILDS,
            presence: None,
        });
        runtime.spawn(async move {
            if let Some(Err(why)) = returned.next().await {
                let _ = says.send(Said::Refused(why));
            }
        });
        let begun = manager.initialize();
        drop(inside);
        if let Err(why) = begun {
            tracing::warn!(%why, "the gateway's shard did not begin");
        }
        Ok(Self { runtime: Some(runtime), manager })
    }

    /// The stage of the connection and its last latency, which changes with each heartbeat.
    pub(crate) async fn pulse(&self) -> Option<(ConnectionStage, Option<Duration>)> {
        let runners = self.manager.runners.lock().await;
        runners.get(&SHARD).map(|runner| (runner.stage, runner.latency))
    }

    /// Takes leave of Discord, if it is there to hear it, and ends whatever still runs.
    pub(crate) async fn close(self) {
        let leaving = timeout(LEAVE_TAKES, async {
            let pulse = self.pulse().await;
            if matches!(pulse, Some((ConnectionStage::Connected, _))) {
                self.manager.shutdown(SHARD, NORMAL_CLOSE).await;
            } else if let Some(runner) = self.manager.runners.lock().await.get(&SHARD) {
                // A runner without a connection ends at the first thing that it cannot send.
                let end = ShardRunnerMessage::Close(NORMAL_CLOSE, None);
                runner.runner_tx.send_to_shard(end);
            }
        });
        if leaving.await.is_err() {
            tracing::debug!("Discord did not acknowledge the end of the connection");
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        // Whoever waited here for its tasks could wait for ever.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

#[async_trait]
impl EventHandler for Listener {
    async fn ready(&self, _: Context, ready: Ready) {
        let application = ready.application.id.get();
        let _ = self.0.send(Said::Ready { application });
    }

    async fn resume(&self, _: Context, _: ResumedEvent) {
        let _ = self.0.send(Said::Resumed);
    }

    async fn guild_create(&self, _: Context, guild: Guild, _: Option<bool>) {
        let _ = self.0.send(Said::Entered(guild.id.get()));
    }

    async fn guild_delete(&self, _: Context, left: UnavailableGuild, _: Option<Guild>) {
        // A server that is away for a while says so; it is not left.
        if !left.unavailable {
            let _ = self.0.send(Said::Left(left.id.get()));
        }
    }

    async fn channel_delete(&self, _: Context, gone: GuildChannel, _: Option<Vec<Message>>) {
        let _ = self.0.send(Said::Deleted(gone.guild_id.get(), gone.id.get()));
    }

    async fn shard_stage_update(&self, _: Context, _: ShardStageUpdateEvent) {
        let _ = self.0.send(Said::Stage);
    }

    async fn interaction_create(&self, _: Context, interaction: Interaction) {
        let _ = self.0.send(Said::Interaction(Box::new(interaction), Instant::now()));
    }
}

#[async_trait]
impl RawEventHandler for Listener {
    async fn raw_event(&self, _: Context, event: Event) {
        let received = Instant::now();
        let Event::Unknown(unknown) = event else { return };
        if unknown.kind != "INTERACTION_CREATE" {
            return;
        }
        match pruned::read(unknown.value) {
            Some(interaction) => {
                tracing::debug!("an interaction holds something new");
                let _ = self.0.send(Said::Interaction(Box::new(interaction), received));
            }
            // What is in it may be a code, so it is not shown.
            None => tracing::error!(
                "an interaction could not be read; a newer version of Plenary may be needed"
            ),
        }
    }
}
