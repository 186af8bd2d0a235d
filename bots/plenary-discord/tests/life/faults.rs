//! Discord's REST refuses, limits, or fails.

use std::time::Duration;

use plenary_discord::{State, Token};
use plenary_stand_in_discord::{Options as World, RestFault};

use crate::meeting::{SLUG, people};
use crate::secrets::Kept;
use crate::stage::{PATIENCE, Stage, plain};

const CALLBACK: &str = "POST /interactions";

#[tokio::test(flavor = "multi_thread")]
async fn what_fails_is_tried_again_until_it_is_answered() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    for fault in [
        RestFault::Status(500),
        RestFault::Status(503),
        RestFault::ResetBefore,
        RestFault::TooMany { retry_after: 0.3, is_global: false },
        RestFault::TooMany { retry_after: 0.3, is_global: true },
    ] {
        stage.discord.faults().next_on(CALLBACK, 1, fault);
        let shown = stage.says(&people.brazil, "me", &[]).await;
        assert!(plain(&shown).contains("Paulo Neri"), "{fault:?}: {shown:?}");
    }
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_arrived_although_it_seemed_lost_is_not_an_error() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    for fault in [RestFault::ResetAfter, RestFault::StatusAfter(502)] {
        stage.discord.faults().next_on(CALLBACK, 1, fault);
        let before = stage.facts().await;
        let text = [("what", "add"), ("text", "Lenses.")];
        stage.does(&people.secretariat, "agenda edit", &text).await;
        assert_eq!(stage.facts().await, before + 1, "{fault:?}");
        tokio::time::sleep(Duration::from_millis(500)).await;
        let refused = |record: &plenary_stand_in_discord::Record| {
            record.error_code().filter(|_| record.status < 500)
        };
        let codes: Vec<u64> = stage.discord.records().iter().filter_map(refused).collect();
        assert!(codes.iter().all(|code| *code == 40_060), "{fault:?}: {codes:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promised_answer_is_tried_again_too() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    stage.journal.be_slow(Duration::from_millis(2_200));
    stage.discord.faults().next_on("PATCH /webhooks", 2, RestFault::Status(500));
    let edit = [("what", "add"), ("text", "Lenses.")];
    let asked = people.secretariat.slash(&stage.room, "agenda edit", edit).unwrap();
    let shown = asked.wait_answer(PATIENCE).await.unwrap();
    assert!(plain(&shown).contains("Lenses"), "{shown:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_are_registered_once_and_again_after_a_failure() {
    let mut stage = Stage::set(World::default());
    stage.discord.faults().next_on("PUT /applications", 2, RestFault::Status(500));
    stage.start();
    stage.is(State::Ready).await;
    assert!(stage.discord.is_registered("comment add").await);
    let created = stage.discord.creations();
    stage.stop().await.unwrap();
    stage.start();
    stage.is(State::Ready).await;
    assert_eq!(stage.discord.creations(), created);
    let puts = stage.discord.records().into_iter().filter(|record| record.method == "PUT");
    assert_eq!(puts.filter(|record| record.status == 200).count(), 1);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_are_registered_everywhere_when_no_server_is_named() {
    let mut stage = Stage::set(World::default());
    let options = plenary_discord::Options { guild: None, ..stage.options() };
    stage.start_with(options.clone());
    stage.is(State::Ready).await;
    assert!(!stage.discord.commands(None).is_empty());
    assert!(stage.discord.commands(Some(&stage.guild)).is_empty());
    stage.stop().await.unwrap();
    stage.start_with(options);
    stage.is(State::Ready).await;
    let puts = stage.discord.records().into_iter().filter(|record| record.method == "PUT");
    assert_eq!(puts.count(), 1);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_ends_the_bot_with_a_sentence_that_says_what_to_do() {
    let mut stage = Stage::set(World::default());
    let token = Token::new("MTE0NTE0.another.token");
    stage.start_with(plenary_discord::Options { token, ..stage.options() });
    let ended = stage.ended().await.unwrap_err();
    assert!(ended.0.contains("PLENARY__DISCORD__TOKEN"), "{ended:?}");
    assert!(!ended.0.contains("another"));
    assert_eq!(stage.status.state(), State::Ended(ended.0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_can_be_no_token_ends_the_bot_before_it_calls() {
    for token in ["", "  ", "a\nb", "Ж"] {
        let mut stage = Stage::set(World::default());
        let token = Token::new(token);
        stage.start_with(plenary_discord::Options { token, ..stage.options() });
        let ended = stage.ended().await.unwrap_err();
        assert!(ended.0.contains("PLENARY__DISCORD__TOKEN"), "{ended:?}");
        assert!(stage.discord.records().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_announcement_is_posted_once_although_its_answer_was_lost() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let posts = "POST /channels";
    stage.discord.faults().next_on(posts, 1, RestFault::ResetAfter);
    stage.discord.faults().next_on(posts, 1, RestFault::Status(500));
    let preview = stage.says(&people.brazil, "comment add", &[("text", "Only once.")]).await;
    people.brazil.press(&preview, "Send").unwrap().answer().await.unwrap();
    let is_it = |shown: &plenary_stand_in_discord::Shown| plain(shown).contains("Only once.");
    stage.room.wait_message(PATIENCE, is_it).await.expect("an announcement");
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(stage.room.messages().iter().filter(|shown| is_it(shown)).count(), 1);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_channel_was_deleted_the_next_one_is_told() {
    // Either the bot sees it happen, or it finds nothing there.
    for is_seen in [true, false] {
        let stage = Stage::ready().await;
        let people = people(&stage).await;
        let comment = async |channel: &plenary_stand_in_discord::Channel, text: &str| {
            let said = people.brazil.slash(channel, "comment add", [("text", text)]).unwrap();
            let preview = said.answer().await.unwrap();
            people.brazil.press(&preview, "Send").unwrap().answer().await.unwrap();
        };
        let other = stage.guild.channel("annex");
        let bind = people.secretariat.slash(&other, "meeting here", [("meeting", SLUG)]).unwrap();
        assert!(plain(&bind.answer().await.unwrap()).contains("not announced here"));
        stage.room.delete(is_seen);
        if !is_seen {
            comment(&other, "Nobody hears this.").await;
        }
        let third = stage.guild.channel("hall");
        let begin = std::time::Instant::now();
        loop {
            let bind = people.secretariat.slash(&third, "meeting here", [("meeting", SLUG)]);
            let told = plain(&bind.unwrap().answer().await.unwrap());
            if told.contains("are announced here") {
                break;
            }
            assert!(begin.elapsed() < PATIENCE, "{told}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        comment(&third, "The hall hears.").await;
        let is_it =
            |shown: &plenary_stand_in_discord::Shown| plain(shown).contains("The hall hears.");
        third.wait_message(PATIENCE, is_it).await.expect("an announcement");
        stage.assert_clean();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_permission_is_named_to_the_asker() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    stage.discord.faults().next_on(CALLBACK, 1, RestFault::Status(403));
    let shown = stage.says(&people.brazil, "me", &[]).await;
    let said = plain(&shown);
    assert!(shown.ephemeral && said.contains("Attach Files"), "{shown:?}");
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_bots_with_one_token_answer_and_store_each_command_once_and_without_alarm() {
    let kept = Kept::begin();
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    stage.start_another().await;
    for text in ["One.", "Two.", "Three."] {
        let before = stage.facts().await;
        let preview = stage.says(&people.brazil, "comment add", &[("text", text)]).await;
        let sent = people.brazil.press(&preview, "Send").unwrap().answer().await.unwrap();
        assert!(sent.content.starts_with('✓'), "{sent:?}");
        let answered = || kept.text().matches("another bot with this token was faster").count();
        tokio::time::timeout(PATIENCE, async {
            while answered() == 0 || stage.facts().await == before {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        })
        .await
        .unwrap();
        assert_eq!(stage.facts().await, before + 1, "{text}");
    }
    let log = kept.text();
    let alarm = log.lines().find(|line| line.contains(" WARN ") || line.contains(" ERROR "));
    assert_eq!(alarm, None);
}
