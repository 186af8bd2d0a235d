//! What a press on a button means. It carries no authority: whoever presses is looked up again,
//! and a button whose thing has moved on says so.

use plenary_domain::command::{CommentCommand, DecisionCommand, PeopleCommand};
use plenary_domain::event::comment::ItemNamed;
use plenary_domain::projection::agenda::Edition;
use plenary_domain::{
    Actor, Capacity, CodeId, Command, CommentId, DecisionId, EditionId, ItemId, Reader, Readers,
    Views,
};
use plenary_service::archive::{self, ArchiveError};
use plenary_service::draft::Drafts;
use plenary_service::{Draft, Failure, Service};

use super::sharing::SHARE;
use super::{Desk, Turn, saying};
use crate::desk_error::DeskError;
use crate::press::Press;
use crate::reading;
use crate::response::Response;
use crate::seen::Seen;
use crate::verb::{self, Context, FORM};

/// Those who see an edition before it is issued.
const INSIDE: &[Capacity] = &[Capacity::Chair, Capacity::Secretariat];

impl Desk {
    pub(super) async fn press(
        &self,
        turn: &Turn<'_>,
        press: &Press,
    ) -> Result<Response, DeskError> {
        let id = press.id.as_str();
        match press.verb.as_str() {
            "comment.send" => self.send(turn, id, None).await,
            "comment.send-private" => self.send(turn, id, Some(Readers::Secretariat)).await,
            "comment.drop" => {
                self.own_draft(turn, id).await?;
                self.drafts(turn)?.close(id).await?;
                Ok(verb::dropped(turn.line.lang))
            }
            "paper.read" => {
                let actor = turn.seats.actor(INSIDE);
                let views = turn.views();
                let edition = visible(&views, &actor, id)?.edition;
                Ok(verb::edition_whole(&turn.room_of(&views, &actor), edition, None))
            }
            "paper.approve" => {
                let actor = turn.seats.actor(&[Capacity::Chair]);
                self.confirm(turn, &actor, parse::<EditionId>(id)?)
            }
            "paper.approve-yes" => self.approve(turn, parse(id)?).await,
            "paper.return" => {
                let views = turn.views();
                let edition = visible(&views, &turn.seats.actor(INSIDE), id)?;
                Ok(verb::how_to_return(turn.line.lang, edition))
            }
            "decision.object" => {
                let actor = turn.seats.actor(&[Capacity::Mission]);
                let decision = Some(parse::<DecisionId>(id)?);
                let command = DecisionCommand::Object { decision, reason: None };
                self.execute(turn, Command::Decision(command), &actor, None).await
            }
            "people.not-me" => {
                let code = parse::<CodeId>(id)?;
                let command = PeopleCommand::NotMe { code };
                let actor = turn.seats.actor(&[]);
                self.execute(turn, Command::People(command), &actor, None).await
            }
            "comment.withdraw" => {
                let comment = parse::<CommentId>(id)?;
                let command = CommentCommand::Withdraw { comment, reason: None };
                let actor = turn.seats.actor(&[]);
                self.execute(turn, Command::Comment(command), &actor, None).await
            }
            "reply.show" => {
                let actor = turn.seats.actor(&[Capacity::Mission, Capacity::Secretariat]);
                let views = turn.views();
                Ok(verb::replies(&turn.room_of(&views, &actor), None))
            }
            "desk.no" => Ok(saying::nothing_changed(turn.line.lang)),
            other if other.starts_with(SHARE) => self.share(turn, press).await,
            other if other.starts_with(FORM) => self.without_form(turn, press).await,
            other => match other.strip_prefix("comment.on-") {
                Some(item) => self.choose(turn, id, parse(item)?).await,
                None => Err(DeskError::Stale),
            },
        }
    }

    async fn own_draft(&self, turn: &Turn<'_>, id: &str) -> Result<Draft, DeskError> {
        if id.is_empty() {
            return Err(DeskError::Stale);
        }
        let draft = self.drafts(turn)?.open(id).await?.ok_or(DeskError::Stale)?;
        // Somebody else's button is as good as none.
        if draft.account == turn.account() { Ok(draft) } else { Err(DeskError::Stale) }
    }

