//! What one person is told privately: by a direct message where they take one, else by a line in
//! the meeting's channel that names nobody and only says that something waits.

use plenary_chat::{AnnouncementChannel, Language, platform};
use serde_json::json;

use crate::message::{Message, Messages};
use crate::rest::{Call, Method, Rest, RestError};
use crate::unasked::send;

/// Tells one person what is for them because of an entry.
pub(crate) async fn tell(
    rest: &Rest,
    home: &AnnouncementChannel,
    (account, entry): (&str, u64),
    (messages, lang): (&[Message], Language),
) -> Result<(), RestError> {
    match directly(rest, (account, &home.meeting), entry, messages).await {
        Err(error) if error.is_closed_to_us() => {
            let meeting = &home.meeting;
            tracing::info!(meeting, entry, "somebody takes no direct messages");
            let line = Messages::note(&platform::something_waits(lang)).messages;
            // One line for everybody who is to be told of this entry and cannot be.
            let name = format!("{meeting}/private");
            send(rest, (&home.place.channel, &name), entry, &line).await
        }
        told => told,
    }
}

async fn directly(
    rest: &Rest,
    (account, meeting): (&str, &str),
    entry: u64,
    messages: &[Message],
) -> Result<(), RestError> {
    let to = json!({ "recipient_id": account });
    let opened = rest.call(&Call::new(Method::POST, "/users/@me/channels").json(&to)).await?;
    let channel = opened.body["id"].as_str().unwrap_or_default();
    send(rest, (channel, meeting), entry, messages).await
}
