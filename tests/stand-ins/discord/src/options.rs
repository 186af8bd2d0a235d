//! What a stand-in is started with: Discord's own numbers, each of which a test may shorten.

use std::time::Duration;

/// How the stand-in behaves; the default is what Discord documents.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on loopback; without one, a free one.
    pub port: Option<u16>,
    /// The token of the bot, without the word `Bot`.
    pub token: String,
    /// The id of the application.
    pub application: u64,
    /// The id of its bot, which is another one where the application is old.
    pub bot: u64,
    /// How the application is called.
    pub name: String,
    /// How long an interaction waits for its first answer.
    pub first_answer: Duration,
    /// How long an answered interaction can still be edited and followed.
    pub token_life: Duration,
    /// How often the gateway wants a heartbeat.
    pub heartbeat: Duration,
    /// How many commands may be newly created (a day, with Discord).
    pub creations_max: usize,
    /// Whether the privileged intents are switched on; without, asking for them closes with 4014.
    pub has_privileged_intents: bool,
    /// How long the driver waits for an answer when the test says no deadline.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: None,
            token: "MTE0NTE0.stand-in.not-a-secret".to_owned(),
            application: 1_100_000_000_000_000_001,
            bot: 1_100_000_000_000_000_007,
            name: "Plenary".to_owned(),
            first_answer: Duration::from_secs(3),
            token_life: Duration::from_secs(15 * 60),
            heartbeat: Duration::from_millis(41_250),
            creations_max: 200,
            has_privileged_intents: false,
            patience: Duration::from_secs(10),
        }
    }
}
