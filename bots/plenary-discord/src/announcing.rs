//! What happens in a meeting is announced in the place that is its home. The desk says what is said
//! and where it goes on after a restart; here it is only posted.

use std::sync::Arc;
use std::time::Duration;

use plenary_chat::{Announcement, AnnouncementChannel, Desk, Language};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

use crate::incoming::FRONT;
use crate::message::{Sending, draw};
use crate::metrics;
use crate::rest::{Call, Method, Pauses, Rest, RestError};

/// How often the homes are looked up when nobody says that they changed.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// How long one message is tried before the pause grows.
const POST_TAKES: Duration = Duration::from_secs(60);
/// The longest nonce that Discord takes, in characters.
const NONCE_CHARS_MAX: usize = 25;

/// Announces in every home until it is aborted.
pub(crate) async fn run(desk: Arc<Desk>, rest: Arc<Rest>, places: Arc<Notify>) {
    let mut announcers: Vec<(AnnouncementChannel, Announcer)> = Vec::new();
    loop {
        match desk.homes(FRONT).await {
            Ok(homes) => {
                announcers
                    .retain(|(home, announcer)| homes.contains(home) && !announcer.0.is_finished());
                for home in homes {
                    if !announcers.iter().any(|(known, _)| *known == home) {
                        let (desk, rest) = (Arc::clone(&desk), Arc::clone(&rest));
                        let task = tokio::spawn(announce(desk, rest, home.clone()));
                        announcers.push((home, Announcer(task)));
                    }
                }
            }
            Err(failure) => tracing::warn!(%failure, "the homes of the meetings are not known"),
        }
        tokio::select! {
            () = places.notified() => {}
            () = sleep(LOOK_EVERY) => {}
        }
    }
}

/// A task that ends with whoever holds it.
struct Announcer(JoinHandle<()>);

impl Drop for Announcer {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn announce(desk: Arc<Desk>, rest: Arc<Rest>, home: AnnouncementChannel) {
    let lang = Language::En;
    let mut coming = match desk.announcements(&home, lang).await {
        Ok(coming) => coming,
        Err(failure) => {
            let meeting = &home.meeting;
            tracing::warn!(meeting, %failure, "nothing of this meeting can be announced now");
            return;
        }
    };
    while let Some(announcement) = coming.recv().await {
        until_posted(&rest, &home, &announcement, lang).await;
        if let Err(failure) = desk.told(&home, announcement.entry).await {
            // It is posted again after a restart; Discord then knows it by its nonce.
            let (meeting, entry) = (&home.meeting, announcement.entry);
            tracing::warn!(meeting, entry, %failure, "not marked as announced");
        }
    }
}

/// Posts one announcement, for as long as it takes: the next must not come before it.
async fn until_posted(
    rest: &Rest,
    home: &AnnouncementChannel,
    announcement: &Announcement,
    lang: Language,
) {
    let mut pauses = Pauses::long();
    loop {
        let (meeting, entry) = (&home.meeting, announcement.entry);
        match post(rest, home, announcement, lang).await {
            Ok(()) => {
                tracing::info!(meeting, entry, "announced");
                return metrics::announcement("posted");
            }
            // A message that Discord will not have however often it is tried holds up no others.
            Err(error) if error.is_unfit() => {
                tracing::error!(meeting, entry, %error, "Discord refuses this announcement");
                return metrics::announcement("refused");
            }
            Err(error) => {
                let channel = &home.place.channel;
                tracing::warn!(meeting, entry, channel, %error, "not announced; trying again");
                metrics::announcement("retried");
            }
        }
        sleep(pauses.next()).await;
    }
}

async fn post(
    rest: &Rest,
    home: &AnnouncementChannel,
    announcement: &Announcement,
    lang: Language,
) -> Result<(), RestError> {
    let path = format!("/channels/{}/messages", home.place.channel);
    for (part, message) in draw(&announcement.response, lang).messages.iter().enumerate() {
        let nonce = nonce_of(home, announcement.entry, part);
        let call = Call::new(Method::POST, &path).json(&message.body(&Sending::Unasked(nonce)));
        rest.call(&call.files(&message.files).until(Instant::now() + POST_TAKES)).await?;
    }
    Ok(())
}

/// A name by which Discord knows a message that comes twice: of the place with its meeting, the
/// entry, and the part.
fn nonce_of(home: &AnnouncementChannel, entry: u64, part: usize) -> String {
    let tail = format!(".{entry}.{part}");
    // One author's nonces are told apart over all channels, and a name of a meeting is too long.
    let whole = format!("{}/{}", home.place.channel, home.meeting);
    let print = whole.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |print, byte| {
        (print ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut head = format!("{print:016x}");
    head.truncate(NONCE_CHARS_MAX.saturating_sub(tail.len()));
    format!("{head}{tail}")
}

#[cfg(test)]
mod tests {
    use plenary_chat::Channel;

    use super::*;

    #[test]
    fn a_nonce_is_short_and_tells_meetings_entries_and_parts_apart() {
        let home = |meeting: &str, channel: &str| AnnouncementChannel {
            front: FRONT,
            meeting: meeting.to_owned(),
            place: Channel { server: "1".to_owned(), channel: channel.to_owned(), parent: None },
            after: 0,
        };
        let nonces = [
            nonce_of(&home("v-meeting", "1"), 1, 0),
            nonce_of(&home("v-meeting", "1"), 11, 0),
            nonce_of(&home("v-meeting", "1"), 1, 1),
            nonce_of(&home("v-meeting", "2"), 1, 0),
            nonce_of(&home("vi-meeting", "1"), 1, 0),
            nonce_of(&home(&"x".repeat(48), "1"), u64::MAX / 1_000, 4),
        ];
        let distinct: std::collections::HashSet<&String> = nonces.iter().collect();
        assert_eq!(distinct.len(), nonces.len());
        assert!(nonces.iter().all(|nonce| nonce.len() <= NONCE_CHARS_MAX), "{nonces:?}");
    }
}
