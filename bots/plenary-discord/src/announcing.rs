//! What happens in a meeting is announced in the place that is its home. The desk says what is said
//! and where it goes on after a restart; here it is only posted.

use std::sync::Arc;
use std::time::Duration;

use plenary_chat::{Announcement, AnnouncementChannel, Desk, Language, Recipient};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::incoming::FRONT;
use crate::message::draw;
use crate::metrics;
use crate::private;
use crate::rest::{Pauses, Rest, RestError};
use crate::unasked::send;

/// How often the homes are looked up when nobody says that they changed.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Announces in every home until it is aborted.
pub(crate) async fn run(desk: Arc<Desk>, rest: Arc<Rest>, places: Arc<Notify>) {
    let mut announcers: Vec<(AnnouncementChannel, Announcer)> = Vec::new();
    loop {
        match desk.homes(FRONT).await {
            Ok(homes) => {
                announcers
                    .retain(|(home, announcer)| homes.contains(home) && announcer.is_at_work());
                for home in homes {
                    if !announcers.iter().any(|(known, _)| *known == home) {
                        let (desk, rest) = (Arc::clone(&desk), Arc::clone(&rest));
                        announcers.push((home.clone(), Announcer::of(desk, rest, home)));
                    }
                }
            }
            Err(failure) => {
                tracing::warn!(%failure, "could not find out in which channels to announce")
            }
        }
        tokio::select! {
            () = places.notified() => {}
            () = sleep(LOOK_EVERY) => {}
        }
    }
}

/// The tasks that tell what happens in one meeting; they end with whoever holds them.
struct Announcer([JoinHandle<()>; 2]);

impl Announcer {
    fn of(desk: Arc<Desk>, rest: Arc<Rest>, home: AnnouncementChannel) -> Self {
        // Apart, so that somebody who cannot be told holds up nothing in the channel.
        Self([false, true].map(|privately| {
            let (desk, rest) = (Arc::clone(&desk), Arc::clone(&rest));
            tokio::spawn(announce(desk, rest, home.clone(), privately))
        }))
    }

    fn is_at_work(&self) -> bool {
        self.0.iter().all(|task| !task.is_finished())
    }
}

impl Drop for Announcer {
    fn drop(&mut self) {
        self.0.iter().for_each(JoinHandle::abort);
    }
}

async fn announce(desk: Arc<Desk>, rest: Arc<Rest>, home: AnnouncementChannel, privately: bool) {
    let lang = Language::En;
    let coming = match privately {
        true => desk.private_announcements(&home, lang).await,
        false => desk.announcements(&home, lang).await,
    };
    let mut coming = match coming {
        Ok(coming) => coming,
        Err(failure) => {
            let meeting = &home.meeting;
            tracing::warn!(meeting, %failure, "this meeting cannot be announced at the moment");
            return;
        }
    };
    while let Some(announcement) = coming.recv().await {
        if !until_posted(&rest, &home, &announcement, lang).await {
            return gone(&desk, (&home.place.server, &home.place.channel)).await;
        }
        if let Err(failure) = desk.told(&home, &announcement).await {
            // It is posted again after a restart; Discord then knows it by its nonce.
            let (meeting, entry) = (&home.meeting, announcement.entry);
            tracing::warn!(meeting, entry, %failure, "not marked as announced");
        }
    }
}

/// Remembers that a channel was deleted, so that another one can be told.
pub(crate) async fn gone(desk: &Desk, (server, channel): (&str, &str)) {
    match desk.channel_gone(FRONT, (server, channel)).await {
        Ok(()) => tracing::info!(server, channel, "the channel was deleted"),
        Err(failure) => tracing::warn!(server, channel, %failure, "a deleted channel is kept"),
    }
}

/// Posts one announcement, for as long as it takes: the next must not come before it. `false` when
/// the channel was deleted.
async fn until_posted(
    rest: &Rest,
    home: &AnnouncementChannel,
    announcement: &Announcement,
    lang: Language,
) -> bool {
    let mut pauses = Pauses::long();
    loop {
        let (meeting, entry) = (&home.meeting, announcement.entry);
        match post(rest, home, announcement, lang).await {
            Ok(()) => {
                tracing::info!(meeting, entry, "announced");
                metrics::announcement("posted");
                return true;
            }
            // A message that Discord will not have however often it is tried holds up no others.
            Err(error) if error.is_unfit() => {
                tracing::error!(meeting, entry, %error, "Discord refuses this announcement");
                metrics::announcement("refused");
                return true;
            }
            Err(error) if error.is_no_channel() => return false,
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
    let messages = draw(&announcement.response, lang).messages;
    let entry = announcement.entry;
    match &announcement.to {
        Recipient::Channel => {
            send(rest, (&home.place.channel, &home.meeting), entry, &messages).await
        }
        Recipient::Person { account, .. } => {
            private::tell(rest, home, (account, entry), (&messages, lang)).await
        }
    }
}
