//! Who is in the meeting, and what somebody says next: mostly what the agenda of a meeting asks
//! for, and often what the rules refuse.

use plenary_chat::{Input, Press, Response, Utterance};

use crate::room::code;
use crate::weather::Dice;

/// Those who have a seat after the first lines, and somebody who has none.
pub(crate) const PEOPLE: [&str; 9] = [
    "secretariat",
    "chair",
    "brazil",
    "chile",
    "expert",
    "observer",
    "deputy",
    "junior",
    "stranger",
];

/// Something that somebody means to say, once.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) who: &'static str,
    pub(crate) what: Input,
}

/// What could be pressed, and by whom; also long after it was shown.
#[derive(Default)]
pub(crate) struct Offered {
    presses: Vec<(&'static str, Press)>,
    codes: Vec<String>,
}

impl Offered {
    pub(crate) fn add(&mut self, who: &'static str, response: &Response) {
        self.presses.extend(response.buttons.iter().map(|button| (who, button.press.clone())));
        self.codes.extend(code(response));
    }
}

/// What somebody says next.
pub(crate) fn next(dice: &Dice, offered: &mut Offered) -> Said {
    if !offered.presses.is_empty() && dice.falls(350) {
        // Mostly what was offered last, and mostly by whom it was offered.
        let count = offered.presses.len();
        let last = count - 1 - dice.below(count.min(3));
        let at = if dice.falls(800) { last } else { dice.below(count) };
        let (whose, press) = offered.presses[at].clone();
        if dice.falls(800) {
            offered.presses.remove(at);
        }
        let who = if dice.falls(930) { whose } else { *dice.one(&PEOPLE) };
        return Said { who, what: Input::Press(press) };
    }
    if !offered.codes.is_empty() && dice.falls(60) {
        let joins = format!("join {}", dice.one(&offered.codes));
        let who: &&str = dice.one(&PEOPLE[..]);
        return Said { who, what: Input::Text(joins) };
    }
    let (usual, line) = line(dice);
    let who = if dice.falls(850) { usual } else { *dice.one(&PEOPLE) };
    let what = match line.strip_prefix("comment add ") {
        Some(rest) if dice.falls(300) => fields(rest),
        _ => Input::Text(line),
    };
    Said { who, what }
}

/// The same comment as a platform with fields sends it.
fn fields(rest: &str) -> Input {
    let (item, text) = rest.split_once(' ').unwrap_or((rest, "Hm."));
    let args = [("item", item), ("text", text)].map(|(name, value)| (name.into(), value.into()));
    Input::Fields(Utterance::new("comment add", args.into()))
}

/// A line, and who would usually say it.
fn line(dice: &Dice) -> (&'static str, String) {
    let mission = *dice.one(&["brazil", "chile"]);
    let number = dice.below(6) + 1;
    let word = *dice.one(&["Fog", "Oil", "Glass", "Rust", "Salt"]);
    let (who, line) = match dice.below(34) {
        0..4 => (mission, format!("comment add {number} More {word}, please.")),
        4 => ("expert", format!("comment add 1 On {word}. readers:secretariat")),
        5..7 => (mission, format!("reply nominate expert name:\"{word} Person\"")),
        7 => (mission, format!("reply nominate head name:\"{word} Two\" instead-of:N{number}")),
        8 => ("brazil", format!("reply correct N{number} name:\"{word} Right\"")),
        9 => (mission, format!("withdraw N{number} Ill.")),
        10 => (mission, format!("withdraw C{number}")),
        11 => ("secretariat", format!("reply admit N{number} In order.")),
        12..14 => (mission, "reply present 2 i, ii by:presentation".to_owned()),
        14 => ("expert", "reply present 2 i by:report".to_owned()),
        15 => (mission, "reply decline presentations".to_owned()),
        16..19 => ("secretariat", format!("agenda edit add \"{word}.\"")),
        19 => ("secretariat", format!("agenda edit word {number} \"{word} and more.\"")),
        20 => ("secretariat", format!("agenda edit remove {number}")),
        21..23 => ("secretariat", symbol(dice)),
        23 => ("chair", "paper approve".to_owned()),
        24 => ("chair", format!("paper return \"LIGHT-V/doc.1/07\" Say {word}.")),
        25 => ("secretariat", "paper withdraw".to_owned()),
        26 => ("chair", (*dice.one(&["session open", "session close"])).to_owned()),
        27 => ("chair", decision(dice, word)),
        28 => (mission, "decision object Too early.".to_owned()),
        29 => ("chair", format!("decision vote for:{} against:{}", number - 1, dice.below(3))),
        30 => ("chair", "decision adopt consensus".to_owned()),
        31 => (mission, format!("withdraw D{number}")),
        32 => ("secretariat", people(dice, number)),
        _ => (mission, "me".to_owned()),
    };
    (who, line)
}

fn symbol(dice: &Dice) -> String {
    let revision = ["", " rev. 1", " rev. 2", " rev. 3"][dice.below(4)];
    format!("paper prepare agenda \"LIGHT-V/doc.1/07{revision}\"")
}

fn decision(dice: &Dice, word: &str) -> String {
    match dice.below(4) {
        0 => "decision put adopts:LIGHT-V/doc.1/07".to_owned(),
        1 => format!("decision put To amend for {word}. amends:LIGHT-V/doc.1/07"),
        _ => format!("decision put To thank for {word}."),
    }
}

fn people(dice: &Dice, number: usize) -> String {
    let delegation = *dice.one(&["Brazil", "Chile", "Argentina"]);
    match dice.below(6) {
        0 | 1 => format!("people invite {delegation}"),
        2 => format!("people invite H{number}"),
        3 => format!("people remove H{number} Left."),
        4 => format!("people appoint secretariat H{number}"),
        _ => format!("people appoint chair H{number}"),
    }
}
