//! What can be pressed. A button's name on Discord is its press, so that it outlives a restart.

use std::collections::HashSet;

use plenary_chat::{Language, Press, Reply, words};
use serde_json::{Value, json};

use crate::clean::{clean_line, cut, units};

/// The most buttons of a message: five rows of five.
pub(super) const BUTTONS_MAX: usize = 25;
const ROW_MAX: usize = 5;
/// The longest label, as Discord counts.
const LABEL_UNITS_MAX: usize = 80;

const ACTION_ROW: u8 = 1;
const BUTTON: u8 = 2;

/// What goes on with what was begun.
const FORWARD: &[&str] =
    &["send", "approve", "approve-yes", "accept", "confirm", "support", "open"];
/// What takes something away.
const BACKWARD: &[&str] = &["drop", "withdraw", "not-me", "remove", "decline", "object"];

/// Something that can be pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// Its name, which is its press.
    pub id: String,
    /// Discord's number for its look.
    pub style: u8,
}

/// In full what does not fit into the labels of a reply's buttons.
pub(super) fn long_labels(reply: &Reply) -> impl Iterator<Item = String> {
    let labels = reply.buttons.iter().chain(&reply.forms);
    let labels = labels.map(|button| clean_line(&button.label).trim().to_owned());
    labels.filter(|label| units(label) > LABEL_UNITS_MAX)
}

/// The buttons of a reply, the one that shows it to everybody at the end.
pub(super) fn draw(reply: &Reply, lang: Language) -> Vec<Button> {
    let share = reply.share.as_ref().map(|press| (words::share(lang), press));
    let own = reply.buttons.iter().chain(&reply.forms);
    let own = own.map(|button| (button.label.clone(), &button.press));
    let mut drawn = Vec::new();
    let mut taken = HashSet::new();
    for (label, press) in own.chain(share) {
        let id = press.to_string();
        // Discord takes each name once in a message; two buttons of one press do the same.
        if !taken.insert(id.clone()) {
            continue;
        }
        let short = cut(&label, LABEL_UNITS_MAX);
        let label = if short.is_empty() { "…".to_owned() } else { short };
        drawn.push(Button { label, id, style: style_of(press) });
    }
    drawn
}

fn style_of(press: &Press) -> u8 {
    let what = press.verb.rsplit('.').next().unwrap_or_default();
    match what {
        _ if FORWARD.contains(&what) => 1,
        _ if BACKWARD.contains(&what) => 4,
        _ => 2,
    }
}

/// The buttons in their rows, as Discord takes them.
pub(super) fn rows(buttons: &[Button]) -> Vec<Value> {
    let button = |button: &Button| {
        json!({
            "type": BUTTON,
            "style": button.style,
            "label": button.label,
            "custom_id": button.id,
        })
    };
    let row = |row: &[Button]| {
        let buttons: Vec<Value> = row.iter().map(button).collect();
        json!({ "type": ACTION_ROW, "components": buttons })
    };
    buttons.chunks(ROW_MAX).map(row).collect()
}
