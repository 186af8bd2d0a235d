//! What claims to be an interaction of Discord, as the bot reads it and says it to the desk.
#![no_main]

#[path = "../../simulation/room.rs"]
mod room;
mod stage;

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;

thread_local! {
    static STAGE: RefCell<stage::Stage> = RefCell::new(stage::Stage::new());
}

fuzz_target!(|data: &[u8]| {
    let Some((who, payload)) = data.split_first() else { return };
    let Some(said) = plenary_discord::heard(payload) else { return };
    STAGE.with_borrow_mut(|stage| {
        if stage.is_worn() {
            *stage = stage::Stage::new();
        }
        let who = stage::PEOPLE[usize::from(*who) % stage::PEOPLE.len()];
        stage.hears(who, said);
    });
});
