//! The desk: a line's way to its response.
//!
//! Line → who speaks → what is meant → the service decides and stores → the facts become a
//! response. This is the only place where a misreading, a rejection or a failure becomes sentences.
//! What a response says of something that was done is made from its facts, after they are stored.

mod choices;
mod forms;
mod mask;
mod places;
mod practice;
mod press;
mod saying;
mod sharing;
mod slashes;
mod unanswered;

pub use choices::Choice;
pub use places::{Announcement, AnnouncementChannel};

use plenary_documents::agenda as documents;
use plenary_domain::command::{PaperCommand, PeopleCommand};
use plenary_domain::rejection::CodeFault;
use plenary_domain::{
    Actor, Capacity, Command, DelegationCode, EditionId, Rejection, Timestamp, Views,
};
use plenary_service::draft::Drafts;
use plenary_service::{Draft, Failure, Outcome, RequestName, Service, Wish};
use std::sync::{Arc, Mutex};
use unanswered::Unanswered;

use crate::desk_error::DeskError;
use crate::line::{Input, Line, Speaker};
use crate::reading;
use crate::render::RenderContext;
use crate::response::Response;
use crate::seats::Seats;
use crate::seen::Memory;
use crate::verb::{self, Args, Context, Intent, ParseError, Verb, WithoutMeeting};

/// Hears lines and answers them.
pub struct Desk {
    service: Arc<Service>,
    memory: Memory,
    unanswered: Unanswered,
}

/// One line at the desk, with everything that answering it needs.
pub(crate) struct Turn<'l> {
    line: &'l Line,
    /// Let go of before something is stored: whoever looks makes the store copy what it changes.
    views: Mutex<Arc<Views>>,
    now: Timestamp,
    seats: Seats,
}

/// A response with the meeting and the seat in which it is given.
type Answered = (Response, Option<String>);
type TurnError<'l> = (DeskError, Option<Box<Turn<'l>>>);

impl Desk {
    /// A desk on this service.
    pub fn new(service: Arc<Service>) -> Self {
        Self { service, memory: Memory::default(), unanswered: Unanswered::default() }
    }

    /// The service behind the desk.
    pub fn service(&self) -> &Arc<Service> {
        &self.service
    }

