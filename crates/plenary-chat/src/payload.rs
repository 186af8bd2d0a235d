//! Arguments payload into the id of a press, so that a button or a form carries what was said
//! already and nothing about it need be remembered.

use data_encoding::BASE32HEX_NOPAD;

use crate::press::{PRESS_BYTES_MAX, Press};

const FIELD: char = '\u{1F}';

/// A press that carries these arguments, unless they are too long for one.
pub(crate) fn press(verb: &str, fields: &[(String, String)], seen: u64) -> Option<Press> {
    let mut text = String::new();
    for (name, value) in fields {
        if !text.is_empty() {
            text.push(FIELD);
        }
        text.push_str(&format!("{name}{FIELD}{value}"));
    }
    let id = BASE32HEX_NOPAD.encode(text.as_bytes()).to_lowercase();
    let press = Press::new(verb, id, seen);
    (press.to_string().len() <= PRESS_BYTES_MAX).then_some(press)
}

/// The arguments that a press carries; none when it was forged.
pub(crate) fn fields(press: &Press) -> Option<Vec<(String, String)>> {
    if press.id.is_empty() {
        return Some(Vec::new());
    }
    let bytes = BASE32HEX_NOPAD.decode(press.id.to_uppercase().as_bytes()).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let parts: Vec<&str> = text.split(FIELD).collect();
    let pairs = parts.chunks(2).map(|pair| match pair {
        [name, value] => Some(((*name).to_owned(), (*value).to_owned())),
        _ => None,
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_already_is_carried_if_it_is_short_and_a_forged_press_carries_nothing() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let said = vec![pair("role", "expert"), pair("for", "Côte d’Ivoire")];
        let press = press("form.reply-nominate", &said, 41).unwrap();
        assert_eq!(fields(&press.to_string().parse().unwrap()), Some(said));
        assert_eq!(fields(&Press::new("form.agenda-note", "", 3)), Some(Vec::new()));
        assert_eq!(super::press("form.comment-add", &[pair("to", &"x".repeat(60))], 1), None);
        for forged in ["0", "zzzz", "c5p6", "---"] {
            assert_eq!(fields(&Press::new("form.agenda-note", forged, 3)), None, "{forged}");
        }
    }
}
