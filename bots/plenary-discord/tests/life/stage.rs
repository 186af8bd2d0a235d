//! The stage: a bot with a desk on a journal in memory, in a small Discord.

use std::sync::Arc;
use std::time::Duration;

use plenary_chat::Desk;
use plenary_discord::{Ended, Options, State, Status, Token};
use plenary_journal::{MemoryKeyring, SeededRandom};
use plenary_service::{Ports, Service, SetClock, SystemClock};
use plenary_stand_in_discord::{Channel, Discord, Guild, Options as World, Shown, User};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::slow::SlowJournal;

/// How long a test waits for what must come.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A bot in a small Discord.
pub(crate) struct Stage {
    pub(crate) discord: Discord,
    pub(crate) guild: Guild,
    pub(crate) room: Channel,
    pub(crate) desk: Arc<Desk>,
    pub(crate) journal: Arc<SlowJournal>,
    keyring: Arc<MemoryKeyring>,
    pub(crate) status: Arc<Status>,
    stop: watch::Sender<bool>,
    bot: Option<JoinHandle<Result<(), Ended>>>,
}

impl Stage {
    /// A bot that is ready, in a Discord as it is documented.
    pub(crate) async fn ready() -> Self {
        Self::ready_in(World::default()).await
    }

    /// A bot that is ready, in this Discord.
    pub(crate) async fn ready_in(world: World) -> Self {
        let mut stage = Self::set(world);
        stage.start();
        stage.is(State::Ready).await;
        stage
    }

    /// Everything but the bot.
    pub(crate) fn set(world: World) -> Self {
        let log = tracing_subscriber::fmt().with_test_writer();
        let _ = log.with_env_filter("plenary_discord=debug").try_init();
        let discord = Discord::start(world).unwrap();
        let guild = discord.guild("Lighthouses");
        let room = guild.channel("agenda");
        let keyring = Arc::new(MemoryKeyring::new(Arc::new(SeededRandom::new(7))));
        let journal = Arc::new(SlowJournal::default());
        let desk = desk(&journal, &keyring, 8);
        let (stop, _) = watch::channel(false);
        let status = Arc::new(Status::default());
        Self { discord, guild, room, desk, journal, keyring, status, stop, bot: None }
    }

    /// Ends the whole program and starts it again: only journal and keys are as before.
    pub(crate) async fn restart(&mut self) {
        self.stop().await.unwrap();
        self.desk = desk(&self.journal, &self.keyring, 9);
        self.start();
        self.is(State::Ready).await;
    }

    pub(crate) fn options(&self) -> Options {
        Options {
            token: Token::new(self.discord.token()),
            api_url: Some(self.discord.url()),
            guild: Some(self.guild.id()),
        }
    }

    /// Starts the bot.
    pub(crate) fn start(&mut self) {
        self.start_with(self.options());
    }

    /// Starts the bot with these options.
    pub(crate) fn start_with(&mut self, options: Options) {
        self.stop.send_replace(false);
        let (desk, status) = (Arc::clone(&self.desk), Arc::clone(&self.status));
        let stop = self.stop.subscribe();
        self.bot = Some(tokio::spawn(plenary_discord::run(desk, options, status, stop)));
    }

    /// Starts a second bot with the same token on the same journal, as another process would. It
    /// runs until the test ends.
    pub(crate) async fn start_another(&self) {
        let desk = desk(&self.journal, &self.keyring, 10);
        let status = Arc::new(Status::default());
        let (options, stop) = (self.options(), self.stop.subscribe());
        tokio::spawn(plenary_discord::run(desk, options, Arc::clone(&status), stop));
        while status.state() != State::Ready {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Asks the bot to stop, and waits for it.
    pub(crate) async fn stop(&mut self) -> Result<(), Ended> {
        self.stop.send_replace(true);
        self.ended().await
    }

    /// Asks the bot to stop.
    pub(crate) fn ask_to_stop(&self) {
        self.stop.send_replace(true);
    }

    /// Waits until the bot ends.
    pub(crate) async fn ended(&mut self) -> Result<(), Ended> {
        let bot = self.bot.take().expect("a bot");
        tokio::time::timeout(PATIENCE, bot).await.expect("an end").expect("no panic")
    }

    /// Waits until the bot stands so with Discord.
    #[track_caller]
    pub(crate) fn is(&self, state: State) -> impl Future<Output = ()> {
        let at = std::panic::Location::caller();
        let status = Arc::clone(&self.status);
        async move {
            for _ in 0..400 {
                if status.state() == state {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            panic!("{at}: it is {:?}, not {state:?}", status.state());
        }
    }

    /// Somebody says a command in the room; what is shown.
    #[track_caller]
    pub(crate) fn says(
        &self,
        user: &User,
        command: &str,
        options: &[(&str, &str)],
    ) -> impl Future<Output = Shown> {
        let at = std::panic::Location::caller();
        let asked = user.slash(&self.room, command, options.iter().copied());
        let asked = asked.unwrap_or_else(|why| panic!("{at}: {command}: {why}"));
        let command = command.to_owned();
        async move { asked.answer().await.unwrap_or_else(|why| panic!("{at}: {command}: {why}")) }
    }

    /// Somebody says a command in the room, and it is done.
    #[track_caller]
    pub(crate) fn does(
        &self,
        user: &User,
        command: &str,
        options: &[(&str, &str)],
    ) -> impl Future<Output = Shown> {
        let at = std::panic::Location::caller();
        let said = self.says(user, command, options);
        let command = command.to_owned();
        async move {
            let shown = said.await;
            assert!(shown.content.starts_with('✓'), "{at}: {command}: {shown:?}");
            shown
        }
    }

    /// Everything that the bot sent is as Discord specifies it, and nobody was pinged.
    #[track_caller]
    pub(crate) fn assert_clean(&self) {
        let complaints: Vec<String> =
            self.discord.complaints().iter().map(ToString::to_string).collect();
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
        assert!(self.discord.pings().is_empty(), "{:?}", self.discord.pings());
    }

    /// How many facts are stored in the meeting.
    pub(crate) async fn facts(&self) -> usize {
        self.desk.service().entries(crate::meeting::SLUG).await.unwrap().len()
    }
}

fn desk(journal: &Arc<SlowJournal>, keyring: &Arc<MemoryKeyring>, seed: u64) -> Arc<Desk> {
    let clock = Arc::new(SetClock::standing("2007-10-05T14:00:00Z".parse().unwrap()));
    let random = Arc::new(SeededRandom::new(seed));
    let ports = Ports {
        journal: journal.clone(),
        keyring: keyring.clone(),
        clock,
        machine: Arc::new(SystemClock),
        random,
    };
    Arc::new(Desk::new(Arc::new(Service::new(ports).unwrap())))
}

/// What is read of a message, without the backslashes that keep it harmless.
pub(crate) fn plain(shown: &Shown) -> String {
    let mut text = String::new();
    let mut letters = shown.content.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => text.extend(letters.next()),
            '\u{200b}' => {}
            letter => text.push(letter),
        }
    }
    text
}
