//! The lines of an input as bytes, each told by what it is for.

use std::io;

use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt};

use crate::form;

/// The longest line that is read, in bytes.
pub(super) const LINE_BYTES_MAX: usize = 65_536;
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A line that was read.
pub(super) enum Read {
    Line(String),
    /// What a line that starts with `|` holds.
    Field(String),
    Comment,
    Empty,
    NotText {
        is_field: bool,
    },
    TooLong {
        is_field: bool,
    },
    End,
}

impl Read {
    pub(super) fn belongs_to_the_line_before(&self) -> bool {
        match self {
            Self::Field(_) => true,
            Self::NotText { is_field } | Self::TooLong { is_field } => *is_field,
            Self::Line(_) | Self::Comment | Self::Empty | Self::End => false,
        }
    }
}

pub(super) struct Lines<R> {
    input: R,
    number: usize,
}

impl<R: AsyncBufRead + Unpin> Lines<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, number: 0 }
    }

    /// The number of the line that was read last, from 1.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    pub(super) async fn next(&mut self) -> io::Result<Read> {
        let mut bytes = Vec::new();
        let most = LINE_BYTES_MAX as u64 + 1;
        (&mut self.input).take(most).read_until(b'\n', &mut bytes).await?;
        if bytes.is_empty() {
            return Ok(Read::End);
        }
        self.number += 1;
        let is_field = bytes.trim_ascii_start().starts_with(b"|");
        if bytes.len() > LINE_BYTES_MAX && !bytes.ends_with(b"\n") {
            self.skip_line().await?;
            return Ok(Read::TooLong { is_field });
        }
        let Ok(text) = String::from_utf8(bytes) else { return Ok(Read::NotText { is_field }) };
        let text = if self.number == 1 { text.trim_start_matches(BYTE_ORDER_MARK) } else { &text };
        Ok(told(text.trim()))
    }

    /// Reads past the end of the line without keeping it.
    async fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.input.fill_buf().await?;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let length = end.map_or(buffer.len(), |at| at + 1);
            let is_over = end.is_some() || buffer.is_empty();
            self.input.consume(length);
            if is_over {
                return Ok(());
            }
        }
    }
}

fn told(line: &str) -> Read {
    if line.is_empty() {
        Read::Empty
    } else if line.starts_with('#') {
        Read::Comment
    } else if let Some(field) = form::field(line) {
        Read::Field(field.to_owned())
    } else {
        Read::Line(line.to_owned())
    }
}
