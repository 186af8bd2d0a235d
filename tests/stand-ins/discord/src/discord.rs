//! The running stand-in: how it starts and ends, what a test sets up in it, makes go wrong in it,
//! and reads from it afterwards.

use std::collections::BTreeSet;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use crate::driver::asked::Asked;
use crate::driver::place::Guild;
use crate::driver::user::User;
use crate::fault::Faults;
use crate::gateway::Counted;
use crate::judge::{self, Complaint};
use crate::listen::{self, Listening};
use crate::options::Options;
use crate::record::Record;
use crate::shared::{Shared, lock};
use crate::world::{Ping, World};

/// A small Discord that runs until it is dropped, on threads of its own.
///
/// ```no_run
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use plenary_stand_in_discord::{Discord, Options};
///
/// let discord = Discord::start(Options::default())?;
/// let guild = discord.guild("CIBER");
/// let (room, maria) = (guild.channel("desk"), guild.member("maria"));
/// // Here the bot is started with `discord.url()` and `discord.token()`.
/// assert!(discord.is_registered("comment add").await);
/// let shown = maria.slash(&room, "comment add", [("item", "7")])?.answer().await?;
/// assert!(shown.ephemeral && shown.pings.is_empty());
/// let form = maria.press(&shown, "Write")?.answer().await?;
/// let done = maria.submit(&form, [("Text", "We agree.")])?.answer().await?;
/// assert_eq!(done.content, "Comment 3 on item 7 is filed.");
/// assert_eq!(discord.complaints(), []);
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct Discord {
    runtime: Option<Runtime>,
    shared: Arc<Shared>,
    port: u16,
    listening: Mutex<Option<Listening>>,
}

impl Drop for Discord {
    fn drop(&mut self) {
        self.pause();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Discord {
    /// Starts it on loopback.
    ///
    /// # Errors
    /// When the port is taken, or the machine gives no thread.
    pub fn start(options: Options) -> io::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("stand-in-discord")
            .enable_all()
            .build()?;
        let (listener, port) = listen::bind(options.port.unwrap_or(0))?;
        let shared = Arc::new(Shared::new(options));
        shared.world().address = format!("http://127.0.0.1:{port}");
        let listening = listen::start(runtime.handle(), listener, Arc::clone(&shared));
        let listening = Mutex::new(Some(listening));
        Ok(Self { runtime: Some(runtime), shared, port, listening })
    }

    /// Its address, without a path: what stands for `https://discord.com`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The token that the bot must have, without the word `Bot`.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.shared.options.token
    }

    /// The id of the application and of its bot.
    #[must_use]
    pub fn application(&self) -> u64 {
        self.shared.options.application
    }

    /// Ends everything.
    pub fn stop(self) {}

    /// Nobody listens any more and all connections end, as if Discord were away. What it knows
    /// stays.
    pub fn pause(&self) {
        drop(lock(&self.listening).take());
    }

    /// Listens again on the same port.
    ///
    /// # Errors
    /// When somebody else has taken the port meanwhile.
    pub fn resume(&self) -> io::Result<()> {
        let mut listening = lock(&self.listening);
        if let (None, Some(runtime)) = (listening.as_ref(), self.runtime.as_ref()) {
            let (listener, _) = listen::bind(self.port)?;
            let shared = Arc::clone(&self.shared);
            *listening = Some(listen::start(runtime.handle(), listener, shared));
        }
        Ok(())
    }

    /// The guild of this name; it is made when there is none, and the bot is in it.
    #[must_use]
    pub fn guild(&self, name: &str) -> Guild {
        Guild::named(&self.shared, name)
    }

    /// The user of this name, in no guild yet when there was none.
    #[must_use]
    pub fn user(&self, name: &str) -> User {
        let id = self.shared.change(|world| world.account(name));
        User::new(&self.shared, id)
    }

    /// What goes wrong on the REST side.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// The next interaction has this id, to come a second time in another process for example.
    pub fn next_interaction_id(&self, id: u64) {
        self.shared.change(|world| world.next_interaction = Some(id));
    }

