//! What people say and how they are answered when nothing goes wrong.

use std::time::Duration;

use crate::meeting::{SLUG, people};
use crate::stage::{PATIENCE, Stage, plain};

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_is_held_by_commands_buttons_and_forms() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let form = stage.says(&people.brazil, "comment add", &[("item", "2")]).await;
    let modal = form.modal.clone().expect("a form");
    assert_eq!(modal.title, "Comment");
    let text = modal.inputs[0].label.clone();
    let preview = people.brazil.submit(&form, [(text.as_str(), "More *light* @everyone.")]);
    let preview = preview.unwrap().answer().await.unwrap();
    assert!(preview.ephemeral && plain(&preview).contains("More *light* @everyone."));
    let before = stage.facts().await;
    let sent = people.brazil.press(&preview, "Send").unwrap().answer().await.unwrap();
    assert!(sent.ephemeral && sent.update && plain(&sent).contains("C1"), "{sent:?}");
    assert_eq!(stage.facts().await, before + 1);
    // Announced to everybody, by name of the delegation.
    let told = stage.room.wait_message(PATIENCE, |shown| plain(shown).contains("light")).await;
    assert!(!told.expect("an announcement").ephemeral);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn values_are_offered_while_somebody_types() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let (room, nothing) = (&stage.room, [("", ""); 0]);
    let offered = people.brazil.autocomplete(room, "comment add", nothing, ("item", "lamp")).await;
    let offered = offered.unwrap();
    assert_eq!(offered.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>(), ["2"]);
    let stranger = stage.guild.member("stranger");
    let offered = stranger.autocomplete(room, "people remove", nothing, ("who", "")).await;
    assert_eq!(offered.unwrap(), []);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_private_names_the_meeting_and_can_be_shared() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let shown = stage.says(&people.brazil, "agenda show", &[]).await;
    assert!(shown.ephemeral && shown.content.contains("-# V Meeting"), "{shown:?}");
    let before = stage.room.messages().len();
    let shared = people.brazil.press(&shown, "Share").unwrap().answer().await.unwrap();
    assert!(!shared.ephemeral, "{shared:?}");
    assert_eq!(stage.room.messages().len(), before + 1);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_comes_as_a_file_in_the_format_that_was_asked_for() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    for (format, name) in [
        ("text", "LIGHT-V-doc.1-07.txt"),
        ("markdown", "LIGHT-V-doc.1-07.md"),
        ("html", "LIGHT-V-doc.1-07.html"),
    ] {
        let asked = [("name", "LIGHT-V/doc.1/07"), ("format", format)];
        let shown = stage.says(&people.brazil, "paper get", &asked).await;
        let names: Vec<&str> = shown.attachments.iter().map(|of| of.name.as_str()).collect();
        assert_eq!(names, [name], "{shown:?}");
    }
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn only_ones_own_message_can_be_entered() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let message = people.brazil.say(&stage.room, "We should speak of lamps.");
    let menu = "Enter into the record";
    let own = people.brazil.message_menu(&stage.room, menu, message).unwrap();
    let own = own.answer().await.unwrap();
    assert!(own.ephemeral && plain(&own).contains("We should speak of lamps."), "{own:?}");
    let other = people.secretariat.message_menu(&stage.room, menu, message).unwrap();
    let other = other.answer().await.unwrap();
    assert!(other.ephemeral && plain(&other).contains("own messages"), "{other:?}");
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_is_sent_back_by_a_button_with_a_form() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let edit = [("what", "add"), ("text", "Closing.")];
    stage.does(&people.secretariat, "agenda edit", &edit).await;
    let prepare = [("kind", "agenda"), ("symbol", "LIGHT-V/doc.1/07 rev. 1")];
    stage.does(&people.secretariat, "paper prepare", &prepare).await;
    let card = stage.says(&people.chair, "me", &[]).await;
    let form = people.chair.press(&card, "Send back").unwrap().answer().await.unwrap();
    let label = form.modal.as_ref().expect("a form").inputs[0].label.clone();
    let done = people.chair.submit(&form, [(label.as_str(), "Not yet.")]).unwrap();
    let done = done.answer().await.unwrap();
    assert!(plain(&done).contains("sent back"), "{done:?}");
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_journal_is_promised_an_answer_in_time_and_the_answer_follows() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    stage.journal.be_slow(Duration::from_millis(2_500));
    let edit = [("what", "add"), ("text", "Lenses.")];
    let asked = people.secretariat.slash(&stage.room, "agenda edit", edit).unwrap();
    let first = asked.wait_first(Duration::from_secs(4)).await.unwrap();
    assert!(first < Duration::from_millis(2_500), "{first:?}");
    let shown = asked.wait_answer(PATIENCE).await.unwrap();
    assert!(shown.ephemeral && plain(&shown).contains("Lenses"), "{shown:?}");
    stage.journal.be_slow(Duration::ZERO);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_that_breaks_says_so_with_the_name_for_the_log() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    stage.journal.break_next();
    let edit = [("what", "add"), ("text", "Lenses.")];
    let asked = people.secretariat.slash(&stage.room, "agenda edit", edit).unwrap();
    let shown = asked.answer().await.unwrap();
    assert!(shown.ephemeral, "{shown:?}");
    // It asks to send it again in a moment; until the broken turn has ended it may say so again.
    let mut again = shown;
    for _ in 0..100 {
        if !plain(&again).contains("send it again in a moment") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        again = stage.says(&people.secretariat, "agenda edit", &edit).await;
    }
    assert!(again.content.starts_with('✓') && plain(&again).contains("Lenses"), "{again:?}");
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_private_talk_one_is_sent_to_the_server() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let data = serde_json::json!({ "id": "1", "name": "me", "type": 1 });
    let asked = people.brazil.forge(&people.brazil.direct(), 2, data);
    let shown = asked.answer().await.unwrap();
    assert!(shown.ephemeral && plain(&shown).contains("server"), "{shown:?}");
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_without_a_meeting_says_what_to_do() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let other = stage.guild.channel("elsewhere");
    let asked = people.brazil.slash(&other, "agenda show", [("", ""); 0]).unwrap();
    let shown = asked.answer().await.unwrap();
    assert!(shown.ephemeral && plain(&shown).contains("is not linked to a meeting"), "{shown:?}");
    let here = people.brazil.slash(&other, "meeting here", [("meeting", SLUG)]).unwrap();
    assert!(here.answer().await.unwrap().content.starts_with('✗'));
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn buttons_and_forms_outlive_a_restart() {
    let mut stage = Stage::ready().await;
    let people = people(&stage).await;
    let text = [("text", "Input before.")];
    let preview = stage.says(&people.brazil, "comment add", &text).await;
    let form = stage.says(&people.brazil, "comment add", &[("item", "1")]).await;
    stage.restart().await;
    let sent = people.brazil.press(&preview, "Send").unwrap().answer().await.unwrap();
    assert!(plain(&sent).contains("C1"), "{sent:?}");
    let label = form.modal.as_ref().expect("a form").inputs[0].label.clone();
    let sent = people.brazil.submit(&form, [(label.as_str(), "Input after.")]).unwrap();
    assert!(plain(&sent.answer().await.unwrap()).contains("Input after."));
    assert_eq!(stage.discord.creations(), stage.discord.commands(Some(&stage.guild)).len());
    stage.assert_clean();
}
