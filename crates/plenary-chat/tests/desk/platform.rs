//! What a platform with places, fields and forms asks of the desk.

use std::sync::atomic::Ordering;

use plenary_chat::{
    AnnouncementChannel, Channel, Form, Heard, Input, Line, RequestName, Response, Tone, Utterance,
};
use plenary_domain::{Event, Language};

use crate::room::{filled as people, issued};
use crate::stage::{SLUG, Stage, assert_refused, button, words};

const FRONT: &str = "discord";

fn place(channel: &str) -> Channel {
    Channel { server: "17".into(), channel: channel.into(), parent: None }
}

fn owned(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

pub(crate) fn fields(verb: &str, fields: &[(&str, &str)]) -> Input {
    Input::Fields(Utterance::new(verb, owned(fields)))
}

pub(crate) fn line(request: &str, who: &str, said: Input) -> Line {
    Line {
        meeting: Some(SLUG.to_owned()),
        speaker: Stage::speaker(who),
        front: FRONT,
        channel: Some(place("1")),
        said,
        request: RequestName::new(request).unwrap(),
        lang: Language::En,
    }
}

pub(crate) async fn form(stage: &Stage, who: &str, said: Input) -> Option<Form> {
    match stage.desk.hear(line("test:form", who, said)).await {
        Heard::Form(form) => Some(form),
        Heard::Response(_) => None,
    }
}

pub(crate) async fn answer(stage: &Stage, line: Line) -> Response {
    match stage.desk.hear(line).await {
        Heard::Response(response) => *response,
        Heard::Form(form) => panic!("a form: {form:?}"),
    }
}

pub(crate) fn filled(form: &Form, values: &[(&str, &str)]) -> Input {
    Input::Form { press: form.press.to_string().parse().unwrap(), fields: owned(values) }
}

#[tokio::test]
async fn a_verb_without_its_words_opens_a_form_that_carries_what_was_said() {
    let stage = issued().await;
    let said = fields("reply nominate", &[("role", "expert"), ("for", "BRA")]);
    let form = form(&stage, "secretariat", said).await.expect("a form");
    assert_eq!(form.title, "Nominate");
    let names: Vec<&str> = form.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["name", "title", "institution"]);
    assert!(form.fields[0].required && !form.fields[1].required);
    let values = [("name", "Helena Duarte"), ("title", " "), ("institution", "")];
    let response = answer(&stage, line("test:sent", "secretariat", filled(&form, &values))).await;
    assert_eq!(response.tone, Tone::Done, "{}", words(&response));
    let entries = stage.desk.service().entries(SLUG).await.unwrap();
    let nominated = entries.iter().find(|entry| entry.number == response.entries[0]).unwrap();
    assert!(matches!(&nominated.event, Event::Reply(_)));
    assert_eq!(nominated.actor.acting_for.as_ref().map(|code| code.as_str()), Some("BRA"));
}

#[tokio::test]
async fn one_line_looks_its_meeting_up_once_and_a_form_asks_no_journal() {
    let stage = issued().await;
    let reads = || stage.journal.reads.load(Ordering::SeqCst);
    let before = reads();
    let said = fields("agenda show", &[]);
    assert_eq!(answer(&stage, line("test:once", "chile", said)).await.tone, Tone::Shown);
    assert_eq!(reads(), before + 1);
    assert!(form(&stage, "chile", fields("comment add", &[])).await.is_some());
    assert_eq!(reads(), before + 1);
}

#[tokio::test]
async fn what_is_too_long_to_be_carried_stands_in_the_form_and_nothing_said_is_lost() {
    let stage = issued().await;
    let received = "2007-10-17 09:15, fax number one hundred and eighteen of 2007";
    let said = fields("reply nominate", &[("role", "expert"), ("received", received)]);
    let form = form(&stage, "secretariat", said).await.expect("a form");
    let field = form.fields.iter().find(|field| field.name == "received").expect("a field");
    assert_eq!(field.value.as_deref(), Some(received));
    assert!(form.press.to_string().len() <= plenary_chat::press::PRESS_BYTES_MAX);
}

