//! The desk: a line's way to its response.
//!
//! Line → its meeting and its speaker → which path it takes → what is meant → the service decides
//! and stores → the events become a response. This is the only place where a misreading, a
//! rejection or a failure becomes sentences. What a response says of something that was done is
//! made from its events, after they are stored.
//!
//! Three floors: here, who speaks and which path; `asking`, what a verb does; `turn`, what one turn
//! can do.

mod again;
mod announcing;
mod asked;
mod asking;
mod channels;
mod choices;
mod clock;
mod drafting;
mod editions;
mod forms;
mod instead;
mod mask;
mod practice;
mod pressing;
mod private;
mod saying;
mod sharing;
mod suggesting;
mod telling;
mod turn;
mod unanswered;

pub(crate) use again::words as typed_words;
pub use announcing::{Announcement, AnnouncementChannel, Recipient};
pub use choices::Choice;

use std::sync::Arc;

use plenary_domain::decide::agenda::AgendaFault;
use plenary_domain::{Entry, Language, Rejection, Views};
use plenary_service::{Failure, Freshness, Places, Service};
use tokio::sync::mpsc;

use crate::desk_error::DeskError;
use crate::form::Form;
use crate::line::{Input, Line, Speaker};
use crate::reading;
use crate::response::{Audience, Notice, Response};
use crate::seats::Seats;
use crate::seen::Memory;
use crate::verb::ParseError;
use telling::Whom;
use turn::Turn;
use unanswered::Unanswered;

/// Hears lines and answers them.
pub struct Desk {
    service: Arc<Service>,
    memory: Memory,
    unanswered: Unanswered,
}

/// What a line gets where there are forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A form to fill in; nothing is done yet.
    Form(Form),
    /// A response.
    Response(Box<Response>),
}

impl Desk {
    /// A desk on this service.
    pub fn new(service: Arc<Service>) -> Self {
        Self { service, memory: Memory::default(), unanswered: Unanswered::default() }
    }

    /// The service behind the desk.
    pub fn service(&self) -> &Arc<Service> {
        &self.service
    }

    /// Hears one line where there are forms: one that lacks its words gets a form for them, every
    /// other one is answered.
    pub async fn hear(&self, line: Line) -> Heard {
        let line = match channels::placed(&self.service, line).await {
            Ok(line) => line,
            Err(response) => return Heard::Response(response),
        };
        match forms::opened_by(&self.service, &line).await {
            Some(form) => Heard::Form(form),
            None => Heard::Response(Box::new(self.respond(line).await)),
        }
    }

    /// Hears one line where there are no forms, and answers it.
    pub async fn answer(&self, line: Line) -> Response {
        match channels::placed(&self.service, line).await {
            Ok(line) => self.respond(line).await,
            Err(response) => *response,
        }
    }

    /// Whether something said may get a form, which is nothing done: nothing is looked up for this.
    pub fn may_get_form(said: &Input) -> bool {
        forms::opened(said).is_some()
    }

    async fn respond(&self, mut line: Line) -> Response {
        let is_again = self.unanswered.recognise(&mut line);
        let (turn, answered) = match Turn::begin(&self.service, &self.memory, &line).await {
            Ok(turn) => {
                let answered = answered(&turn).await;
                (turn, answered)
            }
            Err(failure) => {
                (Turn::lost(&self.service, &self.memory, &line), Err(DeskError::Failed(failure)))
            }
        };
        let error = match answered {
            Ok(response) => {
                self.unanswered.forget(&line);
                return Response { about: turn.about(), ..response };
            }
            // What was not known before is not known better because the store is away now.
            Err(DeskError::Failed(_)) if is_again => DeskError::Failed(Failure::NotKnownYet),
            Err(error) => error,
        };
        if matches!(error, DeskError::Failed(Failure::NotKnownYet)) {
            self.unanswered.remember(&line);
        } else {
            self.unanswered.forget(&line);
        }
        explained(&turn, error).await
    }

    /// Lines that could follow what is typed so far.
    pub async fn suggestions(&self, meeting: &str, speaker: &Speaker, typed: &str) -> Vec<String> {
        suggesting::suggestions(&self.service, (meeting, speaker), typed).await
    }

    /// The words before the cursor: the meeting, the day, the seat.
    pub async fn prompt(&self, meeting: &str, speaker: &Speaker, lang: Language) -> String {
        choices::prompt(&self.service, (meeting, speaker), lang).await
    }

    /// The values that the argument `arg` could have, for what is typed of it so far, at most
    /// [`choices::CHOICES_MAX`]. The line is [`Input::Fields`] with what is said so far.
    pub async fn choices(&self, line: Line, arg: &str, typed: &str) -> Vec<Choice> {
        choices::choices(&self.service, line, (arg, typed)).await
    }

    /// The channels of a platform in which it is told what happens.
    pub async fn homes(&self, front: &'static str) -> Result<Vec<AnnouncementChannel>, Failure> {
        announcing::homes(&self.service, front).await
    }

