//! A story that is played on Discord: the operator holds the journal, everybody else types, presses
//! and fills in forms.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use plenary::settings::{Address, Overrides, Settings};
use plenary::story::parse::{Said, Story, StoryLine};
use plenary::wiring::{App, Use, open_journal};
use plenary_chat::{Input, Language, Line, Part, RequestName, Speaker};
use plenary_service::SetClock;
use tempfile::TempDir;

use crate::bot::Bot;
use crate::line;
use crate::people::{Server, fold};

/// Whoever sets the practice clock before anybody has joined.
const WATCH: &str = "watch";

/// A story that is played on Discord.
pub(crate) struct Played {
    pub(crate) server: Server,
    pub(crate) folder: TempDir,
    pub(crate) journal: String,
    pub(crate) story: Story,
    /// Whether the bot is killed and started again before each step.
    pub(crate) restarts: bool,
    /// The journal in memory, with the desk on it.
    memory: Option<App>,
}

/// The address of a journal in memory.
pub(crate) const MEMORY: &str = "memory:";

pub(crate) fn story_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stories").join(name)
}

impl Played {
    pub(crate) fn new(name: &str, journal: &str) -> Self {
        let text = std::fs::read_to_string(story_file(name)).unwrap();
        Self {
            server: Server::open(),
            folder: TempDir::new().unwrap(),
            journal: journal.to_owned(),
            story: Story::parse(&text).unwrap(),
            restarts: false,
            memory: None,
        }
    }

    /// Puts what stands in memory into a file, so that commands can read it.
    pub(crate) async fn keep(&mut self) {
        let app = self.memory.take().expect("a journal in memory");
        self.journal = "sqlite:kept.db".to_owned();
        let file = Address::Sqlite(self.folder.path().join("kept.db"));
        let file = open_journal(&file, None, Use::Write).unwrap();
        let memory = Arc::clone(&app.service.ports().journal);
        plenary_journal::copy::copy(&*memory, &*file, &mut |_| ()).await.unwrap();
    }

    /// Plays every line.
    pub(crate) async fn play(mut self) -> Self {
        let bot = self.play_to("9999-12-31").await;
        assert!(bot.stop().await, "{}", crate::bot::read(self.folder.path()));
        self
    }

    /// Plays what is said before a day; the operator, who holds journal and settings, is not on
    /// Discord. The bot goes on running.
    pub(crate) async fn play_to(&mut self, day: &str) -> Bot {
        let day: jiff::civil::Date = day.parse().unwrap();
        let mut lines = self.story.lines.clone();
        lines.retain(|line| line.moment.date < day);
        let (begin, rest) = lines.split_at(lines.iter().rposition(is_operators).unwrap() + 1);
        let code = self.operator(begin).await;
        self.server.seat("operator").code = code;
        let mut bot = self.bot().await;
        let mut is_bound = false;
        let mut now = None;
        for line in rest {
            if self.restarts {
                bot.kill();
                bot = self.bot().await;
                now = None;
            }
            if now != Some(line.moment.at) {
                self.clock(line, is_bound).await;
                now = Some(line.moment.at);
            }
            self.line(line, is_bound).await;
            self.check(line);
            if !is_bound {
                let here = format!("meeting here {} announce:yes", self.story.meeting);
                self.server.says(&line.seat, &line::read(&here)).await;
                is_bound = true;
            }
        }
        bot
    }

    /// Starts the bot.
    pub(crate) async fn bot(&self) -> Bot {
        if let Some(app) = &self.memory {
            let place = (self.folder.path(), Arc::clone(&app.desk));
            return Bot::start_here(&self.server.discord, &self.server.guild, place).await;
        }
        let place = (self.folder.path(), self.journal.as_str());
        Bot::start(&self.server.discord, &self.server.guild, place).await
    }

    /// What the operator does, at the journal itself; the code that was given last.
    async fn operator(&mut self, lines: &[StoryLine]) -> Option<String> {
        let overrides = Overrides {
            journal: Some(self.at(&self.journal)),
            keys: Some(self.folder.path().join("keys")),
            ..Overrides::default()
        };
        let clock = SetClock::standing(lines[0].moment.at.timestamp());
        let settings = Settings::read(&overrides).unwrap();
        let app = App::open_with(&settings, Use::Write, clock).unwrap();
        let mut code = None;
        for line in lines {
            app.clock.set(line.moment.at.timestamp());
            let Said::Text(text) = &line.said else { panic!("the operator presses nothing") };
            let heard = Line {
                meeting: Some(self.story.meeting.clone()),
                speaker: Speaker::Operator,
                front: "terminal",
                channel: None,
                said: Input::Text(text.clone()),
                request: RequestName::new(&line.name).unwrap(),
                lang: Language::En,
            };
            let response = app.desk.answer(heard).await;
            assert!(!response.entries.is_empty(), "{response:?}");
            let secret = response.parts.iter().find_map(|part| match part {
                Part::Secret(words) => words.split(' ').nth(1).map(|code| code[..19].to_owned()),
                _ => None,
            });
            code = secret.or(code);
        }
        self.memory = (self.journal == MEMORY).then_some(app);
        code
    }

    /// The journal's address from anywhere.
    fn at(&self, journal: &str) -> String {
        match journal.strip_prefix("sqlite:") {
            Some(file) => format!("sqlite:{}", self.folder.path().join(file).display()),
            None => journal.to_owned(),
        }
    }

    async fn clock(&mut self, line: &StoryLine, is_bound: bool) {
        let (date, time) = (line.moment.date, line.moment.time);
        let said = format!("practice until {date} {:02}:{:02}", time.hour(), time.minute());
        let mut slash = line::read(&said);
        if !is_bound {
            slash.options.push(("meeting".to_owned(), self.story.meeting.clone()));
        }
        // At first the clock is anybody's; then the secretariat's, whose screen stays as it was.
        let who = if is_bound { "secretariat" } else { WATCH };
        let before = (self.server.seat(who).shown.clone(), self.server.seat(who).read.clone());
        self.server.says(who, &slash).await;
        let seat = self.server.seat(who);
        assert!(seat.read.contains("It is now"), "line {}: {}", line.number, seat.read);
        (seat.shown, seat.read) = before;
    }

    async fn line(&mut self, line: &StoryLine, is_bound: bool) {
        match &line.said {
            Said::Label(label) => self.server.presses(&line.seat, label).await,
            Said::Text(text) => {
                let mut slash = line::read(&self.with_codes(text));
                if !is_bound {
                    slash.options.push(("meeting".to_owned(), self.story.meeting.clone()));
                }
                self.server.says(&line.seat, &slash).await;
            }
        }
    }

    fn with_codes(&mut self, text: &str) -> String {
        let Some((before, rest)) = text.split_once("{code ") else { return text.to_owned() };
        let (seat, after) = rest.split_once('}').unwrap();
        let code = self.server.seat(seat).code.clone();
        format!("{before}{}{after}", code.unwrap_or_else(|| panic!("no code at {seat}")))
    }

    /// What a seat should see of its own line; what others are told unasked is tried elsewhere.
    fn check(&mut self, line: &StoryLine) {
        for expected in line.expected.iter().filter(|expected| expected.seat == line.seat) {
            let read = self.server.seat(&line.seat).read.clone();
            let wanted = fold(&expected.words);
            assert!(read.contains(&wanted), "line {}: “{wanted}” not in: {read}", expected.number);
        }
    }
}

fn is_operators(line: &StoryLine) -> bool {
    line.seat == "operator"
}
