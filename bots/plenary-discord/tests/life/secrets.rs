//! Nothing that people say, no code and no token stands in the log, at any level.

use std::io::Write;
use std::sync::{Arc, Mutex};

use plenary_stand_in_discord::Options as World;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, fmt};

use crate::meeting::{code_in, people};
use crate::stage::{Stage, plain};

/// A log that a test can read.
#[derive(Clone, Default)]
pub(crate) struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Kept {
    /// Keeps what the whole process logs from now on, of everything that may be logged.
    pub(crate) fn begin() -> Self {
        let kept = Self::default();
        let writer = kept.clone();
        let only = tracing_subscriber::filter::filter_fn(|line| may_be_logged(line.target()));
        let layer = fmt::layer()
            .with_ansi(false)
            .with_span_events(fmt::format::FmtSpan::FULL)
            .with_writer(move || writer.clone())
            .with_filter(only);
        let registry = tracing_subscriber::registry().with(layer);
        tracing::subscriber::set_global_default(registry).unwrap();
        kept
    }

    /// What was logged so far.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

fn may_be_logged(target: &str) -> bool {
    let is_in = |never: &&str| {
        target.strip_prefix(*never).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    !plenary_discord::NEVER_LOGGED.iter().any(is_in)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_holds_who_tried_what_and_no_words_codes_or_tokens() {
    let kept = Kept::begin();
    let stage = Stage::ready_in(World::default()).await;
    let people = people(&stage).await;
    let code = stage.does(&people.secretariat, "people invite", &[("who", "Chile")]).await;
    let code = code_in(&plain(&code)).expect("a code");
    let chile = stage.guild.member("tomas");
    stage.says(&chile, "join", &[("code", "K7QD-2M4X-9TRA-P6WN")]).await;
    stage.does(&chile, "join", &[("code", &code)]).await;
    stage.says(&people.brazil, "comment add", &[("text", "Between us only.")]).await;
    stage.discord.drop_connections();
    stage.discord.wait_counted(crate::stage::PATIENCE, |counted| counted.resumed > 0).await;
    let log = kept.text();
    for wanted in ["verb=\"join\"", "verb=\"comment add\"", "tone=Refused", "request=\"discord:"] {
        assert!(log.contains(wanted), "no {wanted} in the log");
    }
    let token = stage.discord.token();
    for secret in
        [code.as_str(), "K7QD-2M4X-9TRA-P6WN", "Between us only", token, "aW50ZXJhY3Rpb24"]
    {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret}");
    }
}
