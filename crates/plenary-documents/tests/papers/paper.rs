//! The structure of a paper.

use plenary_documents::paper::*;

#[test]
fn a_symbol_becomes_a_safe_stem() {
    assert_eq!(file_stem("CIBER-V/doc.1/07 rev. 1"), "CIBER-V-doc.1-07-rev-1");
    assert_eq!(file_stem("REMJA-IX//doc.2/12 rev. 1"), "REMJA-IX-doc.2-12-rev-1");
    assert_eq!(file_stem("../../etc/passwd"), "etc-passwd");
    assert_eq!(file_stem("//"), "paper");
}

#[test]
fn strong_needs_both_its_marks() {
    let strong = Text::with_strong("a **b** c");
    assert_eq!(strong.0.len(), 3);
    assert_eq!(strong.0.get(1), Some(&Inline::Strong("b".to_owned())));
    for odd in ["a ** b", "a **** b", "**"] {
        assert_eq!(Text::with_strong(odd), Text::plain(odd), "{odd}");
    }
}

#[test]
fn what_fills_a_place_is_not_read_as_a_place() {
    let pieces = [("a", Inline::Plain("{b}".into())), ("b", Inline::Plain("never".into()))];
    assert_eq!(Text::fill("x {a} y {z}", &pieces), Text::plain("x {b} y {z}"));
}
