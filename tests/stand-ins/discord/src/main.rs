//! Serves the stand-in to other processes, and plays people on standard input, so that a person
//! can try the real bot by hand and see what users would see. It ends with its input.
//!
//! Orders: `slash USER CHANNEL WORDS… NAME=TEXT…`, `complete USER CHANNEL WORDS… NAME=TEXT`,
//! `menu USER CHANNEL NAME…` (on the last message there), `press USER LABEL…` (on what that user
//! saw last), `submit USER FIELD=TEXT…`, `say USER CHANNEL TEXT…`, `locale USER CODE`,
//! `show CHANNEL`, `wait CHANNEL THREAD TEXT…` (until that is said there), `judge`. A text that
//! holds spaces is quoted.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufRead, Write};
use std::time::Duration;

use plenary_stand_in_discord::{Asked, Discord, Guild, Options, Shown};

const USAGE: &str =
    "usage: plenary-stand-in-discord [--port N] [--token TOKEN] [--guild NAME] [--channel NAME]";

/// How long an order waits for what it wants to see.
const PATIENCE: Duration = Duration::from_secs(10);

type Outcome = Result<String, Box<dyn Error + Send + Sync>>;

fn main() -> Result<(), Box<dyn Error>> {
    let (options, guild, channel) = options(std::env::args().skip(1)).ok_or(USAGE)?;
    let discord = Discord::start(options)?;
    let guild = discord.guild(&guild);
    let room = guild.channel(&channel);
    let mut output = io::stdout();
    let (url, token) = (discord.url(), discord.token().to_owned());
    let (application, id) = (discord.application(), guild.id());
    writeln!(output, "{url} token {token} application {application} guild {id}")?;
    writeln!(output, "channel #{} {}", room.name(), room.id())?;
    output.flush()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut desk = Desk { discord, guild, seen: BTreeMap::new() };
    for line in io::stdin().lock().lines() {
        let answer = runtime.block_on(desk.order(&words(&line?)));
        writeln!(output, "{}", answer.unwrap_or_else(|error| format!("! {error}")))?;
        output.flush()?;
    }
    Ok(())
}

fn options(mut words: impl Iterator<Item = String>) -> Option<(Options, String, String)> {
    let mut options = Options::default();
    let (mut guild, mut channel) = ("Plenary".to_owned(), "desk".to_owned());
    while let Some(word) = words.next() {
        let value = words.next()?;
        match word.as_str() {
            "--port" => options.port = Some(value.parse().ok()?),
            "--token" => options.token = value,
            "--guild" => guild = value,
            "--channel" => channel = value,
            _ => return None,
        }
    }
    Some((options, guild, channel))
}

/// The words of a line; quotes keep spaces together.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut is_quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(std::mem::take(&mut word)),
            _ => word.push(letter),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

fn pairs(words: &[String]) -> (String, Vec<(String, String)>) {
    let is_pair = |word: &String| word.contains('=');
    let at = words.iter().position(is_pair).unwrap_or(words.len());
    let (plain, pairs) = words.split_at(at);
    let pair =
        |word: &String| word.split_once('=').map(|(name, text)| (name.to_owned(), text.to_owned()));
    (plain.join(" "), pairs.iter().filter_map(pair).collect())
}

struct Desk {
    discord: Discord,
    guild: Guild,
    /// What each user saw last.
    seen: BTreeMap<String, Shown>,
}

impl Desk {
    async fn order(&mut self, words: &[String]) -> Outcome {
        let [verb, rest @ ..] = words else { return Ok(String::new()) };
        if verb == "judge" {
            let complaints = self.discord.complaints();
            let lines: Vec<String> = complaints.iter().map(ToString::to_string).collect();
            let count = format!("{} complaints", lines.len());
            return Ok([vec![count], lines].concat().join("\n"));
        }
        let [first, rest @ ..] = rest else { return Err("who, or where?".into()) };
        if verb == "show" {
            let shown = self.guild.channel(first).messages();
            return Ok(shown.iter().map(drawn).collect::<Vec<_>>().join("\n"));
        }
        if verb == "wait" {
            return self.said_in_thread(first, rest).await;
        }
        let user = self.guild.member(first);
        let (plain, pairs) = pairs(rest);
        let asked = match verb.as_str() {
            "press" => user.press(self.last(first)?, &rest.join(" "))?,
            "submit" => user.submit(self.last(first)?, pairs)?,
            "locale" => {
                user.set_locale(&plain);
                return Ok("done".to_owned());
            }
            _ => return self.in_channel(verb, first, rest).await,
        };
        self.answered(first, &asked).await
    }

    async fn in_channel(&mut self, verb: &str, name: &str, rest: &[String]) -> Outcome {
        let user = self.guild.member(name);
        let [channel, rest @ ..] = rest else { return Err("in which channel?".into()) };
        let room = self.guild.channel(channel);
        let (plain, mut pairs) = pairs(rest);
        let asked = match verb {
            "slash" => user.slash(&room, &plain, pairs)?,
            "menu" => {
                let last = room.messages().pop().ok_or("nothing was said there")?;
                user.message_menu(&room, &rest.join(" "), &last)?
            }
            "complete" => {
                let (name, partial) = pairs.pop().ok_or("which option?")?;
                let focused = (name.as_str(), partial.as_str());
                let choices = user.autocomplete(&room, &plain, pairs, focused).await?;
                let lines = choices.iter().map(|of| format!("{} = {}", of.value, of.name));
                return Ok(lines.collect::<Vec<_>>().join("\n"));
            }
            "say" => {
                user.say(&room, &rest.join(" "));
                return Ok("said".to_owned());
            }
            _ => return Err("not understood".into()),
        };
        self.answered(name, &asked).await
    }

    async fn said_in_thread(&self, channel: &str, rest: &[String]) -> Outcome {
        let [thread, rest @ ..] = rest else { return Err("in which thread?".into()) };
        let wanted = rest.join(" ");
        let room = self.guild.channel(channel);
        let thread = room.wait_thread(PATIENCE, thread).await.ok_or("there is no such thread")?;
        let said = thread.wait_message(PATIENCE, |said| said.text().contains(&wanted)).await;
        Ok(drawn(&said.ok_or("nobody said that there")?))
    }

    fn last(&self, name: &str) -> Result<&Shown, String> {
        self.seen.get(name).ok_or_else(|| format!("{name} has seen nothing yet"))
    }

    async fn answered(&mut self, name: &str, asked: &Asked) -> Outcome {
        let shown = asked.answer().await?;
        let drawn = drawn(&shown);
        self.seen.insert(name.to_owned(), shown);
        Ok(drawn)
    }
}

fn drawn(shown: &Shown) -> String {
    if let Some(modal) = &shown.modal {
        let fields = modal.inputs.iter().map(|of| format!("{}={}", of.label, of.value));
        return format!("[form] {}\n{}", modal.title, fields.collect::<Vec<_>>().join("\n"));
    }
    let mut text = if shown.ephemeral { "(only you) ".to_owned() } else { String::new() };
    text.push_str(&shown.text());
    for file in &shown.attachments {
        text.push_str(&format!("\n[file] {} ({} bytes)", file.name, file.bytes.len()));
    }
    for button in &shown.buttons {
        text.push_str(&format!("\n[button] {}", button.label));
    }
    text
}
