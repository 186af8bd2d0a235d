//! Which place of a platform is for which meeting: a channel, and the threads that hang on it.
//!
//! A place that is bound stays with its meeting, so that no button in it ever means another
//! meeting's thing.

use plenary_domain::Actor;
use plenary_journal::StreamName;
use serde::{Deserialize, Serialize};

use crate::outcome::Failure;
use crate::system_stream::{self, PLACE_BOUND, SystemStream};
use crate::{RequestName, Service};

/// A place of a platform that can be bound to a meeting, such as a channel of a server.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Channel {
    /// The server, by the platform's own number.
    pub server: String,
    /// The channel or thread, by the platform's own number.
    pub channel: String,
    /// The channel that a thread hangs on; what it is bound to holds for the thread.
    pub parent: Option<String>,
}

/// A place with its meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// The server.
    pub server: String,
    /// The channel.
    pub channel: String,
    /// The slug of the meeting.
    pub meeting: String,
    /// Whether it is told in this place what happens in the meeting.
    pub announce: bool,
    /// The last entry of the meeting when it was bound; what came before is not told.
    pub after: u64,
}

/// The places of one platform.
pub struct Places<'s> {
    stream: SystemStream<'s>,
}

impl<'s> Places<'s> {
    /// The places of the platform `front`.
    pub fn new(service: &'s Service, front: &str) -> Result<Self, Failure> {
        let stream = StreamName::places(front);
        let stream = stream.map_err(|bad| Failure::BadName(bad.to_string()))?;
        Ok(Self { stream: service.system_stream(stream) })
    }

    /// Every place that is bound, as it was said last, oldest first.
    pub async fn all(&self) -> Result<Vec<Bound>, Failure> {
        let mut all: Vec<Bound> = Vec::new();
        for entry in self.stream.entries().await? {
            if &*entry.kind != PLACE_BOUND {
                return Err(system_stream::newer(&entry).into());
            }
            let bound: Bound = system_stream::read(&entry)?;
            // One place in a server is told; the last that was named.
            let is_told_elsewhere = |old: &Bound| {
                bound.announce && old.server == bound.server && old.meeting == bound.meeting
            };
            for old in all.iter_mut().filter(|old| is_told_elsewhere(old)) {
                old.announce = false;
            }
            match all.iter_mut().find(|old| is_same(old, &bound.server, &bound.channel)) {
                Some(old) => *old = bound,
                None => all.push(bound),
            }
        }
        Ok(all)
    }

    /// The meeting that a place is for: its own, or that of the channel on which it hangs.
    pub async fn meeting_of(&self, place: &Channel) -> Result<Option<Bound>, Failure> {
        let all = self.all().await?;
        let of = |channel: &str| all.iter().find(|bound| is_same(bound, &place.server, channel));
        let parent = || place.parent.as_deref().and_then(of);
        Ok(of(&place.channel).or_else(parent).cloned())
    }

    /// Binds a place. Binding it alike again stores nothing.
    pub async fn bind(
        &self,
        request: &RequestName,
        bound: &Bound,
        actor: &Actor,
    ) -> Result<(), Failure> {
        let all = self.all().await?;
        let before = all.iter().find(|old| is_same(old, &bound.server, &bound.channel));
        if before.is_some_and(|old| old.meeting == bound.meeting && old.announce == bound.announce)
        {
            return Ok(());
        }
        let name = system_stream::named(&format!("bind:{}", request.as_str()))?;
        self.stream.append(&name, (PLACE_BOUND, bound), actor).await?;
        Ok(())
    }
}

impl Places<'_> {
    /// A channel is gone for good: nothing is told there any more, and the next one that is bound
    /// to its meeting is told.
    pub async fn gone(&self, server: &str, channel: &str) -> Result<(), Failure> {
        let all = self.all().await?;
        let told = all.into_iter().find(|bound| is_same(bound, server, channel) && bound.announce);
        let Some(bound) = told else { return Ok(()) };
        let name = system_stream::named(&format!("gone:{server}/{channel}"))?;
        let bound = Bound { announce: false, ..bound };
        self.stream.append(&name, (PLACE_BOUND, &bound), &system_stream::plenary()).await?;
        Ok(())
    }
}

fn is_same(bound: &Bound, server: &str, channel: &str) -> bool {
    bound.server == server && bound.channel == channel
}
