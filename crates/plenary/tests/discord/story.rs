//! Whole stories on Discord: the same facts and papers as on a terminal, also when the bot is
//! started again between any two steps, and on every store.

use std::path::{Path, PathBuf};

use plenary::settings::{Overrides, Settings};
use plenary::story::parse::{Said, Story, StoryLine};
use plenary::wiring::{House, Use};
use plenary_chat::{Language, Line, Part, RequestName, Said as Heard, Speaker};
use plenary_service::SetClock;
use plenary_stand_in_eventstore::{Cluster, Options};
use tempfile::TempDir;

use crate::bot::Bot;
use crate::facts::{facts, run};
use crate::line;
use crate::people::{Server, fold};

/// Whoever moves the practice clock.
const WATCH: &str = "watch";

/// A story that is played on Discord.
pub(crate) struct Played {
    pub(crate) server: Server,
    pub(crate) folder: TempDir,
    pub(crate) journal: String,
    story: Story,
    restarts: bool,
}

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
        }
    }

    /// Plays every line.
    pub(crate) async fn play(mut self) -> Self {
        let bot = self.play_to("9999-12-31").await;
        assert!(bot.stop(), "{}", crate::bot::read(self.folder.path()));
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
        let place = (self.folder.path(), self.journal.as_str());
        Bot::start(&self.server.discord, &self.server.guild, place).await
    }

    /// What the operator does, at the journal itself; the code that was given last.
    async fn operator(&self, lines: &[StoryLine]) -> Option<String> {
        let overrides = Overrides {
            journal: Some(self.at(&self.journal)),
            keys: Some(self.folder.path().join("keys")),
            ..Overrides::default()
        };
        let clock = SetClock::standing(lines[0].moment.at.timestamp());
        let settings = Settings::read(&overrides).unwrap();
        let house = House::open_with(&settings, Use::Write, clock).unwrap();
        let mut code = None;
        for line in lines {
            house.clock.set(line.moment.at.timestamp());
            let Said::Text(text) = &line.said else { panic!("the operator presses nothing") };
            let heard = Line {
                meeting: self.story.meeting.clone(),
                speaker: Speaker::Operator,
                front: "terminal",
                place: None,
                said: Heard::Text(text.clone()),
                request: RequestName::new(&line.name).unwrap(),
                lang: Language::En,
            };
            let reply = house.desk.hear(heard).await;
            assert!(!reply.entries.is_empty(), "{reply:?}");
            let secret = reply.parts.iter().find_map(|part| match part {
                Part::Secret(words) => words.split(' ').nth(1).map(|code| code[..19].to_owned()),
                _ => None,
            });
            code = secret.or(code);
        }
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
        // Somebody's watch, so that nobody's screen is taken for it.
        self.server.says(WATCH, &slash).await;
        let read = &self.server.seat(WATCH).read;
        assert!(read.contains("It is now"), "line {}: {read}", line.number);
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

/// The facts and papers of the same story on a terminal.
fn assert_as_on_a_terminal(played: &Played, name: &str) {
    let terminal = TempDir::new().unwrap();
    let file = story_file(name);
    let file = file.to_str().unwrap();
    let meeting = &played.story.meeting;
    run(terminal.path(), &["play", "--quiet", file, "--journal", "sqlite:t.db", "--keys", "keys"]);
    let wanted = facts(terminal.path(), "sqlite:t.db", meeting);
    let found = facts(played.folder.path(), &played.journal, meeting);
    for (number, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
        assert_eq!(found, wanted, "entry {}", number + 1);
    }
    assert_eq!(found.len(), wanted.len());
    for paper in ["agenda", "roster", "record"] {
        let print = |folder: &Path, journal: &str| {
            run(folder, &["paper", paper, meeting, "--journal", journal, "--keys", "keys"])
        };
        let wanted = print(terminal.path(), "sqlite:t.db");
        assert_eq!(print(played.folder.path(), &played.journal), wanted, "{paper}");
    }
}

fn assert_well_formed(played: &Played) {
    let complaints = played.server.discord.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert!(played.server.discord.pings().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_story_on_discord_gives_the_facts_and_papers_of_the_terminal() {
    let played = Played::new("ciber-v.story", "sqlite:d.db").play().await;
    assert_as_on_a_terminal(&played, "ciber-v.story");
    assert_well_formed(&played);
    let server = &played.server;
    assert!(server.forms > 20, "{} forms", server.forms);
    assert!(server.completed > 20, "{} values from lists", server.completed);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_story_on_discord_gives_the_facts_and_papers_of_the_terminal() {
    let played = Played::new("marees-ii.story", "sqlite:d.db").play().await;
    assert_as_on_a_terminal(&played, "marees-ii.story");
    assert_well_formed(&played);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_is_killed_between_any_two_steps_gives_the_same_facts_and_papers() {
    let story = Played { restarts: true, ..Played::new("ciber-v.story", "sqlite:d.db") };
    let played = story.play().await;
    assert_as_on_a_terminal(&played, "ciber-v.story");
    assert_well_formed(&played);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_story_on_discord_gives_the_same_on_a_cluster() {
    let cluster = Cluster::start(Options::default()).expect("the stand-in starts");
    let played = Played::new("ciber-v.story", &cluster.address()).play().await;
    assert_as_on_a_terminal(&played, "ciber-v.story");
    assert_well_formed(&played);
}
