//! Which meeting a place of a platform is for, and what everybody in it is told unasked.

use plenary_service::Failure;
use tokio::sync::mpsc;

use super::Desk;
use crate::line::{Place, Said};
use crate::reply::Reply;
use crate::Language;

/// Something that everybody who reads a meeting's place is told because of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The entry.
    pub entry: u64,
    /// What is said.
    pub reply: Reply,
}

/// A meeting with the place in which it is announced what happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The slug of the meeting.
    pub meeting: String,
    /// The place.
    pub place: Place,
}

impl Desk {
    /// The slug of the meeting that something said in a place is for: the one that is named, or
    /// the one that the place is bound to.
    ///
    /// # Errors
    /// The answer to give when there is none, or when the journal cannot be read.
    pub async fn meeting_of(
        &self,
        _front: &'static str,
        _place: &Place,
        _said: &Said,
        _lang: Language,
    ) -> Result<String, Box<Reply>> {
        Err(Box::default())
    }

    /// The meetings that are announced on a platform, and where.
    pub async fn homes(&self, _front: &'static str) -> Result<Vec<Home>, Failure> {
        Ok(Vec::new())
    }

    /// What everybody is told because of the entries of a meeting from number `from` on, until the
    /// receiver is dropped.
    pub async fn announcements(
        &self,
        _meeting: &str,
        _from: u64,
        _lang: Language,
    ) -> Result<mpsc::Receiver<Announcement>, Failure> {
        Ok(mpsc::channel(1).1)
    }
}
