//! Ids.

use plenary_domain::ids::*;

#[test]
fn an_id_reads_back_as_it_was_written_and_nothing_else_does() {
    assert_eq!("c12".parse::<CommentId>().unwrap(), CommentId(12));
    assert_eq!(CommentId(12).shown(), "C12");
    assert_eq!("C12".parse::<CommentId>().unwrap().to_string(), "c12");
    for bad in ["", "c", "12", "c012", "c-1", "c+1", "n12", "c99999999999"] {
        assert!(bad.parse::<CommentId>().is_err(), "{bad:?} was taken");
    }
}
