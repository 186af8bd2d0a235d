//! Lines that are not understood, and lines that could be misunderstood.

use plenary_chat::Tone;

use crate::room::{CONVENE, convened, drafted, issued};
use crate::stage::{OPERATOR, Stage, assert_refused, pointed, quoted, words};

#[tokio::test]
async fn a_verb_that_nobody_knows_is_pointed_at_and_the_nearest_one_suggested() {
    let stage = convened().await;
    for (typed, near, at) in [
        ("coment add Hello", "comment add", "coment"),
        ("   agenda shwo", "agenda show", "agenda shwo"),
        ("wihtdraw C1", "withdraw", "wihtdraw"),
        ("paper aprove", "paper approve", "paper aprove"),
    ] {
        let response = stage.types("chair", typed).await;
        assert_refused(&response, &format!("Did you mean “{near}”?"));
        assert_eq!(pointed(&response).as_deref(), Some(at), "{typed}");
    }
    let response = stage.types("chair", "xylophone please").await;
    assert_refused(&response, "I do not know this command. “help” shows");
    assert_eq!(pointed(&response).as_deref(), Some("xylophone"));
    assert_refused(&stage.types("chair", " \n ").await, "You have typed nothing.");
}

#[tokio::test]
async fn the_pointer_counts_characters_and_shows_the_first_line_only() {
    let stage = drafted().await;
    for (typed, at) in [
        ("session open ééé now", "ééé"),
        ("agenda compare “LIGHT-V/doc.1/07 rév.” zu viel", "zu"),
        ("comment “ohne Ende", "“"),
        ("comment list 2 ñandú\nmore", "ñandú"),
    ] {
        let response = stage.types("chair", typed).await;
        assert_eq!(response.tone, Tone::Refused, "{}", words(&response));
        assert_eq!(pointed(&response).as_deref(), Some(at), "{typed}");
        assert!(!words(&response).contains("more"), "{}", words(&response));
    }
}

/// The head and the text of the preview of a comment.
async fn preview(stage: &Stage, typed: &str) -> (String, String) {
    let response = stage.types("brazil", typed).await;
    assert_eq!(response.tone, Tone::Asked, "{typed}: {}", words(&response));
    let head = words(&response).lines().next().unwrap_or_default().to_owned();
    (head, quoted(&response).unwrap_or_default().to_owned())
}

#[tokio::test]
async fn the_english_word_for_oneself_is_not_the_first_item() {
    let stage = issued().await;
    for text in ["I think it is long.", "i think so", "I, for one, agree.", "“2” is wrong"] {
        let (head, said) = preview(&stage, &format!("comment {text}")).await;
        assert_eq!((head.as_str(), said.as_str()), ("To the agenda as a whole:", text));
    }
}

#[tokio::test]
async fn an_item_is_named_in_every_usual_way() {
    let stage = issued().await;
    for named in ["2", "II", "ii", "item 2", "Item II", "item number II", "punto 2", "item:2"] {
        let (head, said) = preview(&stage, &format!("comment {named} Which ones?")).await;
        assert_eq!(
            (head.as_str(), said.as_str()),
            ("To item 2, “Lamps”:", "Which ones?"),
            "{named}"
        );
    }
    assert_refused(
        &stage.types("brazil", "comment 9 Which?").await,
        "There is no item “9” in LIGHT-V/doc.1/07. “agenda show” shows its items.",
    );
    let symbol = stage.types("brazil", "agenda show 2").await;
    assert_refused(&symbol, "To see one item: “agenda show item:2”.");
    let paper = stage.types("brazil", "paper get lamps").await;
    assert_refused(&paper, "You can ask for: LIGHT-V/doc.1/07, participants, presentations,");
}

#[tokio::test]
async fn an_argument_that_is_given_twice_is_refused_so_that_nothing_of_it_is_lost() {
    let stage = issued().await;
    let response = stage.types("brazil", "comment item:2 3 ships passed.").await;
    assert_refused(&response, "You gave “item” more than once (2, 3). Please give it only once.");
    let response = stage.types("brazil", "comment 2 text:Hello and more").await;
    assert_refused(
        &response,
        "You gave “text” more than once (Hello, and more). Please give it only once.",
    );
}

