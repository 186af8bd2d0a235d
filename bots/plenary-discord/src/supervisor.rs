//! The bot's supervisor: it finds the gateway, listens, begins anew when Discord was away, and ends
//! within its deadline whether Discord is there or not.

mod registration;

use std::sync::Arc;
use std::time::Duration;

use plenary_chat::Desk;
use serenity::gateway::{ConnectionStage, GatewayError};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, timeout};

use crate::announcing;
use crate::answering::Answerer;
use crate::gateway::{Connection, Said};
use crate::metrics;
use crate::rest::{Call, Method, Pauses, Rest, RestError, WRONG_TOKEN};
use crate::{Ended, Options, State, Status};
use registration::Registration;

/// How long a connection may be without Discord before a new one is begun. serenity's own way back
/// takes up to ten seconds.
const AWAY_MAX: Duration = Duration::from_secs(20);
/// How long a connection may show no sign of life; several times Discord's heartbeat.
const SILENCE_MAX: Duration = Duration::from_secs(180);
/// How often the connection's pulse is felt.
const PULSE_EVERY: Duration = Duration::from_millis(500);
/// How long those who are being answered are waited for at the end.
const DRAIN_TAKES: Duration = Duration::from_secs(5);

/// A bot that lives.
pub(crate) struct Supervisor {
    options: Options,
    status: Arc<Status>,
    rest: Arc<Rest>,
    answerer: Arc<Answerer>,
    answering: JoinSet<()>,
    registration: Registration,
    stop: watch::Receiver<bool>,
    wrong_token: watch::Receiver<bool>,
    says: UnboundedSender<Said>,
    incoming: UnboundedReceiver<Said>,
}

/// Why listening ended.
enum Exit {
    /// Somebody asked for it.
    Stopped,
    /// The connection is no good any more.
    Lost,
    /// Discord will not have the bot.
    Ended(String),
}

/// What is known of the connection.
struct Watchdog {
    /// Since when it is not connected.
    away_since: Option<Instant>,
    alive_at: Instant,
    pulse: Option<(ConnectionStage, Option<Duration>)>,
}

/// Runs a bot to its end.
pub(crate) async fn run(
    desk: Arc<Desk>,
    options: Options,
    status: Arc<Status>,
    stop: watch::Receiver<bool>,
) -> Result<(), Ended> {
    let ended = match Supervisor::new(desk, options, Arc::clone(&status), stop) {
        Ok(supervisor) => supervisor.live().await,
        Err(error) => Some(error.to_string()),
    };
    match ended {
        None => {
            // Whoever stopped it does not hear it any more.
            status.set(State::Connecting);
            Ok(())
        }
        Some(why) => {
            tracing::error!(why, "the bot ended");
            status.set(State::Ended(why.clone()));
            Err(Ended(why))
        }
    }
}

impl Supervisor {
    fn new(
        desk: Arc<Desk>,
        options: Options,
        status: Arc<Status>,
        stop: watch::Receiver<bool>,
    ) -> Result<Self, RestError> {
        let rest = Arc::new(Rest::new(&options)?);
        let places = Arc::new(Notify::new());
        let answerer = Answerer::new(desk, Arc::clone(&rest), places);
        let (says, incoming) = unbounded_channel();
        Ok(Self {
            wrong_token: rest.wrong_token(),
            registration: Registration::new(Arc::clone(&rest), options.scope()),
            answerer: Arc::new(answerer),
            answering: JoinSet::new(),
            options,
            status,
            rest,
            stop,
            says,
            incoming,
        })
    }

    /// Runs until it is stopped, and then returns no reason, or until Discord refuses the bot.
    async fn live(mut self) -> Option<String> {
        let announcing = tokio::spawn(announcing::run(
            Arc::clone(&self.answerer.desk),
            Arc::clone(&self.rest),
            Arc::clone(&self.answerer.places),
        ));
        let mut pauses = Pauses::long();
        let ended = loop {
            self.status.set(State::Connecting);
            match self.connect_and_listen(&mut pauses).await {
                Exit::Stopped => break None,
                Exit::Ended(why) => break Some(why),
                Exit::Lost => {}
            }
            tokio::select! {
                () = sleep(pauses.next()) => {}
                () = turned(&mut self.stop) => break None,
            }
        };
        announcing.abort();
        self.drain().await;
        ended
    }

    async fn connect_and_listen(&mut self, pauses: &mut Pauses) -> Exit {
        let address = tokio::select! {
            biased;
            () = turned(&mut self.stop) => return Exit::Stopped,
            () = turned(&mut self.wrong_token) => return Exit::Ended(WRONG_TOKEN.to_owned()),
            address = address_of_gateway(&self.rest) => address,
        };
        let address = match address {
            Ok(address) => address,
            Err(RestError::Unauthorised) => return Exit::Ended(WRONG_TOKEN.to_owned()),
            Err(error) => {
                tracing::warn!(%error, "Discord's gateway is not found; trying again");
                return Exit::Lost;
            }
        };
        metrics::connection();
        // What an earlier connection still said is no longer ours to answer.
        (self.says, self.incoming) = unbounded_channel();
        let connection = Connection::open(address, &self.options.token, self.says.clone());
        let connection = match connection {
            Ok(connection) => connection,
            Err(why) => {
                tracing::error!(%why, "no thread for the gateway; trying again");
                return Exit::Lost;
            }
        };
        let over = self.listen(&connection, pauses).await;
        connection.close().await;
        over
    }

