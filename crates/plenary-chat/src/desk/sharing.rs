//! Showing to everybody in a place what was shown to one: asked again, as somebody of the circle of
//! delegations would be shown it, so that nothing of the asker's own gets out.

use plenary_domain::{Actor, Capacity, Reader, Readers};

use super::turn::Turn;
use crate::action::Action;
use crate::desk_error::DeskError;
use crate::line::Input;
use crate::press::Press;
use crate::reading;
use crate::response::Response;
use crate::seen::Seen;
use crate::utterance::Utterance;
use crate::verb::{self, Context, Intent};

/// The press that shows to everybody what this line showed, when there are others to see it.
pub(super) fn offer(turn: &Turn<'_>) -> Option<Press> {
    let Input::Fields(said) = &turn.line.said else { return None };
    let has_others = turn.line.channel.is_some() && turn.seats.is_seated();
    let press = || Press::new(Action::Share(said.clone()), turn.views.number).if_short();
    let is_shared = verb::find(&said.verb).is_some_and(|verb| verb.is_shared);
    (has_others && is_shared).then(press).flatten()
}

/// Shows to everybody what a press names. Only those with a seat may.
pub(super) async fn share(turn: &Turn<'_>, said: &Utterance) -> Result<Response, DeskError> {
    let verb = verb::find(&said.verb).filter(|verb| verb.is_shared && turn.seats.is_seated());
    let verb = verb.ok_or(DeskError::Stale)?;
    let args = reading::args(verb, said)?;
    let (views, at) = turn.views_of(&args).await?;
    let actor = Actor::nobody(Capacity::Reader);
    let context = Context { views: &views, actor: &actor, seen: Seen::default() };
    let Intent::Show(show) = (verb.means)(&args, &context)? else {
        return Err(DeskError::Stale);
    };
    let mut cx = turn.cx_at(&views, &actor, at);
    cx.reader = Reader::of(Readers::Delegations);
    let shown = turn.show(&cx, show).await?;
    Ok(Response { public: true, format: verb::format(&args)?, forms: Vec::new(), ..shown })
}
