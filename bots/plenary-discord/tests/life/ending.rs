//! The bot ends: when it is asked to, and when Discord will not have it.

use std::time::{Duration, Instant};

use plenary_discord::State;
use plenary_stand_in_discord::Options as World;

use crate::meeting::people;
use crate::stage::{PATIENCE, Stage, plain};

/// How long an end may take.
const END: Duration = Duration::from_secs(10);

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_being_answered_still_gets_the_answer() {
    let mut stage = Stage::ready().await;
    let people = people(&stage).await;
    stage.journal.be_slow(Duration::from_millis(700));
    let edit = [("what", "add"), ("text", "Lenses.")];
    let asked = people.secretariat.slash(&stage.room, "agenda edit", edit).unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    stage.ask_to_stop();
    let shown = asked.wait_answer(PATIENCE).await.unwrap();
    assert!(plain(&shown).contains("Lenses"), "{shown:?}");
    stage.ended().await.unwrap();
    let left = |counted: &plenary_stand_in_discord::Counted| counted.connected == 0;
    assert!(stage.discord.wait_counted(PATIENCE, left).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_comes_in_time_when_discord_is_there() {
    let mut stage = Stage::ready().await;
    let begun = Instant::now();
    stage.stop().await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_comes_in_time_when_discord_is_away() {
    for pause in [0, 100, 1_000, 3_000] {
        let mut stage = Stage::ready().await;
        stage.discord.pause();
        tokio::time::sleep(Duration::from_millis(pause)).await;
        let begun = Instant::now();
        stage.stop().await.unwrap();
        assert!(begun.elapsed() < END, "{pause}: {:?}", begun.elapsed());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_comes_in_time_when_nobody_was_ever_there() {
    let mut stage = Stage::set(World::default());
    stage.discord.pause();
    stage.start();
    tokio::time::sleep(Duration::from_millis(500)).await;
    let begun = Instant::now();
    stage.stop().await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_end_comes_in_time_when_the_journal_hangs() {
    let mut stage = Stage::ready().await;
    let people = people(&stage).await;
    stage.journal.be_slow(Duration::from_secs(3_600));
    let edit = [("what", "add"), ("text", "Lenses.")];
    let _asked = people.secretariat.slash(&stage.room, "agenda edit", edit).unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let begun = Instant::now();
    stage.stop().await.unwrap();
    assert!(begun.elapsed() < END, "{:?}", begun.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_close_for_good_ends_the_bot_with_a_sentence_that_says_what_to_do() {
    for (code, words) in
        [(4004, "PLENARY__DISCORD__TOKEN"), (4013, "Developer Portal"), (4014, "Developer Portal")]
    {
        let mut stage = Stage::ready().await;
        stage.discord.close_gateway(code);
        let ended = stage.ended().await.unwrap_err();
        assert!(ended.0.contains(words), "{code}: {ended:?}");
        assert!(matches!(stage.status.state(), State::Ended(_)));
    }
}