    async fn answer<'l>(&self, line: &'l Line) -> Result<Answered, TurnError<'l>> {
        let turn = self.turn(line).await.map_err(|failure| (failure.into(), None))?;
        let about = turn.about();
        let answered = async {
            // The very same request again: its facts are stored, so they are its answer.
            if let Some(outcome) = self.service.recall(&line.meeting, &line.request).await? {
                return Ok(self.done(&turn, &turn.seats.actor(&[]), &outcome).await);
            }
            match &line.said {
                Input::Text(text) => {
                    let (verb, args) =
                        reading::read(text).map_err(|error| turn.say_first(error))?;
                    self.ask(&turn, verb, &args, text).await
                }
                Input::Fields { verb, fields } => {
                    let (verb, args) = reading::read_fields(verb, fields)?;
                    let kept = reading::line_of(&verb.typed(), fields);
                    self.ask(&turn, verb, &args, &kept).await
                }
                Input::Press(press) => self.press(&turn, press).await,
                Input::Form { press, fields } => self.sent(&turn, (press, fields)).await,
            }
        };
        match answered.await {
            Ok(response) => Ok((slashes::shown(line, response), about)),
            Err(error) => Err((error, Some(Box::new(turn)))),
        }
    }

    async fn turn<'l>(&self, line: &'l Line) -> Result<Turn<'l>, Failure> {
        let account = match &line.speaker {
            Speaker::Operator => None,
            Speaker::Account(account) => Some(account.as_str()),
        };
        let (views, person) = self.service.look(&line.meeting, account).await?;
        let now = self.service.now(&views);
        let seats = Seats::of(&line.speaker, person, &views);
        Ok(Turn { line, views: Mutex::new(views), now, seats })
    }

    async fn ask(
        &self,
        turn: &Turn<'_>,
        verb: &'static Verb,
        args: &Args,
        text: &str,
    ) -> Result<Response, DeskError> {
        let line = turn.line;
        let now = turn.views();
        let views = match verb::as_of(args, &now)? {
            Some(as_of) => Arc::new(self.service.views_as_of(&line.meeting, as_of).await?),
            None => now,
        };
        if views.meeting.convened.is_none() {
            match verb.without_meeting {
                WithoutMeeting::Works => {}
                WithoutMeeting::IsRefused => return Err(DeskError::NoMeeting),
                WithoutMeeting::KnowsNoCode => {
                    return Err(Rejection::Code(CodeFault::Unknown).into());
                }
            }
        }
        let actor = turn.seats.actor(verb.who);
        let seen = self.memory.of(&line.meeting, turn.account());
        let context = Context { views: &views, actor: &actor, seen };
        let asked = match (verb.means)(args, &context) {
            Ok(asked) => asked,
            // Whoever may not do this at all is told so before how it is said.
            Err(_) if !verb.who.contains(&actor.capacity) => {
                let (capacity, may) = (actor.capacity, verb.who);
                return Err(DeskError::Rejected(Rejection::NotAllowed { capacity, may }));
            }
            Err(error) => return Err(error.into()),
        };
        match asked {
            Intent::Do(command, acting_for) => {
                drop(views);
                let done = self.execute(turn, *command, &actor, acting_for).await;
                match self.own_change(turn, &done).await? {
                    false => done,
                    true => Box::pin(self.ask(turn, verb, args, text)).await,
                }
            }
            Intent::Preview(command, acting_for) => {
                self.preview(turn, *command, &actor, (acting_for, text)).await
            }
            Intent::Confirm(edition) => self.confirm(turn, &actor, edition),
            Intent::Which(choices) => self.which(turn, &actor, choices, text).await,
            Intent::Here(announce) => self.here(turn, &actor, announce).await,
            Intent::Practice(then) => self.practice(turn, then),
            shows @ (Intent::Show(_)
            | Intent::ShowAgenda(_)
            | Intent::History
            | Intent::Check(_)) => {
                let shown = self.show(turn, &turn.room_of(&views, &actor), shows).await?;
                Ok(Response { share: sharing::offer(turn), format: sharing::format(args), ..shown })
            }
        }
    }

    /// Whether what “somebody” changed was changed by the asker, who then knows how it reads; after
    /// a restart only the history remembers.
    async fn own_change(
        &self,
        turn: &Turn<'_>,
        done: &Result<Response, DeskError>,
    ) -> Result<bool, Failure> {
        let Err(DeskError::Rejected(Rejection::ChangedSince { item, entry, .. })) = done else {
            return Ok(false);
        };
        let entries = self.service.entries(&turn.line.meeting).await?;
        let author = entries.iter().find(|found| found.number == *entry);
        let author = author.and_then(|found| found.actor.person);
        let is_own = author.is_some() && author == turn.seats.person;
        if is_own {
            self.memory.quoted(&turn.line.meeting, turn.account(), (*item, *entry));
        }
        Ok(is_own)
    }

    /// Executes a command under the line's own name.
    async fn execute(
        &self,
        turn: &Turn<'_>,
        command: Command,
        actor: &Actor,
        acting_for: Option<DelegationCode>,
    ) -> Result<Response, DeskError> {
        self.execute_as(turn, turn.line.request.clone(), (command, actor, acting_for)).await
    }

    async fn execute_as(
        &self,
        turn: &Turn<'_>,
        request: RequestName,
        (mut command, actor, acting_for): (Command, &Actor, Option<DelegationCode>),
    ) -> Result<Response, DeskError> {
        if let (Command::People(PeopleCommand::Join { who, .. }), Speaker::Account(account)) =
            (&mut command, &turn.line.speaker)
        {
            who.account = Some(account.clone());
        }
        let actor = actor.clone().acting_for(acting_for);
        let wish = Wish { actor: actor.clone(), command };
        turn.let_go();
        let outcome = self.service.execute(&turn.line.meeting, request, wish).await?;
        Ok(self.done(turn, &actor, &outcome).await)
    }

    /// The response to what was stored, made on the views that hold it.
    async fn done(&self, turn: &Turn<'_>, actor: &Actor, outcome: &Outcome) -> Response {
        let views = match self.service.known_views(&turn.line.meeting).await {
            Ok(views) => views,
            Err(_) => turn.views(),
        };
        let actor = outcome.entries.first().map_or(actor, |entry| &entry.actor);
        self.memory.edited(&turn.line.meeting, turn.account(), &outcome.entries);
        verb::done(&turn.room_of(&views, actor), outcome)
    }

    /// What an intent to see something shows.
    async fn show(
        &self,
        turn: &Turn<'_>,
        cx: &RenderContext<'_>,
        intent: Intent,
    ) -> Result<Response, DeskError> {
        match intent {
            Intent::Show(view) => Ok(view(cx, &turn.seats)),
            Intent::ShowAgenda(view) => {
                self.memory.shown(&turn.line.meeting, turn.account(), cx.views.number);
                Ok(view(cx, &turn.seats))
            }
            Intent::History => {
                let entries = self.service.certified(&turn.line.meeting).await?;
                Ok(verb::history(cx, &entries))
            }
            Intent::Check(seal) => {
                let checked = press::check(&self.service, &turn.line.meeting, seal.as_deref());
                Ok(checked.await?.map_or_else(
                    |why| verb::check_failed(cx, &why),
                    |head| verb::checked(cx, &head),
                ))
            }
            Intent::Do(..)
            | Intent::Preview(..)
            | Intent::Confirm(_)
            | Intent::Which(_)
            | Intent::Here(_)
            | Intent::Practice(_) => Err(DeskError::Stale),
        }
    }

    async fn preview(
        &self,
        turn: &Turn<'_>,
        command: Command,
        actor: &Actor,
        (acting_for, text): (Option<DelegationCode>, &str),
    ) -> Result<Response, DeskError> {
        let Command::Comment(comment) = &command else {
            return self.execute(turn, command, actor, acting_for).await;
        };
        // What the rules would refuse is refused before somebody reads a preview of it.
        let trial = actor.clone().acting_for(acting_for);
        self.service.would(&turn.line.meeting, &trial, &command).await?;
        let draft = self.save_draft(turn, comment, text).await?;
        let views = turn.views();
        Ok(verb::preview(&turn.room_of(&views, actor), comment, &draft))
    }

    fn confirm(
        &self,
        turn: &Turn<'_>,
        actor: &Actor,
        edition: EditionId,
    ) -> Result<Response, DeskError> {
        let views = turn.views();
        let cx = turn.room_of(&views, actor);
        if !actor_may(actor, &[Capacity::Chair]) {
            let may: &[Capacity] = &[Capacity::Chair];
            return Err(DeskError::Rejected(Rejection::NotAllowed {
                capacity: actor.capacity,
                may,
            }));
        }
        let found = views.agenda.edition(edition);
        let found = found.ok_or(DeskError::Rejected(Rejection::UnknownEdition(edition)))?;
        if found.issued.is_some() {
            return Ok(verb::already_issued(&cx, found));
        }
        if found.returned.is_some() {
            return Err(DeskError::Rejected(Rejection::EditionNotWaiting(edition)));
        }
        Ok(verb::confirm_issue(&cx, found))
    }

    /// Approves exactly the text that is rendered here from the edition.
    async fn approve(&self, turn: &Turn<'_>, edition: EditionId) -> Result<Response, DeskError> {
        let actor = turn.seats.actor(&[Capacity::Chair]);
        let views = turn.views();
        let found = views.agenda.edition(edition);
        let found = found.ok_or(DeskError::Rejected(Rejection::UnknownEdition(edition)))?;
        let (text_form, _, text_sha256) = documents::text_form(&views, found);
        drop(views);
        let command = PaperCommand::Approve { edition, text_form, text_sha256 };
        self.execute(turn, Command::Paper(command), &actor, None).await
    }

    fn drafts<'s>(&'s self, turn: &Turn<'_>) -> Result<Drafts<'s>, Failure> {
        let drafts = Drafts::new(&self.service, turn.line.front, &turn.line.meeting)?;
        Ok(drafts.at(turn.now))
    }

    async fn save_draft(
        &self,
        turn: &Turn<'_>,
        comment: &plenary_domain::command::CommentCommand,
        text: &str,
    ) -> Result<String, DeskError> {
        let plenary_domain::command::CommentCommand::Make { on, .. } = comment else {
            return Err(DeskError::Stale);
        };
        let draft =
            Draft { account: turn.account().to_owned(), line: text.to_owned(), on: on.clone() };
        Ok(self.drafts(turn)?.save(&turn.line.request, &draft).await?)
    }

    async fn which(
        &self,
        turn: &Turn<'_>,
        actor: &Actor,
        choices: Vec<verb::Choice>,
        text: &str,
    ) -> Result<Response, DeskError> {
        let draft = Draft { account: turn.account().to_owned(), line: text.to_owned(), on: None };
        let id = self.drafts(turn)?.save(&turn.line.request, &draft).await?;
        let views = turn.views();
        Ok(verb::which(&turn.room_of(&views, actor), &choices, &id))
    }
}