    /// Sends a draft. The request is the draft's own: two presses store once.
    async fn send(
        &self,
        turn: &Turn<'_>,
        id: &str,
        readers: Option<Readers>,
    ) -> Result<Response, DeskError> {
        let request = plenary_service::RequestName::new(&format!("draft:{id}"));
        let request = request.map_err(|_| DeskError::Stale)?;
        if let Some(outcome) = self.service.recall(&turn.line.meeting, &request).await? {
            // Sent already; its receipt is its author's.
            let author = outcome.entries.first().and_then(|entry| entry.actor.person);
            if author.is_none() || author != turn.seats.person {
                return Err(DeskError::Stale);
            }
            self.let_draft_go(turn, id).await;
            return Ok(self.done(turn, &turn.seats.actor(&[]), &outcome).await);
        }
        let draft = self.own_draft(turn, id).await?;
        let (command, actor, acting_for) = self.reread(turn, &draft, readers)?;
        let response = self.execute_as(turn, request, (command, &actor, acting_for)).await?;
        self.let_draft_go(turn, id).await;
        Ok(response)
    }

    /// Closes a draft that was sent. What was stored is told as stored even if this fails: the next
    /// press, or the day's end, closes it.
    async fn let_draft_go(&self, turn: &Turn<'_>, id: &str) {
        let closed = match self.drafts(turn) {
            Ok(drafts) => drafts.close(id).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = closed {
            tracing::warn!(draft = id, %failure, "a draft that was sent could not be closed yet");
        }
    }

    /// The command of a draft: its line read again, on the item that its preview showed.
    fn reread(
        &self,
        turn: &Turn<'_>,
        draft: &Draft,
        readers: Option<Readers>,
    ) -> Result<(Command, Actor, Option<plenary_domain::DelegationCode>), DeskError> {
        let (verb, args) = reading::read_again(&draft.line)?;
        let actor = turn.seats.actor(verb.who);
        let views = turn.views();
        let context = Context { views: &views, actor: &actor, seen: Seen::default() };
        let (mut make, acting_for) = verb::comment_of(&args, &context, draft.on.clone())?;
        if let (CommentCommand::Make { readers: chosen, .. }, Some(readers)) = (&mut make, readers)
        {
            *chosen = readers;
        }
        Ok((Command::Comment(make), actor, acting_for))
    }

    /// The answer to "which one?": the draft's item is settled and its preview shown. The same
    /// press again, as after a crash, shows the same preview.
    async fn choose(&self, turn: &Turn<'_>, id: &str, item: ItemId) -> Result<Response, DeskError> {
        let chosen = Drafts::id(&turn.line.request);
        let draft = match self.own_draft(turn, &chosen).await {
            Ok(draft) => draft,
            Err(_) => self.settle(turn, id, item).await?,
        };
        self.drafts(turn)?.close(id).await?;
        let (command, actor, _) = self.reread(turn, &draft, None)?;
        let Command::Comment(comment) = command else { return Err(DeskError::Stale) };
        let views = turn.views();
        Ok(verb::preview(&turn.room_of(&views, &actor), &comment, &chosen))
    }

    async fn settle(&self, turn: &Turn<'_>, id: &str, item: ItemId) -> Result<Draft, DeskError> {
        let mut draft = self.own_draft(turn, id).await?;
        let views = turn.views();
        let edition = views.agenda.in_force().ok_or(DeskError::Stale)?;
        if edition.agenda.find(item).is_none() {
            return Err(DeskError::Stale);
        }
        let (_, args) = reading::read_again(&draft.line)?;
        let typed = args.get("item").unwrap_or_default().to_owned();
        draft.on = Some(ItemNamed { item, edition: Some(edition.edition), typed });
        self.drafts(turn)?.save(&turn.line.request, &draft).await?;
        Ok(draft)
    }
}

/// The edition that a press names, if whoever presses may see it: a press carries no authority.
pub(super) fn visible<'v>(
    views: &'v Views,
    actor: &Actor,
    id: &str,
) -> Result<&'v Edition, DeskError> {
    let found = views.agenda.edition(parse(id)?);
    let reader = Reader::actor(actor);
    found.filter(|edition| reader.may_see(*edition)).ok_or(DeskError::Stale)
}

fn parse<T: std::str::FromStr>(id: &str) -> Result<T, DeskError> {
    id.parse().map_err(|_| DeskError::Stale)
}

/// Verifies a meeting's stream, against a seal (`96:digest`) when one is given. A store that is
/// away says nothing of what it holds.
pub(super) async fn check(
    service: &Service,
    slug: &str,
    seal: Option<&str>,
) -> Result<Result<String, String>, Failure> {
    match archive::check(service, slug, seal).await {
        Err(ArchiveError::Failed(failure)) if failure.away().is_some() => Err(failure),
        checked => Ok(checked.map_err(|error| error.to_string())),
    }
}
