//! One turn at the desk: who speaks in which meeting, and what can be done for them. It names
//! nothing above it.

use plenary_domain::decide::people::PeopleCommand;
use plenary_domain::{
    Actor, Capacity, Command, DelegationCode, ItemId, Language, Rejection, Timestamp, Views,
};
use plenary_service::archive::{self, ArchiveError};
use plenary_service::draft::Drafts;
use plenary_service::{AsOf, Failure, Freshness, Outcome, Request, RequestName, Service};
use std::sync::Arc;

use crate::desk_error::DeskError;
use crate::line::Line;
use crate::render::RenderContext;
use crate::response::Response;
use crate::seats::Seats;
use crate::seen::Memory;
use crate::verb::{self, Args, Context, ParseError, Show, Verb};

/// One line with everything that answering it needs.
pub(super) struct Turn<'d> {
    pub(super) service: &'d Service,
    memory: &'d Memory,
    pub(super) line: &'d Line,
    pub(super) views: Arc<Views>,
    pub(super) now: Timestamp,
    pub(super) seats: Seats,
}

/// A command with who does it, and perhaps for whom.
pub(super) type Deed<'a, C = Command> = (C, &'a Actor, Option<DelegationCode>);

impl<'d> Turn<'d> {
    /// Looks up the line's meeting and speaker.
    pub(super) async fn begin(
        service: &'d Service,
        memory: &'d Memory,
        line: &'d Line,
    ) -> Result<Self, Failure> {
        let (views, person) =
            service.views_for(line.slug(), line.speaker.account(), Freshness::Current).await?;
        let now = service.now(&views);
        let seats = Seats::of(&line.speaker, person, &views);
        Ok(Self { service, memory, line, views, now, seats })
    }

    /// A turn in which nothing could be looked up: its speaker is nobody.
    pub(super) fn lost(service: &'d Service, memory: &'d Memory, line: &'d Line) -> Self {
        let views = Arc::new(Views::default());
        let seats = Seats::of(&line.speaker, None, &views);
        Self { service, memory, line, views, now: Timestamp::EARLIEST, seats }
    }

