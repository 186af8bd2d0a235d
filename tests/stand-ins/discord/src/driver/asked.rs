//! An interaction that was sent, and the wait for what its sender sees of the answer.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::shown::Shown;
use crate::shared::Shared;
use crate::world::{How, Interaction, World};

/// What a person sees instead of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// "This interaction failed": no first answer came in time.
    Failed,
    /// "The application is thinking", and still is when the deadline passes.
    Thinking,
    /// A deadline shorter than Discord's own has passed without an answer.
    NotYet,
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Failed => "This interaction failed",
            Self::Thinking => "the application is still thinking",
            Self::NotYet => "no answer has come yet",
        })
    }
}

impl std::error::Error for Failure {}

/// An interaction that was sent.
#[derive(Clone, Debug)]
pub struct Asked {
    shared: Arc<Shared>,
    id: u64,
}

impl Asked {
    pub(crate) fn new(shared: &Arc<Shared>, id: u64) -> Self {
        Self { shared: Arc::clone(shared), id }
    }

    /// The interaction's id.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// What the bot got.
    #[must_use]
    pub fn payload(&self) -> Value {
        let world = self.shared.world();
        world.interactions.get(&self.id).map(|of| of.payload.clone()).unwrap_or_default()
    }

    /// Sends the very same interaction once more, as Discord does when it does not know whether it
    /// arrived.
    pub fn redeliver(&self) {
        super::payload::deliver(&self.shared, &self.payload());
    }

    /// How long the first answer took.
    #[must_use]
    pub fn latency(&self) -> Option<Duration> {
        let world = self.shared.world();
        let interaction = world.interactions.get(&self.id)?;
        interaction.first.map(|(_, at)| at.duration_since(interaction.born))
    }

    /// The answer as its sender sees it, within the stand-in's own patience.
    ///
    /// # Errors
    /// When there is no answer to see.
    pub async fn answer(&self) -> Result<Shown, Failure> {
        self.wait_answer(self.shared.options.patience).await
    }

    /// The answer as its sender sees it: a message, a form, or a changed message. After a deferral
    /// it is what takes the place of "thinking".
    ///
    /// # Errors
    /// When there is no answer to see.
    pub async fn wait_answer(&self, deadline: Duration) -> Result<Shown, Failure> {
        self.wait_shown(deadline, |shown| !shown.thinking).await
    }

    /// Waits until the answer is seen as wanted, for example after an edit.
    ///
    /// # Errors
    /// When it is not until the deadline.
    pub async fn wait_shown(
        &self,
        deadline: Duration,
        wanted: impl Fn(&Shown) -> bool,
    ) -> Result<Shown, Failure> {
        let seen = |world: &World, of: &Interaction| shown(world, of).filter(&wanted);
        self.wait(Instant::now() + deadline, seen).await
    }

    /// Waits for so many further messages.
    ///
    /// # Errors
    /// When fewer have come until the deadline.
    pub async fn wait_followups(
        &self,
        count: usize,
        deadline: Duration,
    ) -> Result<Vec<Shown>, Failure> {
        let seen = |world: &World, of: &Interaction| {
            let all = followups(world, of);
            (all.len() >= count).then_some(all)
        };
        self.wait(Instant::now() + deadline, seen).await
    }

    /// The further messages so far.
    #[must_use]
    pub fn followups(&self) -> Vec<Shown> {
        let world = self.shared.world();
        world.interactions.get(&self.id).map_or(Vec::new(), |of| followups(&world, of))
    }

    /// Waits for the first answer of any kind, also a deferral.
    ///
    /// # Errors
    /// When none comes.
    pub async fn wait_first(&self, deadline: Duration) -> Result<Duration, Failure> {
        let seen = |_: &World, of: &Interaction| of.first.map(|(_, at)| at - of.born);
        self.wait(Instant::now() + deadline, seen).await
    }

    pub(super) async fn choices(&self) -> Result<Vec<Value>, Failure> {
        let seen = |_: &World, of: &Interaction| of.first.is_some().then(|| of.choices.clone());
        self.wait(Instant::now() + self.shared.options.patience, seen).await
    }

    async fn wait<T>(
        &self,
        deadline: Instant,
        seen: impl Fn(&World, &Interaction) -> Option<T>,
    ) -> Result<T, Failure> {
        let (mut pulse, born) = {
            let world = self.shared.world();
            let of = world.interactions.get(&self.id).ok_or(Failure::NotYet)?;
            (of.pulse.subscribe(), of.born)
        };
        let failing = born + self.shared.options.first_answer;
        loop {
            pulse.mark_unchanged();
            let is_answered = {
                let world = self.shared.world();
                let of = world.interactions.get(&self.id).ok_or(Failure::NotYet)?;
                if let Some(found) = seen(&world, of) {
                    return Ok(found);
                }
                of.first.is_some()
            };
            let until = if is_answered { deadline } else { deadline.min(failing) };
            if tokio::time::timeout_at(until.into(), pulse.changed()).await.is_ok() {
                continue;
            }
            // The first answer may have come in the very last moment.
            let is_answered = is_answered || self.latency().is_some();
            match (is_answered, Instant::now() >= failing) {
                (true, _) if Instant::now() >= deadline => return Err(Failure::Thinking),
                (true, _) => {}
                (false, true) => return Err(Failure::Failed),
                (false, false) => return Err(Failure::NotYet),
            }
        }
    }
}

fn message(world: &World, of: &Interaction, id: u64) -> Option<Shown> {
    let message = world.messages.get(&id).filter(|message| message.is_seen_by(of.user))?;
    Some(Shown::of_message(world, message))
}

fn followups(world: &World, of: &Interaction) -> Vec<Shown> {
    of.followups.iter().filter_map(|id| message(world, of, *id)).collect()
}

/// What the sender sees now.
fn shown(world: &World, of: &Interaction) -> Option<Shown> {
    let original = || of.original.and_then(|id| message(world, of, id));
    let follow = || followups(world, of).into_iter().next();
    let updated = |shown: Shown| Shown { update: true, ..shown };
    match of.how()? {
        How::Modal => Some(Shown::of_modal(of.modal.as_ref()?, of.id, of.channel)),
        How::Choices => Some(Shown::default()),
        How::Message | How::Deferred => original().or_else(follow),
        How::Update => original().map(updated).or_else(follow),
        How::DeferredUpdate { edits } => {
            original().filter(|shown| shown.edits > edits).map(updated).or_else(follow)
        }
    }
}
