//! Where random bytes come from.

use plenary_journal::random::*;

fn filled(random: &dyn Random) -> [u8; 40] {
    let mut bytes = [0; 40];
    random.fill(&mut bytes).unwrap();
    bytes
}

#[test]
fn the_same_seed_gives_the_same_chance_and_another_seed_another() {
    assert_eq!(filled(&SeededChance::new(7)), filled(&SeededChance::new(7)));
    assert_ne!(filled(&SeededChance::new(7)), filled(&SeededChance::new(8)));
}

#[test]
fn chance_does_not_repeat_itself() {
    let seeded = SeededChance::new(7);
    assert_ne!(filled(&seeded), filled(&seeded));
    assert_ne!(filled(&SystemRandom), filled(&SystemRandom));
}
