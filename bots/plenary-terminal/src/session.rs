//! A person at the keyboard: a prompt with suggestions, answers below it, notices above it.
//!
//! The editor waits for keys on its own thread; everything else happens here. However the session
//! ends, the terminal is left as it was found.

mod editor;
mod ending;
mod history;
mod notes;

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use plenary_chat::Response;
use tokio::sync::mpsc;

use crate::draw::COLUMNS_MIN;
use crate::talk::{Answer, Talk};
use crate::{DeskPort, Look, form, words};
use editor::{Ask, Editor, Heard};
use ending::{Endings, Kept};
use notes::Above;
use plenary_chat::clean::clean_line;

/// How many suggestions stand behind an empty prompt.
const SUGGESTIONS_SHOWN_MAX: usize = 3;

/// Where somebody sits.
#[derive(Clone, Debug, Default)]
pub struct Seat {
    /// How the screen is drawn on. A screen that is narrower than this is drawn on as it is.
    pub look: Look,
    /// Where lines are remembered from one session to the next; without it, only while it lasts.
    pub history: Option<PathBuf>,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Somebody left: `quit`, Ctrl-D, or the terminal is gone.
    Left,
    /// Ctrl-C on two empty lines, or the process was interrupted.
    Interrupted,
    /// The process was told to end.
    Terminated,
}

impl Ended {
    /// What the program exits with.
    pub fn code(self) -> u8 {
        match self {
            Self::Left => 0,
            Self::Interrupted => 130,
            Self::Terminated => 143,
        }
    }
}

/// Talks with the person at this terminal until they leave.
///
/// # Errors
/// When the terminal cannot be read or written.
pub async fn run(desk: Arc<dyn DeskPort>, seat: Seat) -> io::Result<Ended> {
    let kept = Kept::now();
    let endings = Endings::listen()?;
    let notices = desk.notices();
    let (editor, printer) = Editor::start(desk.clone(), &seat)?;
    let mut session = Session {
        columns_max: seat.look.columns,
        talk: Talk::new(desk, seat.look),
        above: Above::new(printer),
        editor,
        notices,
        endings,
        instead: None,
    };
    let ended = session.sit().await;
    kept.restore();
    match ended {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Ended::Left),
        ended => ended,
    }
}

struct Session {
    columns_max: usize,
    talk: Talk,
    above: Above,
    editor: Editor,
    notices: mpsc::Receiver<Response>,
    endings: Endings,
    /// What stands in the next line at first.
    instead: Option<String>,
}

impl Session {
    async fn sit(&mut self) -> io::Result<Ended> {
        let mut was_empty_before = false;
        loop {
            self.show_notices()?;
            let heard = match self.ask().await? {
                Ok(heard) => heard,
                Err(ended) => return Ok(ended),
            };
            let is_empty_interrupt = matches!(heard, Heard::Interrupted { was_empty: true });
            match heard {
                Heard::Left => return Ok(Ended::Left),
                Heard::Broken(error) => return Err(error),
                Heard::Interrupted { was_empty: true } if was_empty_before => {
                    return Ok(Ended::Interrupted);
                }
                Heard::Interrupted { was_empty: true } => {
                    print(&format!("{}\n", words::ONCE_MORE))?
                }
                Heard::Interrupted { was_empty: false } => {}
                Heard::NotText { typed } => {
                    print(&format!("\n{}\n", words::KEYS_NOT_TEXT))?;
                    self.instead = Some(typed);
                }
                Heard::Line { text, columns } => {
                    self.fit(columns);
                    if let Some(ended) = self.answer(&text).await? {
                        return Ok(ended);
                    }
                }
            }
            was_empty_before = is_empty_interrupt;
        }
    }

    /// Waits for a line at the prompt, while notices go above it.
    async fn ask(&mut self) -> io::Result<Result<Heard, Ended>> {
        let prompt = clean_line(&self.talk.desk.prompt().await);
        let mut next = self.talk.desk.suggestions("").await;
        next.truncate(SUGGESTIONS_SHOWN_MAX);
        let next = next.iter().map(|line| clean_line(line)).collect();
        let typed = self.instead.take().unwrap_or_default();
        self.editor.ask(Ask { prompt, next, typed });
        let mut is_open = true;
        loop {
            tokio::select! {
                heard = self.editor.heard() => return Ok(Ok(heard)),
                ended = self.endings.come() => return Ok(Err(ended)),
                notice = self.notices.recv(), if is_open => match notice {
                    Some(notice) => {
                        let text = self.talk.notice(&notice);
                        self.above.show(text);
                    }
                    None => is_open = false,
                },
            }
        }
    }

    /// Answers a line. Gives how the session ended, if it did.
    async fn answer(&mut self, typed: &str) -> io::Result<Option<Ended>> {
        let form = form::read(typed);
        if form.text.is_empty() {
            return Ok(None);
        }
        if words::QUIT.contains(&form.text.as_str()) {
            return Ok(Some(Ended::Left));
        }
        let talk = &mut self.talk;
        let said = async {
            if form.continues {
                talk.say_more(&form.text).await
            } else {
                talk.say(&form.text).await
            }
        };
        let answer: Answer = tokio::select! {
            answer = said => answer,
            ended = self.endings.come() => {
                print(&format!("\n{}\n", words::CUT_SHORT))?;
                return Ok(Some(ended));
            }
        };
        print(&answer.text)?;
        if let Some(instead) = answer.instead {
            print(&format!("{}\n", words::AS_IT_STANDS))?;
            self.instead = Some(instead);
        }
        Ok(None)
    }

    /// Shows what came while nobody was asked, and what waits for a screen without a printer.
    fn show_notices(&mut self) -> io::Result<()> {
        print(&self.above.take_waiting())?;
        while let Ok(notice) = self.notices.try_recv() {
            print(&self.talk.notice(&notice))?;
        }
        Ok(())
    }

    fn fit(&mut self, columns: Option<usize>) {
        let columns = columns.unwrap_or(self.columns_max);
        self.talk.look.columns = columns.min(self.columns_max).max(COLUMNS_MIN);
    }
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