    /// A channel of a platform is gone for good: nothing is announced there any more.
    pub async fn channel_gone(
        &self,
        front: &'static str,
        (server, channel): (&str, &str),
    ) -> Result<(), Failure> {
        Places::new(&self.service, front)?.gone(server, channel).await
    }

    /// What a channel is told from now on, and what it should have been told before, until the
    /// receiver is dropped. Each is claimed for this process; after it was sent, [`Desk::told`].
    pub async fn announcements(
        &self,
        home: &AnnouncementChannel,
        lang: Language,
    ) -> Result<mpsc::Receiver<Announcement>, Failure> {
        telling::begin(&self.service, home, (Whom::Channel, lang)).await
    }

    /// The same for what people are told, each privately.
    pub async fn private_announcements(
        &self,
        home: &AnnouncementChannel,
        lang: Language,
    ) -> Result<mpsc::Receiver<Announcement>, Failure> {
        telling::begin(&self.service, home, (Whom::People, lang)).await
    }

    /// Marks an announcement as sent.
    ///
    /// # Errors
    /// When the journal cannot be written; it will then be sent again after a restart.
    pub async fn told(
        &self,
        home: &AnnouncementChannel,
        told: &Announcement,
    ) -> Result<(), Failure> {
        announcing::deliveries(&self.service, home, &home.name_of(&told.to))?.sent(told.entry).await
    }

    /// What is to be shown unasked because of this entry.
    pub fn notices(&self, views: &Views, entry: &Entry, lang: Language) -> Vec<Notice> {
        announcing::notices(views, entry, lang)
    }

    /// Whether a notice to this audience is for this speaker.
    pub async fn is_for(
        &self,
        meeting: &str,
        speaker: &Speaker,
        notice: &Notice,
    ) -> Result<bool, Failure> {
        let Some(account) = speaker.account() else { return Ok(false) };
        if let Audience::Replaced(entry) = notice.to {
            return Ok(self.service.replaced_by(meeting, account).await? == Some(entry));
        }
        let (views, person) =
            self.service.views_for(meeting, Some(account), Freshness::Current).await?;
        Ok(Seats::of(speaker, person, &views).hears(&notice.to))
    }
}

/// The path that a line takes.
async fn answered(turn: &Turn<'_>) -> Result<Response, DeskError> {
    // The very same request again: its events are stored, so they are its response.
    if let Some(outcome) = turn.stored_by(&turn.line.request).await? {
        return Ok(turn.done(&turn.actor(&[]), &outcome).await);
    }
    match &turn.line.said {
        Input::Text(text) => {
            let (verb, args) = reading::read(text).map_err(|error| {
                // Every other error has no verb, or the verb alone says what is wrong.
                if let ParseError::Missing { verb, .. } = error {
                    turn.misread(verb, error)
                } else {
                    error.into()
                }
            })?;
            asking::ask(turn, verb, &args).await
        }
        Input::Fields(said) => asking::say(turn, said).await,
        Input::Press(press) => pressing::press(turn, &press.action).await,
        Input::Form { press, fields } => forms::sent(turn, press, fields).await,
    }
}

/// Why there is no good response, in words; a form gets back what was typed into it.
async fn explained(turn: &Turn<'_>, error: DeskError) -> Response {
    let (response, number) = told_why(turn, error).await;
    let Input::Form { press, fields } = &turn.line.said else { return response };
    let Some(asked) = asked::asked(press) else { return response };
    again::given_back(turn, (asked, number.unwrap_or(press.seen)), fields, response).await
}

/// Why there is no good response, and as of which entry what others changed was shown.
async fn told_why(turn: &Turn<'_>, error: DeskError) -> (Response, Option<u64>) {
    let mut shown = None;
    let mut views = Arc::clone(&turn.views);
    match &error {
        DeskError::Failed(failure) => {
            let request = turn.line.request.as_str();
            let failure: &dyn std::error::Error = failure;
            tracing::warn!(request, failure, "the desk could not answer");
        }
        DeskError::Rejected(rejection) => {
            // It may quote what others just stored.
            views = turn.service.views(turn.slug(), Freshness::Current).await.unwrap_or(views);
            if let Rejection::Agenda(AgendaFault::ChangedSince { item, entry, .. }) = rejection {
                turn.quoted(*item, *entry);
                shown = Some(views.number);
            }
        }
        DeskError::ParseError(_) | DeskError::Stale | DeskError::NoMeeting => {}
    }
    let actor = turn.actor(&[]);
    let cx = turn.cx(&views, &actor);
    let about = cx.about();
    let instead = instead::of(turn, &views, &error);
    let is_doubted = clock::is_doubted(&error);
    let response = saying::error(&cx, turn.line, error);
    let response = if is_doubted { clock::asked(turn, response) } else { response };
    (Response { about, instead, ..mask::without_codes(response) }, shown)
}
