//! What people are told privately, once, and what a refused form gives back.

use std::time::Duration;

use plenary_stand_in_discord::{Shown, User};
use tokio::time::sleep;

use crate::meeting::{People, people};
use crate::stage::{PATIENCE, Stage, plain};

/// How long nothing more may come.
const QUIET: Duration = Duration::from_millis(700);

/// Waits until somebody was told this directly.
async fn told(user: &User, words: &str) -> Shown {
    let told = user.direct().wait_message(PATIENCE, |shown| plain(shown).contains(words)).await;
    told.unwrap_or_else(|| panic!("{words:?} is not told: {:?}", user.direct().messages()))
}

/// How often somebody was told this directly.
fn times(user: &User, words: &str) -> usize {
    user.direct().messages().iter().filter(|shown| plain(shown).contains(words)).count()
}

/// Brazil comments to the secretariat; the number of the comment is C1.
async fn commented(stage: &Stage, people: &People) {
    let said = [("item", "2"), ("text", "Brighter, please."), ("readers", "secretariat")];
    let preview = stage.says(&people.brazil, "comment add", &said).await;
    people.brazil.press(&preview, "Send").unwrap().answer().await.unwrap();
}

async fn replied(stage: &Stage, people: &People) {
    let said = [("to", "C1"), ("text", "As bright as can be.")];
    let preview = stage.says(&people.secretariat, "comment add", &said).await;
    people.secretariat.press(&preview, "Send").unwrap().answer().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chair_is_told_of_a_paper_and_an_author_of_a_reply_once_and_without_buttons() {
    let mut stage = Stage::ready().await;
    let people = people(&stage).await;
    let paper = told(&people.chair, "LIGHT-V/doc.1/07").await;
    assert!(paper.buttons.is_empty() && plain(&paper).contains("/me"), "{paper:?}");
    commented(&stage, &people).await;
    replied(&stage, &people).await;
    let reply = told(&people.brazil, "As bright as can be.").await;
    assert!(plain(&reply).contains("C1"), "{reply:?}");
    // Neither the author of an act nor anybody else is told of it privately.
    assert_eq!(times(&people.secretariat, ""), 0);
    assert_eq!(times(&people.chair, "As bright"), 0);
    stage.restart().await;
    sleep(QUIET).await;
    assert_eq!(times(&people.brazil, "As bright as can be."), 1);
    assert_eq!(times(&people.chair, "LIGHT-V/doc.1/07"), 1);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_left_hears_no_more_but_that_and_who_came_later_hears_nothing_old() {
    let mut stage = Stage::ready().await;
    let people = people(&stage).await;
    commented(&stage, &people).await;
    stage.says(&people.secretariat, "people list", &[]).await;
    let remove = [("who", "Paulo Neri"), ("reason", "He moved on.")];
    let asked = stage.says(&people.secretariat, "people remove", &remove).await;
    people.secretariat.press(&asked, "Yes, end access").unwrap().answer().await.unwrap();
    told(&people.brazil, "no longer").await;
    replied(&stage, &people).await;
    // Something is entered for a mission that nobody holds, and somebody comes to it then.
    let nominate = [("name", "Iris Coy"), ("for", "Brazil"), ("role", "expert")];
    stage.does(&people.secretariat, "reply nominate", &nominate).await;
    let late = stage.guild.member("late");
    let invite = [("who", "Brazil"), ("as", "mission"), ("name", "Tomás Ibarra")];
    let code = stage.does(&people.secretariat, "people invite", &invite).await;
    let code = crate::meeting::code_in(&plain(&code)).expect("a code");
    stage.does(&late, "join", &[("code", &code)]).await;
    stage.restart().await;
    sleep(QUIET).await;
    assert_eq!(times(&people.brazil, "As bright"), 0);
    assert_eq!(times(&people.brazil, "no longer"), 1);
    assert_eq!(times(&late, ""), 0);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_no_direct_messages_is_told_by_a_line_that_names_nobody() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    people.brazil.close_direct(true);
    commented(&stage, &people).await;
    replied(&stage, &people).await;
    let waits = "Something is waiting for somebody here";
    let line = stage.room.wait_message(PATIENCE, |shown| plain(shown).contains(waits)).await;
    let line = plain(&line.expect("a line in the channel"));
    for private in ["bright", "C1", "Brazil", "Paulo", "@"] {
        assert!(!line.contains(private), "{line}");
    }
    assert!(line.contains("/me"), "{line}");
    assert_eq!(times(&people.brazil, ""), 0);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_comes_back_with_what_was_typed_into_it() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let form = stage.says(&people.secretariat, "agenda note", &[]).await;
    let label = form.modal.clone().expect("a form").inputs[0].label.clone();
    let typed = "paragraph: Kindly answer.\ndeadline: soon";
    let refused = people.secretariat.submit(&form, [(label.as_str(), typed)]).unwrap();
    let refused = refused.answer().await.unwrap();
    assert!(refused.ephemeral && refused.content.starts_with('✗'), "{refused:?}");
    assert!(plain(&refused).contains("> paragraph: Kindly answer."), "{refused:?}");
    let again = people.secretariat.press(&refused, "Open the form again").unwrap();
    let again = again.answer().await.unwrap();
    let input = again.modal.clone().expect("the form again").inputs[0].clone();
    assert_eq!(input.value, typed);
    let mended = typed.replace("soon", "2007-10-30 by October 30");
    let done = people.secretariat.submit(&again, [(label.as_str(), mended.as_str())]).unwrap();
    assert!(done.answer().await.unwrap().content.starts_with('✓'));
    stage.assert_clean();
}
