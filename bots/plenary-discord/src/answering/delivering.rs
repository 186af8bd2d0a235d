//! How an answer gets to its asker: as the first answer, in place of the promise, or after it.

use plenary_chat::Language;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until};

use super::timing::Timing;
use crate::incoming::Incoming;
use crate::message::{File, Message, Messages, Sending};
use crate::metrics;
use crate::rest::{Call, Method, Rest, RestError};

/// Discord's numbers for a first answer.
const MESSAGE: u8 = 4;
const PROMISE: u8 = 5;
const UPDATE: u8 = 7;
const CHOICES: u8 = 8;
const MODAL: u8 = 9;
/// The mark of a message that its reader alone sees.
const EPHEMERAL: u64 = 1 << 6;

/// Where the first message of an answer goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// It is a new message.
    New,
    /// It takes the place of the message that was pressed on.
    Instead,
}

/// How far an answer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Discord waits for a first answer.
    Open,
    /// The asker sees that an answer is being made.
    Promised,
    /// There is an answer; the rest follows it.
    Answered,
}

/// The way back to one asker.
pub(super) struct Delivery<'r> {
    rest: &'r Rest,
    timing: Timing,
    lang: Language,
    callback: String,
    webhook: String,
    stage: Stage,
}

impl<'r> Delivery<'r> {
    pub(super) fn new(rest: &'r Rest, incoming: &Incoming) -> Self {
        let (id, application, token) = (incoming.id, incoming.application, &incoming.token);
        Self {
            rest,
            timing: Timing::of(id, incoming.received),
            lang: incoming.lang,
            callback: format!("/interactions/{id}/{token}/callback"),
            webhook: format!("/webhooks/{application}/{token}"),
            stage: Stage::Open,
        }
    }

    /// What a task makes of it; when that takes too long, the answer is promised meanwhile. `None`
    /// when the task broke.
    pub(super) async fn in_time<T>(
        &mut self,
        mut task: JoinHandle<T>,
    ) -> Result<Option<T>, RestError> {
        if self.stage == Stage::Open {
            tokio::select! {
                biased;
                made = &mut task => return Ok(made.ok()),
                () = sleep_until(self.timing.promise) => self.promise().await?,
            }
        }
        Ok(task.await.ok())
    }

    /// Promises the answer if it may be too late for a first answer already.
    pub(super) async fn promise_if_late(&mut self) -> Result<(), RestError> {
        if self.timing.is_late && self.stage == Stage::Open { self.promise().await } else { Ok(()) }
    }

    async fn promise(&mut self) -> Result<(), RestError> {
        self.first(&json!({ "type": PROMISE, "data": { "flags": EPHEMERAL } }), &[]).await?;
        self.stage = Stage::Promised;
        metrics::deferral();
        Ok(())
    }

    /// The first answer.
    async fn first(&self, body: &Value, files: &[File]) -> Result<(), RestError> {
        let call = Call::new(Method::POST, &self.callback).json(body).files(files);
        let answered = self.rest.call(&call.until(self.timing.first).free()).await;
        metrics::first_answer(self.timing.made.elapsed());
        answered.map(|_| ())
    }

    /// Opens a form, which a promise makes impossible.
    pub(super) async fn form(&mut self, form: &Value) -> Result<(), RestError> {
        if self.stage != Stage::Open {
            let note = Messages::note(&plenary_chat::platform::slow_form(self.lang));
            return self.send(&note, First::New).await;
        }
        self.first(&json!({ "type": MODAL, "data": form }), &[]).await
    }

    /// Shows values to choose from.
    pub(super) async fn choices(&self, choices: &Value) -> Result<(), RestError> {
        self.first(&json!({ "type": CHOICES, "data": { "choices": choices } }), &[]).await
    }

    /// Sends an answer. When Discord refuses it, its asker is told so much.
    pub(super) async fn send(&mut self, message: &Messages, first: First) -> Result<(), RestError> {
        match self.send_all(message, first).await {
            Err(error @ RestError::Refused { .. })
                if !error.is_too_late() && !error.is_answered_already() =>
            {
                let remedy = error.remedy().unwrap_or_default();
                let sentence = plenary_chat::platform::refused_answer(self.lang);
                let note = Messages::note(&format!("{sentence} {remedy}"));
                // If the note fails too, the first error is the one to report.
                let _ = self.send_all(&note, First::New).await;
                Err(error)
            }
            sent => sent,
        }
    }

    async fn send_all(&mut self, message: &Messages, first: First) -> Result<(), RestError> {
        let sending = if message.is_public { Sending::Public } else { Sending::Private };
        let mut messages = message.messages.iter();
        match self.stage {
            Stage::Open => {
                let Some(message) = messages.next() else { return Ok(()) };
                let body = match first {
                    First::New => json!({ "type": MESSAGE, "data": message.body(&sending) }),
                    First::Instead => {
                        json!({ "type": UPDATE, "data": message.body(&Sending::Instead) })
                    }
                };
                self.first(&body, &message.files).await?;
            }
            Stage::Promised if message.is_public => {
                // The promise was made to one person; what all may see comes after it.
                let note = Messages::note(&plenary_chat::platform::shared(self.lang));
                for message in &note.messages {
                    self.edit(message).await?;
                }
            }
            Stage::Promised => {
                let Some(message) = messages.next() else { return Ok(()) };
                self.edit(message).await?;
            }
            Stage::Answered => {}
        }
        self.stage = Stage::Answered;
        for message in messages {
            let call = Call::new(Method::POST, &self.webhook).json(&message.body(&sending));
            self.later(call.files(&message.files)).await?;
        }
        Ok(())
    }

    async fn edit(&self, message: &Message) -> Result<(), RestError> {
        let path = format!("{}/messages/@original", self.webhook);
        let call = Call::new(Method::PATCH, &path).json(&message.body(&Sending::Instead));
        self.later(call.files(&message.files)).await
    }

    async fn later(&self, call: Call) -> Result<(), RestError> {
        if self.timing.end <= Instant::now() {
            return Err(RestError::GaveUp("Discord accepts no answer after 15 minutes".to_owned()));
        }
        self.rest.call(&call.until(self.timing.end)).await.map(|_| ())
    }
}
