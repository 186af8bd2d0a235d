//! People who try what no client would send.

use plenary_stand_in_discord::Shown;

use crate::meeting::{SLUG, people};
use crate::stage::{PATIENCE, Stage, plain};

const HOSTILE: &str = "@everyone @here <@1> <@&2> <#3> </a:4> <:e:5> <t:0:F> [a](https://b.c) \
    https://b.c **b** __u__ ~~s~~ ||x|| `c` ```d``` \n# h\n-# s\n> q\n>>> r\n- l\n1. n\nend";

#[tokio::test(flavor = "multi_thread")]
async fn no_words_of_a_user_ping_anybody_or_break_the_page() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let preview = stage.says(&people.brazil, "comment add", &[("text", HOSTILE)]).await;
    people.brazil.press(&preview, "Send").unwrap().answer().await.unwrap();
    let told = |shown: &Shown| plain(shown).contains("</a:4>");
    let told = stage.room.wait_message(PATIENCE, told).await.expect("an announcement");
    for shown in [preview, told] {
        assert!(!shown.content.contains("https://"), "{shown:?}");
    }
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_buttons_and_forms_are_refused_politely() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let preview = stage.says(&people.brazil, "comment add", &[("text", "Mine.")]).await;
    let before = stage.facts().await;
    let draft = preview.button("Send").unwrap().custom_id.clone();
    for id in [
        "",
        "x",
        "2|a|b|1",
        "1|paper.approve|e1|0",
        "1|draft.enter|zzzz|1",
        "1|no.such|a|1",
        draft.as_str(),
    ] {
        let asked = people.secretariat.press_custom_id(&preview, id);
        let shown = asked.answer().await.unwrap_or_else(|why| panic!("{id}: {why}"));
        assert!(shown.ephemeral, "{id}: {shown:?}");
        let sent = people.secretariat.submit_custom_id(stage.room.id(), None, id, &[]);
        let shown = sent.answer().await.unwrap_or_else(|why| panic!("{id}: {why}"));
        assert!(shown.ephemeral, "{id}: {shown:?}");
    }
    assert_eq!(stage.facts().await, before);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn guessed_codes_tell_nothing() {
    let stage = Stage::ready().await;
    let _people = people(&stage).await;
    let stranger = stage.guild.member("stranger");
    let mut answers = Vec::new();
    for code in ["K7QD-2M4X-9TRA-P6WN", "AAAA-AAAA-AAAA-AAAA"] {
        let shown = stage.says(&stranger, "join", &[("code", code)]).await;
        assert!(shown.ephemeral && shown.content.starts_with('✗'), "{shown:?}");
        assert!(!plain(&shown).contains(code), "{shown:?}");
        answers.push(plain(&shown));
    }
    assert_eq!(answers[0], answers[1]);
    let far = [("code", "K7QD-2M4X-9TRA-P6WN"), ("meeting", SLUG)];
    assert!(stage.says(&stranger, "join", &far).await.ephemeral);
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn four_thousand_letters_are_kept_and_shown_whole() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let text = "word *and* ".repeat(360);
    let form = stage.says(&people.brazil, "comment add", &[("item", "2")]).await;
    let label = form.modal.as_ref().expect("a form").inputs[0].label.clone();
    let asked = people.brazil.submit(&form, [(label.as_str(), text.as_str())]).unwrap();
    let first = asked.answer().await.unwrap();
    let rest = asked.wait_followups(2, PATIENCE).await.unwrap();
    let all: String = std::iter::once(&first).chain(&rest).map(plain).collect();
    assert_eq!(all.matches("*and*").count(), 360);
    assert!(rest.iter().all(|shown| shown.ephemeral));
    let last = rest.last().unwrap();
    let sent = people.brazil.press(last, "Send").unwrap().answer().await.unwrap();
    assert!(plain(&sent).contains("C1"), "{sent:?}");
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_is_answered_politely_and_changes_nothing_for_others() {
    let stage = Stage::ready().await;
    let people = people(&stage).await;
    let stranger = stage.guild.member("stranger");
    let flood: Vec<_> = (0..200)
        .map(|_| stranger.slash(&stage.room, "agenda show", [("", ""); 0]).unwrap())
        .collect();
    let shown = stage.says(&people.brazil, "me", &[]).await;
    assert!(plain(&shown).contains("Paulo Neri"));
    for asked in flood {
        assert!(asked.wait_answer(PATIENCE).await.unwrap().ephemeral);
    }
    stage.assert_clean();
}
