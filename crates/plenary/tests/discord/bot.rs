//! The bot: `plenary serve` in a folder of its own, started, stopped and killed like a service.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use plenary_chat::Desk;
use plenary_discord::Ended;
use plenary_stand_in_discord::{Discord, Guild};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long a start or an end may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running bot.
pub(crate) struct Bot {
    running: Running,
    folder: PathBuf,
}

enum Running {
    /// The very binary.
    Process(Child),
    /// In the test's own process, because its journal is in memory.
    Here(watch::Sender<bool>, JoinHandle<Result<(), Ended>>),
}

impl Bot {
    /// Starts the bot on this journal in this folder, and waits until its commands are there and it
    /// hears.
    pub(crate) async fn start(discord: &Discord, guild: &Guild, place: (&Path, &str)) -> Self {
        let (folder, journal) = place;
        let heard = discord.counted().identified;
        let log = File::options().create(true).append(true).open(folder.join("log")).unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_plenary"))
            .args(["serve", "--journal", journal, "--keys", "keys"])
            .current_dir(folder)
            .env_clear()
            .env("PLENARY__DISCORD__TOKEN", discord.token())
            .env("PLENARY__DISCORD__API_URL", discord.url())
            .env("PLENARY__DISCORD__GUILD", guild.id().to_string())
            .env("PLENARY__SERVE__ADDRESS", "127.0.0.1:0")
            .env("PLENARY__LOG", "info")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        let bot = Self { running: Running::Process(child), folder: folder.to_owned() };
        bot.heard(discord, heard).await;
        bot
    }

    /// Starts the bot at this desk.
    pub(crate) async fn start_here(
        discord: &Discord,
        guild: &Guild,
        (folder, desk): (&Path, Arc<Desk>),
    ) -> Self {
        let heard = discord.counted().identified;
        let options = plenary_discord::Options {
            token: plenary_discord::Token::new(discord.token()),
            api_url: Some(discord.url()),
            guild: Some(guild.id()),
        };
        let (stop, stopped) = watch::channel(false);
        let run = plenary_discord::run(desk, options, Arc::default(), stopped);
        let running = Running::Here(stop, tokio::spawn(run));
        let bot = Self { running, folder: folder.to_owned() };
        bot.heard(discord, heard).await;
        bot
    }

    async fn heard(&self, discord: &Discord, before: usize) {
        let end = Instant::now() + PATIENCE;
        while discord.counted().identified == before {
            assert!(Instant::now() < end, "the bot does not come: {}", read(&self.folder));
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert!(discord.is_registered("comment add").await, "{}", read(&self.folder));
    }

    /// Ends it without a word, as a crash would.
    pub(crate) fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        match &mut self.running {
            Running::Process(child) => {
                let _ = child.kill();
                let _ = child.wait();
            }
            Running::Here(_, task) => task.abort(),
        }
    }

    /// Asks it to end and waits until it has; whether it ended well.
    pub(crate) async fn stop(mut self) -> bool {
        let end = Instant::now() + PATIENCE;
        match &mut self.running {
            Running::Process(child) => {
                let pid = rustix::process::Pid::from_child(child);
                rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
                loop {
                    if let Some(status) = child.try_wait().unwrap() {
                        return status.success();
                    }
                    assert!(Instant::now() < end, "the bot does not end");
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
            }
            Running::Here(stop, task) => {
                stop.send_replace(true);
                task.await.is_ok_and(|ended| ended.is_ok())
            }
        }
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.end();
        if std::thread::panicking() {
            eprintln!("The bot's log:\n{}", read(&self.folder));
        }
    }
}

/// What every bot in a folder has logged.
pub(crate) fn read(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("log")).unwrap_or_default()
}
