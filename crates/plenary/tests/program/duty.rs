//! `plenary serve` on duty with the small Discord of the tests, as a service manager, a person in a
//! channel, Prometheus and the smoke script see it.
#![cfg(unix)]

use std::process::Command;
use std::time::Duration;

use plenary_stand_in_discord::{Discord, Guild};

use crate::judges::{judge, judges_python, plain_python};
use crate::served::{ENDING_SECONDS_MAX, Served, TOKEN, command};
use crate::stage::{FIRST, Ran, Stage, root};

/// How long an answer may take that is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server on a small Discord.
fn open() -> (Discord, Guild) {
    let discord = Discord::start(Default::default()).expect("the stand-in starts");
    let guild = discord.guild("Groups of experts");
    let _ = guild.channel("v-meeting");
    (discord, guild)
}

/// `serve` for this server, with this much logged.
fn on_duty(stage: &Stage, discord: &Discord, guild: &Guild, log: &str) -> Command {
    let mut command = command(stage, &discord.url());
    command.env("PLENARY__DISCORD__TOKEN", discord.token());
    command.env("PLENARY__DISCORD__GUILD", guild.id().to_string()).env("PLENARY__LOG", log);
    command
}

#[test]
fn it_is_ready_while_discord_is_there_and_ends_in_time_when_it_is_not() {
    let (discord, guild) = open();
    let stage = Stage::of(FIRST);
    let served = Served::start(on_duty(&stage, &discord, &guild, "warn"));
    served.wait_until("discord", "ready");
    served.wait_until("journal", "up");
    assert_eq!(served.ready().0, 200);
    let asked = || stage.run_with("PLENARY__SERVE__ADDRESS", served.address(), &["health"]);
    assert!(asked().done().contains("\"ready\":true"));
    let doctor = stage.run_with("PLENARY__SERVE__ADDRESS", served.address(), &["doctor"]).done();
    assert!(doctor.contains("and is ready"), "{doctor}");
    discord.pause();
    served.wait_until("discord", "connecting");
    assert_eq!((served.ready().0, asked().code), (503, Some(1)));
    // The desk at a terminal does not need Discord.
    assert!(stage.chat("chair", "me\n").done().contains("You are "));
    discord.resume().expect("its port is free");
    served.wait_until("discord", "ready");
    discord.stop();
    served.signal("TERM");
    let (code, took, log) = served.end();
    assert_eq!(code, Some(0), "{log}");
    assert!(took.as_secs() < ENDING_SECONDS_MAX, "{took:?}");
}

#[test]
fn a_wrong_token_ends_it_with_the_setting_and_without_the_token() {
    let (discord, guild) = open();
    let stage = Stage::of(FIRST);
    let mut wrong = on_duty(&stage, &discord, &guild, "trace");
    let ran = wrong.env("PLENARY__DISCORD__TOKEN", TOKEN).output().expect("the program starts");
    let ran: Ran = ran.into();
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("plenary: the Discord bot stopped: "), "{}", ran.err);
    assert!(ran.err.contains("PLENARY__DISCORD__TOKEN"), "{}", ran.err);
    assert!(!ran.err.contains("secret-of-the-bot"), "{}", ran.err);
}

#[tokio::test]
async fn what_people_say_is_counted_and_stands_in_no_log() {
    let (discord, guild) = open();
    let stage = Stage::of(FIRST);
    let served = Served::start(on_duty(&stage, &discord, &guild, "trace,serenity::http=trace"));
    served.wait_until("discord", "ready");
    let invited = stage.run(&["invite", "ciber-v", "--office", "secretariat"]).done();
    let code = invited.split("Code: ").nth(1).and_then(|rest| rest.get(..19)).expect("a code");
    let (room, vera) = (guild.channel("v-meeting"), guild.member("vera"));
    let mut secret = vec![discord.token().to_owned(), code.to_owned()];
    let secret_words = "The heron stands in shallow water.";
    for (verb, options) in [
        ("join", vec![("code", code), ("meeting", "ciber-v")]),
        ("meeting here", vec![("meeting", "ciber-v")]),
        ("comment add", vec![("item", "7"), ("text", secret_words)]),
    ] {
        let asked = vera.slash(&room, verb, options).expect("the command is offered");
        asked.wait_answer(PATIENCE).await.expect("an answer");
        let token = asked.payload()["token"].as_str().map(str::to_owned);
        secret.push(token.expect("an interaction has a token"));
    }
    secret.push(secret_words.to_owned());
    let (_, counted) = served.get("/metrics");
    assert!(counted.contains("plenary_discord_interactions_total{"), "{counted}");
    assert!(!counted.contains("ciber-v") && !counted.contains("vera"), "{counted}");
    stage.write("metrics.txt", &counted);
    let judged = judge(&judges_python(), "prometheus.py", &stage.path("metrics.txt"));
    assert!(judged.1 && judged.0.contains("plenary_discord_first_answer_seconds"), "{judged:?}");
    let log = served.stop();
    assert!(log.contains("plenary_service") && log.contains("plenary_discord"), "{log}");
    for secret in secret {
        assert!(!log.contains(&secret), "“{secret}” stands in {log}");
    }
    assert!(discord.complaints().is_empty(), "{:?}", discord.complaints());
}

#[test]
fn the_smoke_script_passes_here_and_finds_a_wrong_token() {
    let (discord, guild) = open();
    let stage = Stage::empty();
    let smoke = |token: &str| -> Ran {
        let mut command = Command::new(plain_python());
        command.arg(root().join("infra/discord/smoke")).arg("1").current_dir(stage.path("."));
        command.env("PLENARY", env!("CARGO_BIN_EXE_plenary"));
        command.env("PLENARY__DISCORD__TOKEN", token).env_remove("PLENARY__DISCORD__TOKEN_FILE");
        command.env("PLENARY__DISCORD__API_URL", discord.url());
        command.env("PLENARY__DISCORD__GUILD", guild.id().to_string());
        command.output().expect("python3 is there").into()
    };
    let said = smoke(discord.token()).done();
    assert!(said.contains("smoke: the service is ready"), "{said}");
    assert!(said.contains("smoke: commands: ") && said.contains("comment"), "{said}");
    assert!(said.ends_with("smoke: passed\n") && !said.contains(discord.token()), "{said}");
    let wrong = smoke(TOKEN).refused();
    assert!(wrong.contains("smoke: FAILED") && !wrong.contains("secret-of-the-bot"), "{wrong}");
}