    pub(super) fn slug(&self) -> &'d str {
        self.line.slug()
    }

    pub(super) fn lang(&self) -> Language {
        self.line.lang
    }

    pub(super) fn account(&self) -> &'d str {
        self.line.speaker.account().unwrap_or("operator")
    }

    /// The speaker in the seat for which this is made.
    pub(super) fn actor(&self, who: &[Capacity]) -> Actor {
        self.seats.actor(who)
    }

    /// The seat in which a command is given: a verb may be made for more seats than what it meant.
    pub(super) fn seat_for(&self, meant: Actor, command: &Command) -> Actor {
        let may = command.by();
        if may.contains(&meant.capacity) { meant } else { self.actor(may) }
    }

    /// The speaker in one of these capacities.
    pub(super) fn allowed(&self, may: &'static [Capacity]) -> Result<Actor, Rejection> {
        let actor = self.actor(may);
        let capacity = actor.capacity;
        if may.contains(&capacity) {
            Ok(actor)
        } else {
            Err(Rejection::NotAllowed { capacity, may })
        }
    }

    /// Why a verb has no meaning: whoever may not say it at all is told so before how it is said.
    pub(super) fn misread(&self, verb: &Verb, error: ParseError) -> DeskError {
        self.allowed(verb.who).map_or_else(DeskError::from, |_| error.into())
    }

    /// The meeting, and the speaker's seat in it.
    pub(super) fn about(&self) -> Option<String> {
        self.cx(&self.views, &self.actor(&[])).about()
    }

    /// What the speaker is shown things in.
    pub(super) fn cx<'r>(&self, views: &'r Views, actor: &'r Actor) -> RenderContext<'r>
    where
        'd: 'r,
    {
        self.cx_at(views, actor, self.now)
    }

    /// The same as of another moment.
    pub(super) fn cx_at<'r>(
        &self,
        views: &'r Views,
        actor: &'r Actor,
        at: Timestamp,
    ) -> RenderContext<'r>
    where
        'd: 'r,
    {
        let has_fields = self.line.channel.is_some();
        let cx = RenderContext::new(views, actor, (self.lang(), at));
        RenderContext { has_fields, slug: self.slug(), ..cx }
    }

    /// What the speaker's arguments find their meaning in.
    pub(super) fn context<'r>(&self, views: &'r Views, actor: &'r Actor) -> Context<'r> {
        Context { views, actor, seen: self.memory.of(self.slug(), self.account()) }
    }

    /// The views of now, or of the moment that the arguments name, with that moment.
    pub(super) async fn views_of(&self, args: &Args) -> Result<(Arc<Views>, Timestamp), DeskError> {
        let Some(as_of) = verb::as_of(args, &self.views)? else {
            return Ok((Arc::clone(&self.views), self.now));
        };
        let views = self.service.views_as_of(self.slug(), as_of).await?;
        let at = match as_of {
            AsOf::Time(at) => at.min(self.now),
            AsOf::Entry(_) => views.at.unwrap_or(self.now),
        };
        Ok((Arc::new(views), at))
    }

    /// The speaker was shown a thing of the working agenda as this entry left it.
    pub(super) fn quoted(&self, thing: Option<ItemId>, entry: u64) {
        self.memory.quoted(self.slug(), self.account(), (thing, entry));
    }

    /// Whether the speaker made this entry.
    pub(super) async fn made(&self, entry: u64) -> Result<bool, Failure> {
        let entries = self.service.entries(self.slug()).await?;
        let author = entries.iter().find(|found| found.number == entry);
        let author = author.and_then(|found| found.actor.person);
        Ok(author.is_some() && author == self.seats.person)
    }

    /// What the request of this name stored, if it stored something.
    pub(super) async fn stored_by(&self, name: &RequestName) -> Result<Option<Outcome>, Failure> {
        self.service.stored_by(self.slug(), name).await
    }

    /// Executes a command of the speaker's own, in the seat in which it may be given.
    pub(super) async fn does(&self, command: impl Into<Command>) -> Result<Response, DeskError> {
        let command = command.into();
        let actor = self.actor(command.by());
        self.execute((command, &actor, None)).await
    }

    /// Executes a command under the line's own name.
    pub(super) async fn execute(&self, deed: Deed<'_>) -> Result<Response, DeskError> {
        self.execute_as(self.line.request.clone(), deed).await
    }

    /// Executes a command under a name of its own.
    pub(super) async fn execute_as(
        &self,
        name: RequestName,
        (mut command, actor, acting_for): Deed<'_>,
    ) -> Result<Response, DeskError> {
        if let (Command::People(PeopleCommand::Join(join)), Some(account)) =
            (&mut command, self.line.speaker.account())
        {
            join.who.account = Some(account.to_owned());
        }
        let actor = actor.clone().acting_for(acting_for);
        let request = Request { actor: actor.clone(), command };
        let outcome = self.service.execute(self.slug(), name, request).await?;
        Ok(self.done(&actor, &outcome).await)
    }

    /// The response to what was stored, made on the views that hold it.
    pub(super) async fn done(&self, actor: &Actor, outcome: &Outcome) -> Response {
        let views = self.service.views(self.slug(), Freshness::Known).await;
        let views = views.unwrap_or_else(|_| Arc::clone(&self.views));
        let actor = outcome.entries.first().map_or(actor, |entry| &entry.actor);
        self.memory.edited(self.slug(), self.account(), &outcome.entries);
        verb::done(&self.cx(&views, actor), outcome)
    }

    pub(super) async fn show(
        &self,
        cx: &RenderContext<'_>,
        show: Show,
    ) -> Result<Response, DeskError> {
        match show {
            Show::History => Ok(verb::history(cx, &self.service.certified(self.slug()).await?)),
            Show::Check(seal) => {
                let checked = archive::check(self.service, self.slug(), seal.as_deref()).await;
                match checked {
                    // A store that is away says nothing of what it holds.
                    Err(ArchiveError::Failed(failure)) if failure.away().is_some() => {
                        Err(failure.into())
                    }
                    Err(error) => Ok(verb::check_failed(cx, &error.to_string())),
                    Ok(head) => Ok(verb::checked(cx, &head)),
                }
            }
            Show::Agenda(view) => {
                self.memory.shown(self.slug(), self.account(), cx.views.number);
                Ok(view(cx, &self.seats))
            }
            Show::Of(view) => Ok(view(cx, &self.seats)),
        }
    }

    /// The drafts of this meeting on the line's platform.
    pub(super) fn drafts(&self) -> Result<Drafts<'d>, Failure> {
        Ok(Drafts::new(self.service, self.line.front, self.slug())?.at(self.now))
    }
}
