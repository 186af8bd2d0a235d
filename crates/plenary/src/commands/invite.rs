//! `plenary invite`: the operator's one-time code for an office.

use std::process::ExitCode;

use anyhow::Result;
use plenary_chat::{Input, Speaker, Utterance};
use plenary_service::{Clock, SetClock, SystemClock};
use plenary_terminal::{DeskPort, Look, draw};

use super::{print_out, views_of};
use crate::arguments::Office;
use crate::seat_session::SeatSession;
use crate::settings::Settings;
use crate::wiring::{App, Use};

/// Invites as the operator and prints the code.
pub(crate) async fn run(
    settings: &Settings,
    meeting: &str,
    office: Office,
    name: Option<&str>,
) -> Result<ExitCode> {
    let app = App::open_with(settings, Use::Existing, SetClock::running(SystemClock.now()))?;
    app.check_keys(settings).await?;
    let (views, _) = views_of(&app, meeting, None).await?;
    let practice = views.meeting.convened.as_ref().is_some_and(|c| c.clock.is_some());
    if let Some(at) = views.at.filter(|_| practice) {
        app.clock.set(at.timestamp());
    }
    let seat = match office {
        Office::Chair => "chair",
        Office::Secretariat => "secretariat",
    };
    let mut fields = vec![("as".to_owned(), seat.to_owned())];
    fields.extend(name.map(|name| ("name".to_owned(), name.to_owned())));
    let lang = settings.language()?;
    let seat = SeatSession::sit(&app, meeting, Speaker::Operator, lang).await?;
    let said = Utterance::new("people invite", fields);
    let response = seat.hear(Input::Fields(said)).await;
    print_out(&draw::draw(&response, &Look::default(), 1).text)?;
    Ok(if response.tone.is_no() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