#[tokio::test]
async fn a_quotation_is_kept_together_whichever_marks_it_has() {
    let stage = issued().await;
    for (typed, text) in [
        ("comment 2 \"All lamps.\"", "All lamps."),
        ("comment 2 “All lamps.”", "All lamps."),
        ("comment 2 «All lamps.»", "All lamps."),
        ("comment 2 “The “24/7” network.”", "The “24/7” network."),
        ("comment 2 \"The “24/7” network.\"", "The “24/7” network."),
        ("comment 2 text:“The “24/7” network.”", "The “24/7” network."),
        ("comment 2 The “24/7”  network: good.", "The “24/7”  network: good."),
        ("comment 2 “Lamps”, not lanterns.", "“Lamps”, not lanterns."),
        ("comment 2 \"24/7\"-networks, too.", "\"24/7\"-networks, too."),
        ("comment 2 “Lamps” is wrong.", "“Lamps” is wrong."),
    ] {
        let (head, said) = preview(&stage, typed).await;
        assert_eq!((head.as_str(), said.as_str()), ("To item 2, “Lamps”:", text), "{typed}");
    }
}

#[tokio::test]
async fn a_comment_that_begins_like_another_verb_is_refused_with_the_way_to_say_it() {
    let stage = issued().await;
    let refused = stage.types("brazil", "comment list of speakers is missing").await;
    assert_refused(&refused, "type “comment add” before them");
    let (_, said) = preview(&stage, "comment add list of speakers is missing").await;
    assert_eq!(said, "list of speakers is missing");
    let refused = stage.types("brazil", "people list now").await;
    assert!(!words(&refused).contains("before them"), "{}", words(&refused));
}

#[tokio::test]
async fn a_title_in_curly_quotes_keeps_its_own_and_its_footnote() {
    let stage = drafted().await;
    let line = "agenda edit add “The “24/7” network” footnote:“As in “doc.4” of IV”";
    stage.does("secretariat", line).await;
    let shown = words(&stage.types("secretariat", "agenda show view:draft item:5").await);
    assert_eq!(shown, "item 5, “The “24/7” network”\nAs in “doc.4” of IV");
}

#[tokio::test]
async fn what_is_too_long_is_refused_before_anybody_reads_a_preview() {
    let stage = issued().await;
    let long = "é".repeat(4_001);
    let response = stage.types("brazil", &format!("comment 2 {long}")).await;
    assert_refused(&response, "The comment has 4001 characters; at most 4000 are allowed.");
    assert!(response.buttons.is_empty());
    let response =
        stage.types("secretariat", &format!("agenda edit add {}", "x".repeat(501))).await;
    assert_refused(&response, "The title has 501 characters; at most 500 are allowed.");
    let (_, said) = preview(&stage, &format!("comment 2 {}", "é".repeat(4_000))).await;
    assert_eq!(said.chars().count(), 4_000);
}

#[tokio::test]
async fn a_form_with_a_field_that_it_does_not_have_says_which_it_has() {
    let stage = issued().await;
    let known = "You can give: role, name, title, institution, contact, instead-of, for, received.";
    let typed = "reply nominate expert\nname: Iris Coy\nfunction: Judge";
    let response = stage.types("brazil", typed).await;
    assert_refused(&response, &format!("There is no “function:” here. {known}"));
    let fields = [("name", "Iris Coy"), ("function", "Judge")];
    let response = stage.sends("brazil", "reply nominate", &fields).await;
    assert_refused(&response, &format!("There is no “function:” here. {known}"));
    assert_eq!(stage.count("reply.nominated.v1").await, 1);
}

