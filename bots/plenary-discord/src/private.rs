//! What one person is told privately: by a direct message where they take one, else by a line in
//! the meeting's channel that names nobody and only says that something waits.

use std::sync::Arc;

use plenary_chat::{AnnouncementChannel, Desk, Language, PrivateNotice, platform};
use serde_json::json;
use tokio::time::sleep;

use crate::message::{Messages, draw};
use crate::metrics;
use crate::rest::{Call, Method, Pauses, Rest, RestError};
use crate::unasked::send;

/// Tells people of one meeting what is for them, until it is aborted.
pub(crate) async fn tell(desk: Arc<Desk>, rest: Arc<Rest>, home: AnnouncementChannel) {
    let lang = Language::En;
    let mut coming = match desk.private_notices(&home, lang).await {
        Ok(coming) => coming,
        Err(failure) => {
            let meeting = &home.meeting;
            tracing::warn!(meeting, %failure, "private notices cannot be sent at the moment");
            return;
        }
    };
    while let Some(told) = coming.recv().await {
        until_told(&rest, &home, &told, lang).await;
        if let Err(failure) = desk.told_privately(&home, &told).await {
            // It is sent again after a restart; Discord then knows it by its nonce.
            let (meeting, entry) = (&home.meeting, told.entry);
            tracing::warn!(meeting, entry, %failure, "not marked as told");
        }
    }
}

/// Tells one person, for as long as it takes: the next must not come before it.
async fn until_told(rest: &Rest, home: &AnnouncementChannel, told: &PrivateNotice, lang: Language) {
    let mut pauses = Pauses::long();
    let mut is_open = true;
    loop {
        let (meeting, entry) = (&home.meeting, told.entry);
        let sent = match is_open {
            true => directly(rest, home, told, lang).await,
            false => in_the_channel(rest, home, told, lang).await,
        };
        match sent {
            Ok(()) => {
                tracing::info!(meeting, entry, directly = is_open, "told privately");
                return metrics::announcement("told");
            }
            Err(error) if is_open && error.is_closed_to_us() => {
                tracing::info!(meeting, entry, "somebody takes no direct messages");
                is_open = false;
                continue;
            }
            Err(error) if error.is_unfit() => {
                tracing::error!(meeting, entry, %error, "Discord refuses this private message");
                return metrics::announcement("refused");
            }
            Err(error) => {
                tracing::warn!(meeting, entry, %error, "not told yet; trying again");
                metrics::announcement("retried");
            }
        }
        sleep(pauses.next()).await;
    }
}

async fn directly(
    rest: &Rest,
    home: &AnnouncementChannel,
    told: &PrivateNotice,
    lang: Language,
) -> Result<(), RestError> {
    let to = json!({ "recipient_id": told.account });
    let opened = rest.call(&Call::new(Method::POST, "/users/@me/channels").json(&to)).await?;
    let channel = opened.body["id"].as_str().unwrap_or_default();
    let messages = draw(&told.response, lang).messages;
    send(rest, (channel, &home.meeting), told.entry, &messages).await
}

/// One line for everybody of whom this entry is to be told and cannot be.
async fn in_the_channel(
    rest: &Rest,
    home: &AnnouncementChannel,
    told: &PrivateNotice,
    lang: Language,
) -> Result<(), RestError> {
    let messages = Messages::note(&platform::something_waits(lang)).messages;
    let meeting = format!("{}/private", home.meeting);
    send(rest, (&home.place.channel, &meeting), told.entry, &messages).await
}
