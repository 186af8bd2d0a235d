//! The binary, with a bot connected to it, driven by lines as a person would.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serenity::all::*;
use serenity::http::HttpBuilder;
use serenity::json::json;

/// The binary, with both ends of its talk.
struct Program {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Program {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_plenary-stand-in-discord"))
            .args(["--guild", "CIBER"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, input, output }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    fn order(&mut self, order: &str) -> String {
        writeln!(self.input, "{order}").unwrap();
        self.line()
    }
}

/// Answers whatever comes with the name of its option.
struct Echo;

#[serenity::async_trait]
impl EventHandler for Echo {
    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let Interaction::Command(command) = interaction else { return };
        let text = format!("{:?}", command.data.options()[0].value);
        let message = CreateInteractionResponseMessage::new().content(text);
        let respond = CreateInteractionResponse::Message(message);
        command.create_response(&context, respond).await.unwrap();
    }
}

#[tokio::test]
async fn a_person_plays_a_bot_through_the_binary() {
    let mut program = Program::start();
    let greeting = program.line();
    let words: Vec<&str> = greeting.split(' ').collect();
    let [url, "token", token, "application", application, "guild", _] = words[..] else {
        panic!("{greeting}");
    };
    assert!(program.line().starts_with("channel #desk "));
    let application = ApplicationId::new(application.parse().unwrap());
    let http = HttpBuilder::new(token).proxy(url).ratelimiter_disabled(true);
    let http = http.application_id(application).build();
    let text = json!({"type": 3, "name": "text", "description": "What", "required": true});
    let commands = json!([{"name": "echo", "description": "Echoes", "options": [text]}]);
    http.create_global_commands(&commands).await.unwrap();
    let (told, hears) = tokio::sync::oneshot::channel();
    let client = ClientBuilder::new_with_http(http, GatewayIntents::GUILDS);
    let ready = Ready::new(told);
    let mut client = client.event_handler(Echo).event_handler(ready).await.unwrap();
    let running = tokio::spawn(async move { client.start().await });
    hears.await.unwrap();
    let answer = tokio::task::spawn_blocking(move || {
        let refused = program.order("slash maria desk echo");
        assert_eq!(refused, "! Discord's client would refuse: text is required");
        let answered = program.order("slash maria desk echo \"text=good morning\"");
        assert_eq!(program.order("judge"), "0 complaints");
        answered
    });
    assert_eq!(answer.await.unwrap(), "String(\"good morning\")");
    running.abort();
}

/// Tells once that the gateway is ready.
struct Ready(std::sync::Mutex<Option<tokio::sync::oneshot::Sender<()>>>);

impl Ready {
    fn new(tell: tokio::sync::oneshot::Sender<()>) -> Self {
        Self(std::sync::Mutex::new(Some(tell)))
    }
}

#[serenity::async_trait]
impl EventHandler for Ready {
    async fn ready(&self, _: Context, _: serenity::all::Ready) {
        if let Some(tell) = self.0.lock().unwrap().take() {
            tell.send(()).unwrap();
        }
    }
}
