//! The list of participants: order, marks, counts, and who may see names.

use jiff::civil::date;
use plenary_documents::{Format, print, roster};
use plenary_domain::event::ReplyEvent;
use plenary_domain::event::reply::{DelegationRole, Nominated, NominationAdmitted};
use plenary_domain::moment::WallClock;
use plenary_domain::{
    Event, Language, NominationId, PersonId, Personal, PersonalData, Reader, Readers, Received,
    SeatKind,
};

use crate::stage::{Stage, known};

fn text(stage: &Stage, circle: Readers) -> String {
    print(&roster::paper(&stage.views, &Reader::of(circle), Language::En), Format::Text)
}

fn late(stage: &mut Stage) {
    let nominated = Nominated {
        nomination: NominationId(9),
        delegation: "CHL".parse().unwrap(),
        role: DelegationRole::Adviser,
        instead_of: None,
        received: Received::new(
            date(2007, 10, 30),
            None,
            WallClock::Zone("America/New_York".into()),
            "fax",
        )
        .ok(),
        person: PersonId(109),
        personal: known("Tomás Rojas"),
    };
    stage.secretariat(Event::Reply(ReplyEvent::Nominated(nominated)));
}

#[test]
fn the_roll_is_printed_with_its_source_its_date_and_the_count_of_answers() {
    let mut stage = Stage::issued();
    stage.nominate(1, "BRA", DelegationRole::Expert, known("Helena Duarte"));
    let text = text(&stage, Readers::Delegations);
    for part in [
        "LIST OF PARTICIPANTS\n(Provisional, 5 October 2007)\n",
        "Source: List of missions (invented). As of 1 October 2007.\n",
        "\nBrazil             member        1\n",
        "1 of 4 members have nominated experts.\n",
        "No nominations yet from: Argentina, Belize, Chile.\n",
    ] {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

#[test]
fn the_head_stands_first_and_the_others_in_the_missions_own_order() {
    let mut stage = Stage::issued();
    stage.seat_offices();
    let identity = PersonalData {
        name: Some("Zoe Alves".into()),
        title: Some("Federal Prosecutor".into()),
        institution: Some("Public Prosecutor’s Office".into()),
        ..PersonalData::default()
    };
    stage.nominate(1, "BRA", DelegationRole::Expert, Personal::Known(identity));
    stage.nominate(2, "BRA", DelegationRole::Adviser, known("Ana Prado"));
    stage.nominate(3, "BRA", DelegationRole::Head, known("Rui Matos"));
    stage.join(70, SeatKind::Observer, Some("COE"), known("Lena Voss"));
    let text = text(&stage, Readers::Delegations);
    let (_, list) = text.split_once("\nParticipants\n").unwrap();
    let names =
        ["Rui Matos (head", "Zoe Alves, Federal Prosecutor, Public", "Ana Prado", "Lena Voss"];
    let places: Vec<usize> = names.iter().map(|name| list.find(name).unwrap()).collect();
    assert!(places.is_sorted(), "{list}");
    for part in [
        "\nMember states\n\nBrazil\n\n- Rui Matos (head of delegation) [",
        "\nOrganizations\n\nCouncil of Europe\n\n- Lena Voss (observer) [",
        "\nChair and secretariat\n\n- Ruth Calloway (Chair)\n- Inés Paredes (secretariat)\n",
    ] {
        assert!(list.contains(part), "{part:?} is not in\n{list}");
    }
}

#[test]
fn a_late_nomination_waits_apart_until_it_is_admitted() {
    let mut stage = Stage::issued();
    late(&mut stage);
    let before = text(&stage, Readers::Delegations);
    let apart = "not admitted to the list\n\n- Chile: Tomás Rojas (adviser); received late [";
    assert!(before.contains(apart), "{before}");
    let (nomination, reason) = (NominationId(9), "The list is not printed yet.".to_owned());
    let admitted = NominationAdmitted { nomination, reason };
    stage.secretariat(Event::Reply(ReplyEvent::NominationAdmitted(admitted)));
    let after = text(&stage, Readers::Delegations);
    let listed = "Chile\n\n- Tomás Rojas (adviser); received late, admitted: The list is not";
    assert!(after.contains(listed) && !after.contains("not admitted"), "{after}");
}

#[test]
fn a_person_without_a_readable_key_is_a_neutral_mark() {
    let mut stage = Stage::issued();
    stage.nominate(1, "BRA", DelegationRole::Expert, Personal::Unreadable);
    let text = text(&stage, Readers::Delegations);
    assert!(text.contains("- [name withheld] (expert) ["), "{text}");
}

#[test]
fn the_public_reads_the_roll_and_no_names() {
    let mut stage = Stage::issued();
    stage.seat_offices();
    stage.nominate(1, "BRA", DelegationRole::Expert, known("Helena Duarte"));
    let text = text(&stage, Readers::Public);
    assert!(
        text.contains("1 of 4 members have nominated experts")
            && text.contains("shown to participants only")
    );
    assert!(!text.contains("Helena") && !text.contains("Calloway"), "{text}");
}

#[test]
fn a_mission_that_entered_nothing_is_silent_and_a_full_roll_says_so() {
    let mut stage = Stage::issued();
    for (id, code) in (1..).zip(["ARG", "BLZ", "BRA", "CHL"]) {
        stage.nominate(id, code, DelegationRole::Expert, known("Somebody"));
    }
    let text = text(&stage, Readers::Delegations);
    assert!(
        text.contains(
            "4 of 4 members have nominated experts.\n\nAll members have nominated experts.\n"
        ),
        "{text}"
    );
}
