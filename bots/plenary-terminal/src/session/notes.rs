//! What is shown above the prompt while somebody types.

use std::sync::mpsc;
use std::thread;

use rustyline::ExternalPrinter;

/// Where notices go while a line is typed.
pub(super) struct Above {
    /// The printer's own thread: printing waits while a line is just being finished.
    printer: Option<mpsc::Sender<String>>,
    /// What a screen without a printer shows before the next prompt.
    waiting: String,
}

impl Above {
    pub(super) fn new(printer: Option<Box<dyn ExternalPrinter + Send>>) -> Self {
        Self { printer: printer.and_then(start), waiting: String::new() }
    }

    /// Shows a text above the prompt, or before the next one.
    pub(super) fn show(&mut self, text: String) {
        let kept = match &self.printer {
            Some(printer) => printer.send(text).err().map(|unsent| unsent.0),
            None => Some(text),
        };
        if let Some(text) = kept {
            self.waiting.push_str(&text);
        }
    }

    pub(super) fn take_waiting(&mut self) -> String {
        std::mem::take(&mut self.waiting)
    }
}

fn start(mut printer: Box<dyn ExternalPrinter + Send>) -> Option<mpsc::Sender<String>> {
    let (sender, texts) = mpsc::channel::<String>();
    let print_all = move || {
        for text in texts {
            if let Err(error) = printer.print(text) {
                tracing::debug!(%error, "a notice could not be shown");
                return;
            }
        }
    };
    let started = thread::Builder::new().name("notices".to_owned()).spawn(print_all);
    started.ok().map(|_| sender)
}
