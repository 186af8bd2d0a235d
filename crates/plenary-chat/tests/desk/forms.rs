//! A form loses no word: not when it is sent, and not when it is refused.

use plenary_chat::{Form, Input, Press, Response, Tone};

use crate::platform::{answer, fields, filled, form, line};
use crate::room::{drafted, issued};
use crate::stage::{Stage, assert_refused, button, quoted, words};

/// The button that opens the form again.
fn again(response: &Response) -> Press {
    let found = response.forms.iter().find(|button| button.label == "Open the form again");
    found.unwrap_or_else(|| panic!("no such button: {}", words(response))).press.clone()
}

fn value<'f>(form: &'f Form, name: &str) -> Option<&'f str> {
    form.fields.iter().find(|field| field.name == name)?.value.as_deref()
}

async fn reopened(stage: &Stage, who: &str, refused: &Response) -> Form {
    form(stage, who, Input::Press(again(refused))).await.expect("the form again")
}

#[tokio::test]
async fn a_refused_form_gives_back_what_was_typed_and_takes_it_when_it_is_mended() {
    let stage = issued().await;
    let shown = form(&stage, "secretariat", fields("agenda note", &[])).await.expect("a form");
    let typed = "paragraph: Kindly answer.\ndeadline: soon by Friday";
    let sent = filled(&shown, &[("lines", typed)]);
    let refused = answer(&stage, line("test:f1", "secretariat", sent)).await;
    assert_refused(&refused, "soon by Friday");
    assert_eq!(quoted(&refused), Some(typed));
    assert_eq!(form(&stage, "chair", Input::Press(again(&refused))).await, None);
    let open = reopened(&stage, "secretariat", &refused).await;
    assert_eq!(value(&open, "lines"), Some(typed));
    assert_eq!(open.press.seen, shown.press.seen);
    let mended = filled(&open, &[("lines", &typed.replace("soon", "2007-10-30"))]);
    let done = answer(&stage, line("test:f2", "secretariat", mended)).await;
    assert_eq!(done.tone, Tone::Done, "{}", words(&done));
    assert!(done.forms.is_empty());
}

#[tokio::test]
async fn words_that_others_overtook_are_given_back_to_be_sent_all_the_same() {
    let stage = issued().await;
    let shown = form(&stage, "secretariat", fields("agenda note", &[])).await.expect("a form");
    stage.types("chair", "agenda show view:draft").await;
    stage.does("chair", "agenda note\nparagraph: Answer soon.").await;
    let sent = filled(&shown, &[("lines", "paragraph: Kindly answer.")]);
    let refused = answer(&stage, line("test:o1", "secretariat", sent)).await;
    assert_refused(&refused, "Somebody has changed");
    let open = reopened(&stage, "secretariat", &refused).await;
    let sent = filled(&open, &[("lines", value(&open, "lines").unwrap())]);
    let done = answer(&stage, line("test:o2", "secretariat", sent)).await;
    assert_eq!(done.tone, Tone::Done, "{}", words(&done));
}

#[tokio::test]
async fn several_fields_come_back_each_in_its_own_place() {
    let stage = issued().await;
    let said = fields("reply nominate", &[("received", "2031-01-01")]);
    let shown = form(&stage, "brazil", said).await.expect("a form");
    let typed = [("name", "Iris Coy"), ("title", "Judge"), ("institution", " ")];
    let refused = answer(&stage, line("test:s1", "brazil", filled(&shown, &typed))).await;
    assert!(refused.tone.is_no(), "{}", words(&refused));
    let open = reopened(&stage, "brazil", &refused).await;
    assert_eq!((value(&open, "name"), value(&open, "title")), (Some("Iris Coy"), Some("Judge")));
}

#[tokio::test]
async fn a_reason_that_came_too_late_is_given_back_and_its_form_opens_no_more() {
    let stage = issued().await;
    stage.does("secretariat", "agenda edit move 3 before:2").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\"").await;
    let press = button(&stage.sends("chair", "me", &[]).await, "Send back");
    let shown = form(&stage, "chair", Input::Press(press)).await.expect("a form");
    let long = "Wait. ".repeat(400);
    let sent = filled(&shown, &[("reason", &long)]);
    let refused = answer(&stage, line("test:l1", "chair", sent)).await;
    assert_refused(&refused, "The reason has");
    let open = reopened(&stage, "chair", &refused).await;
    assert_eq!(value(&open, "reason"), Some(long.as_str()));
    assert_eq!(open.press.action, shown.press.action);
    crate::room::approve(&stage).await;
    let late = filled(&open, &[("reason", "Wait.")]);
    let refused = answer(&stage, line("test:l2", "chair", late)).await;
    assert!(refused.tone.is_no(), "{}", words(&refused));
    assert_eq!(quoted(&refused), Some("Wait."));
}

#[tokio::test]
async fn a_code_that_was_typed_into_a_form_is_kept_nowhere() {
    let stage = issued().await;
    let press: Press = "1|form.join||0".parse().unwrap();
    let typed = [("code".to_owned(), "K7QD-2M4X-9TRA-P6WN".to_owned())];
    let sent = Input::Form { press, fields: typed.to_vec() };
    let refused = answer(&stage, line("test:c1", "stranger", sent)).await;
    assert!(refused.tone.is_no() && refused.forms.is_empty(), "{}", words(&refused));
    assert!(!words(&refused).contains("K7QD"), "{}", words(&refused));
}

#[test]
fn a_form_that_never_came_to_the_desk_is_given_back_too() {
    let typed = [("name", "Iris Coy"), ("title", "")].map(|(n, v)| (n.to_owned(), v.to_owned()));
    let why = plenary_chat::platform::slowly(plenary_domain::Language::En);
    let refused =
        plenary_chat::platform::refused(plenary_domain::Language::En, why.clone(), &typed);
    assert_refused(&refused, &why);
    assert_eq!(quoted(&refused), Some("Iris Coy"));
}

