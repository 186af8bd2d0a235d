//! The views as data: stable names, and nothing that the reader may not see.

use plenary_documents::data;
use plenary_domain::event::reply::DelegationRole;
use plenary_domain::{Personal, Reader, Readers};
use serde_json::json;

use crate::stage::{Stage, known};

fn stage() -> Stage {
    let mut stage = Stage::issued();
    stage.nominate(1, "BRA", DelegationRole::Expert, known("Helena Duarte"));
    stage.nominate(2, "CHL", DelegationRole::Expert, Personal::Unreadable);
    stage.comment(1, Some(7), Readers::Delegations, "Ten minutes each?");
    stage.comment(2, Some(7), Readers::Secretariat, "A private remark.");
    stage.prepare("CIBER-V/doc.1/07 rev. 1", 2, None);
    stage
}

#[test]
fn an_agenda_has_numbers_ids_footnotes_and_counts_of_readable_comments() {
    let stage = stage();
    let reader = Reader::of(Readers::Delegations);
    let agenda = data::agenda(&stage.views, &reader, stage.edition(1));
    assert_eq!(agenda["symbol"], "CIBER-V/doc.1/07");
    assert_eq!(agenda["status"], "issued");
    assert_eq!(agenda["fictional"], false);
    assert_eq!(agenda["items"][6]["number"], "7");
    assert_eq!(agenda["items"][6]["item"], "i7");
    assert_eq!(agenda["items"][6]["comments"], 1);
    assert_eq!(agenda["items"][4]["footnote"]["mark"], 3);
    assert_eq!(agenda["items"][4]["footnote"]["cites"]["paragraphs"], json!([10]));
    assert_eq!(agenda["deadline"]["instant"], "2007-10-30T03:59:59.999Z");
    assert_eq!(agenda["coverage"]["sources"][0]["uncovered"], json!([1, 2, 3]));
    assert_eq!(agenda["note"][2]["question"]["asks"], "experts");
    let names: Vec<&String> = agenda.as_object().unwrap().keys().collect();
    assert_eq!(&names[..4], ["edition", "symbol", "status", "in_force"]);
}

#[test]
fn an_edition_that_waits_for_the_chair_is_not_for_delegations() {
    let stage = stage();
    let delegations = Reader::of(Readers::Delegations);
    let secretariat = Reader::of(Readers::Secretariat);
    assert!(data::agenda(&stage.views, &delegations, stage.edition(2)).is_null());
    assert_eq!(data::editions(&stage.views, &delegations).as_array().unwrap().len(), 1);
    let all = data::editions(&stage.views, &secretariat);
    assert_eq!(all[1]["status"], "waiting");
    assert_eq!(all[1]["follows"], "CIBER-V/doc.1/07");
}

#[test]
fn a_private_comment_is_not_in_the_data_of_others() {
    let stage = stage();
    let comments = data::comments(&stage.views, &Reader::of(Readers::Delegations));
    assert_eq!(comments.as_array().unwrap().len(), 1);
    assert_eq!(comments[0]["comment"], "C1");
    assert_eq!(comments[0]["by"]["name"], "Helena Duarte");
    assert_eq!(comments[0]["on"]["number"], "7");
    assert!(!comments.to_string().contains("private"));
}

#[test]
fn a_name_that_cannot_be_read_is_null_and_marked_and_the_public_sees_none() {
    let stage = stage();
    let roster = data::roster(&stage.views, &Reader::of(Readers::Delegations));
    assert_eq!(roster["nominations"][0]["withheld"], false);
    assert_eq!(roster["nominations"][1]["name"], json!(null));
    assert_eq!(roster["nominations"][1]["withheld"], true);
    assert_eq!((&roster["answered"], &roster["members"]), (&json!(2), &json!(4)));
    assert_eq!(roster["silent"], json!(["ARG", "BLZ"]));
    let public = data::roster(&stage.views, &Reader::of(Readers::Public));
    assert!(!public.to_string().contains("Helena"), "{public}");
}
