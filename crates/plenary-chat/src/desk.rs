//! The desk: a line's way to its reply (house, §4).
//!
//! Line → who speaks → what is meant → the service decides and stores → the facts become a reply.
//! This is the only place where a misreading, a rejection or a failure becomes sentences. What a
//! reply says of something that was done is made from its facts, after they are stored.

mod choices;
mod forms;
mod mask;
mod places;
mod practice;
mod press;
mod sharing;
mod slashes;
mod unanswered;

pub use choices::Choice;
pub(crate) use forms::opens;
pub use places::{Announcement, Home};

use std::sync::{Arc, Mutex};

use plenary_documents::agenda as documents;
use plenary_domain::command::PaperCommand;
use plenary_domain::command::PeopleCommand;
use plenary_domain::{Actor, At, Capacity, Command, DelegationCode, EditionId, Rejection, Views};
use plenary_service::draft::Drafts;
use plenary_service::{Draft, Failure, Outcome, RequestName, Service, Wish};

use crate::grammar::{self, Ask, Context, Misread, Show};
use crate::line::{Line, Said, Speaker};
use crate::render::{self, Room};
use crate::reply::Reply;
use crate::seats::Seats;
use crate::seen::Memory;
use crate::trouble::Trouble;
use crate::verb::Verb;
use plenary_domain::rejection::CodeFault;
use unanswered::Unanswered;

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
    now: At,
    seats: Seats,
}

/// A reply with the meeting and the seat in which it is given.
type Answered = (Reply, Option<String>);
type Troubled<'l> = (Trouble, Option<Box<Turn<'l>>>);

impl Desk {
    /// A desk on this service.
    pub fn new(service: Arc<Service>) -> Self {
        Self { service, memory: Memory::default(), unanswered: Unanswered::default() }
    }

    /// The service behind the desk.
    pub fn service(&self) -> &Arc<Service> {
        &self.service
    }

