//! The meeting in which it all happens, by the lines that make it. All of it is invented.

use plenary_chat::{Part, Response};

pub(crate) const OPERATOR: &str = "operator";
pub(crate) const CONVENE: &str = "meeting convene
masthead: ASSEMBLY OF THE COASTS
title: V Meeting of Experts on Lighthouses
body: Group of Experts on Lighthouses
symbols: LIGHT-V/doc.{n}/{yy}
revisions: rev. {n}
mandate: AC/RES. 12 (III-O/07)
days: 2007-10-08 to 2007-12-20
place: Washington, D.C.
zone: America/New_York
languages: en
fictional: yes
clock: practice
roll: Example list, as of 2007-10-01
member: ARG Argentina
member: BRA Brazil
member: CHL Chile
observer: COE Council of Europe";

/// How the seats are filled: who invites, by which line, and who then joins.
pub(crate) const SEATS: [(&str, &str, &str); 6] = [
    (OPERATOR, "people invite as:secretariat name:\"Inés Paredes\"", "secretariat"),
    ("secretariat", "people appoint chair \"Ruth Calloway\"", "chair"),
    ("secretariat", "people invite Brazil as:mission name:\"Paulo Neri\"", "brazil"),
    ("secretariat", "people invite Chile name:\"Tomás Ibarra\"", "chile"),
    ("brazil", "reply nominate name:\"Helena Duarte\"", "expert"),
    (
        "secretariat",
        "people invite \"Council of Europe\" as:observer name:\"Lena Voss\"",
        "observer",
    ),
];

/// What is there before the weather turns.
pub(crate) const BEFORE: [(&str, &str); 6] = [
    ("secretariat", "agenda edit add \"Opening.\""),
    ("secretariat", "agenda edit add \"Lamps.\""),
    ("secretariat", "agenda edit add \"Closing.\""),
    (
        "secretariat",
        "agenda note\nparagraph: Please answer.\nquestion: 1 presentations 2. Who presents?\n\
         topic: i. Glass\ntopic: ii. Oil\ndeadline: 2007-10-29 by October 29",
    ),
    ("secretariat", "paper prepare agenda LIGHT-V/doc.1/07 with:note"),
    ("secretariat", "meeting here light-v announce:yes"),
];

/// The code that a response shows, if it shows one.
pub(crate) fn code(response: &Response) -> Option<String> {
    response.parts.iter().find_map(|part| match part {
        Part::Secret(words) => {
            words.split(' ').nth(1).and_then(|code| code.get(..19)).map(str::to_owned)
        }
        _ => None,
    })
}
