//! Commands, completion, buttons, forms, menus, files: what people see of each answer.

use std::time::Duration;

use plenary_stand_in_discord::{Asked, Options, Ping};

use crate::bot::played;

const NOTHING: [(&str, &str); 0] = [];
const SOON: Duration = Duration::from_secs(5);

#[tokio::test]
async fn a_command_is_answered_and_its_buttons_change_the_answer_or_open_a_form() {
    let (discord, bot) = played(Options::default()).await;
    let guild = discord.guild("CIBER");
    let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
    let add = |text: &str| maria.slash(&desk, "comment add", [("text", text)]).unwrap();
    let shown = add("We agree.").answer().await.unwrap();
    assert_eq!(shown.content, "We agree.");
    assert_eq!(shown.labels(), ["Edit", "Form"]);
    assert!(shown.ephemeral && !shown.update && desk.messages().is_empty());
    let edited = maria.press(&shown, "Edit").unwrap().answer().await.unwrap();
    assert_eq!((edited.content.as_str(), edited.message), ("edited", shown.message));
    assert!(edited.update && edited.buttons.is_empty() && edited.edits == 1);

    let shown = add("Again").answer().await.unwrap();
    let form = maria.press(&shown, "Form").unwrap().answer().await.unwrap();
    let modal = form.modal.clone().unwrap();
    assert_eq!((modal.title.as_str(), modal.inputs[0].value.as_str()), ("Say it", "We "));
    assert!(maria.submit(&form, [("Text", "no")]).is_err());
    let sent = maria.submit(&form, [("Text", "We object.")]).unwrap().answer().await.unwrap();
    assert_eq!(sent.content, "1|send|7 We object.");
    assert!(sent.update && sent.message == shown.message);
    assert!(bot.seen().refused.is_empty());
    assert_eq!(discord.complaints(), []);
}

#[tokio::test]
async fn completion_message_menu_and_forged_presses_reach_the_bot() {
    let (discord, _bot) = played(Options::default()).await;
    let guild = discord.guild("CIBER");
    let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
    let typed = maria.autocomplete(&desk, "comment add", [("text", "x")], ("item", "bud"));
    let choices = typed.await.unwrap();
    assert_eq!(
        (choices[0].value.as_str(), choices[0].name.as_str()),
        ("7", "7 begins with \"bud\"")
    );
    let said = maria.say(&desk, "I was there.");
    let entered = maria.message_menu(&desk, "Enter into the record", said).unwrap();
    let entered = entered.answer().await.unwrap();
    assert_eq!(entered.content, "maria said: I was there.");
    assert!(!entered.ephemeral && desk.messages().len() == 2);
    let forged = maria.press_custom_id(&entered, "9|forged").answer().await.unwrap();
    assert_eq!(forged.content, "9|forged");
    assert_eq!(discord.complaints(), []);
}

#[tokio::test]
async fn a_deferral_keeps_its_privacy_and_a_file_follows() {
    let (discord, bot) = played(Options::default()).await;
    let guild = discord.guild("CIBER");
    let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
    let asked = maria.slash(&desk, "answer", [("how", "defer")]).unwrap();
    let shown = asked.answer().await.unwrap();
    assert_eq!(shown.content, "at last");
    assert!(shown.ephemeral, "a deferred private answer stays private");
    let follow = asked.wait_followups(1, SOON).await.unwrap();
    assert_eq!(follow[0].content, "a paper");
    assert_eq!(follow[0].attachments[0].name, "paper.pdf");
    assert_eq!(follow[0].attachments[0].bytes, b"%PDF-1.7");
    let asked = maria.slash(&desk, "answer", [("how", "speak")]).unwrap();
    assert_eq!(asked.answer().await.unwrap().content, "answered");
    let said = desk.wait_message(SOON, |said| said.content.starts_with("spoken")).await.unwrap();
    assert!(said.pinned && said.pings == [Ping::Everyone].into());
    assert!(bot.seen().refused.is_empty(), "{:?}", bot.seen());
    assert_eq!(discord.complaints(), []);
}

#[tokio::test]
async fn the_driver_refuses_what_discords_client_would_refuse() {
    let (discord, _bot) = played(Options::default()).await;
    let guild = discord.guild("CIBER");
    let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
    let refused = |words: &str, options: &[(&str, &str)]| {
        maria.slash(&desk, words, options.iter().copied()).unwrap_err().0
    };
    assert_eq!(refused("agenda show", &[]), "no command /agenda is offered here");
    assert_eq!(refused("comment", &[]), "a subcommand is missing: add");
    assert_eq!(refused("comment drop", &[]), "no subcommand drop");
    assert_eq!(refused("comment add", &[]), "text is required");
    let wrong = [("text", "x"), ("mood", "y")];
    assert_eq!(refused("comment add", &wrong), "no option mood; there are text, item, tone");
    let long = "x".repeat(51);
    assert!(refused("comment add", &[("text", &long)]).contains("51 characters"));
    assert!(refused("comment add", &[("text", "x"), ("item", "seven")]).contains("whole number"));
    assert!(refused("comment add", &[("text", "x"), ("item", "0")]).contains("is 0"));
    assert!(refused("comment add", &[("text", "x"), ("tone", "loud")]).contains("no choice"));
    let stranger = discord.user("stranger");
    assert!(stranger.slash(&desk, "comment add", [("text", "x")]).is_err());
    maria.set_locale("fr");
    maria.slash(&desk, "comment add", [("texte", "x"), ("tone", "Softly")]).unwrap();
}

#[tokio::test]
async fn somebody_elses_private_answer_cannot_be_pressed() {
    let (discord, _bot) = played(Options::default()).await;
    let guild = discord.guild("CIBER");
    let (desk, maria, otto) = (guild.channel("desk"), guild.member("maria"), guild.member("otto"));
    let asked = maria.slash(&desk, "comment add", [("text", "mine")]).unwrap();
    let shown = asked.answer().await.unwrap();
    assert_eq!(otto.press(&shown, "Edit").unwrap_err().0, "they do not see this message");
    assert!(desk.seen_by(&otto).is_empty() && desk.seen_by(&maria).len() == 1);
    let direct = maria.direct();
    let asked = maria.slash(&direct, "answer", NOTHING).unwrap();
    assert_eq!(asked.answer().await.unwrap().content, "answered");
    assert_eq!(direct.messages().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hundreds_who_ask_at_once_are_all_answered() {
    const PEOPLE: usize = 500;
    let (discord, bot) = played(Options::default()).await;
    let guild = discord.guild("CIBER");
    let desk = guild.channel("desk");
    let ask = |at: usize| {
        let user = guild.member(&format!("user{at}"));
        user.slash(&desk, "comment add", [("text", format!("number {at}"))]).unwrap()
    };
    let asked: Vec<_> = (0..PEOPLE).map(ask).collect();
    for (at, asked) in asked.iter().enumerate() {
        assert_eq!(asked.answer().await.unwrap().content, format!("number {at}"));
    }
    let in_time = |asked: &Asked| asked.latency().unwrap() < SOON;
    assert!(asked.iter().all(in_time));
    assert_eq!(bot.seen().handled, PEOPLE);
    assert_eq!(discord.complaints(), []);
}
