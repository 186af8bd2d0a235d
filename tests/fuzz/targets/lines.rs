//! Lines at the desk: any text, by any seat; several lines of one input are said one after another.
#![no_main]

#[path = "../../simulation/room.rs"]
mod room;
mod stage;

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use plenary_chat::Input;

thread_local! {
    static STAGE: RefCell<stage::Stage> = RefCell::new(stage::Stage::new());
}

fuzz_target!(|data: &[u8]| {
    STAGE.with_borrow_mut(|stage| {
        if stage.is_worn() {
            *stage = stage::Stage::new();
        }
        for said in data.split(|byte| *byte == 0).take(8) {
            let Some((who, text)) = said.split_first() else { continue };
            let who = stage::PEOPLE[usize::from(*who) % stage::PEOPLE.len()];
            let text = String::from_utf8_lossy(text).into_owned();
            let response = stage.hears(who, Input::Text(text));
            // What is asked is sometimes pressed: the last letter says which button.
            let button = response.buttons.get(usize::from(said[said.len() - 1]) % 4);
            if let Some(button) = button {
                stage.hears(who, Input::Press(button.press.clone()));
            }
        }
    });
});