#[tokio::test]
async fn every_line_of_a_form_is_read_as_what_it_is_or_refused() {
    let stage = issued().await;
    let typed = |lines: &str| format!("agenda note\n{lines}");
    // A name counts in any case, and a blank line and a line without a name go on with the text.
    let lines = "Paragraph: Please answer.\n\nKindly: soon.\nDeadline: 2007-10-30 by October 30";
    stage.does("secretariat", &typed(lines)).await;
    let shown = form(&stage, "secretariat", fields("agenda note", &[])).await.expect("a form");
    let stands = "paragraph: Please answer.\n\nKindly: soon.\ndeadline: 2007-10-30 by October 30";
    assert_eq!(value(&shown, "lines"), Some(stands));
    for (lines, said) in [
        ("Dear colleagues,\nparagraph: Answer.", "The line “Dear colleagues,” does not say what"),
        ("Note: first\nparagraph: Answer.", "The line “Note: first” does not say what"),
        ("paragraph: Answer.\ndate: 2007-10-30", "There is no “date:” here"),
    ] {
        assert_refused(&stage.types("secretariat", &typed(lines)).await, said);
    }
    let lines = "people list\nand all of them";
    assert_refused(
        &stage.types("secretariat", lines).await,
        "The line “and all of them” does not say",
    );
    let preview = stage.types("brazil", "comment add 2\nBrighter, please.\nAnd soon.").await;
    assert_eq!(quoted(&preview), Some("Brighter, please.\nAnd soon."));
}

#[tokio::test]
async fn an_edit_that_lacks_its_title_gets_a_form_that_shows_the_one_that_stands() {
    let stage = drafted().await;
    let opens =
        |said: &'static [(&str, &str)]| form(&stage, "secretariat", fields("agenda edit", said));
    let add = opens(&[("what", "add")]).await.expect("a form");
    assert_eq!((add.fields.len(), value(&add, "text")), (1, None));
    let word = opens(&[("what", "word"), ("item", "3")]).await.expect("a form");
    assert_eq!(value(&word, "text"), Some("Lenses."));
    for said in [
        &[("what", "remove"), ("item", "3")][..],
        &[("what", "move"), ("item", "3"), ("before", "2")],
        &[("what", "word"), ("item", "3"), ("footnote", "As in IV.")],
        &[("what", "word"), ("item", "3"), ("text", "Lens.")],
    ] {
        assert_eq!(opens(said).await, None, "{said:?}");
    }
    // Another item has that number now: its title is not replaced by what was meant for this one.
    let sent = filled(&word, &[("text", "Lenses and mirrors.")]);
    stage.does("chair", "agenda edit move 3 before:2").await;
    let refused = answer(&stage, line("test:w1", "secretariat", sent)).await;
    assert_refused(&refused, "no longer applies");
    assert_eq!(quoted(&refused), Some("Lenses and mirrors."));
    let word = opens(&[("what", "word"), ("item", "2")]).await.expect("a form");
    let sent = filled(&word, &[("text", "Lenses and mirrors.")]);
    let done = answer(&stage, line("test:w2", "secretariat", sent)).await;
    assert_eq!(done.tone, Tone::Done, "{}", words(&done));
}

#[tokio::test]
async fn a_correction_shows_the_nomination_to_those_who_may_correct_it_only() {
    let stage = issued().await;
    let said = || fields("reply correct", &[("number", "N1")]);
    let own = form(&stage, "brazil", said()).await.expect("a form");
    assert_eq!(value(&own, "name"), Some("Helena Duarte"));
    let other = form(&stage, "chile", said()).await.expect("a form");
    assert!(other.fields.iter().all(|field| field.value.is_none()));
    let sent = filled(&own, &[("name", "Helena Duarte"), ("title", "Judge")]);
    let done = answer(&stage, line("test:k1", "brazil", sent)).await;
    assert_eq!(done.tone, Tone::Done, "{}", words(&done));
}

#[tokio::test]
async fn a_decision_without_its_words_gets_a_form_unless_they_follow_from_what_it_adopts() {
    let stage = issued().await;
    let opens = |said: &'static [(&str, &str)]| form(&stage, "chair", fields("decision put", said));
    assert!(opens(&[]).await.is_some());
    assert!(opens(&[("amends", "LIGHT-V/doc.1/07")]).await.is_some());
    assert!(opens(&[("adopts", "LIGHT-V/doc.1/07")]).await.is_none());
}

#[tokio::test]
async fn where_there_are_no_forms_the_words_that_stand_are_given_to_be_changed() {
    let stage = issued().await.begun_anew();
    let refused = stage.types("secretariat", "agenda note").await;
    let note = "agenda note\nparagraph: Please answer.\ndeadline: 2007-10-29 by October 29";
    assert_eq!(refused.instead.as_deref(), Some(note));
    stage.does("secretariat", &note.replace("Please", "Kindly")).await;
    let refused = stage.types("chair", "agenda edit word 3").await;
    assert_eq!(refused.instead.as_deref(), Some("agenda edit word 3 Lenses."));
    stage.does("chair", "agenda edit word 3 Lens.").await;
    let refused = stage.types("brazil", "reply correct N1").await;
    assert_eq!(refused.instead.as_deref(), Some("reply correct N1 name:\"Helena Duarte\""));
    for (who, typed) in [
        ("chile", "agenda note"),
        ("chile", "reply correct N1"),
        ("secretariat", "agenda edit word 9"),
        ("secretariat", "reply correct N99"),
    ] {
        assert_eq!(stage.types(who, typed).await.instead, None, "{who}: {typed}");
    }
}
