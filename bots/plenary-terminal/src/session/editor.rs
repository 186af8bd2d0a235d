//! The line editor on its own thread: it is asked for a line and tells what it heard.

mod assistant;

use std::io;
use std::sync::Arc;
use std::thread;

use rustyline::config::{ColorMode, CompletionType};
use rustyline::error::ReadlineError;
use rustyline::history::{History, MemHistory};
use rustyline::{Config, ExternalPrinter};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

use super::Seat;
use super::history::{HistoryFile, LINES_MAX, is_kept};
use crate::{DeskPort, Look};
use assistant::Assistant;

/// What the editor is asked with.
pub(super) struct Ask {
    pub(super) prompt: String,
    /// What is suggested while nothing is typed.
    pub(super) next: Vec<String>,
    /// What stands in the line at first, to be changed.
    pub(super) typed: String,
}

/// What the editor heard.
pub(super) enum Heard {
    Line {
        text: String,
        columns: Option<usize>,
    },
    Interrupted {
        was_empty: bool,
    },
    /// Bytes came that are no text, after this was typed.
    NotText {
        typed: String,
    },
    Left,
    Broken(io::Error),
}

/// The near end of the editor's thread.
pub(super) struct Editor {
    asks: mpsc::UnboundedSender<Ask>,
    heard: mpsc::UnboundedReceiver<Heard>,
}

type Printer = Option<Box<dyn ExternalPrinter + Send>>;
type Inner = rustyline::Editor<Assistant, MemHistory>;

impl Editor {
    /// Starts the thread. Gives what prints above the prompt, if this terminal can.
    pub(super) fn start(desk: Arc<dyn DeskPort>, seat: &Seat) -> io::Result<(Self, Printer)> {
        let assistant = Assistant::new(desk, Handle::current(), seat.look.clone());
        let mut inner = open(&seat.look).map_err(to_io)?;
        inner.set_helper(Some(assistant));
        let printer = inner.create_external_printer().ok();
        let printer = printer.map(|printer| Box::new(printer) as Box<dyn ExternalPrinter + Send>);
        let file = seat.history.clone().map(HistoryFile::at);
        let (asks, asked) = mpsc::unbounded_channel();
        let (tell, heard) = mpsc::unbounded_channel();
        let keyboard = Keyboard { inner, file, asked, tell };
        thread::Builder::new().name("keyboard".to_owned()).spawn(move || keyboard.listen())?;
        Ok((Self { asks, heard }, printer))
    }

    /// Asks for a line.
    pub(super) fn ask(&self, ask: Ask) {
        // If the thread is gone, the next thing heard says so.
        if self.asks.send(ask).is_err() {
            tracing::debug!("the line editor has ended");
        }
    }

    /// Waits for what is heard.
    pub(super) async fn heard(&mut self) -> Heard {
        let gone = || Heard::Broken(io::Error::other("the line editor has ended"));
        self.heard.recv().await.unwrap_or_else(gone)
    }
}

fn open(look: &Look) -> rustyline::Result<Inner> {
    let colour = if look.colour { ColorMode::Enabled } else { ColorMode::Disabled };
    let config = Config::builder()
        .max_history_size(LINES_MAX)?
        .history_ignore_dups(true)?
        .auto_add_history(false)
        .completion_type(CompletionType::List)
        .color_mode(colour)
        .build();
    let history = MemHistory::with_config(&config);
    rustyline::Editor::with_history(config, history)
}

/// The far end.
struct Keyboard {
    inner: Inner,
    file: Option<HistoryFile>,
    asked: mpsc::UnboundedReceiver<Ask>,
    tell: mpsc::UnboundedSender<Heard>,
}

impl Keyboard {
    fn listen(mut self) {
        self.remember_all();
        while let Some(ask) = self.asked.blocking_recv() {
            let heard = self.read(ask);
            if self.tell.send(heard).is_err() {
                return;
            }
        }
    }

    fn read(&mut self, ask: Ask) -> Heard {
        let columns = self.inner.dimensions().map(|(columns, _)| usize::from(columns));
        if let Some(assistant) = self.inner.helper_mut() {
            assistant.prepare(&ask, columns);
        }
        match self.inner.readline_with_initial(&ask.prompt, (&ask.typed, "")) {
            Ok(text) => {
                self.remember(&text);
                Heard::Line { text, columns }
            }
            Err(ReadlineError::Interrupted) => {
                Heard::Interrupted { was_empty: self.typed().is_empty() }
            }
            Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                Heard::NotText { typed: self.typed() }
            }
            Err(ReadlineError::Eof) => Heard::Left,
            Err(error) => Heard::Broken(to_io(error)),
        }
    }

    fn typed(&self) -> String {
        self.inner.helper().map(Assistant::typed).unwrap_or_default()
    }

    fn remember_all(&mut self) {
        let Some(file) = &self.file else { return };
        let lines = match file.load() {
            Ok(lines) => lines,
            Err(error) => {
                tracing::warn!(%error, "the history of lines cannot be read");
                Vec::new()
            }
        };
        for line in lines {
            self.add(&line);
        }
    }

    fn remember(&mut self, line: &str) {
        if !is_kept(line) {
            return;
        }
        self.add(line);
        if let Some(Err(error)) = self.file.as_ref().map(|file| file.add(line)) {
            tracing::warn!(%error, "the history of lines cannot be written");
            self.file = None;
        }
    }

    fn add(&mut self, line: &str) {
        if let Err(error) = self.inner.history_mut().add(line) {
            tracing::debug!(%error, "a line could not be remembered");
        }
    }
}

fn to_io(error: ReadlineError) -> io::Error {
    match error {
        ReadlineError::Io(error) => error,
        other => io::Error::other(other),
    }
}
