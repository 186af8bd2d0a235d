//! `plenary invite`: the operator's one-time code for an office.

use std::process::ExitCode;

use anyhow::Result;
use plenary_chat::{Said, Speaker};
use plenary_service::SetClock;
use plenary_terminal::{Counter, Look, draw};

use super::{print_out, views_of};
use crate::arguments::Office;
use crate::counter::SeatCounter;
use crate::settings::Settings;
use crate::wiring::{House, Use};

/// Invites as the operator and prints the code.
pub(crate) async fn run(
    settings: &Settings,
    meeting: &str,
    office: Office,
    name: Option<&str>,
) -> Result<ExitCode> {
    let house =
        House::open_with(settings, Use::Existing, SetClock::running(jiff::Timestamp::now()))?;
    let (views, _) = views_of(&house, meeting, None).await?;
    let practice = views.meeting.convened.as_ref().is_some_and(|c| c.clock.is_some());
    if let Some(at) = views.at.filter(|_| practice) {
        house.clock.set(at.timestamp());
    }
    let seat = match office {
        Office::Chair => "chair",
        Office::Secretariat => "secretariat",
    };
    let mut fields = vec![("as".to_owned(), seat.to_owned())];
    fields.extend(name.map(|name| ("name".to_owned(), name.to_owned())));
    let lang = settings.language()?;
    let counter = SeatCounter::sit(&house, meeting, Speaker::Operator, lang).await?;
    let reply = counter.hear(Said::Fields { verb: "people invite".to_owned(), fields }).await;
    print_out(&draw::draw(&reply, &Look::default(), 1).text)?;
    Ok(if reply.tone.is_no() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