#[tokio::test]
async fn nobody_is_asked_for_words_who_may_not_say_them() {
    let stage = issued().await;
    assert_eq!(form(&stage, "stranger", fields("comment add", &[])).await, None);
    assert_eq!(form(&stage, "chair", fields("reply nominate", &[])).await, None);
    let complete = fields("comment add", &[("text", "Whole.")]);
    assert_eq!(form(&stage, "chair", complete).await, None);
}

#[tokio::test]
async fn the_note_is_edited_in_a_form_that_shows_it_and_replaces_nothing_newer() {
    let stage = issued().await;
    let shown = form(&stage, "secretariat", fields("agenda note", &[])).await.expect("a form");
    let value = shown.fields[0].value.clone().expect("the note");
    assert_eq!(value, "paragraph: Please answer.\ndeadline: 2007-10-29 by October 29");
    let with = |word: &str| filled(&shown, &[("lines", &value.replace("Please", word))]);
    let response = answer(&stage, line("test:n1", "secretariat", with("Kindly"))).await;
    assert_eq!(response.tone, Tone::Done, "{}", words(&response));
    // The same form was open on the chair's screen: it showed the note as it was before.
    let response = answer(&stage, line("test:n2", "chair", with("Now"))).await;
    assert_refused(&response, "Somebody has changed");
}

#[tokio::test]
async fn an_open_topic_of_the_note_is_marked_where_it_is_edited_and_not_where_it_is_printed() {
    let stage = issued().await;
    let lines = "question: 1 presentations 2. On what?\ntopic: i. Laws\ntopic: ii. Other. [open]";
    let note = format!("agenda note\nparagraph: Please answer.\n{lines}");
    stage.does("secretariat", &note).await;
    let shown = form(&stage, "secretariat", fields("agenda note", &[])).await.expect("a form");
    let value = shown.fields[0].value.clone().expect("the note");
    assert!(value.contains(lines), "{value}");
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\" with:note").await;
    let paper = stage.types("secretariat", "paper get \"LIGHT-V/doc.1/07 rev. 1\"").await;
    assert!(words(&paper).contains("Plain(\"Other.\")"), "{}", words(&paper));
    assert!(!words(&paper).contains("[open]"), "{}", words(&paper));
}

#[tokio::test]
async fn an_edition_is_sent_back_by_a_form_only_by_those_who_may() {
    let stage = issued().await;
    stage.does("secretariat", "agenda edit move 3 before:2").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\"").await;
    let me = stage.sends("chair", "me", &[]).await;
    let press = button(&me, "Send back");
    assert_eq!(form(&stage, "chile", Input::Press(press.clone())).await, None);
    let shown = form(&stage, "chair", Input::Press(press)).await.expect("a form");
    let sent = filled(&shown, &[("reason", "Wait for the deadline.")]);
    let response = answer(&stage, line("test:r0", "chile", sent.clone())).await;
    assert!(response.tone.is_no(), "{}", words(&response));
    let response = answer(&stage, line("test:r1", "chair", sent.clone())).await;
    assert_eq!(response.tone, Tone::Done, "{}", words(&response));
    let again = answer(&stage, line("test:r2", "chair", sent)).await;
    assert!(again.entries.is_empty() && words(&again).contains("already done"));
    assert_eq!(stage.count("paper.returned.v1").await, 1);
}

#[tokio::test]
async fn a_superseded_button_says_so_and_offers_the_chair_what_waits_now() {
    let stage = issued().await;
    stage.does("secretariat", "agenda edit move 3 before:2").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\"").await;
    let old = button(&stage.types("chair", "me").await, "Approve");
    stage.does("chair", "paper return \"LIGHT-V/doc.1/07 rev. 1\" Not yet.").await;
    stage.does("secretariat", "agenda edit add \"Other matters.\"").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\"").await;
    let response = stage.presses("chair", &old).await;
    assert_refused(&response, "is no longer the latest version");
    assert_ne!(button(&response, "Approve").action, old.action);
}

