//! The table of presentations: topics in the note's order, each state, counts, and who may see it.

use plenary_documents::{Format, presentations, print};
use plenary_domain::event::ReplyEvent;
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::event::reply::{
    Declined, PresentAs, PresentationAsked, PresentationRequested, PresentationTopic, ReplyDeclined,
};
use plenary_domain::ids::PresentationId;
use plenary_domain::note::{Asks, Block};
use plenary_domain::{Event, Language, Reader, Readers};

use crate::stage::Stage;

fn text(stage: &Stage, circle: Readers, lang: Language) -> String {
    print(&presentations::paper(&stage.views, &Reader::of(circle), lang), Format::Text)
}

/// A topic of the item about which the note of `CIBER-V/doc.1/07` asks.
fn about(stage: &Stage, topic: &str, by: PresentAs, text: Option<&str>) -> PresentationTopic {
    let edition = stage.views.agenda.in_force().unwrap();
    let asked = edition.agenda.note.iter().find_map(|block| match block {
        Block::Question(question) if question.asks == Asks::Presentations => question.item,
        Block::Question(_) | Block::Paragraph(_) => None,
    });
    let item = asked.expect("the note asks who presents");
    let typed = edition.agenda.number_of(item).unwrap().to_string();
    let on = ItemNamed { item, edition: Some(edition.edition), typed };
    PresentationTopic { on, topic: topic.into(), by, text: text.map(str::to_owned) }
}

fn requests(stage: &mut Stage, id: u32, code: &str, about: PresentationTopic) {
    let requested = PresentationRequested {
        presentation: PresentationId(id),
        delegation: code.parse().unwrap(),
        about,
        received: None,
    };
    stage.secretariat(Event::Reply(ReplyEvent::PresentationRequested(requested)));
}

fn filled() -> Stage {
    let mut stage = Stage::issued();
    let of = about(&stage, "iv", PresentAs::Report, None);
    requests(&mut stage, 1, "BRA", of);
    let of = about(&stage, "i", PresentAs::Talk, Some("A new code"));
    requests(&mut stage, 2, "CHL", of);
    let asked = PresentationAsked {
        presentation: PresentationId(3),
        delegation: "ARG".parse().unwrap(),
        about: about(&stage, "i", PresentAs::Talk, None),
    };
    stage.secretariat(Event::Reply(ReplyEvent::PresentationAsked(asked)));
    let no = ReplyDeclined {
        delegation: "BLZ".parse().unwrap(),
        what: Declined::Presentations,
        received: None,
    };
    stage.secretariat(Event::Reply(ReplyEvent::ReplyDeclined(no)));
    stage
}

#[test]
fn topics_stand_in_the_notes_order_with_their_requests_and_the_empty_ones_say_so() {
    let text = text(&filled(), Readers::Secretariat, Language::En);
    let rows = ["A new code", "none yet", "Q1"].map(|part| text.find(part));
    assert!(rows.iter().all(Option::is_some) && rows.is_sorted(), "{text}");
    for part in [
        "PRESENTATIONS AND REPORTS BY TOPIC",
        "2 requests count. 1 was made by an expert and awaits confirmation by the mission.",
        "Will not present or report: Belize.",
        "No reply yet from: Argentina.",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

#[test]
fn what_an_expert_asked_is_for_the_secretariat_and_the_public_sees_no_table() {
    let stage = filled();
    let delegations = text(&stage, Readers::Delegations, Language::En);
    assert!(!delegations.contains("Argentina ") && !delegations.contains("Q3"), "{delegations}");
    assert!(delegations.contains("Q2"), "{delegations}");
    let public = text(&stage, Readers::Public, Language::En);
    assert!(public.contains("This table is shown to participants only."), "{public}");
    assert!(!public.contains("Chile") && !public.contains("Belize"), "{public}");
}

#[test]
fn a_meeting_whose_agenda_asks_nobody_says_so_in_each_language() {
    for (lang, said) in [
        (Language::En, "does not ask for presentations"),
        (Language::Es, "no pregunta quién desea exponer"),
        (Language::Fr, "ne demande pas qui souhaite"),
        (Language::Pt, "não pergunta quem deseja"),
    ] {
        let text = text(&Stage::convened(), Readers::Delegations, lang);
        assert!(text.replace('\n', " ").contains(said), "{text}");
    }
}
