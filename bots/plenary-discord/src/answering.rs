//! An interaction is answered: in time with the answer itself, or in time with a promise of it.
//!
//! Discord waits three seconds for a first answer and a quarter of an hour for the rest. A form can
//! only be the first answer. What came too late to be answered is not done: its asker is shown
//! Discord's own failure and says it again.

mod delivering;
mod recent;
mod timing;

use std::sync::Arc;
use std::time::Duration;

use plenary_chat::{Desk, Heard, Input, Language, Response};
use serde_json::json;
use serenity::model::application::Interaction;
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

use crate::clean::cut;
use crate::incoming::{Incoming, On, What, hear, verb_of};
use crate::message::{draw, form};
use crate::metrics;
use crate::rest::{Rest, RestError};
use delivering::{Delivery, First};
use recent::{Crowd, Recent};

/// How long values for an option are looked for.
const COMPLETION_TAKES: Duration = Duration::from_secs(1);
/// The most values that Discord shows.
const CHOICES_MAX: usize = 25;
/// The longest name and value of a choice, as Discord counts.
const CHOICE_UNITS_MAX: usize = 100;

/// Whoever answers interactions.
pub(crate) struct Answerer {
    pub(crate) desk: Arc<Desk>,
    pub(crate) rest: Arc<Rest>,
    /// Called when a place may be for another meeting.
    pub(crate) places: Arc<Notify>,
    recent: Recent,
    crowd: Crowd,
}

impl Answerer {
    pub(crate) fn new(desk: Arc<Desk>, rest: Arc<Rest>, places: Arc<Notify>) -> Self {
        Self { desk, rest, places, recent: Recent::default(), crowd: Crowd::default() }
    }

    /// Answers one interaction. The same one again does nothing.
    pub(crate) async fn answer(&self, interaction: Interaction, received: Instant) {
        let Some(incoming) = hear(interaction, received) else { return };
        let kind = incoming.kind();
        if !self.recent.is_new(incoming.id) {
            tracing::debug!(
                user = incoming.user,
                request = incoming.request(),
                "this interaction arrived twice"
            );
            return metrics::interaction(kind, "twice");
        }
        let mut delivery = Delivery::new(&self.rest, &incoming);
        let answered = match &incoming.what {
            What::Complete { said, arg, typed } => {
                self.complete(&incoming, &delivery, (said, arg, typed)).await
            }
            What::Refuse(why) => {
                tracing::info!(
                    user = incoming.user,
                    request = incoming.request(),
                    "not understood"
                );
                self.refuse(&incoming, &mut delivery, why).await
            }
            What::Say(said) => self.say(&incoming, &mut delivery, said).await,
        };
        match answered {
            Ok(outcome) => metrics::interaction(kind, outcome),
            Err(error) if error.is_answered_already() => {
                let (user, request) = (incoming.user, incoming.request());
                tracing::info!(user, request, "another bot with this token was faster");
                metrics::interaction(kind, "elsewhere");
            }
            Err(error) => {
                let request = incoming.request();
                tracing::warn!(user = incoming.user, request, %error, "could not be answered");
                metrics::interaction(kind, "unanswered");
            }
        }
    }