#[tokio::test]
async fn a_place_is_for_the_meeting_to_which_its_secretariat_bound_it_and_for_no_other() {
    let stage = people().await;
    let said = |request: &str, who: &str, channel, said| {
        let line = Line { meeting: None, channel: Some(channel), ..line(request, who, said) };
        answer(&stage, line)
    };
    let nothing = || fields("agenda show", &[]);
    let unbound = said("test:a0", "secretariat", place("1"), nothing()).await;
    assert_refused(&unbound, "is not linked to a meeting yet");
    let lost = said("test:a1", "stranger", place("1"), fields("me", &[])).await;
    assert_eq!((lost.tone, words(&lost)), (Tone::Shown, words(&unbound)));
    let named = || fields("meeting here", &[("meeting", " Light-V ")]);
    for (request, who) in [("test:b0", "chile"), ("test:b1", "stranger")] {
        let refused = said(request, who, place("1"), named()).await;
        assert!(refused.tone.is_no(), "{who}: {}", words(&refused));
    }
    let bound = said("test:b2", "secretariat", place("1"), named()).await;
    assert_eq!(bound.tone, Tone::Done, "{}", words(&bound));
    let thread = Channel { parent: Some("1".into()), ..place("9") };
    for (request, channel) in [("test:c0", place("1")), ("test:c1", thread)] {
        let shown = said(request, "secretariat", channel, nothing()).await;
        assert_eq!(shown.tone, Tone::Shown, "{}", words(&shown));
    }
    let other = fields("join", &[("code", "x"), ("meeting", "another")]);
    assert_refused(&said("test:d0", "stranger", place("1"), other).await, "another channel");
}

#[tokio::test]
async fn whoever_tries_codes_does_not_learn_which_meetings_there_are() {
    let stage = people().await;
    let code = [("code", "K7QD-2M4X-9TRA-P6WN")];
    let here = stage.sends("stranger", "join", &code).await;
    let nowhere = Line {
        meeting: Some("no-such-meeting".into()),
        ..line("test:j", "stranger", fields("join", &code))
    };
    assert_eq!(words(&answer(&stage, nowhere).await), words(&here));
}

async fn home(stage: &Stage) -> AnnouncementChannel {
    let named = fields("meeting here", &[("meeting", SLUG)]);
    answer(stage, line("test:home", "secretariat", named)).await;
    let homes = stage.desk.homes(FRONT).await.unwrap();
    assert_eq!(homes.len(), 1, "{homes:?}");
    homes[0].clone()
}

#[tokio::test]
async fn a_place_is_told_once_what_all_may_read_and_again_what_may_not_have_been_sent() {
    let stage = issued().await;
    let home = home(&stage).await;
    let mut told = stage.desk.announcements(&home, Language::En).await.unwrap();
    stage.does("secretariat", "agenda edit move 3 before:2").await;
    let secret = stage.types("chile", "comment readers:secretariat Between us.").await;
    stage.presses("chile", &button(&secret, "Send")).await;
    let open = stage.types("chile", "comment For all to read.").await;
    stage.presses("chile", &button(&open, "Send")).await;
    let first = told.recv().await.unwrap();
    assert!(words(&first.response).contains("For all to read."), "{}", words(&first.response));
    assert!(first.response.public && !words(&first.response).contains("Between us."));
    // It was not marked as sent, as if the process had died: another one tells it again.
    drop(told);
    let mut again = stage.desk.announcements(&home, Language::En).await.unwrap();
    assert_eq!(again.recv().await.unwrap(), first);
    stage.desk.told(&home, &first).await.unwrap();
    drop(again);
    let mut later = stage.desk.announcements(&home, Language::En).await.unwrap();
    let next = stage.types("brazil", "comment And this.").await;
    stage.presses("brazil", &button(&next, "Send")).await;
    assert!(words(&later.recv().await.unwrap().response).contains("And this."));
}

#[tokio::test]
async fn sharing_shows_what_delegations_may_read_and_nothing_of_the_askers_own() {
    let stage = issued().await;
    stage.does("secretariat", "agenda edit word 2 \"Lamps, secretly.\"").await;
    let asked = fields("agenda show", &[("view", "draft")]);
    let shown = answer(&stage, line("test:s1", "secretariat", asked.clone())).await;
    assert!(words(&shown).contains("secretly") && !shown.public, "{}", words(&shown));
    let share = Input::Press(shown.share.expect("can be shared"));
    let public = answer(&stage, line("test:s2", "secretariat", share.clone())).await;
    assert!(public.public && words(&public).contains("Lamps"), "{}", words(&public));
    assert!(!words(&public).contains("secretly") && public.forms.is_empty());
    let stranger = answer(&stage, line("test:s3", "stranger", share)).await;
    assert!(stranger.tone.is_no() && !stranger.public);
    let theirs = answer(&stage, line("test:s4", "stranger", asked)).await;
    assert_eq!(theirs.share, None);
}

