//! Codes that are typed are not shown again.

use plenary_terminal::codes::*;

#[test]
fn a_code_is_found_however_it_is_typed() {
    for code in [
        "K7QD-2M4X-9TRA-P6WN",
        "k7qd-2m4x-9tra-p6wn",
        "K7QD 2M4X 9TRA P6WN",
        "K7QD2M4X9TRAP6WN",
        "K7QD–2M4X–9TRA–P6WN",
        "abcd-efgh-ijkl-mnop",
    ] {
        assert!(is_secret(code), "{code}");
        let said = format!("please use {code}, now");
        assert_eq!(masked(&said), "please use ****, now");
    }
    assert!(is_secret("K7QD 2M4X-9TRA P6WN"));
    assert_eq!(masked("help K7QD-2M4X-9TRA-P6WN"), "help ****");
    let two = "K7QD-2M4X-9TRA-P6WN and M3XA-77PD-Q2KE-9VTC";
    assert_eq!(masked(two), "**** and ****");
}

#[test]
fn whatever_follows_join_is_secret_even_if_it_is_mistyped() {
    for line in ["join K7QD", "  JOIN k7qd-2m4", "/join x", "join\tsecret"] {
        assert!(is_secret(line), "{line}");
        assert!(masked(line).ends_with("oin ****") || masked(line).ends_with("OIN ****"));
    }
    assert!(!is_secret("join"));
}

#[test]
fn ordinary_lines_are_shown_and_kept() {
    for line in [
        "comment 7 This item will need more time",
        "responsibilities of the secretariat",
        "RESPONSIBILITIES OF THE SECRETARIAT",
        "WHAT WILL THEY NEED",
        "paper approve CIBER-V/doc.1/07",
        "agenda show as-of:2007-10-30",
        "joint comments",
        "a digest 0123456789abcdef01",
    ] {
        assert!(!is_secret(line), "{line}");
        assert_eq!(masked(line), line);
    }
}
