//! Showing to everybody in a place what was shown to one: asked again, as somebody of the circle of
//! delegations would be shown it, so that nothing of the asker's own gets out.

use plenary_documents::Format;
use plenary_domain::{Actor, Capacity, Reader, Readers};
use std::sync::Arc;

use super::{Desk, Turn};
use crate::desk_error::DeskError;
use crate::line::Input;
use crate::press::Press;
use crate::response::Response;
use crate::seen::Seen;
use crate::verb::{self, Args, Context, Verb};
use crate::{payload, reading};

/// Begins the verb of a press that shows something to everybody: `share.agenda-show`.
pub(super) const SHARE: &str = "share.";

/// The press that shows to everybody what this line showed, when there are others to see it.
pub(super) fn offer(turn: &Turn<'_>) -> Option<Press> {
    let Input::Fields { verb, fields } = &turn.line.said else { return None };
    turn.line.channel.as_ref().filter(|_| turn.seats.is_seated())?;
    let verb = verb::find(verb).filter(|verb| verb.is_shared)?;
    payload::press(&pressed(verb), fields, turn.views().number)
}

fn pressed(verb: &Verb) -> String {
    format!("{SHARE}{}", verb.typed().replace(' ', "-"))
}

/// The format in which papers are asked for.
pub(super) fn format(args: &Args) -> Option<Format> {
    match args.get("format")? {
        "markdown" => Some(Format::Markdown),
        "html" => Some(Format::Html),
        _ => Some(Format::Text),
    }
}

impl Desk {
    /// Shows to everybody what the press names. Only those with a seat may.
    pub(super) async fn share(
        &self,
        turn: &Turn<'_>,
        press: &Press,
    ) -> Result<Response, DeskError> {
        let mut shared = verb::all().filter(|verb| verb.is_shared);
        let verb = shared.find(|verb| pressed(verb) == press.verb).ok_or(DeskError::Stale)?;
        if !turn.seats.is_seated() {
            return Err(DeskError::Stale);
        }
        let fields = payload::fields(press).ok_or(DeskError::Stale)?;
        let (verb, args) = reading::read_fields(&verb.typed(), &fields)?;
        let now = turn.views();
        let views = match verb::as_of(&args, &now)? {
            Some(as_of) => Arc::new(self.service.views_as_of(&turn.line.meeting, as_of).await?),
            None => now,
        };
        let actor = Actor::nobody(Capacity::Reader);
        let context = Context { views: &views, actor: &actor, seen: Seen::default() };
        let shows = (verb.means)(&args, &context)?;
        let mut cx = turn.room_of(&views, &actor);
        cx.reader = Reader::of(Readers::Delegations);
        let shown = self.show(turn, &cx, shows).await?;
        Ok(Response { public: true, format: format(&args), forms: Vec::new(), ..shown })
    }
}
