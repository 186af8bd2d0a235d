//! 500 interactions in 5 seconds: how long each waits for its first answer, beside what the small
//! Discord and a bare client need for the same; every body is judged after the run.
//!
//! `cargo bench -p plenary --bench discord`. It prints; it is no gate, since times belong to a
//! machine. Discord itself gives an answer 3 seconds.

// A measurement ends at the first thing that is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/discord/bot.rs"]
#[allow(dead_code)]
mod bot;
#[path = "../tests/discord/facts.rs"]
#[allow(dead_code)]
mod facts;
#[path = "../tests/discord/line.rs"]
#[allow(dead_code)]
mod line;
#[path = "../tests/discord/people.rs"]
#[allow(dead_code)]
mod people;
#[path = "../tests/discord/story.rs"]
#[allow(dead_code)]
mod story;

use std::time::{Duration, Instant};

use plenary_stand_in_discord::{Asked, Channel, User};

use crate::story::Played;

/// How many interactions, over how long.
const INTERACTIONS: u32 = 500;
const SPREAD: Duration = Duration::from_secs(5);
const PATIENCE: Duration = Duration::from_secs(30);

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(measure());
}

async fn measure() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to("2007-10-22").await;
    let server = &mut played.server;
    let channel = server.channel.clone();
    let seats = ["secretariat", "chair", "brazil", "expert", "chile", "observer"];
    let users: Vec<User> = seats.iter().map(|seat| server.seat(seat).user.clone()).collect();
    let card = server.seat("chile").shown.clone().expect("something to press");
    // The least that an answer can take here: a verb that the bot answers without the journal.
    let mut least = Vec::new();
    for _ in 0..50 {
        let asked = users[4].press_custom_id(&card, "not-a-press");
        least.push(asked.wait_first(PATIENCE).await.expect("an answer"));
    }
    let begin = Instant::now();
    let mut asked: Vec<(&str, Asked)> = Vec::new();
    for number in 0..INTERACTIONS {
        tokio::time::sleep_until((begin + SPREAD * number / INTERACTIONS).into()).await;
        let user = &users[number as usize % users.len()];
        asked.push(say(user, &channel, number));
    }
    let sent = begin.elapsed();
    let mut waits = Vec::new();
    for (what, asked) in &asked {
        let wait = asked.wait_first(PATIENCE).await;
        waits.push(wait.unwrap_or_else(|why| panic!("{what} got no first answer: {why}")));
    }
    println!("{INTERACTIONS} interactions sent in {:.1} s, every one answered", sent.as_secs_f64());
    print("no journal asked", &mut least);
    print("mixed load, first answer", &mut waits);
    let ratio = at(&waits, 50).as_secs_f64() / at(&least, 50).as_secs_f64();
    println!("  p50 beside no journal     {ratio:.2}x");
    let p99 = at(&waits, 99);
    let is_met = p99 < Duration::from_millis(150);
    println!("  aim: p99 under 150 ms     {}", if is_met { "met" } else { "missed" });
    let complaints = played.server.discord.complaints();
    println!("  bodies judged             {}", played.server.discord.records().len());
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert!(bot.stop().await);
}

/// What people do: they read, comment, look something up.
fn say(user: &User, channel: &Channel, number: u32) -> (&'static str, Asked) {
    let text = format!("Remark number {number} on this item.");
    let (what, sent) = match number % 5 {
        0 => ("agenda show", user.slash(channel, "agenda show", [("", ""); 0])),
        1 => ("me", user.slash(channel, "me", [("", ""); 0])),
        2 => ("comment add", user.slash(channel, "comment add", [("item", "7"), ("text", &*text)])),
        3 => ("paper get", user.slash(channel, "paper get", [("name", "CIBER-V/doc.1/07")])),
        _ => ("comment list", user.slash(channel, "comment list", [("item", "7")])),
    };
    (what, sent.expect("the client lets it through"))
}

fn at(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
}

fn print(what: &str, waits: &mut [Duration]) {
    waits.sort_unstable();
    let ms = |percent| at(waits, percent).as_secs_f64() * 1_000.0;
    println!("  {what:<26}p50 {:.1} ms  p99 {:.1} ms  most {:.1} ms", ms(50), ms(99), ms(100));
}
