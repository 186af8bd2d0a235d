//! Citations.

use plenary_domain::citation::*;

#[test]
fn trailing_numbers_are_paragraphs_and_the_rest_is_the_source() {
    let citation = Citation::parse("IV Meeting, Recommendations, 6, 7, 8").unwrap();
    assert_eq!(citation.source, "IV Meeting, Recommendations");
    assert_eq!(citation.paragraphs, [6, 7, 8]);
    assert_eq!(citation.typed, "IV Meeting, Recommendations, 6, 7, 8");
    for bad in ["", "6, 7", "IV Meeting", "IV Meeting, 0", ", 6"] {
        assert!(Citation::parse(bad).is_none(), "{bad:?} was taken");
    }
}