#[tokio::test]
async fn a_choice_that_a_platform_sends_counts_in_any_case() {
    let stage = issued().await;
    let fields = [("name", "Sofía Arancibia"), ("role", "HEAD")];
    let response = stage.sends("chile", "reply nominate", &fields).await;
    assert_eq!(response.tone, Tone::Done, "{}", words(&response));
    let list = words(&stage.types("chile", "people list").await);
    assert!(list.contains("Sofía Arancibia, head of delegation"), "{list}");
    let response = stage.sends("chile", "reply nominate", &[("name", "X"), ("role", "king")]).await;
    assert_refused(
        &response,
        "“king” is not a choice for “role”. Please choose one of: expert, head,",
    );
    let fields = [("office", "Chair"), ("who", "H3")];
    let response = stage.sends("chair", "people appoint", &fields).await;
    assert!(words(&response).contains("as the Chair?"), "{}", words(&response));
}

#[tokio::test]
async fn a_form_takes_no_word_that_it_does_not_know_and_no_line_twice() {
    let stage = Stage::empty();
    for (line, other, said) in [
        ("fictional: yes", "fictional: perhaps", "“perhaps” is not a choice for “fictional”."),
        ("clock: practice", "clock: mine", "“mine” is not a choice for “clock”."),
        (
            "zone: America/New_York",
            "zone: Asia/Tokyo\nzone: Europe/Rome",
            "Asia/Tokyo, Europe/Rome",
        ),
        ("days:", "days: 2007-11-21\ndays:", "2007-11-21, 2007-11-19 to 2007-11-20"),
    ] {
        let form = CONVENE.replacen(line, other, 1);
        assert_ne!(form, CONVENE);
        assert_refused(&stage.types(OPERATOR, &form).await, said);
    }
    let stage = drafted().await;
    let note = "agenda note\nparagraph: Please answer.\ndeadline: 2007-10-29\ndeadline: 2007-10-30";
    assert_refused(&stage.types("secretariat", note).await, "2007-10-29, 2007-10-30");
}

#[tokio::test]
async fn quotations_are_one_word_and_names_are_told_from_values() {
    let stage = drafted().await;
    let added = r#"agenda edit add "The “24/7” network." footnote:"As printed: 1""#;
    stage.does("secretariat", added).await;
    let stored = format!("{:?}", stage.events().await);
    for said in ["title: \"The “24/7” network.\"", "text: \"As printed: 1\""] {
        assert!(stored.contains(said), "{said} is not in {stored}");
    }
}

#[tokio::test]
async fn codes_are_masked_however_they_are_typed_and_other_words_are_not() {
    let stage = drafted().await;
    for code in ["K7QD-2M4X-9TRA-P6WN", "“k7qd2m4x9trap6wn”", "K7QD-2M4X-9TRA-P6W"] {
        let typed = format!("session open {code}");
        let response = stage.types("chair", &typed).await;
        assert_eq!(response.tone, Tone::Refused, "{}", words(&response));
        assert_eq!(pointed(&response), None, "{}", words(&response));
        assert!(!words(&response).to_lowercase().contains("k7qd"), "{}", words(&response));
    }
    for other in ["CIBER-V/doc.1/07 rev. 1", "2007-10-30 12:00", "Well-kept."] {
        let response = stage.types("chair", &format!("session open {other}")).await;
        assert_eq!(pointed(&response).as_deref(), other.split(' ').next(), "{other}");
    }
}

#[tokio::test]
async fn what_is_no_head_is_a_slip_and_no_alarm() {
    let stage = crate::room::issued().await;
    for typed in ["hello", "96", "96:3fa8", &format!("x:{}", "0".repeat(64))] {
        let refused = stage.types("chile", &format!("record check {typed}")).await;
        assert_refused(&refused, "write the line as papers print it");
    }
    let other = format!("record check 5:{}", "0a".repeat(32));
    let said = words(&stage.types("chile", &other).await);
    assert!(said.starts_with("The record is damaged: "), "{said}");
    assert!(
        words(&stage.types("chile", "record check").await)
            .contains("none altered or lost. To check it again later, keep this line: ")
    );
}