#[tokio::test]
async fn fields_are_offered_what_the_asker_may_read() {
    let stage = issued().await;
    let offered =
        |who: &'static str, verb: &'static str, arg: &'static str, typed: &'static str| {
            let line = line("test:c", who, fields(verb, &[]));
            let desk = &stage.desk;
            async move {
                let choices = desk.choices(line, arg, typed).await;
                choices.into_iter().map(|choice| choice.value).collect::<Vec<_>>()
            }
        };
    assert_eq!(offered("expert", "comment add", "item", "lamp").await, ["2"]);
    assert_eq!(offered("secretariat", "people invite", "who", "braz").await, ["Brazil"]);
    assert_eq!(offered("chile", "paper get", "name", "doc").await, ["LIGHT-V/doc.1/07"]);
    assert_eq!(offered("stranger", "people remove", "who", "").await, [""; 0]);
    assert_eq!(offered("secretariat", "people appoint", "who", "tomás").await, ["H4"]);
    let secret = stage.types("chile", "comment readers:secretariat Between us.").await;
    stage.presses("chile", &button(&secret, "Send")).await;
    assert_eq!(offered("chile", "withdraw", "number", "c").await, ["C1"]);
    assert_eq!(offered("brazil", "comment add", "to", "").await, [""; 0]);
    assert_eq!(offered("chile", "meeting here", "meeting", "").await, [SLUG]);
    assert_eq!(offered("stranger", "meeting here", "meeting", "").await, [""; 0]);
}

#[tokio::test]
async fn private_answers_name_the_meeting_and_the_seat() {
    let stage = issued().await;
    let response = stage.sends("brazil", "me", &[]).await;
    assert_eq!(response.about.as_deref(), Some("V Meeting · Brazil · fictional example"));
}

#[tokio::test]
async fn only_a_practice_clock_goes_on_and_only_forward() {
    let stage = issued().await;
    let response = stage.types("chile", "practice until 2007-11-19").await;
    assert_eq!(words(&response), "It is now 19 November 2007, 09:00 in America/New York.");
    assert_refused(
        &stage.types("chile", "practice until 2007-11-18").await,
        "only go forward. It is now 19 November",
    );
    assert_refused(&stage.types("chile", "practice until soon").await, "write a day");
    let later = fields("practice until", &[("when", "2007-11-20")]);
    let stranger = answer(&stage, line("test:p", "stranger", later)).await;
    assert_refused(&stranger, "you have no seat here");
}

#[tokio::test]
async fn at_most_25_values_of_at_most_100_characters_are_offered() {
    let stage = issued().await;
    for number in 0..30 {
        let long = format!("agenda edit add \"{number} {}\"", "é".repeat(200));
        stage.does("secretariat", &long).await;
    }
    let offered = |typed: &'static str| {
        stage.desk.choices(line("test:c", "chair", fields("agenda edit", &[])), "item", typed)
    };
    let all = offered("").await;
    assert_eq!(all.len(), 25);
    assert_eq!(all.iter().map(|choice| choice.shown.chars().count()).max(), Some(100));
    let found = offered("LENS").await;
    assert_eq!(found.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>(), ["3"]);
}

#[tokio::test]
async fn a_verb_has_its_slash_where_verbs_are_picked_from_a_list_and_english_fills_in() {
    let stage = issued().await;
    let said = |typed: &str, lang| {
        let line = Line { lang, ..line("test:v", "chair", Input::Text(typed.to_owned())) };
        async { words(&answer(&stage, line).await) }
    };
    let typed = words(&stage.types("chair", "").await);
    assert!(typed.contains("“help”") && !typed.contains("/help"), "{typed}");
    assert_eq!(said("", Language::Pt).await, said("", Language::En).await);
    let picked = line("test:x", "chair", fields("xylophone", &[]));
    let picked = words(&answer(&stage, picked).await);
    assert!(picked.contains("“/me”"), "{picked}");
}
