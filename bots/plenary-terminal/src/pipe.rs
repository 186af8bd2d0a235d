//! Lines from a file or another program, each with its answer below it.
//!
//! A line that starts with `#` is a comment. Lines that start with `|` belong to the line before
//! them, and a line that ends with `\` goes on in the next one, as at the keyboard. An empty line
//! ends what was said, and so does a short silence, so that a program on the other side has its
//! answer.
//! `[Label]` presses the open button with that label, a number the one with that number.

mod lines;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use plenary_chat::Response;
use tokio::io::{AsyncBufRead, AsyncWrite, AsyncWriteExt};
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::codes::masked;
use crate::talk::{Answer, Talk};
use crate::{DeskPort, Look, words};
use lines::{Lines, Read};
use plenary_chat::clean::clean;

/// How long it is silent on the other side before what was said so far is answered. Lines that
/// belong together are written at once.
const SILENCE: Duration = Duration::from_millis(300);

/// How a pipe went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Piped {
    /// How many lines were said, those of forms counted as one.
    pub said: usize,
    /// How many of them were refused or failed, with the lines that could not be said at all.
    pub refused: usize,
    /// Whether nobody read the answers any more; the lines after that were not said.
    pub is_cut: bool,
}

/// Says the lines of an input one after the other and writes the answers, without colours.
///
/// # Errors
/// When the input cannot be read, or the output not written for another reason than that nobody
/// reads it any more.
pub async fn run<R, W>(
    desk: Arc<dyn DeskPort>,
    look: &Look,
    input: R,
    output: W,
) -> io::Result<Piped>
where
    R: AsyncBufRead + Unpin,
    W: AsyncWrite + Unpin,
{
    let notices = desk.notices();
    let look = Look { colour: false, ..look.clone() };
    let talk = Talk::new(desk, look);
    let mut pipe = Pipe { talk, notices, output, piped: Piped::default() };
    match pipe.all(Lines::new(input)).await {
        Err(Broken::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            Ok(Piped { is_cut: true, ..pipe.piped })
        }
        Err(Broken::Input(error) | Broken::Output(error)) => Err(error),
        Ok(()) => Ok(pipe.piped),
    }
}

/// Which side is broken: only the reader of the answers may go away quietly.
enum Broken {
    Input(io::Error),
    Output(io::Error),
}

struct Pipe<W> {
    talk: Talk,
    notices: mpsc::Receiver<Response>,
    output: W,
    piped: Piped,
}

/// A line with the fields that follow it.
#[derive(Default)]
struct Entry {
    lines: Vec<String>,
    /// Whether its last line goes on in the next one.
    goes_on: bool,
    /// Why it cannot be said.
    trouble: Option<String>,
}

impl<W: AsyncWrite + Unpin> Pipe<W> {
    async fn all<R: AsyncBufRead + Unpin>(&mut self, mut lines: Lines<R>) -> Result<(), Broken> {
        let mut entry = Entry::default();
        loop {
            let read = self.next(&mut lines, &mut entry).await?;
            let Some(read) = read else { return Ok(()) };
            let goes_on = entry.goes_on && matches!(read, Read::Line(_));
            if !goes_on && !read.belongs_to_the_line_before() && !matches!(read, Read::Comment) {
                let said = std::mem::take(&mut entry);
                if self.settle(said).await.map_err(Broken::Output)?.is_end() {
                    return Ok(());
                }
            }
            let number = lines.number();
            match read {
                Read::End => return Ok(()),
                Read::Comment | Read::Empty => {}
                Read::Line(line) => entry.push(&line),
                Read::Field(field) if entry.is_empty() => {
                    entry.lines.push(format!("| {field}"));
                    entry.trouble = Some(words::at_line(number, words::NOTHING_TO_CONTINUE));
                }
                Read::Field(field) => entry.push(&field),
                Read::NotText { .. } => entry.trouble = Some(words::not_text(number)),
                Read::TooLong { .. } => {
                    entry.trouble = Some(words::too_long(number, lines::LINE_BYTES_MAX));
                }
            }
        }
    }

    /// The next line. While none comes, a whole entry is not kept waiting for its answer; `None`
    /// when that ended the pipe.
    async fn next<R: AsyncBufRead + Unpin>(
        &mut self,
        lines: &mut Lines<R>,
        entry: &mut Entry,
    ) -> Result<Option<Read>, Broken> {
        let next = lines.next();
        tokio::pin!(next);
        if !entry.is_empty() && !entry.goes_on {
            match timeout(SILENCE, &mut next).await {
                Ok(read) => return read.map(Some).map_err(Broken::Input),
                Err(_) => {
                    let said = std::mem::take(entry);
                    if self.settle(said).await.map_err(Broken::Output)?.is_end() {
                        return Ok(None);
                    }
                }
            }
        }
        next.await.map(Some).map_err(Broken::Input)
    }

    /// Says an entry, if there is one.
    async fn settle(&mut self, entry: Entry) -> io::Result<Next> {
        if entry.is_empty() {
            return Ok(Next::Line);
        }
        if self.piped.said + self.piped.refused > 0 {
            self.output.write_all(b"\n").await?;
        }
        self.echo(&entry.lines).await?;
        let text = entry.lines.join("\n");
        if entry.trouble.is_none() && words::QUIT.contains(&text.trim()) {
            return Ok(Next::End);
        }
        let answer = match &entry.trouble {
            Some(trouble) => self.talk.refuse(trouble),
            None => {
                self.piped.said += 1;
                self.talk.say(&text).await
            }
        };
        self.show(&answer).await?;
        Ok(Next::Line)
    }

    async fn show(&mut self, answer: &Answer) -> io::Result<()> {
        self.piped.refused += usize::from(answer.is_no);
        self.output.write_all(answer.text.as_bytes()).await?;
        while let Ok(notice) = self.notices.try_recv() {
            let text = self.talk.notice(&notice);
            self.output.write_all(text.as_bytes()).await?;
        }
        self.output.flush().await
    }

    /// Shows what is said, as it could have been typed, without its codes.
    async fn echo(&mut self, lines: &[String]) -> io::Result<()> {
        let mark = self.talk.look.mark("›", ">");
        for (at, line) in clean(&masked(&lines.join("\n"))).split('\n').enumerate() {
            let sign = if at == 0 { mark } else { "|" };
            self.output.write_all(format!("{sign} {line}\n").as_bytes()).await?;
        }
        Ok(())
    }
}

impl Entry {
    /// Adds a line without the mark of going on.
    fn push(&mut self, line: &str) {
        let text = line.trim_end_matches('\\');
        self.goes_on = text.len() < line.len();
        self.lines.push(text.trim_end().to_owned());
    }

    fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.trouble.is_none()
    }
}

#[derive(PartialEq, Eq)]
enum Next {
    Line,
    End,
}

impl Next {
    fn is_end(&self) -> bool {
        *self == Self::End
    }
}
