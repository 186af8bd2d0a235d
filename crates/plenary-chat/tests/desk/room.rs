//! The meeting in which the desk is tried, convened and filled by lines. All of it is invented.

use crate::stage::{OPERATOR, Stage, button};

pub(crate) const CONVENE: &str = "meeting convene
masthead: ASSEMBLY OF THE COASTS
title: V Meeting of Experts on Lighthouses
body: Group of Experts on Lighthouses
symbols: LIGHT-V/doc.{n}/{yy}
revisions: rev. {n}
mandate: AC/RES. 12 (III-O/07)
days: 2007-11-19 to 2007-11-20
place: Washington, D.C.
zone: America/New_York
languages: en
fictional: yes
clock: practice
roll: Example list, as of 2007-10-01
member: ARG Argentina
member: BRA Brazil
member: CHL Chile
member: CRI Costa Rica
observer: COE Council of Europe";

/// The meeting is convened; nobody has joined.
pub(crate) async fn convened() -> Stage {
    let stage = Stage::empty();
    stage.does(OPERATOR, CONVENE).await;
    stage
}

/// Chair, secretariat, the missions of Brazil and Chile, Brazil's expert and an observer are there.
pub(crate) async fn filled() -> Stage {
    let stage = convened().await;
    stage
        .joins((OPERATOR, "people invite as:secretariat name:\"Inés Paredes\""), "secretariat")
        .await;
    stage.joins(("secretariat", "people appoint chair \"Ruth Calloway\""), "chair").await;
    stage
        .joins(("secretariat", "people invite Brazil as:mission name:\"Paulo Neri\""), "brazil")
        .await;
    stage.joins(("secretariat", "people invite Chile name:\"Tomás Ibarra\""), "chile").await;
    stage.joins(("brazil", "reply nominate name:\"Helena Duarte\""), "expert").await;
    let observer = "people invite \"Council of Europe\" as:observer name:\"Lena Voss\"";
    stage.joins(("secretariat", observer), "observer").await;
    stage
}

/// The working agenda has four items and a note.
pub(crate) async fn drafted() -> Stage {
    let stage = filled().await;
    for title in ["Opening.", "Lamps.", "Lenses.", "Closing."] {
        stage.does("secretariat", &format!("agenda edit add \"{title}\"")).await;
    }
    let note = "agenda note\nparagraph: Please answer.\ndeadline: 2007-10-29 by October 29";
    stage.does("secretariat", note).await;
    stage
}

/// The first edition is issued.
pub(crate) async fn issued() -> Stage {
    let stage = drafted().await;
    stage.does("secretariat", "paper prepare agenda LIGHT-V/doc.1/07 with:note").await;
    approve(&stage).await;
    stage
}

/// A revision is issued in which lenses stand before lamps: 2 and 3 have changed places.
pub(crate) async fn revised() -> Stage {
    let stage = issued().await;
    stage.does("secretariat", "agenda edit move 3 before:2").await;
    stage.does("secretariat", "paper prepare agenda \"LIGHT-V/doc.1/07 rev. 1\" with:note").await;
    approve(&stage).await;
    stage
}

/// The chair approves what waits.
pub(crate) async fn approve(stage: &Stage) {
    let asked = stage.types("chair", "paper approve").await;
    let done = stage.presses("chair", &button(&asked, "Yes, issue")).await;
    assert!(!done.entries.is_empty(), "{done:?}");
}
