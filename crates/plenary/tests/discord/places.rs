//! What stands around the story on Discord: announcements, sharing, a message entered into the
//! record, papers as files, codes, two meetings in one server, buttons that are superseded.

use std::time::Duration;

use plenary_stand_in_discord::{Shown, User};

use crate::facts::{facts, run};
use crate::line;
use crate::people::Server;
use crate::story::Played;

const SOON: Duration = Duration::from_secs(5);
const DAY: &str = "2007-10-22";

/// Somebody says a typed line in the way of Discord and reads the answer.
async fn says(server: &mut Server, who: &str, said: &str) -> String {
    server.says(who, &line::read(said)).await;
    server.seat(who).read.clone()
}

fn shown(server: &mut Server, who: &str) -> Shown {
    server.seat(who).shown.clone().expect("something was shown")
}

fn user(server: &mut Server, who: &str) -> User {
    server.seat(who).user.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_all_may_read_is_announced_once_and_what_is_private_stays_so() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let server = &mut played.server;
    let channel = server.channel.clone();
    let issued = |shown: &Shown| shown.text().contains("CIBER-V/doc.1/07 has been issued");
    let first = channel.wait_message(SOON, issued).await.expect("the paper is announced");
    assert!(first.attachments.iter().any(|file| file.name == "CIBER-V-doc.1-07.txt"), "{first:?}");
    says(server, "chile", "comment 8 Between us readers:secretariat").await;
    server.presses("chile", "Send").await;
    says(server, "chile", "comment 8 For all to read.").await;
    server.presses("chile", "Send").await;
    let open = |shown: &Shown| shown.text().contains("For all to read");
    channel.wait_message(SOON, open).await.expect("the comment is announced");
    // After a crash it is not told again, and what follows is.
    bot.kill();
    let bot = played.bot().await;
    let server = &mut played.server;
    says(server, "expert", "comment 7 After the crash.").await;
    server.presses("expert", "Send").await;
    let after = |shown: &Shown| shown.text().contains("After the crash");
    channel.wait_message(SOON, after).await.expect("the bot goes on telling");
    let all = channel.messages();
    assert_eq!(all.iter().filter(|shown| open(shown)).count(), 1);
    assert_eq!(all.iter().filter(|shown| issued(shown)).count(), 1);
    let private = |shown: &Shown| {
        let text = shown.text();
        text.contains("Between us")
            || text.contains("It works once")
            || text.contains("You have joined")
    };
    assert!(!all.iter().any(private), "{:#?}", all.iter().find(|shown| private(shown)));
    assert!(bot.stop().await);
    assert_eq!(played.server.discord.complaints(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_shared_by_a_button_without_what_is_the_askers_own() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let server = &mut played.server;
    let read = says(server, "secretariat", "agenda show view:draft").await;
    assert!(read.contains("working"), "{read}");
    let before = server.channel.messages().len();
    let private = shown(server, "secretariat");
    assert!(private.ephemeral);
    let shared = user(server, "secretariat").press(&private, "Share").unwrap();
    let shared = shared.answer().await.unwrap();
    assert!(!shared.ephemeral && shared.text().contains("draft agenda in force"), "{shared:?}");
    assert_eq!(server.channel.messages().len(), before + 1);
    assert!(bot.stop().await);
    assert_eq!(played.server.discord.complaints(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn ones_own_message_is_entered_into_the_record_and_nobody_elses() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let server = &mut played.server;
    let channel = server.channel.clone();
    let expert = user(server, "expert");
    let said = expert.say(&channel, "The list of contacts should be *annexed*.");
    let other = user(server, "chile").message_menu(&channel, "Enter into the record", said);
    let other = other.unwrap().answer().await.unwrap();
    assert!(other.ephemeral && other.text().contains("only your own"), "{}", other.text());
    let own = expert.message_menu(&channel, "Enter into the record", said).unwrap();
    let preview = own.answer().await.unwrap();
    let sent = expert.press(&preview, "Send").unwrap().answer().await.unwrap();
    assert!(sent.text().contains("C2"), "{}", sent.text());
    assert!(bot.stop().await);
    let facts = facts(played.folder.path(), "sqlite:d.db", "ciber-v");
    let last = facts.last().unwrap();
    assert!(last.contains("comment.made.v1") && last.contains("be *annexed*."), "{last}");
    assert_eq!(played.server.discord.complaints(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_comes_as_a_file_in_the_format_asked_for() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let folder = played.folder.path().to_owned();
    let server = &mut played.server;
    for (format, ending) in [("text", "txt"), ("markdown", "md"), ("html", "html")] {
        says(server, "chile", &format!("paper get CIBER-V/doc.1/07 format:{format}")).await;
        let files = shown(server, "chile").attachments;
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, [format!("CIBER-V-doc.1-07.{ending}")]);
        let print = ["paper", "agenda", "ciber-v", "--journal", "sqlite:d.db", "--keys", "keys"];
        let wanted = run(&folder, &[&print[..], &["--format", format]].concat());
        assert_eq!(String::from_utf8_lossy(&files[0].bytes), wanted);
    }
    assert!(bot.stop().await);
    assert_eq!(played.server.discord.complaints(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_was_lost_is_given_anew_and_the_old_one_is_dead() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let server = &mut played.server;
    says(server, "secretariat", "people invite Peru as:mission name:\"Carmen Salas\"").await;
    let lost = server.seat("secretariat").code.clone().unwrap();
    let list = server.seat("secretariat").read.clone();
    let person = list
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| word.strip_prefix('H').is_some_and(|number| number.parse::<u32>().is_ok()));
    let again = format!("people invite {} as:mission of:Peru", person.expect("a number"));
    says(server, "secretariat", &again).await;
    let fresh = server.seat("secretariat").code.clone().unwrap();
    assert_ne!(lost, fresh);
    let dead = says(server, "peru", &format!("join {lost}")).await;
    assert!(dead.contains("a newer code"), "{dead}");
    let alive = says(server, "peru", &format!("join {fresh}")).await;
    assert!(alive.contains("a representative of the Permanent Mission of Peru"), "{alive}");
    assert!(shown(server, "peru").ephemeral);
    let used = says(server, "thief", &format!("join {fresh}")).await;
    assert!(used.contains("already been used"), "{used}");
    assert!(bot.stop().await);
    let log = crate::bot::read(played.folder.path());
    assert!(!log.contains(&fresh) && !log.contains(&lost) && !log.contains("Carmen"), "{log}");
    assert_eq!(played.server.discord.complaints(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_meetings_in_one_server_do_not_touch_each_other() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let folder = played.folder.path().to_owned();
    let second = crate::story::story_file("marees-ii.story");
    let place = ["--journal", "sqlite:d.db", "--keys", "keys"];
    run(&folder, &[&["play", "--quiet", second.to_str().unwrap()][..], &place].concat());
    let invite = ["invite", "marees-ii", "--office", "secretariat", "--name", "Soizic Batz"];
    let printed = run(&folder, &[&invite[..], &place].concat());
    let words = printed.split(|c: char| c.is_whitespace() || c == '.');
    let code = words.into_iter().find(|word| word.matches('-').count() == 3).unwrap();
    let server = &mut played.server;
    let here = server.channel.clone();
    let refused = says(server, "soizic", &format!("join {code} meeting:marees-ii")).await;
    assert!(refused.contains("another channel"), "{refused}");
    server.channel = server.guild.channel("marees");
    let unbound = says(server, "chile", "agenda show").await;
    assert!(unbound.contains("is not linked to a meeting yet"), "{unbound}");
    let joined = says(server, "soizic", &format!("join {code} meeting:marees-ii")).await;
    assert!(joined.contains("a member of the secretariat"), "{joined}");
    let bound = says(server, "soizic", "meeting here marees-ii").await;
    assert!(bound.contains("This channel and its threads"), "{bound}");
    let shown = says(server, "soizic", "agenda show").await;
    assert!(shown.contains("A/AC.291/7"), "{shown}");
    let stranger = says(server, "chile", "me").await;
    assert!(stranger.contains("You have no seat here"), "{stranger}");
    server.channel = here;
    let chile = says(server, "chile", "me").await;
    assert!(chile.contains("Chile") && !chile.contains("You hold no seat"), "{chile}");
    assert!(bot.stop().await);
    assert_eq!(played.server.discord.complaints(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_superseded_button_says_so_and_offers_the_chair_what_waits() {
    let mut played = Played::new("ciber-v.story", "sqlite:d.db");
    let bot = played.play_to(DAY).await;
    let server = &mut played.server;
    let card = says(server, "chair", "me").await;
    assert!(card.contains("[Read] [Approve] [Send back]"), "{card}");
    let old = shown(server, "chair");
    let chair = user(server, "chair");
    let form = chair.press(&old, "Send back").unwrap().answer().await.unwrap();
    assert!(form.modal.is_some(), "{form:?}");
    let sent = chair.submit(&form, [("reason", "Wait for the deadline.")]).unwrap();
    assert!(sent.answer().await.unwrap().text().contains("sent back"));
    let stale = chair.press_custom_id(&old, &old.button("Approve").unwrap().custom_id);
    let stale = stale.answer().await.unwrap();
    assert!(stale.text().contains("no longer waiting"), "{}", stale.text());
    says(server, "secretariat", "agenda edit add \"Other matters.\"").await;
    says(server, "secretariat", "paper prepare agenda \"CIBER-V/doc.1/07 rev. 1\" with:note").await;
    let offered = chair.press_custom_id(&old, &old.button("Approve").unwrap().custom_id);
    let offered = offered.answer().await.unwrap();
    assert!(offered.text().contains("is no longer the latest version"), "{}", offered.text());
    let asked = chair.press(&offered, "Approve").unwrap().answer().await.unwrap();
    let issued = chair.press(&asked, "Yes, issue").unwrap().answer().await.unwrap();
    assert!(issued.text().contains("has been issued"), "{}", issued.text());
    assert!(bot.stop().await);
    assert_eq!(played.server.discord.complaints(), []);
}
