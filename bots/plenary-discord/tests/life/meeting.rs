//! The meeting in which the bot is tried. All of it is invented.

use plenary_chat::{Desk, Input, Language, Line, Part, RequestName, Speaker};
use plenary_stand_in_discord::User;

use crate::stage::{Stage, plain};

pub(crate) const SLUG: &str = "light-v";

const CONVENE: &str = "meeting convene
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

/// The operator convenes the meeting and invites its secretariat; the code.
pub(crate) async fn convene(desk: &Desk) -> String {
    operator(desk, "test:convene", CONVENE).await;
    let invite = "people invite as:secretariat name:\"Inés Paredes\"";
    operator(desk, "test:invite", invite).await.expect("a code")
}

async fn operator(desk: &Desk, request: &str, text: &str) -> Option<String> {
    let line = Line {
        meeting: Some(SLUG.to_owned()),
        speaker: Speaker::Operator,
        front: "terminal",
        channel: None,
        said: Input::Text(text.to_owned()),
        request: RequestName::new(request).unwrap(),
        lang: Language::En,
    };
    let response = desk.answer(line).await;
    assert!(!response.tone.is_no(), "{response:?}");
    response.parts.iter().find_map(|part| match part {
        Part::Secret(words) => code_in(words),
        _ => None,
    })
}

/// The one-time code in a text.
pub(crate) fn code_in(text: &str) -> Option<String> {
    let mut words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let is_code = |word: &&str| word.len() == 19 && word.matches('-').count() == 3;
    words.find(is_code).map(str::to_owned)
}

/// The people of a meeting that has come so far that its agenda can be commented on.
pub(crate) struct People {
    pub(crate) secretariat: User,
    pub(crate) chair: User,
    pub(crate) brazil: User,
}

/// The channel is the meeting's, people have joined, and the agenda has two items.
pub(crate) async fn people(stage: &Stage) -> People {
    let code = convene(&stage.desk).await;
    let secretariat = stage.guild.member("ines");
    let joined = stage.does(&secretariat, "join", &[("code", &code), ("meeting", SLUG)]).await;
    assert!(joined.ephemeral && plain(&joined).contains("You have joined"), "{joined:?}");
    stage.does(&secretariat, "meeting here", &[("meeting", SLUG)]).await;
    let chair = stage.guild.member("ruth");
    let appoint = [("office", "chair"), ("who", "Ruth Calloway")];
    let code = stage.does(&secretariat, "people appoint", &appoint).await;
    join(stage, &chair, &plain(&code)).await;
    let brazil = stage.guild.member("paulo");
    let invite = [("who", "Brazil"), ("as", "mission"), ("name", "Paulo Neri")];
    let code = stage.does(&secretariat, "people invite", &invite).await;
    join(stage, &brazil, &plain(&code)).await;
    for title in ["Opening.", "Lamps."] {
        stage.does(&secretariat, "agenda edit", &[("what", "add"), ("text", title)]).await;
    }
    let prepare = [("kind", "agenda"), ("symbol", "LIGHT-V/doc.1/07")];
    stage.does(&secretariat, "paper prepare", &prepare).await;
    let asked = stage.says(&chair, "paper approve", &[]).await;
    let issued = chair.press(&asked, "Yes, issue").unwrap().answer().await.unwrap();
    assert!(plain(&issued).contains("has been issued"), "{issued:?}");
    People { secretariat, chair, brazil }
}

async fn join(stage: &Stage, user: &User, text: &str) {
    let code = code_in(text).unwrap_or_else(|| panic!("no code in {text}"));
    stage.does(user, "join", &[("code", &code)]).await;
}
