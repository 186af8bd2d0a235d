//! One-time codes: derived, printed, read back.

use plenary_journal::Secret;
use plenary_service::RequestName;
use plenary_service::code::Code;

#[test]
fn a_code_is_the_same_for_the_same_request_and_reads_back_as_typed() {
    let secret = Secret::new([7; 32]);
    let name = RequestName::new("story:1").unwrap();
    let code = Code::derive(&secret, &name, 0);
    assert_eq!(code, Code::derive(&secret, &name, 0));
    assert_ne!(code, Code::derive(&secret, &name, 1));
    let printed = code.to_string();
    assert_eq!(printed.len(), 19);
    assert_eq!(Code::parse(&printed.to_lowercase().replace('-', " ")), Some(code.clone()));
    assert!(!format!("{code:?}").contains(&printed));
    for bad in ["", "K7QD", "K7QD-2M4X-9TRA-P6W0", "K7QD-2M4X-9TRA-P6WNN"] {
        assert_eq!(Code::parse(bad), None, "{bad}");
    }
}
