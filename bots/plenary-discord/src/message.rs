//! A response as messages of Discord. Nothing is cut silently: what is too long for one message
//! goes on in the next, and what is too long for five stands in a file.

mod buttons;
pub mod form;
mod parts;
mod pieces;
mod pointer;

use plenary_chat::{Language, Part, Response, Tone, platform as desk};
use plenary_documents::{Format, Paper, print};
use serde_json::{Value, json};

use crate::clean::{cut, escaped_line, units};
pub use buttons::Button;

/// The longest text of a message, as Discord counts.
pub const CONTENT_UNITS_MAX: usize = 2_000;
/// The most messages that one response's text is spread over.
pub const MESSAGES_MAX: usize = 5;
/// The most files of a message.
pub const FILES_MAX: usize = 10;
/// The largest file that every server takes, in bytes.
pub const FILE_BYTES_MAX: usize = 10 * 1024 * 1024;
/// The longest line that names meeting and seat, as Discord counts.
const FOOTER_UNITS_MAX: usize = 300;
/// The mark of a message that its reader alone sees.
const EPHEMERAL: u64 = 1 << 6;

/// A response, message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages {
    /// What is sent, at least one message.
    pub messages: Vec<Message>,
    /// Whether everybody in the place may see it.
    pub is_public: bool,
}

/// One message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Its text in Discord's markup.
    pub content: String,
    /// What is attached.
    pub files: Vec<File>,
    /// What can be pressed, at most 25.
    pub buttons: Vec<Button>,
}

/// A file to attach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// As what a message is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sending {
    /// As an answer to somebody alone.
    Private,
    /// As an answer that everybody in the place sees.
    Public,
    /// In place of what stood in the message before.
    Instead,
    /// Unasked, under a name by which Discord recognises it when it comes twice.
    Unasked(String),
}

/// A response as messages.
pub fn draw(response: &Response, lang: Language) -> Messages {
    let mut rows = parts::rows(response);
    let (mut files, too_large) = papers(response);
    rows.extend(too_large.iter().flat_map(|name| {
        [plenary_chat::platform::too_large(lang), name.clone()]
            .map(|line| pieces::plain(&escaped_line(&line)))
    }));
    rows.extend(buttons::long_labels(response).map(|label| pieces::point(&escaped_line(&label))));
    let footer = response.about.as_deref().map(|about| cut(about, FOOTER_UNITS_MAX));
    let footer = footer.filter(|about| !about.is_empty());
    let footer = footer.map(|about| format!("-# {}", escaped_line(&about)));
    let mut contents = pieces::messages(&rows, footer.as_deref());
    if contents.len() > MESSAGES_MAX {
        let bytes: Vec<u8> = parts::plain(response).into();
        let is_attached = bytes.len() <= FILE_BYTES_MAX;
        if is_attached {
            files.insert(0, File { name: "answer.txt".to_owned(), bytes });
        }
        let said = if is_attached { desk::attached(lang) } else { desk::too_long(lang) };
        let mut short = vec![pieces::plain(&escaped_line(&said))];
        short.extend(parts::secrets(response));
        contents = pieces::messages(&short, footer.as_deref());
    }
    if contents.is_empty() && files.is_empty() {
        let is_shown = response.tone == Tone::Shown;
        contents.push(if is_shown { desk::nothing(lang) } else { desk::done(lang) });
    }
    Messages {
        messages: put_together(contents, files, buttons::draw(response, lang), lang),
        is_public: is_public(response),
    }
}

/// A code is for its asker alone, whatever else is said of the response.
fn is_public(response: &Response) -> bool {
    response.public && !response.parts.iter().any(|part| matches!(part, Part::Secret(_)))
}

/// The papers of a response as files, and the names of those that no message could carry.
fn papers(response: &Response) -> (Vec<File>, Vec<String>) {
    let format = response.format.unwrap_or(Format::Text);
    let (mut files, mut too_large): (Vec<File>, Vec<String>) = (Vec::new(), Vec::new());
    for part in &response.parts {
        let Part::Paper(paper) = part else { continue };
        let file =
            File { name: name_of(paper, format, &files), bytes: print(paper, format).into() };
        if file.bytes.len() > FILE_BYTES_MAX {
            too_large.push(file.name);
        } else {
            files.push(file);
        }
    }
    (files, too_large)
}

fn name_of(paper: &Paper, format: Format, taken: &[File]) -> String {
    let (stem, ending) = (&paper.name, format.extension());
    let mut name = format!("{stem}.{ending}");
    let mut number = 2;
    while taken.iter().any(|file| file.name == name) {
        name = format!("{stem}-{number}.{ending}");
        number += 1;
    }
    name
}

/// Texts first, files with the first message, buttons under the last one.
fn put_together(
    contents: Vec<String>,
    files: Vec<File>,
    buttons: Vec<Button>,
    lang: Language,
) -> Vec<Message> {
    let mut messages: Vec<Message> =
        contents.into_iter().map(|content| Message { content, ..Message::default() }).collect();
    for (at, files) in files.chunks(FILES_MAX).enumerate() {
        match messages.get_mut(at) {
            Some(message) => message.files = files.to_vec(),
            None => messages.push(Message { files: files.to_vec(), ..Message::default() }),
        }
    }
    let mut rows = buttons.chunks(buttons::BUTTONS_MAX);
    if let (Some(message), Some(first)) = (messages.last_mut(), rows.next()) {
        message.buttons = first.to_vec();
    }
    messages.extend(rows.map(|more| {
        let content = plenary_chat::platform::more(lang);
        Message { content, buttons: more.to_vec(), ..Message::default() }
    }));
    messages
}

impl Messages {
    /// One short text for somebody alone.
    pub fn note(text: &str) -> Self {
        let content = escaped_line(text);
        debug_assert!(units(&content) <= CONTENT_UNITS_MAX, "a note is a sentence");
        let messages = vec![Message { content, ..Message::default() }];
        Self { messages, is_public: false }
    }
}

impl Message {
    /// The message as Discord takes it. It can never ping anybody.
    pub fn body(&self, sending: &Sending) -> Value {
        let mut body = json!({
            "content": self.content,
            "allowed_mentions": { "parse": [] },
            "components": buttons::rows(&self.buttons),
        });
        let named = |(id, file): (usize, &File)| json!({ "id": id, "filename": file.name });
        let files: Vec<Value> = self.files.iter().enumerate().map(named).collect();
        match sending {
            Sending::Private => put(&mut body, "flags", json!(EPHEMERAL)),
            Sending::Public => {}
            // The list is sent even when it is empty, so that earlier attachments are removed.
            Sending::Instead => put(&mut body, "attachments", json!(files)),
            Sending::Unasked(name) => {
                put(&mut body, "nonce", json!(name));
                put(&mut body, "enforce_nonce", json!(true));
            }
        }
        if !files.is_empty() {
            put(&mut body, "attachments", json!(files));
        }
        body
    }
}

fn put(body: &mut Value, key: &str, value: Value) {
    if let Some(fields) = body.as_object_mut() {
        fields.insert(key.to_owned(), value);
    }
}
