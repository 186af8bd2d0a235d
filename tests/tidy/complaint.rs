//! A complaint: where something is untidy, what is wrong, and what to do about it.

use std::fmt;

/// One untidy place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Complaint {
    place: String,
    wrong: String,
    remedy: String,
}

impl Complaint {
    pub(crate) fn new(
        place: impl Into<String>,
        wrong: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { place: place.into(), wrong: wrong.into(), remedy: remedy.into() }
    }

    /// A complaint about one line of a file; lines are counted from 1.
    pub(crate) fn at_line(
        path: &str,
        line: usize,
        wrong: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self::new(format!("{path}:{line}"), wrong, remedy)
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}. Remedy: {}.", self.place, self.wrong, self.remedy)
    }
}

/// Fails with every complaint on a line of its own.
#[track_caller]
pub(crate) fn assert_none(complaints: &[Complaint]) {
    assert!(complaints.is_empty(), "\n{}\n", listed(complaints));
}

/// Fails unless the bad sample was found at exactly these places: a check that finds nothing in
/// what is plainly wrong proves nothing about what is right.
#[track_caller]
pub(crate) fn assert_places(complaints: &[Complaint], places: &[&str]) {
    let found: Vec<&str> = complaints.iter().map(|complaint| complaint.place.as_str()).collect();
    assert_eq!(found, places, "\n{}\n", listed(complaints));
}

fn listed(complaints: &[Complaint]) -> String {
    complaints.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_complaint_names_the_line_and_the_remedy() {
    let complaint = Complaint::at_line("src/a.rs", 3, "too long", "break it");
    assert_eq!(complaint.to_string(), "src/a.rs:3: too long. Remedy: break it.");
}
