//! One seat at the desk, for the terminal: names its requests, hears its notices.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use plenary_chat::{Desk, Input, Line, Response, Speaker, Tone};
use plenary_domain::event::people::PeopleEvent;
use plenary_domain::{Event, Language};
use plenary_journal::Random;
use plenary_service::{Clock, Failure, Freshness, RequestName, SystemClock};
use plenary_terminal::DeskPort;
use tokio::sync::mpsc;

use crate::wiring::App;

/// How many notices may wait to be shown.
const NOTICES_MAX: usize = 256;
/// How long a notice waits before it is tried again, such as for a journal that is away.
const NOTICE_PAUSE: Duration = Duration::from_millis(500);

/// A seat in one meeting.
pub struct SeatSession {
    desk: Arc<Desk>,
    random: Arc<dyn Random>,
    meeting: String,
    speaker: Speaker,
    lang: Language,
    notices: Mutex<Option<mpsc::Receiver<Response>>>,
}

impl SeatSession {
    /// A seat of `speaker` in `meeting`; from now on it hears what is for it.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn sit(
        app: &App,
        meeting: &str,
        speaker: Speaker,
        lang: Language,
    ) -> anyhow::Result<Self> {
        let views = app.service.views(meeting, Freshness::Current).await?;
        let entries = app.service.listen(meeting, views.number + 1).await?;
        let (sender, receiver) = mpsc::channel(NOTICES_MAX);
        let listener = NoticeListener {
            desk: Arc::clone(&app.desk),
            meeting: meeting.to_owned(),
            speaker: speaker.clone(),
            lang,
        };
        tokio::spawn(listener.listen(entries, sender));
        Ok(Self {
            desk: Arc::clone(&app.desk),
            random: Arc::clone(&app.random),
            meeting: meeting.to_owned(),
            speaker,
            lang,
            notices: Mutex::new(Some(receiver)),
        })
    }

    fn request(&self) -> Option<RequestName> {
        let mut random = [0; 10];
        self.random.fill(&mut random).ok()?;
        // A clock that shows a time before 1970 is the service's to refuse.
        let millis = u64::try_from(SystemClock.now().as_millisecond()).unwrap_or_default();
        let id = uuid::Builder::from_unix_timestamp_millis(millis, &random);
        RequestName::new(&format!("terminal:{}", id.as_uuid())).ok()
    }
}

#[async_trait]
impl DeskPort for SeatSession {
    async fn hear(&self, said: Input) -> Response {
        let Some(request) = self.request() else {
            return Response::text(
                Tone::Failed,
                "This machine provides no random numbers at the moment, so nothing was done. \
                 Please try again, or tell the operator.",
            );
        };
        let line = Line {
            meeting: Some(self.meeting.clone()),
            speaker: self.speaker.clone(),
            front: "terminal",
            channel: None,
            said,
            request,
            lang: self.lang,
        };
        self.desk.answer(line).await
    }

    async fn suggestions(&self, typed: &str) -> Vec<String> {
        self.desk.suggestions(&self.meeting, &self.speaker, typed).await
    }

    async fn prompt(&self) -> String {
        self.desk.prompt(&self.meeting, &self.speaker, self.lang).await
    }

    fn notices(&self) -> mpsc::Receiver<Response> {
        let taken = self.notices.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
        taken.unwrap_or_else(|| mpsc::channel(1).1)
    }
}

/// Hears a meeting's entries and passes on what is for one seat.
struct NoticeListener {
    desk: Arc<Desk>,
    meeting: String,
    speaker: Speaker,
    lang: Language,
}

impl NoticeListener {
    async fn listen(
        self,
        mut entries: mpsc::Receiver<plenary_domain::Entry>,
        notices: mpsc::Sender<Response>,
    ) {
        while let Some(entry) = entries.recv().await {
            // Whatever is wrong may pass, and the notice is not lost meanwhile.
            let heard = loop {
                match self.notice(&entry).await {
                    Ok(heard) => break heard,
                    Err(_) if notices.is_closed() => return,
                    Err(failure) => {
                        tracing::warn!(%failure, entry = entry.number, "not told yet");
                        tokio::time::sleep(NOTICE_PAUSE).await;
                    }
                }
            };
            let Some(response) = heard else { continue };
            if notices.send(response).await.is_err() {
                return;
            }
        }
    }

    /// What this seat is told of an entry, if anything.
    async fn notice(&self, entry: &plenary_domain::Entry) -> Result<Option<Response>, Failure> {
        let own = self.is_own(entry).await?;
        let views = self.desk.service().views(&self.meeting, Freshness::Current).await?;
        let mut mine = None;
        for notice in self.desk.notices(&views, entry, self.lang) {
            let is_mine = self.desk.is_for(&self.meeting, &self.speaker, &notice).await?;
            mine = is_mine.then_some(notice.response).or(mine);
        }
        Ok(mine.filter(|_| !own))
    }

    /// Whether this seat's own person did it: the response said so already.
    async fn is_own(&self, entry: &plenary_domain::Entry) -> Result<bool, Failure> {
        let Speaker::Account(account) = &self.speaker else { return Ok(false) };
        let person = self.desk.service().person_of(&self.meeting, account).await?;
        // Whoever joins was nobody before.
        let by = match &entry.event {
            Event::People(PeopleEvent::Joined(joined)) => Some(joined.person),
            _ => entry.actor.person,
        };
        Ok(person.is_some() && person == by)
    }
}
