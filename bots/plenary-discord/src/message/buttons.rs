//! What can be pressed. A button's name on Discord is its press, so that it outlives a restart.

use std::collections::HashSet;

use plenary_chat::action::Style;
use plenary_chat::{Language, Response, platform};
use serde_json::{Value, json};

use crate::clean::{clean_line, cut, units};

/// The most buttons of a message: five rows of five.
pub(super) const BUTTONS_MAX: usize = 25;
const ROW_MAX: usize = 5;
/// The longest label, as Discord counts.
const LABEL_UNITS_MAX: usize = 80;

const ACTION_ROW: u8 = 1;
const BUTTON: u8 = 2;

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

/// In full what does not fit into the labels of a response's buttons.
pub(super) fn long_labels(response: &Response) -> impl Iterator<Item = String> {
    let labels = response.buttons.iter().chain(&response.forms);
    let labels = labels.map(|button| clean_line(&button.label).trim().to_owned());
    labels.filter(|label| units(label) > LABEL_UNITS_MAX)
}

/// The buttons of a response, the one that shows it to everybody at the end.
pub(super) fn draw(response: &Response, lang: Language) -> Vec<Button> {
    let share = response.share.as_ref().map(|press| (platform::share(lang), press));
    let own = response.buttons.iter().chain(&response.forms);
    let own = own.map(|button| (button.label.clone(), &button.press));
    let mut message = Vec::new();
    let mut taken = HashSet::new();
    for (label, press) in own.chain(share) {
        let id = press.to_string();
        // Discord takes each name once in a message; two buttons of one press do the same.
        if !taken.insert(id.clone()) {
            continue;
        }
        let short = cut(&label, LABEL_UNITS_MAX);
        let label = if short.is_empty() { "…".to_owned() } else { short };
        message.push(Button { label, id, style: look(press.action.style()) });
    }
    message
}

/// Discord's number for the look of a button.
fn look(style: Style) -> u8 {
    match style {
        Style::Forward => 1,
        Style::Plain => 2,
        Style::Backward => 4,
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