    async fn listen(&mut self, connection: &Connection, pauses: &mut Pauses) -> Exit {
        let mut vigil = Watchdog::begin();
        let mut pulse = interval(PULSE_EVERY);
        pulse.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                () = turned(&mut self.stop) => return Exit::Stopped,
                () = turned(&mut self.wrong_token) => {
                    return Exit::Ended(WRONG_TOKEN.to_owned());
                }
                Some(said) = self.incoming.recv() => {
                    if let Some(over) = self.take(said, &mut vigil, pauses) {
                        return over;
                    }
                }
                Some(_) = self.answering.join_next() => {}
                () = self.registration.settled() => {}
                _ = pulse.tick() => {
                    vigil.observe(connection).await;
                    if vigil.is_lost() {
                        tracing::warn!("Discord does not answer; starting a new connection");
                        return Exit::Lost;
                    }
                }
            }
            let is_ready = vigil.away_since.is_none() && self.registration.is_done();
            self.status.set(if is_ready { State::Ready } else { State::Connecting });
        }
    }

    fn take(&mut self, said: Said, vigil: &mut Watchdog, pauses: &mut Pauses) -> Option<Exit> {
        vigil.alive_at = Instant::now();
        match said {
            Said::Ready { application } => {
                tracing::info!(application, "Discord knows the bot");
                pauses.begin_again();
                vigil.away_since = None;
                self.registration.begin(application);
            }
            Said::Resumed => {
                tracing::info!("the connection to Discord is resumed");
                pauses.begin_again();
                vigil.away_since = None;
            }
            Said::Stage => {}
            Said::Entered(server) => self.registration.entered(server),
            Said::Left(server) => self.registration.left(server),
            Said::Deleted(server, channel) => {
                let answerer = Arc::clone(&self.answerer);
                self.answering.spawn(async move {
                    let (server, channel) = (server.to_string(), channel.to_string());
                    announcing::gone(&answerer.desk, (&server, &channel)).await;
                    answerer.places.notify_one();
                });
            }
            Said::Interaction(interaction, received) => {
                let answerer = Arc::clone(&self.answerer);
                self.answering.spawn(async move { answerer.answer(*interaction, received).await });
            }
            Said::Refused(why) => return Some(Exit::Ended(explained(&why))),
        }
        None
    }

    /// Waits for those who are being answered, but not for ever.
    async fn drain(&mut self) {
        let waiting = async { while self.answering.join_next().await.is_some() {} };
        if timeout(DRAIN_TAKES, waiting).await.is_err() {
            let left = self.answering.len();
            tracing::warn!(left, "not everybody was answered before the end");
            self.answering.abort_all();
        }
    }
}

impl Watchdog {
    fn begin() -> Self {
        let now = Instant::now();
        Self { away_since: Some(now), alive_at: now, pulse: None }
    }

    async fn observe(&mut self, connection: &Connection) {
        let pulse = connection.pulse().await;
        if pulse != self.pulse {
            self.alive_at = Instant::now();
            self.pulse = pulse;
        }
        if !matches!(pulse, Some((ConnectionStage::Connected, _))) {
            self.away_since.get_or_insert_with(Instant::now);
        }
    }

    fn is_lost(&self) -> bool {
        self.away_since.is_some_and(|since| since.elapsed() > AWAY_MAX)
            || self.alive_at.elapsed() > SILENCE_MAX
    }
}

/// The gateway's address, as Discord or whatever stands in its place tells it. It is never guessed.
async fn address_of_gateway(rest: &Rest) -> Result<String, RestError> {
    let answer = rest.call(&Call::new(Method::GET, "/gateway")).await?;
    let address = answer.body["url"].as_str().filter(|url| !url.is_empty());
    address
        .map(str::to_owned)
        .ok_or_else(|| RestError::GaveUp("Discord named no address of its gateway".to_owned()))
}

/// Waits until a switch turns true, for ever if nobody holds it any more.
async fn turned(switch: &mut watch::Receiver<bool>) {
    if switch.wait_for(|is_on| *is_on).await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn explained(why: &GatewayError) -> String {
    match why {
        GatewayError::InvalidAuthentication => WRONG_TOKEN.to_owned(),
        GatewayError::InvalidGatewayIntents | GatewayError::DisallowedGatewayIntents => {
            "Discord refused the bot's gateway intents, although it asks for none that need \
             approval. Check the Developer Portal (Bot, Privileged Gateway Intents), and report \
             this as a fault in Plenary."
                .to_owned()
        }
        other => {
            format!("Discord closed the connection and will not accept the bot again: {other}")
        }
    }
}
