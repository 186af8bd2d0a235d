//! The life-cycle rules and the permissions, each refused with Discord's own status and code.

use std::time::Duration;

use plenary_stand_in_discord::permission::{SEND_MESSAGES, VIEW_CHANNEL};
use plenary_stand_in_discord::{Discord, Failure, Options};

use crate::bot::{Bot, played};

const SOON: Duration = Duration::from_secs(5);

/// Plays one way of answering and waits until the bot was refused something.
async fn refused(discord: &Discord, bot: &Bot, how: &str) -> String {
    let guild = discord.guild("CIBER");
    let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
    maria.slash(&desk, "answer", [("how", how)]).unwrap();
    bot.refusal().await
}

#[tokio::test]
async fn every_rule_is_refused_with_discords_own_code() {
    let first_answer = Duration::from_secs(1);
    let (discord, bot) = played(Options { first_answer, ..Options::default() }).await;
    assert_eq!(refused(&discord, &bot, "twice").await, "400 40060");
    assert_eq!(refused(&discord, &bot, "late").await, "404 10062");
    assert_eq!(refused(&discord, &bot, "before").await, "404 10015");
    assert_eq!(refused(&discord, &bot, "empty").await, "400 50006");
    assert_eq!(refused(&discord, &bot, "long").await, "400 50035");
    let desk = discord.guild("CIBER").channel("desk");
    desk.set_bot(VIEW_CHANNEL);
    assert_eq!(refused(&discord, &bot, "speak").await, "403 50013");
    desk.set_bot(SEND_MESSAGES);
    assert_eq!(refused(&discord, &bot, "speak").await, "403 50001");
}

#[tokio::test]
async fn who_is_not_answered_sees_that_the_interaction_failed() {
    let first_answer = Duration::from_millis(200);
    let (discord, _bot) = played(Options { first_answer, ..Options::default() }).await;
    let guild = discord.guild("CIBER");
    let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
    let asked = maria.slash(&desk, "answer", [("how", "never")]).unwrap();
    assert_eq!(asked.wait_answer(SOON).await.unwrap_err(), Failure::Failed);
}

#[tokio::test]
async fn a_token_dies_and_nothing_can_be_edited_any_more() {
    let token_life = Duration::ZERO;
    let (discord, bot) = played(Options { token_life, ..Options::default() }).await;
    assert_eq!(refused(&discord, &bot, "defer").await, "401 50027");
}

#[tokio::test]
async fn mentions_without_a_word_on_them_ping() {
    let (discord, _bot) = played(Options::default()).await;
    let guild = discord.guild("CIBER");
    let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
    let asked = maria.slash(&desk, "answer", [("how", "ping")]).unwrap();
    assert_eq!(asked.answer().await.unwrap().pings.len(), 2);
    assert_eq!(discord.pings().len(), 2);
}
