//! Symbols of papers, in the forms that real documents bear.

use plenary_domain::symbol::*;

/// The forms observed in real documents.
const OBSERVED: &[(&str, usize)] = &[
    ("CIBER-V/doc.1/07", 0),
    ("CIBER-IV/doc.4/06 rev. 1", 1),
    ("CIBER-IX/doc.3/16 rev.1", 1),
    ("REMJA-IX//doc.2/12 rev. 1", 1),
    ("REMJA/doc.33/97", 0),
    ("S/C rev. 3", 1),
    ("AG/CP/doc. 776/10 rev. 1 add. 1", 2),
    ("CP/doc.1112/80 rev. 4 corr. 1", 2),
    ("AG/Doc. 5239/12  rev. 1", 1),
    ("AG/CP/SUB.TP-264/16 rev. 3", 1),
    ("CP/INF. 5475/07", 0),
    ("CP/CAJP/INF 259/15", 0),
    ("CP/OD-1597/07", 0),
    ("COSEGRE.II/doc.9/98", 0),
    ("OEA/Ser.K/XXXIV.7.1", 0),
    ("OEA/Ser.P/XXXVII-O.2", 0),
    ("AG/RES. 2266 (XXXVII-O/07)", 0),
    ("CP/RES. 920 (1602/07)", 0),
    ("CD/INF.82/Rev.1", 1),
];

#[test]
fn every_observed_form_is_printed_back_unchanged_with_its_suffixes_found() {
    for (given, suffixes) in OBSERVED {
        let symbol = Symbol::parse(given);
        assert_eq!(symbol.to_string(), *given);
        assert_eq!(symbol.suffixes().len(), *suffixes, "{given}");
    }
}

#[test]
fn spellings_of_the_same_parts_are_the_same_symbol() {
    assert_eq!(Symbol::parse("CIBER-V/doc.1/07 rev.1"), Symbol::parse("ciber-v/Doc. 1/07  rev. 1"));
    assert_ne!(Symbol::parse("CIBER-V/doc.1/07 rev. 1"), Symbol::parse("CIBER-V/doc.1/07"));
    assert_ne!(Symbol::parse("X/1 rev. 1"), Symbol::parse("X/1 corr. 1"));
}

#[test]
fn a_suffix_extends_its_own_parent_only() {
    let base = Symbol::parse("AG/CP/doc. 776/10");
    let revision = Symbol::parse("AG/CP/doc. 776/10 rev. 1");
    let addendum = Symbol::parse("AG/CP/doc. 776/10 rev. 1 add. 1");
    assert!(revision.extends(&base) && addendum.extends(&revision));
    assert!(!addendum.extends(&base) && addendum.same_document(&base));
}

#[test]
fn a_style_tells_its_own_symbols_from_others() {
    let style = SymbolStyle { base: "CIBER-V/doc.{n}/{yy}".into(), revision: " rev. {n}".into() };
    assert_eq!(style.first(1, 2007), "CIBER-V/doc.1/07");
    assert_eq!(style.revision("CIBER-V/doc.1/07", 1), "CIBER-V/doc.1/07 rev. 1");
    assert!(style.fits(&Symbol::parse("CIBER-V/doc.1/07")));
    assert!(style.fits(&Symbol::parse("CIBER-V/doc.12/07 rev. 3")));
    for other in ["CIBER-V/doc.1/07 rev.1", "CIBER-IV/doc.1/07", "CIBER-V/doc.1/7", "x"] {
        assert!(!style.fits(&Symbol::parse(other)), "{other} was taken");
    }
}
