//! From what is meant to a response.

use plenary_domain::Rejection;
use plenary_domain::decide::agenda::AgendaFault;
use plenary_domain::decide::people::CodeFault;

use super::turn::Turn;
use super::{channels, drafting, practice, sharing};
use crate::desk_error::DeskError;
use crate::reading;
use crate::response::Response;
use crate::utterance::Utterance;
use crate::verb::{self, Args, Intent, Verb, WithoutMeeting};

/// The response to a verb whose arguments came by name.
pub(super) async fn say(turn: &Turn<'_>, said: &Utterance) -> Result<Response, DeskError> {
    let verb = verb::find(&said.verb).ok_or(DeskError::Stale)?;
    let args = reading::args(verb, said).map_err(|error| turn.misread(verb, error))?;
    ask(turn, verb, &args).await
}

/// The response to a verb with these arguments.
pub(super) async fn ask(
    turn: &Turn<'_>,
    verb: &'static Verb,
    args: &Args,
) -> Result<Response, DeskError> {
    let (views, at) = turn.views_of(args).await?;
    if views.meeting.convened.is_none() {
        match verb.without_meeting {
            WithoutMeeting::Works => {}
            WithoutMeeting::IsRefused => return Err(DeskError::NoMeeting),
            WithoutMeeting::KnowsNoCode => {
                return Err(DeskError::Rejected(CodeFault::Unknown.into()));
            }
        }
    }
    let actor = turn.actor(verb.who);
    let intent = (verb.means)(args, &turn.context(&views, &actor));
    match intent.map_err(|error| turn.misread(verb, error))? {
        Intent::Do(command, acting_for) => {
            let actor = turn.seat_for(actor, &command);
            let done = turn.execute((*command, &actor, acting_for)).await;
            // “Somebody” was the asker, who knows how it reads; after a restart only the history
            // remembers that.
            if let Err(DeskError::Rejected(Rejection::Agenda(fault))) = &done
                && let AgendaFault::ChangedSince { item, entry, .. } = fault
                && turn.made(*entry).await?
            {
                turn.quoted(*item, *entry);
                return Box::pin(ask(turn, verb, args)).await;
            }
            done
        }
        Intent::Preview(comment, acting_for) => {
            let said = Utterance::new(verb.said, args.owned());
            drafting::preview(turn, (*comment, &actor, acting_for), said).await
        }
        Intent::Ask(question, command, acting_for) => {
            let said = Utterance::new(verb.said, args.owned());
            let actor = turn.seat_for(actor, &command);
            drafting::question(turn, (*command, &actor, acting_for), (question, said)).await
        }
        Intent::Which(choices) => {
            drafting::which(turn, &actor, &choices, Utterance::new(verb.said, args.owned())).await
        }
        Intent::Here(announce) => channels::bind(turn, &turn.allowed(verb.who)?, announce).await,
        Intent::Practice(then) => practice::set(turn, then),
        Intent::Show(show) => {
            let shown = turn.show(&turn.cx_at(&views, &actor, at), show).await?;
            Ok(Response { share: sharing::offer(turn), format: verb::format(args)?, ..shown })
        }
    }
}
