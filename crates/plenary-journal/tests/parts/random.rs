//! Where random bytes come from.

use plenary_journal::random::*;

fn filled(random: &dyn Random) -> [u8; 40] {
    let mut bytes = [0; 40];
    random.fill(&mut bytes).unwrap();
    bytes
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    assert_eq!(filled(&SeededRandom::new(7)), filled(&SeededRandom::new(7)));
    assert_ne!(filled(&SeededRandom::new(7)), filled(&SeededRandom::new(8)));
}

#[test]
fn random_bytes_do_not_repeat() {
    let seeded = SeededRandom::new(7);
    assert_ne!(filled(&seeded), filled(&seeded));
    assert_ne!(filled(&SystemRandom), filled(&SystemRandom));
}
