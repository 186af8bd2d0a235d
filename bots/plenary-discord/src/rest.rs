//! Calls of Discord's REST, each tried again while that can help: one way for Discord itself and
//! for whatever stands in its place.
//!
//! serenity's own calls are not used. Its rate limiter forgets another address than Discord's own,
//! and without the limiter it gives up at the first 429; so all limits are kept here, the same way
//! in both cases. What is sent and answered is never logged.

mod attempt;
mod pauses;
mod rest_error;

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::Options;
use crate::message::File;
use crate::metrics;
use attempt::Attempt;
pub(crate) use pauses::Pauses;
pub(crate) use reqwest::Method;
pub(crate) use rest_error::{RestError, WRONG_TOKEN};

/// Where Discord is, unless the settings say otherwise.
const DISCORD: &str = "https://discord.com";
/// The version of Discord's interface that is spoken.
const VERSION: &str = "/api/v10";
/// How Discord asks bots to name themselves.
const AGENT: &str =
    concat!("DiscordBot (https://crates.io/crates/plenary, ", env!("CARGO_PKG_VERSION"), ")");
/// How long a call is tried, unless its own deadline is earlier.
const CALL_TRIED: Duration = Duration::from_secs(30);
/// How long one attempt may take.
const ATTEMPT_TAKES: Duration = Duration::from_secs(10);
/// How long a connection may take.
const CONNECTING_TAKES: Duration = Duration::from_secs(5);

/// One call.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    method: Method,
    path: String,
    body: Option<Value>,
    files: Vec<File>,
    until: Option<Instant>,
    /// Whether the limit on all calls together does not hold for it.
    is_free: bool,
}

/// What Discord answered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    /// The body; null when there is none.
    pub(crate) body: Value,
    /// Discord's clock.
    pub(crate) date: Option<String>,
}

/// The way to Discord.
pub(crate) struct Rest {
    client: reqwest::Client,
    address: String,
    authorization: reqwest::header::HeaderValue,
    /// Until when Discord asked for silence on all calls.
    silent_until: Mutex<Option<Instant>>,
    wrong_token: watch::Sender<bool>,
}

impl Call {
    /// A call of this method and path.
    pub(crate) fn new(method: Method, path: &str) -> Self {
        let path = path.to_owned();
        Self { method, path, body: None, files: Vec::new(), until: None, is_free: false }
    }

    /// The same call with a body.
    pub(crate) fn json(mut self, body: &Value) -> Self {
        self.body = Some(body.clone());
        self
    }

    /// The same call with files.
    pub(crate) fn files(mut self, files: &[File]) -> Self {
        self.files = files.to_vec();
        self
    }

    /// The same call, not tried after this moment.
    pub(crate) fn until(mut self, until: Instant) -> Self {
        self.until = Some(until);
        self
    }

    /// The same call as the first answer to an interaction, which no common limit holds back.
    pub(crate) fn free(mut self) -> Self {
        self.is_free = true;
        self
    }
}

impl Rest {
    /// A way to the Discord of these options.
    pub(crate) fn new(options: &Options) -> Result<Self, RestError> {
        let mut authorization = options.token.authorization().ok_or(RestError::Unauthorised)?;
        authorization.set_sensitive(true);
        let mut builder = reqwest::Client::builder()
            .user_agent(AGENT)
            .connect_timeout(CONNECTING_TAKES)
            .redirect(reqwest::redirect::Policy::none());
        if options.api_url.is_some() {
            // Another address is meant as it is said: nothing stands between.
            builder = builder.no_proxy();
        }
        let client = builder.build().map_err(|why| RestError::GaveUp(why.to_string()))?;
        let address = options.api_url.as_deref().unwrap_or(DISCORD);
        Ok(Self {
            client,
            address: format!("{}{VERSION}", address.trim_end_matches('/')),
            authorization,
            silent_until: Mutex::new(None),
            wrong_token: watch::Sender::new(false),
        })
    }

    /// Turns true when Discord does not know the token.
    pub(crate) fn wrong_token(&self) -> watch::Receiver<bool> {
        self.wrong_token.subscribe()
    }

    /// Calls Discord, and again while that can help and there is time.
    pub(crate) async fn call(&self, call: &Call) -> Result<Answer, RestError> {
        let until = call.until.unwrap_or_else(|| Instant::now() + CALL_TRIED);
        let mut pauses = Pauses::short();
        let mut is_unsure = false;
        loop {
            self.keep_silence(call, until).await?;
            let (pause, why) = match self.attempt(call, until).await {
                Attempt::Answered(answer) => return Ok(answer),
                // An attempt that seemed lost had arrived.
                Attempt::Refused(error) if is_unsure && error.is_answered_already() => {
                    return Ok(Answer::default());
                }
                Attempt::Refused(error) => {
                    if matches!(error, RestError::Unauthorised) {
                        self.wrong_token.send_replace(true);
                    }
                    return Err(error);
                }
                Attempt::Limited { pause, is_global } => {
                    if is_global {
                        self.be_silent(pause);
                    }
                    metrics::retry("limit");
                    (pause, "Discord's rate limit".to_owned())
                }
                Attempt::Lost(why) => {
                    is_unsure = true;
                    metrics::retry("fault");
                    (pauses.next(), why)
                }
            };
            let next = Instant::now() + pause;
            if next >= until {
                return Err(RestError::GaveUp(why));
            }
            sleep_until(next).await;
        }
    }

    /// Waits while Discord asked for silence, if there is time for it.
    async fn keep_silence(&self, call: &Call, until: Instant) -> Result<(), RestError> {
        let silent = *self.silent_until.lock().unwrap_or_else(PoisonError::into_inner);
        match silent.filter(|silent| !call.is_free && *silent > Instant::now()) {
            None => Ok(()),
            Some(silent) if silent >= until => {
                Err(RestError::GaveUp("Discord's rate limit".to_owned()))
            }
            Some(silent) => {
                sleep_until(silent).await;
                Ok(())
            }
        }
    }

    fn be_silent(&self, pause: Duration) {
        let until = Instant::now() + pause;
        let mut silent = self.silent_until.lock().unwrap_or_else(PoisonError::into_inner);
        *silent = Some(silent.map_or(until, |before| before.max(until)));
    }
}