    async fn answer<'l>(&self, line: &'l Line) -> Result<Answered, Troubled<'l>> {
        let turn = self.turn(line).await.map_err(|failure| (failure.into(), None))?;
        let about = turn.about();
        let answered = async {
            // The very same request again: its facts are stored, so they are its answer.
            if let Some(outcome) = self.service.recall(&line.meeting, &line.request).await? {
                return Ok(self.done(&turn, &turn.seats.actor(&[]), &outcome).await);
            }
            match &line.said {
                Said::Text(text) => {
                    let (verb, args) =
                        grammar::read(text).map_err(|misread| turn.say_first(misread))?;
                    self.ask(&turn, verb, &args, text).await
                }
                Said::Fields { verb, fields } => {
                    let (verb, args) = grammar::read_fields(verb, fields)?;
                    let kept = grammar::line_of(&verb.typed(), fields);
                    self.ask(&turn, verb, &args, &kept).await
                }
                Said::Press(press) => self.press(&turn, press).await,
                Said::Form { press, fields } => self.sent(&turn, (press, fields)).await,
            }
        };
        match answered.await {
            Ok(reply) => Ok((slashes::shown(line, reply), about)),
            Err(trouble) => Err((trouble, Some(Box::new(turn)))),
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
        args: &grammar::Args,
        text: &str,
    ) -> Result<Reply, Trouble> {
        let line = turn.line;
        let now = turn.views();
        let views = match grammar::as_of(args, &now)? {
            Some(as_of) => Arc::new(self.service.views_as_of(&line.meeting, as_of).await?),
            None => now,
        };
        let convening = verb.typed() == "meeting convene" || verb.group == "help";
        if views.meeting.convened.is_none() && !convening {
            // Whoever tries codes is not told which meetings there are.
            let unknown = Trouble::Rejected(Rejection::Code(CodeFault::Unknown));
            return Err(if verb.group == "join" { unknown } else { Trouble::NoMeeting });
        }
        let actor = turn.seats.actor(verb.who);
        let seen = self.memory.of(&line.meeting, turn.account());
        let context = Context { views: &views, actor: &actor, seen };
        let asked = match grammar::ask(verb, args, &context) {
            Ok(asked) => asked,
            // Whoever may not do this at all is told so before how it is said.
            Err(_) if !verb.who.contains(&actor.capacity) => {
                let (capacity, may) = (actor.capacity, verb.who);
                return Err(Trouble::Rejected(Rejection::NotAllowed { capacity, may }));
            }
            Err(misread) => return Err(misread.into()),
        };
        match asked {
            Ask::Do(command, acting_for) => {
                drop(views);
                let done = self.execute(turn, *command, &actor, acting_for).await;
                match self.own_change(turn, &done).await? {
                    false => done,
                    true => Box::pin(self.ask(turn, verb, args, text)).await,
                }
            }
            Ask::Preview(command, acting_for) => {
                self.preview(turn, *command, &actor, (acting_for, text)).await
            }
            Ask::Confirm(edition) => self.confirm(turn, &actor, edition),
            Ask::Which(choices) => self.which(turn, &actor, choices, text).await,
            Ask::Here(announce) => self.here(turn, &actor, announce).await,
            Ask::Practice(then) => self.practice(turn, then),
            Ask::Show(show) => {
                let room = turn.room_of(&views, &actor);
                let shown = self.show(turn, &room, show).await?;
                Ok(Reply { share: sharing::offer(turn), format: sharing::format(args), ..shown })
            }
        }
    }

    /// Whether what “somebody” changed was changed by the asker, who then knows how it reads; after
    /// a restart only the history remembers.
    async fn own_change(
        &self,
        turn: &Turn<'_>,
        done: &Result<Reply, Trouble>,
    ) -> Result<bool, Failure> {
        let Err(Trouble::Rejected(Rejection::ChangedSince { item, entry, .. })) = done else {
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
    ) -> Result<Reply, Trouble> {
        self.execute_as(turn, turn.line.request.clone(), (command, actor, acting_for)).await
    }

    async fn execute_as(
        &self,
        turn: &Turn<'_>,
        request: RequestName,
        (mut command, actor, acting_for): (Command, &Actor, Option<DelegationCode>),
    ) -> Result<Reply, Trouble> {
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

    /// The reply to what was stored, made on the views that hold it.
    async fn done(&self, turn: &Turn<'_>, actor: &Actor, outcome: &Outcome) -> Reply {
        let views = match self.service.known_views(&turn.line.meeting).await {
            Ok(views) => views,
            Err(_) => turn.views(),
        };
        let actor = outcome.entries.first().map_or(actor, |entry| &entry.actor);
        self.memory.edited(&turn.line.meeting, turn.account(), &outcome.entries);
        render::done(&turn.room_of(&views, actor), outcome)
    }

    async fn show(&self, turn: &Turn<'_>, room: &Room<'_>, show: Show) -> Result<Reply, Trouble> {
        if matches!(show, Show::Agenda(..)) {
            self.memory.shown(&turn.line.meeting, turn.account(), room.views.number);
        }
        match show {
            Show::History => {
                let entries = self.service.certified(&turn.line.meeting).await?;
                Ok(render::history(room, &entries))
            }
            Show::Check(seal) => {
                let checked = press::check(&self.service, &turn.line.meeting, seal.as_deref());
                Ok(checked.await?.map_or_else(
                    |why| render::check_failed(room, &why),
                    |head| render::checked(room, &head),
                ))
            }
            other => Ok(render::show(room, other, &turn.seats)),
        }
    }

    async fn preview(
        &self,
        turn: &Turn<'_>,
        command: Command,
        actor: &Actor,
        (acting_for, text): (Option<DelegationCode>, &str),
    ) -> Result<Reply, Trouble> {
        let Command::Comment(comment) = &command else {
            return self.execute(turn, command, actor, acting_for).await;
        };
        // What the rules would refuse is refused before somebody reads a preview of it.
        let trial = actor.clone().acting_for(acting_for);
        self.service.would(&turn.line.meeting, &trial, &command).await?;
        let draft = self.save_draft(turn, comment, text).await?;
        let views = turn.views();
        Ok(render::preview(&turn.room_of(&views, actor), comment, &draft))
    }

    fn confirm(
        &self,
        turn: &Turn<'_>,
        actor: &Actor,
        edition: EditionId,
    ) -> Result<Reply, Trouble> {
        let views = turn.views();
        let room = turn.room_of(&views, actor);
        if !actor_may(actor, &[Capacity::Chair]) {
            let may: &[Capacity] = &[Capacity::Chair];
            return Err(Trouble::Rejected(Rejection::NotAllowed { capacity: actor.capacity, may }));
        }
        let found = views.agenda.edition(edition);
        let found = found.ok_or(Trouble::Rejected(Rejection::UnknownEdition(edition)))?;
        if found.issued.is_some() {
            return Ok(render::already_issued(&room, found));
        }
        if found.returned.is_some() {
            return Err(Trouble::Rejected(Rejection::EditionNotWaiting(edition)));
        }
        Ok(render::confirm_issue(&room, found))
    }

    /// Approves exactly the text that is rendered here from the edition (house, law 12).
    async fn approve(&self, turn: &Turn<'_>, edition: EditionId) -> Result<Reply, Trouble> {
        let actor = turn.seats.actor(&[Capacity::Chair]);
        let views = turn.views();
        let found = views.agenda.edition(edition);
        let found = found.ok_or(Trouble::Rejected(Rejection::UnknownEdition(edition)))?;
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
    ) -> Result<String, Trouble> {
        let plenary_domain::command::CommentCommand::Make { on, .. } = comment else {
            return Err(Trouble::Stale);
        };
        let draft =
            Draft { account: turn.account().to_owned(), line: text.to_owned(), on: on.clone() };
        Ok(self.drafts(turn)?.save(&turn.line.request, &draft).await?)
    }

    async fn which(
        &self,
        turn: &Turn<'_>,
        actor: &Actor,
        choices: Vec<grammar::Choice>,
        text: &str,
    ) -> Result<Reply, Trouble> {
        let draft = Draft { account: turn.account().to_owned(), line: text.to_owned(), on: None };
        let id = self.drafts(turn)?.save(&turn.line.request, &draft).await?;
        let views = turn.views();
        Ok(render::which(&turn.room_of(&views, actor), &choices, &id))
    }
}

impl Turn<'_> {
    /// Whoever may not do this at all is told so before how it is said.
    fn say_first(&self, misread: Misread) -> Trouble {
        let Misread::Missing { verb, .. } = &misread else { return misread.into() };
        let (capacity, may) = (self.seats.actor(verb.who).capacity, verb.who);
        if may.contains(&capacity) {
            return misread.into();
        }
        Trouble::Rejected(Rejection::NotAllowed { capacity, may })
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
        render::about(&self.room_of(&views, &actor))
    }

    fn let_go(&self) {
        *self.views.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::default();
    }

    fn room_of<'r>(&self, views: &'r Views, actor: &'r Actor) -> Room<'r> {
        let has_fields = self.line.place.is_some();
        Room { has_fields, ..Room::new(views, actor, (self.line.lang, self.now)) }
    }
}

fn actor_may(actor: &Actor, may: &[Capacity]) -> bool {
    may.contains(&actor.capacity)
}
