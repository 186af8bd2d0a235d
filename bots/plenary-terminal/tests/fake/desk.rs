//! A counter without a desk: what it answers depends on what is said, and it remembers all of it.

use std::sync::Mutex;
use std::time::Duration;

use async_trait::async_trait;
use plenary_chat::{Action, Input, Part, Press, Response, Tone};
use plenary_domain::EditionId;
use plenary_terminal::DeskPort;
use tokio::sync::mpsc;

const NOTICES_MAX: usize = 8;

pub(crate) struct Fake {
    pub(crate) heard: Mutex<Vec<Input>>,
    notify: mpsc::Sender<Response>,
    notices: Mutex<Option<mpsc::Receiver<Response>>>,
}

impl Fake {
    pub(crate) fn new() -> Self {
        let (notify, notices) = mpsc::channel(NOTICES_MAX);
        Self { heard: Mutex::default(), notify, notices: Mutex::new(Some(notices)) }
    }

    /// What the desk would have heard so far, in one text each.
    pub(crate) fn heard(&self) -> Vec<String> {
        let heard = self.heard.lock().expect("nobody panicked");
        heard.iter().map(told).collect()
    }

    fn answer_text(&self, text: &str) -> Response {
        let first = text.split_whitespace().next().unwrap_or_default();
        match first {
            "approve" => Response::text(Tone::Asked, "Issue it?")
                .button("Read", press(Action::PaperRead, 1))
                .button("Approve", press(Action::PaperApprove, 1)),
            "nominate" if !text.contains("name:") => Response::text(Tone::Asked, "Whom? | name: …"),
            "object" => Response::text(Tone::Refused, "Observers may speak, not object."),
            "fail" => Response::text(Tone::Failed, "The journal is away."),
            "invite" => Response { tone: Tone::Done, ..Response::default() }
                .with(Part::Secret("Code: K7QD-2M4X-9TRA-P6WN".to_owned())),
            "notify" => {
                self.notify_later(Duration::ZERO);
                Response::text(Tone::Done, "Told.").button("Undo", press(Action::PaperReturn, 1))
            }
            "notify-later" => {
                self.notify_later(Duration::from_millis(300));
                Response::text(Tone::Done, "Will be told.")
            }
            _ => Response::text(Tone::Shown, format!("heard <{text}>")),
        }
    }

    fn notify_later(&self, after: Duration) {
        let press = press(Action::PaperApprove, 2);
        let notice = Response::text(Tone::Shown, "P1 waits for you.").button("Confirm", press);
        let notify = self.notify.clone();
        if after.is_zero() {
            notify.try_send(notice).expect("there is room");
            return;
        }
        tokio::spawn(async move {
            tokio::time::sleep(after).await;
            notify.send(notice).await.expect("somebody listens");
        });
    }
}

fn press(action: fn(EditionId) -> Action, seen: u64) -> Press {
    Press::new(action(EditionId(1)), seen)
}

fn told(said: &Input) -> String {
    match said {
        Input::Text(text) => text.clone(),
        Input::Press(press) => format!("press {press}"),
        Input::Fields(said) => format!("fields {}", said.verb),
        Input::Form { press, .. } => format!("form {press}"),
    }
}

#[async_trait]
impl DeskPort for Fake {
    async fn hear(&self, said: Input) -> Response {
        self.heard.lock().expect("nobody panicked").push(said.clone());
        match &said {
            Input::Text(text) if text == "wait" => std::future::pending().await,
            Input::Text(text) => self.answer_text(text),
            Input::Press(_) | Input::Fields(_) | Input::Form { .. } => {
                let pressed = press(Action::ReplyShow, 3);
                Response::text(Tone::Done, format!("did <{}>", told(&said))).button("Next", pressed)
            }
        }
    }

    async fn suggestions(&self, typed: &str) -> Vec<String> {
        let all = ["agenda show", "approve", "nominate expert", "help"];
        all.iter().filter(|line| line.starts_with(typed)).map(|line| (*line).to_owned()).collect()
    }

    async fn prompt(&self) -> String {
        "V Meeting · 22 Oct 2007 · Chile › ".to_owned()
    }

    fn notices(&self) -> mpsc::Receiver<Response> {
        let notices = self.notices.lock().expect("nobody panicked").take();
        notices.expect("notices are asked for once")
    }
}
