//! Editions at the desk: asked once more, superseded, and read by those who may.

use plenary_chat::{Action, Press, Tone};
use plenary_domain::EditionId;

use crate::room::{approve, drafted, issued};
use crate::stage::{Stage, assert_refused, button, words};

const REV_1: &str = "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\" with:note";

/// A revision waits; the press by which the chair would issue it.
async fn revision_waits(stage: &Stage) -> Press {
    stage.does("secretariat", "agenda edit add Fog.").await;
    stage.does("secretariat", REV_1).await;
    button(&stage.types("chair", "paper approve").await, "Yes, issue")
}

/// The edition that waits.
async fn waiting(stage: &Stage) -> EditionId {
    let card = stage.types("chair", "me").await;
    let press = button(&card, "Approve");
    let Action::PaperApprove(edition) = press.action else { panic!("{press:?}") };
    edition
}

#[tokio::test]
async fn an_approval_of_what_was_sent_back_says_what_waits_instead() {
    let stage = issued().await;
    let stale = revision_waits(&stage).await;
    let asked_before = Press::new(Action::PaperApprove(waiting(&stage).await), stale.seen);
    stage.does("chair", "paper return \"LIGHT-V/doc.1/07 rev. 1\" Say what fog is.").await;
    assert_refused(&stage.presses("chair", &stale).await, "No edition is waiting for the Chair.");
    let gone = "is no longer waiting for approval: it has been";
    assert_refused(&stage.presses("chair", &asked_before).await, gone);
    stage.does("secretariat", "agenda edit word 5 Fog and mist.").await;
    stage.does("secretariat", REV_1).await;
    let superseded = "LIGHT-V/doc.1/07 rev. 1 is no longer the latest version;";
    assert_refused(&stage.presses("chair", &asked_before).await, superseded);
    // A yes is said to what was shown: another text is shown before it is issued.
    let again = stage.presses("chair", &stale).await;
    assert_eq!(again.tone, Tone::Asked);
    assert!(words(&again).starts_with("Something has changed since this question was asked."));
    assert_eq!(stage.count("paper.issued.v1").await, 1);
    approve(&stage).await;
    assert_eq!(stage.count("paper.issued.v1").await, 2);
}

#[tokio::test]
async fn issuing_is_asked_once_more_and_pressed_twice_issues_once() {
    let stage = issued().await;
    let yes = revision_waits(&stage).await;
    assert_eq!(stage.count("paper.issued.v1").await, 1);
    let asked = stage.types("chair", "paper approve").await;
    assert_eq!(asked.tone, Tone::Asked);
    let no = stage.presses("chair", &button(&asked, "No")).await;
    assert_eq!(words(&no), "Nothing was changed.");
    // No ends what it answers, and nothing else.
    let dead = stage.presses("chair", &button(&asked, "Yes, issue")).await;
    assert_refused(&dead, "no longer");
    assert_eq!(stage.count("paper.issued.v1").await, 1);
    assert!(words(&stage.presses("chair", &yes).await).contains("has been issued."));
    let again = stage.presses("chair", &yes).await;
    assert!(!again.tone.is_no(), "{}", words(&again));
    assert_eq!(stage.count("paper.issued.v1").await, 2);
}

#[tokio::test]
async fn nobody_but_the_chair_approves_or_sends_back_by_a_press() {
    let stage = issued().await;
    let yes = revision_waits(&stage).await;
    let ask = Press::new(Action::PaperApprove(waiting(&stage).await), 0);
    for who in ["secretariat", "brazil", "expert", "observer", "operator"] {
        assert_refused(&stage.presses(who, &yes).await, "");
        assert_refused(&stage.presses(who, &ask).await, "Only the Chair can do this");
    }
    assert_refused(&stage.presses("stranger", &ask).await, "you have no seat here.");
    assert_eq!(stage.count("paper.issued.v1").await, 1);
}

#[tokio::test]
async fn a_forged_press_shows_nobody_an_edition_that_is_not_issued() {
    let stage = drafted().await;
    stage.does("secretariat", "paper prepare agenda LIGHT-V/doc.1/07 with:note").await;
    let waiting = waiting(&stage).await;
    for action in [Action::PaperRead, Action::PaperReturn, Action::PaperApprove] {
        let press = Press::new(action(waiting), 0);
        let verb = press.word();
        for who in ["brazil", "expert", "observer", "stranger", "operator"] {
            let response = stage.presses(who, &press).await;
            assert_eq!(response.tone, Tone::Refused, "{verb} by {who}: {}", words(&response));
            let told = words(&response);
            assert!(!told.contains("LIGHT-V") && !told.contains("Lamps"), "{verb}: {told}");
        }
    }
    let read = Press::new(Action::PaperRead(waiting), 0);
    for who in ["chair", "secretariat"] {
        assert!(words(&stage.presses(who, &read).await).contains("Lamps"), "{who}");
    }
    approve(&stage).await;
    for who in ["brazil", "observer", "stranger"] {
        assert!(words(&stage.presses(who, &read).await).contains("Lamps"), "{who}");
    }
}

#[tokio::test]
async fn nobody_outside_gets_a_waiting_edition_by_its_symbol() {
    let stage = drafted().await;
    stage.does("secretariat", "paper prepare agenda LIGHT-V/doc.1/07 with:note").await;
    for line in ["paper get LIGHT-V/doc.1/07", "agenda show LIGHT-V/doc.1/07"] {
        let response = stage.types("brazil", line).await;
        assert_refused(&response, "There is no ");
    }
    let shown = stage.types("brazil", "agenda show view:draft").await;
    assert_eq!(words(&shown), "No agenda has been issued yet.");
}

#[tokio::test]
async fn numbers_that_titles_bring_with_them_are_pointed_out() {
    let stage = crate::room::filled().await;
    for line in [
        "agenda edit add \"1. Opening\"",
        "agenda edit add \"II. Budget\"",
        "agenda edit add \"(a) Income\" under:2",
        "agenda edit add \"III Meeting of Experts\"",
        "agenda edit add \"2007 in review\"",
        "agenda edit add \"I.D. documents\"",
    ] {
        stage.does("secretariat", line).await;
    }
    let prepared = stage.types("secretariat", "paper prepare agenda LIGHT-V/doc.1/07").await;
    let said = words(&prepared);
    assert!(said.contains("items 1, 2, 2.1 begin with a number, so two"), "{said}");
}

#[tokio::test]
async fn what_is_removed_is_named_with_what_goes_with_it() {
    let stage = crate::room::drafted().await;
    stage.does("secretariat", "agenda edit add \"Oil\" under:2").await;
    stage.does("secretariat", "agenda edit add \"Gas\" under:2.1").await;
    let removed = words(&stage.types("secretariat", "agenda edit remove 2").await);
    let named = "Removed from the working agenda: item 2, “Lamps”, with its 2 sub-items.";
    assert!(removed.contains(named), "{removed}");
    let removed = words(&stage.types("secretariat", "agenda edit remove 3").await);
    assert!(removed.contains("agenda: item 3, “Closing”. Issued editions keep it."), "{removed}");
}