    /// Tells why something was not brought to the desk.
    async fn refuse(
        &self,
        incoming: &Incoming,
        delivery: &mut Delivery<'_>,
        why: &Response,
    ) -> Result<&'static str, RestError> {
        delivery.send(&draw(why, incoming.lang), First::New).await.map(|()| "refused")
    }

    async fn say(
        &self,
        incoming: &Incoming,
        delivery: &mut Delivery<'_>,
        said: &Input,
    ) -> Result<&'static str, RestError> {
        let Some(_place_in_line) = self.crowd.enter(incoming.user) else {
            let why = refused(incoming, said, plenary_chat::platform::slowly);
            return self.refuse(incoming, delivery, &why).await;
        };
        let Some(line) = incoming.line(said.clone()) else {
            let why = refused(incoming, said, plenary_chat::platform::no_server);
            return self.refuse(incoming, delivery, &why).await;
        };
        // What may come too late is promised first: done and unanswered would be worse. For a form
        // nothing is done, and it cannot follow a promise.
        if !Desk::may_get_form(said) {
            delivery.promise_if_late().await?;
        }
        let verb = verb_of(said);
        let desk = Arc::clone(&self.desk);
        let heard = delivery.in_time(tokio::spawn(async move { desk.hear(line).await })).await?;
        let response = match heard {
            Some(Heard::Form(form)) => {
                tracing::info!(user = incoming.user, verb, request = incoming.request(), "form");
                return delivery.form(&form::body(&form)).await.map(|()| "form");
            }
            Some(Heard::Response(response)) => Some(response),
            None => None,
        };
        let Some(response) = response else {
            // The desk panicked. The log has the error; the user gets the reference to find it.
            let (user, request) = (incoming.user, incoming.request());
            tracing::error!(user, verb, request, "the desk failed unexpectedly");
            let why = |lang| plenary_chat::platform::try_again(lang, &request);
            let mut why = refused(incoming, said, why);
            why.tone = plenary_chat::Tone::Failed;
            delivery.send(&draw(&why, incoming.lang), First::New).await?;
            return Ok("failed");
        };
        let (user, request, tone) = (incoming.user, incoming.request(), response.tone);
        tracing::info!(user, verb, request, ?tone, stored = response.entries.len(), "answered");
        if plenary_chat::verb::links_a_channel(&verb) {
            self.places.notify_one();
        }
        let message = draw(&response, incoming.lang);
        let is_instead = incoming.on == On::Private && tone == plenary_chat::Tone::Done;
        let first = if is_instead && !message.is_public { First::Instead } else { First::New };
        delivery.send(&message, first).await?;
        Ok(outcome_of(&response))
    }

    async fn complete(
        &self,
        incoming: &Incoming,
        delivery: &Delivery<'_>,
        (said, arg, typed): (&Input, &str, &str),
    ) -> Result<&'static str, RestError> {
        let looked = timeout_at(
            incoming.received + COMPLETION_TAKES,
            self.choices(incoming, said, arg, typed),
        );
        let choices = looked.await.unwrap_or_default();
        let outcome = if choices.is_empty() { "empty" } else { "shown" };
        delivery.choices(&json!(choices)).await.map(|()| outcome)
    }

    async fn choices(
        &self,
        incoming: &Incoming,
        said: &Input,
        arg: &str,
        typed: &str,
    ) -> Vec<serde_json::Value> {
        let Some(line) = incoming.line(said.clone()) else { return Vec::new() };
        let found = self.desk.choices(line, arg, typed).await;
        let fits =
            |value: &str| !value.is_empty() && crate::clean::units(value) <= CHOICE_UNITS_MAX;
        let choice = |choice: plenary_chat::Choice| {
            let name = cut(&choice.shown, CHOICE_UNITS_MAX);
            let name = if name.is_empty() { choice.value.clone() } else { name };
            json!({ "name": name, "value": choice.value })
        };
        found.into_iter().filter(|c| fits(&c.value)).take(CHOICES_MAX).map(choice).collect()
    }
}

/// Why something was not brought to the desk; what was typed into a form is given back.
fn refused(incoming: &Incoming, said: &Input, why: impl Fn(Language) -> String) -> Response {
    let fields = match said {
        Input::Form { fields, .. } => fields.as_slice(),
        Input::Text(_) | Input::Fields(_) | Input::Press(_) => &[],
    };
    plenary_chat::platform::refused(incoming.lang, why(incoming.lang), fields)
}

fn outcome_of(response: &Response) -> &'static str {
    use plenary_chat::Tone;
    match response.tone {
        Tone::Done => "done",
        Tone::Shown => "shown",
        Tone::Asked => "asked",
        Tone::Refused => "refused",
        Tone::Failed => "failed",
    }
}
