//! The bot: `plenary serve` in a folder of its own, started, stopped and killed like a service.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use plenary_stand_in_discord::{Discord, Guild};

/// How long a start or an end may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running bot.
pub(crate) struct Bot {
    child: Child,
    folder: PathBuf,
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
        let bot = Self { child, folder: folder.to_owned() };
        let end = Instant::now() + PATIENCE;
        while discord.counted().identified == heard {
            assert!(Instant::now() < end, "the bot does not come: {}", read(folder));
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert!(discord.is_registered("comment add").await, "{}", read(folder));
        bot
    }

    /// Ends it without a word, as a crash would.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to end and waits until it has; whether it ended well.
    pub(crate) fn stop(mut self) -> bool {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.success();
            }
            assert!(Instant::now() < end, "the bot does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Bot {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            eprintln!("The bot's log:\n{}", read(&self.folder));
        }
    }
}

/// What every bot in a folder has logged.
pub(crate) fn read(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("log")).unwrap_or_default()
}