    /// Waits for an interaction that nobody has answered yet, for a test that answers by itself.
    pub async fn wait_asked(&self, deadline: Duration) -> Option<Asked> {
        let waiting = |world: &World| {
            world.interactions.values().rev().find(|of| of.first.is_none()).map(|of| of.id)
        };
        let id = self.shared.until(Instant::now() + deadline, waiting).await?;
        Some(Asked::new(&self.shared, id))
    }

    /// Every request of the bot so far.
    #[must_use]
    pub fn records(&self) -> Vec<Record> {
        self.shared.records()
    }

    /// What the judges say of every request so far.
    #[must_use]
    pub fn complaints(&self) -> Vec<Complaint> {
        judge::judge(&self.records())
    }

    /// Waits until a request was answered that is as wanted.
    pub async fn wait_record(
        &self,
        deadline: Duration,
        wanted: impl Fn(&Record) -> bool,
    ) -> Option<Record> {
        let found = |_: &_| self.records().into_iter().find(&wanted);
        self.shared.until(Instant::now() + deadline, found).await
    }

    /// Everybody whom any message pinged so far, also ephemeral and deleted ones.
    #[must_use]
    pub fn pings(&self) -> BTreeSet<Ping> {
        let world = self.shared.world();
        world.messages.values().flat_map(|message| message.pings.iter().copied()).collect()
    }

    /// The registered commands, of one guild or the global ones, with their translations.
    #[must_use]
    pub fn commands(&self, guild: Option<&Guild>) -> Vec<Value> {
        let scope = guild.map(Guild::id);
        self.shared.world().commands.get(&scope).cloned().unwrap_or_default()
    }

    /// How many commands were newly created so far; Discord allows 200 a day.
    #[must_use]
    pub fn creations(&self) -> usize {
        self.shared.world().creations
    }

    /// Waits until this command (`agenda`, or with subcommands `agenda show`) is registered
    /// somewhere.
    pub async fn is_registered(&self, command: &str) -> bool {
        let deadline = Instant::now() + self.shared.options.patience;
        let words: Vec<&str> = command.split_whitespace().collect();
        let is_there = |world: &World| {
            let mut all = world.commands.values().flatten();
            all.any(|command| has(command, &words)).then_some(())
        };
        self.shared.until(deadline, is_there).await.is_some()
    }
}

fn has(command: &Value, words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return true };
    let options = command["options"].as_array().map_or(&[][..], Vec::as_slice);
    command["name"] == *first && (rest.is_empty() || options.iter().any(|of| has(of, rest)))
}

/// # The gateway
impl Discord {
    /// What happened on the gateway so far.
    #[must_use]
    pub fn counted(&self) -> Counted {
        *self.shared.hub.counted().borrow()
    }

    /// Waits until what was counted is as wanted.
    pub async fn wait_counted(
        &self,
        deadline: Duration,
        wanted: impl FnMut(&Counted) -> bool,
    ) -> bool {
        self.shared.hub.until(Instant::now() + deadline, wanted).await
    }

    /// Waits until a bot is connected.
    pub async fn is_connected(&self) -> bool {
        self.wait_counted(self.shared.options.patience, |counted| counted.connected > 0).await
    }

    /// The TCP connections of the gateway end without a word.
    pub fn drop_connections(&self) {
        self.shared.hub.drop_connections();
    }

    /// Op 7: the bot is asked to come again and resume.
    pub fn ask_to_reconnect(&self) {
        self.shared.hub.reconnect();
    }

    /// Op 9: the session is invalid; perhaps it can be resumed all the same.
    pub fn invalidate_session(&self, is_resumable: bool) {
        self.shared.hub.invalidate(is_resumable);
    }

    /// The gateway closes with this code.
    pub fn close_gateway(&self, code: u16) {
        self.shared.hub.close(code);
    }

    /// Heartbeats get no answer from now on, or get one again.
    pub fn swallow_heartbeats(&self, swallows: bool) {
        self.shared.hub.swallow_heartbeats(swallows);
    }

    /// The next so many interactions are delivered twice.
    pub fn deliver_twice(&self, count: usize) {
        self.shared.hub.deliver_twice(count);
    }

    /// The next so many attempts to resume are answered with op 9.
    pub fn refuse_resumes(&self, count: usize) {
        self.shared.hub.refuse_resumes(count);
    }
}