impl Turn<'_> {
    /// Whoever may not do this at all is told so before how it is said.
    fn say_first(&self, error: ParseError) -> DeskError {
        let ParseError::Missing { verb, .. } = &error else { return error.into() };
        let (capacity, may) = (self.seats.actor(verb.who).capacity, verb.who);
        if may.contains(&capacity) {
            return error.into();
        }
        DeskError::Rejected(Rejection::NotAllowed { capacity, may })
    }

    fn account(&self) -> &str {
        match &self.line.speaker {
            Speaker::Operator => "operator",
            Speaker::Account(account) => account,
        }
    }

    fn views(&self) -> Arc<Views> {
        Arc::clone(&self.views.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    fn about(&self) -> Option<String> {
        let (views, actor) = (self.views(), self.seats.actor(&[]));
        self.room_of(&views, &actor).about()
    }

    fn let_go(&self) {
        *self.views.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::default();
    }

    fn room_of<'r>(&self, views: &'r Views, actor: &'r Actor) -> RenderContext<'r> {
        let has_fields = self.line.channel.is_some();
        RenderContext { has_fields, ..RenderContext::new(views, actor, (self.line.lang, self.now)) }
    }
}

fn actor_may(actor: &Actor, may: &[Capacity]) -> bool {
    may.contains(&actor.capacity)
}
