//! A form as Discord's modal: rows with one field of text each. Newer parts of a modal are never
//! used, because this release of serenity reads nothing back from them.

use plenary_chat::{Form, FormField};
use serde_json::{Value, json};

use crate::clean::{cut, units};

/// The longest title and label, as Discord counts.
pub const LABEL_UNITS_MAX: usize = plenary_chat::form::FORM_LABEL_CHARS_MAX;
/// The longest text of a field, as Discord counts.
pub const FIELD_UNITS_MAX: usize = plenary_chat::form::FIELD_CHARS_MAX;
/// The most fields.
pub const FIELDS_MAX: usize = plenary_chat::form::FORM_FIELDS_MAX;

const ACTION_ROW: u8 = 1;
const TEXT_INPUT: u8 = 4;
const SHORT: u8 = 1;
const LONG: u8 = 2;

/// The form as Discord takes it.
pub fn body(form: &Form) -> Value {
    let fields: Vec<Value> = form.fields.iter().take(FIELDS_MAX).map(field).collect();
    json!({
        "custom_id": form.press.to_string(),
        "title": label(&form.title),
        "components": fields,
    })
}

fn field(field: &FormField) -> Value {
    let most = field.chars_max.clamp(1, FIELD_UNITS_MAX);
    let mut input = json!({
        "type": TEXT_INPUT,
        "custom_id": field.name,
        "style": if field.long { LONG } else { SHORT },
        "label": label(&field.label),
        "required": field.required,
        "max_length": most,
    });
    // A text that does not fit is better asked for again than shown without its end.
    let value = field.value.as_deref().filter(|value| !value.is_empty() && units(value) <= most);
    if let (Some(value), Some(input)) = (value, input.as_object_mut()) {
        input.insert("value".to_owned(), json!(value));
    }
    if let (Some(hint), Some(input)) = (&field.hint, input.as_object_mut()) {
        let hint = cut(hint, plenary_chat::form::HINT_CHARS_MAX);
        input.insert("placeholder".to_owned(), json!(hint));
    }
    json!({ "type": ACTION_ROW, "components": [input] })
}

fn label(text: &str) -> String {
    let label = cut(text, LABEL_UNITS_MAX);
    if label.is_empty() { "…".to_owned() } else { label }
}
