//! What is said is true as of the moment that it is said of, and for whoever reads it.

use crate::room;
use crate::stage::words;

const FAX: &str = "received:\"2007-10-12 16:10, fax 118/07\"";

#[tokio::test]
async fn an_edition_that_was_replaced_or_is_not_issued_is_not_said_to_be_in_force() {
    let stage = room::issued().await;
    let first = "agenda show LIGHT-V/doc.1/07";
    let heads = |text: String| text.lines().next().unwrap_or_default().to_owned();
    let said = heads(words(&stage.types("brazil", first).await));
    assert_eq!(said, "LIGHT-V/doc.1/07, draft agenda in force:");
    stage.does("secretariat", "agenda edit add Fog.").await;
    let prepare = "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\" with:note";
    let second = "agenda show \"LIGHT-V/doc.1/07 rev. 1\"";
    for (who, ending, after) in [
        ("secretariat", "paper withdraw", "withdrawn by the secretariat, not issued:"),
        ("chair", "paper return \"LIGHT-V/doc.1/07 rev. 1\" Say more.", "sent back by the Chair,"),
    ] {
        stage.does("secretariat", prepare).await;
        let waiting = words(&stage.types("secretariat", second).await);
        assert!(waiting.contains("awaiting the Chair’s approval and not yet issued:"), "{waiting}");
        stage.does(who, ending).await;
        let ended = words(&stage.types("secretariat", second).await);
        assert!(ended.contains(after), "{ended}");
    }
    stage.does("secretariat", prepare).await;
    stage.confirms("chair", "paper approve").await;
    let said = heads(words(&stage.types("brazil", first).await));
    assert_eq!(said, "LIGHT-V/doc.1/07, replaced by LIGHT-V/doc.1/07 rev. 1:");
    // Whoever may not see the working agenda is told so, and not shown another one in silence.
    let draft = words(&stage.types("brazil", "agenda show view:draft").await);
    assert!(draft.starts_with("Only the secretariat and the Chair see the working agenda."));
    assert!(!words(&stage.types("brazil", "agenda show").await).contains("Only the secretariat"));
}

#[tokio::test]
async fn a_state_of_another_day_is_told_as_it_was_on_that_day() {
    let stage = room::issued().await;
    stage.at("2007-11-12T14:00:00Z");
    let now = words(&stage.types("brazil", "meeting show").await);
    assert!(now.contains("were due") || now.contains("ended"), "{now}");
    let then = words(&stage.types("brazil", "meeting show as-of:2007-10-20").await);
    assert!(!then.contains("were due") && !then.contains("ended"), "{then}");
}

#[tokio::test]
async fn what_came_by_letter_and_what_was_corrected_stands_in_the_papers() {
    let stage = room::issued().await;
    stage.at("2007-10-15T14:00:00Z");
    let line = format!("reply nominate expert name:\"Ida Rok\" for:Chile {FAX}");
    stage.does("secretariat", &line).await;
    let record = words(&stage.types("brazil", "paper get record").await);
    assert!(!record.contains("was corrected"), "{record}");
    let correct = "reply correct N2 name:\"Ida Roca\" reason:\"A letter was missing.\"";
    stage.does("secretariat", &format!("{correct} for:Chile")).await;
    let record = words(&stage.types("brazil", "paper get record").await);
    assert!(record.contains("(Chile, N2) were corrected on 15 October"), "{record}");
    let history = words(&stage.types("secretariat", "paper get history").await);
    assert!(history.contains("received 12 October 2007, 16:10 by fax, 118/07"), "{history}");
}

#[tokio::test]
async fn readers_are_named_whole_and_nobody_is_told_of_what_is_not_theirs() {
    let stage = room::issued().await;
    let private = "comment add 2 Please keep this between us. readers:secretariat";
    let preview = stage.types("brazil", private).await;
    let readers = "the secretariat and the Chair.";
    let too = "The mission of Brazil can read it too.";
    assert!(words(&preview).contains(readers), "{}", words(&preview));
    assert!(words(&preview).contains(too), "{}", words(&preview));
    let send = crate::stage::button(&preview, "Send");
    let done = stage.presses("brazil", &send).await;
    assert!(words(&done).contains(too), "{}", words(&done));
    let theirs = words(&stage.types("chile", "paper get record").await);
    assert!(!theirs.contains("No comments were received."), "{theirs}");
    assert!(theirs.contains("No comments to show."));
}
