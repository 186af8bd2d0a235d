//! The gateway breaks off, and the bot comes back.

use std::time::Duration;

use plenary_discord::State;
use plenary_stand_in_discord::Options as World;

use crate::meeting::people;
use crate::stage::{PATIENCE, Stage, plain};

/// Something that breaks the connection off.
type Break = fn(&Stage);

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_breaks_off_is_resumed() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let breaks: [(&str, Break); 4] = [
        ("dropped", |stage| stage.discord.drop_connections()),
        ("op 7", |stage| stage.discord.ask_to_reconnect()),
        ("close 1000", |stage| stage.discord.close_gateway(1000)),
        ("close 4000", |stage| stage.discord.close_gateway(4000)),
    ];
    for (at, (name, break_off)) in breaks.into_iter().enumerate() {
        break_off(&stage);
        let resumed = stage.discord.wait_counted(PATIENCE, |counted| counted.resumed > at).await;
        assert!(resumed, "{name}: {:?}", stage.discord.counted());
        let shown = stage.says(&people.brazil, "me", &[]).await;
        assert!(plain(&shown).contains("Paulo Neri"), "{name}");
    }
    assert_eq!(stage.discord.counted().identified, 1);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_over_is_begun_anew() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let breaks: [(&str, Break); 2] = [
        ("op 9", |stage| stage.discord.invalidate_session(false)),
        ("close 4009", |stage| stage.discord.close_gateway(4009)),
    ];
    for (at, (name, break_off)) in breaks.into_iter().enumerate() {
        break_off(&stage);
        let patience = Duration::from_secs(30);
        let again = |counted: &plenary_stand_in_discord::Counted| counted.identified > at + 1;
        assert!(stage.discord.wait_counted(patience, again).await, "{name}");
        stage.is(State::Ready).await;
        let shown = stage.says(&people.brazil, "me", &[]).await;
        assert!(plain(&shown).contains("Paulo Neri"), "{name}");
    }
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_was_removed_and_added_again_has_its_commands_again() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    stage.guild.throw_out_bot();
    stage.is(State::Connecting).await;
    assert!(stage.discord.commands(Some(&stage.guild)).is_empty());
    stage.guild.add_bot();
    stage.is(State::Ready).await;
    assert!(!stage.discord.commands(Some(&stage.guild)).is_empty());
    let shown = stage.says(&people.brazil, "me", &[]).await;
    assert!(plain(&shown).contains("Paulo Neri"), "{shown:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_answer_to_a_heartbeat_begins_a_new_connection() {
    let heartbeat = Duration::from_millis(1_500);
    let stage = Stage::ready_in(World { heartbeat, ..World::default() }).await;
    stage.discord.swallow_heartbeats(true);
    let again = |counted: &plenary_stand_in_discord::Counted| counted.identified > 1;
    let patience = Duration::from_secs(30);
    assert!(stage.discord.wait_counted(patience, again).await, "{:?}", stage.discord.counted());
    stage.discord.swallow_heartbeats(false);
    let ines = stage.guild.member("ines");
    let shown = stage.says(&ines, "help", &[]).await;
    assert!(shown.ephemeral);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interaction_that_comes_twice_is_done_once() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let before = stage.facts().await;
    stage.discord.deliver_twice(1);
    let edit = [("what", "add"), ("text", "Lenses.")];
    stage.does(&people.secretariat, "agenda edit", &edit).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(stage.facts().await, before + 1);
    // Nobody tried to answer it a second time.
    assert!(stage.discord.records().iter().all(|record| record.status < 400));
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interaction_that_comes_to_another_process_again_is_done_once() {
    let mut stage = Stage::ready().await;
    let people = people(&stage).await;
    let edit = [("what", "add"), ("text", "Lenses.")];
    let asked = people.secretariat.slash(&stage.room, "agenda edit", edit).unwrap();
    asked.answer().await.unwrap();
    let before = stage.facts().await;
    stage.restart().await;
    asked.redeliver();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(stage.facts().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_too_late_to_be_answered_is_not_done() {
    let first_answer = Duration::from_millis(2_000);
    let stage = Stage::ready_in(World { first_answer, ..World::default() }).await;
    let people = people(&stage).await;
    let before = stage.facts().await;
    // The interaction is made while the connection is away, and comes with the resumption.
    let id = (now_ms() - 1_420_070_400_000 - 5_000) << 22;
    stage.discord.next_interaction_id(id);
    stage.discord.faults().next_on(
        "POST /interactions",
        1,
        plenary_stand_in_discord::RestFault::Late(Duration::from_millis(2_100)),
    );
    let edit = [("what", "add"), ("text", "Lenses.")];
    let asked = people.secretariat.slash(&stage.room, "agenda edit", edit).unwrap();
    assert!(asked.answer().await.is_err());
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(stage.facts().await, before);
}

fn now_ms() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    u64::try_from(now.as_millis()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bot_comes_back_when_discord_was_away() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    stage.discord.pause();
    stage.is(State::Connecting).await;
    // The desk goes on for everybody else.
    assert!(stage.facts().await > 5);
    stage.discord.resume().unwrap();
    let patience = Duration::from_secs(60);
    assert!(stage.discord.wait_counted(patience, |counted| counted.connected > 0).await);
    for _ in 0..3 {
        stage.is(State::Ready).await;
    }
    let shown = stage.says(&people.brazil, "me", &[]).await;
    assert!(plain(&shown).contains("Paulo Neri"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bot_waits_for_a_discord_that_is_not_there_yet() {
    let mut stage = Stage::set(World::default());
    stage.discord.pause();
    stage.start();
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(stage.status.state(), State::Connecting);
    stage.discord.resume().unwrap();
    stage.is(State::Ready).await;
}
