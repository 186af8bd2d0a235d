//! The gateway under faults: resume, identify again, duplicates, wrong tokens, a dead API.

use std::time::Duration;

use plenary_stand_in_discord::{Discord, Options, RestFault};

use crate::bot::{played, start};

const SOON: Duration = Duration::from_secs(20);
const NOTHING: [(&str, &str); 0] = [];

async fn is_answered(discord: &Discord) -> bool {
    let guild = discord.guild("CIBER");
    let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
    let asked = maria.slash(&desk, "answer", NOTHING).unwrap();
    asked.answer().await.is_ok_and(|shown| shown.content == "answered")
}

async fn resumed(discord: &Discord, count: usize) -> bool {
    discord.wait_counted(SOON, |counted| counted.resumed == count && counted.connected == 1).await
}

#[tokio::test]
async fn a_dropped_connection_is_resumed_and_what_was_missed_is_delivered() {
    let (discord, bot) = played(Options::default()).await;
    for (count, fault) in [
        Discord::drop_connections,
        Discord::ask_to_reconnect,
        |discord: &Discord| discord.close_gateway(1000),
        |discord: &Discord| discord.close_gateway(4000),
        |discord: &Discord| discord.invalidate_session(true),
    ]
    .into_iter()
    .enumerate()
    {
        fault(&discord);
        // Asked while nobody is connected, or just before: either way it is answered.
        assert!(is_answered(&discord).await, "fault {count}");
        assert!(resumed(&discord, count + 1).await, "fault {count}: {:?}", discord.counted());
    }
    assert_eq!(discord.counted().identified, 1);
    assert!(bot.seen().refused.is_empty(), "{:?}", bot.seen());
}

#[tokio::test]
async fn a_lost_session_is_identified_again() {
    let (discord, _bot) = played(Options::default()).await;
    discord.invalidate_session(false);
    assert!(discord.wait_counted(SOON, |counted| counted.identified == 2).await);
    assert!(is_answered(&discord).await);
}

#[tokio::test]
async fn without_heartbeat_answers_the_client_comes_again() {
    let heartbeat = Duration::from_millis(500);
    let (discord, _bot) = played(Options { heartbeat, ..Options::default() }).await;
    discord.swallow_heartbeats(true);
    let begun = discord.counted();
    let is_back = |counted: &plenary_stand_in_discord::Counted| {
        counted.identified + counted.resumed > begun.identified + begun.resumed
    };
    assert!(discord.wait_counted(SOON, is_back).await, "{:?}", discord.counted());
    discord.swallow_heartbeats(false);
}

#[tokio::test]
async fn a_wrong_token_ends_the_client_with_4004() {
    let discord = Discord::start(Options::default()).unwrap();
    let mut bot = start(&discord, Some("MTE0NTE0.wrong.token")).await;
    let ended = tokio::time::timeout(SOON, &mut bot.running).await.unwrap().unwrap();
    assert!(ended.is_err(), "the client ends with an error");
    assert_eq!(discord.counted().refused, 1);
}

#[tokio::test]
async fn an_interaction_can_come_twice() {
    let (discord, bot) = played(Options::default()).await;
    discord.deliver_twice(1);
    assert!(is_answered(&discord).await);
    bot.wait(|seen| seen.handled == 2).await;
    let second = |record: &plenary_stand_in_discord::Record| record.error_code() == Some(40_060);
    assert!(discord.wait_record(SOON, second).await.is_some());
}

#[tokio::test]
async fn the_api_dies_and_comes_back_on_the_same_port() {
    let (discord, _bot) = played(Options::default()).await;
    let url = discord.url();
    discord.pause();
    let address = url.trim_start_matches("http://").to_owned();
    assert!(tokio::net::TcpStream::connect(&address).await.is_err());
    discord.resume().unwrap();
    assert_eq!(discord.url(), url);
    assert!(discord.wait_counted(SOON, |counted| counted.connected == 1).await);
    // The client may find only by its first call that a connection that it kept is dead.
    assert!(is_answered(&discord).await || is_answered(&discord).await);
}

#[tokio::test]
async fn requests_fail_as_told() {
    let (discord, bot) = played(Options::default()).await;
    let guild = discord.guild("CIBER");
    let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
    let faults = [
        (RestFault::TooMany { retry_after: 0.5, is_global: true }, "429"),
        (RestFault::Status(500), "500"),
        (RestFault::Status(503), "503"),
    ];
    for (fault, wanted) in faults {
        discord.faults().next_on("POST /interactions", 1, fault);
        let asked = maria.slash(&desk, "answer", NOTHING).unwrap();
        assert!(bot.refusal().await.starts_with(wanted));
        assert!(asked.latency().is_none());
    }
    discord.faults().next_on("POST /interactions", 1, RestFault::ResetBefore);
    let asked = maria.slash(&desk, "answer", NOTHING).unwrap();
    assert!(bot.refusal().await.contains("Request"));
    assert!(asked.latency().is_none());
    discord.faults().next_on("POST /interactions", 1, RestFault::ResetAfter);
    let asked = maria.slash(&desk, "answer", NOTHING).unwrap();
    assert_eq!(asked.answer().await.unwrap().content, "answered");
    assert_eq!(discord.faults().left(), 0);
    let late = Duration::from_millis(200);
    discord.faults().next_on("POST /interactions", 1, RestFault::Late(late));
    let asked = maria.slash(&desk, "answer", NOTHING).unwrap();
    assert!(asked.wait_first(SOON).await.unwrap() >= late);
}