#[tokio::test]
async fn numbers_of_items_are_read_as_people_write_them_and_names_are_no_numbers() {
    let stage = issued().await;
    stage.does("secretariat", "agenda edit add Oil. under:3").await;
    stage.does("secretariat", "agenda edit add Glass. under:3").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\" with:note").await;
    stage.confirms("chair", "paper approve").await;
    for line in ["comment add 3(b) Good.", "comment add 3.b Good.", "comment add 3 (b) Good."] {
        let preview = words(&stage.types("brazil", line).await);
        assert!(preview.starts_with("To item 3.2, “Glass”:\nGood."), "{line}: {preview}");
    }
    for number in ["III bis", "7bis", "3 ter", "9b"] {
        let none = stage.types("brazil", &format!("comment add {number} is missing")).await;
        assert_refused(&none, &format!("There is no item “{number}” in"));
    }
    for several in [
        "2 and 3",
        "items 2 and 3",
        "1, 2 and 3",
        "2, 3",
        "2-3",
        "1–3",
        "2/3",
        "2 y 3",
        "2 et 3",
        "2 e 3",
        "1 to 3",
        "2 & 3",
        "2 - 3",
        "I, II",
        "I and II",
        "puntos 2 y 3",
    ] {
        let said = stage.types("brazil", &format!("comment add {several} should be one")).await;
        assert_refused(&said, &format!("“{several}” names more than one item."));
    }
    for (line, text) in [
        ("2 and I agree", "and I agree"),
        ("2 a longer title", "a longer title"),
        ("2 with 3 reservations", "with 3 reservations"),
        ("2 o'clock", "o'clock"),
        ("agenda item 2: Good.", "Good."),
        ("nº 2 Good.", "Good."),
        ("#2 2007-10-29 is too early", "2007-10-29 is too early"),
    ] {
        let preview = words(&stage.types("brazil", &format!("comment add {line}")).await);
        let is_right =
            preview.starts_with("To item 2,") && preview.contains(&format!("\n{text}\n"));
        assert!(is_right, "{line}: {preview}");
    }
    let network = stage.types("brazil", "comment add 5G networks need rules").await;
    assert_refused(&network, "There is no item “5G” in");
    assert_refused(&network, "If it begins your text, put the text in quotation marks.");
    let quoted = words(&stage.types("brazil", "comment add \"5G networks need rules\"").await);
    assert!(quoted.starts_with("To the agenda as a whole:\n5G networks"), "{quoted}");
    let day = words(&stage.types("brazil", "comment add 2007-10-29 is too early").await);
    assert!(day.starts_with("To the agenda as a whole:\n2007-10-29 is too early"), "{day}");
    let quoted = words(&stage.types("brazil", "comment add 2 \"and 3 should be one\"").await);
    assert!(quoted.starts_with("To item 2,") && quoted.contains("and 3 should be one"), "{quoted}");
    let name = words(&stage.types("brazil", "comment add Li Wei should speak first").await);
    assert!(name.starts_with("To the agenda as a whole:\nLi Wei should speak first"), "{name}");
}

#[tokio::test]
async fn no_word_of_a_source_is_dropped() {
    for (line, is_read) in [
        ("source: IV Meeting, Recommendations = 11 paragraphs (LIGHT-IV/doc.4/06 rev. 1?)", true),
        ("source: IV Meeting, Recommendations = 1 paragraph", true),
        ("source: IV Meeting, Recommendations = 11", true),
        ("source: IV Meeting, Recommendations = 11 paragraphs, of which two are new", false),
        ("source: IV Meeting, Recommendations = 11 items", false),
        ("source: IV Meeting, Recommendations = 11 (LIGHT-IV/doc.4/06) as amended", false),
    ] {
        let stage = Stage::empty();
        let convene = format!("{}\n{line}", crate::room::CONVENE);
        let response = stage.types(crate::stage::OPERATOR, &convene).await;
        assert_eq!(response.tone == Tone::Done, is_read, "{line}: {}", words(&response));
    }
}
