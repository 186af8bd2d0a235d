//! What is sent unasked, under names by which Discord knows a message that comes twice.

use std::time::Duration;

use tokio::time::Instant;

use crate::message::{Message, Sending};
use crate::rest::{Call, Method, Rest, RestError};

/// How long one message is tried before the pause grows.
const POST_TAKES: Duration = Duration::from_secs(60);
/// The longest nonce that Discord takes, in characters.
const NONCE_CHARS_MAX: usize = 25;

/// Sends what a channel is told of an entry of a meeting.
pub(crate) async fn send(
    rest: &Rest,
    (channel, meeting): (&str, &str),
    entry: u64,
    messages: &[Message],
) -> Result<(), RestError> {
    let path = format!("/channels/{channel}/messages");
    for (part, message) in messages.iter().enumerate() {
        let nonce = nonce_of((channel, meeting), entry, part);
        let call = Call::new(Method::POST, &path).json(&message.body(&Sending::Unasked(nonce)));
        rest.call(&call.files(&message.files).until(Instant::now() + POST_TAKES)).await?;
    }
    Ok(())
}

/// A name by which Discord knows a message that comes twice: of the channel with the meeting, the
/// entry, and the part.
fn nonce_of((channel, meeting): (&str, &str), entry: u64, part: usize) -> String {
    let tail = format!(".{entry}.{part}");
    // One author's nonces are told apart over all channels, and a name of a meeting is too long.
    let whole = format!("{channel}/{meeting}");
    let print = whole.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |print, byte| {
        (print ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut head = format!("{print:016x}");
    head.truncate(NONCE_CHARS_MAX.saturating_sub(tail.len()));
    format!("{head}{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_short_and_tells_meetings_entries_and_parts_apart() {
        let long = "x".repeat(48);
        let nonces = [
            nonce_of(("1", "v-meeting"), 1, 0),
            nonce_of(("1", "v-meeting"), 11, 0),
            nonce_of(("1", "v-meeting"), 1, 1),
            nonce_of(("2", "v-meeting"), 1, 0),
            nonce_of(("1", "vi-meeting"), 1, 0),
            nonce_of(("1", &long), u64::MAX / 1_000, 4),
        ];
        let distinct: std::collections::HashSet<&String> = nonces.iter().collect();
        assert_eq!(distinct.len(), nonces.len());
        assert!(nonces.iter().all(|nonce| nonce.len() <= NONCE_CHARS_MAX), "{nonces:?}");
    }
}
