//! Which meeting a channel of a platform is for.

use plenary_domain::Actor;
use plenary_service::channel::Bound;
use plenary_service::{Places, Service};

use super::saying;
use super::turn::Turn;
use crate::desk_error::DeskError;
use crate::line::{Input, Line};
use crate::messages::{self, Voice};
use crate::response::{Response, Tone};
use crate::verb::{self, ArgKind};

/// The line with its meeting: the one that it names, or the one that its channel is bound to.
///
/// # Errors
/// The response when there is none, or when the journal cannot be read.
pub(super) async fn placed(service: &Service, line: Line) -> Result<Line, Box<Response>> {
    let Some(channel) = line.channel.as_ref().filter(|_| line.meeting.is_none()) else {
        return Ok(line);
    };
    let lang = line.lang;
    let bound = match Places::new(service, line.front) {
        Ok(places) => places.meeting_of(channel).await,
        Err(failure) => Err(failure),
    };
    let bound = bound.map_err(|failure| saying::failed(lang, &failure))?.map(|bound| bound.meeting);
    let meeting = match (named(&line.said), bound) {
        (Some(named), Some(bound)) if bound != named => {
            let text = messages::PlaceOther { meeting: bound }.say(lang);
            return Err(Box::new(Response::text(Tone::Refused, text)));
        }
        (named, bound) => bound.or(named),
    };
    if meeting.is_none() {
        // Whoever only asks what to do is told, not refused.
        let verb = match &line.said {
            Input::Fields(said) => verb::find(&said.verb),
            Input::Text(_) | Input::Press(_) | Input::Form { .. } => None,
        };
        let asks = verb.is_some_and(|verb| verb.guides);
        let tone = if asks { Tone::Shown } else { Tone::Refused };
        let text = messages::PLACE_UNBOUND.say(Voice { lang, has_slashes: true });
        return Err(Box::new(Response::text(tone, text)));
    }
    Ok(Line { meeting, ..line })
}

/// The meeting that is named in the fields of a verb.
fn named(said: &Input) -> Option<String> {
    let Input::Fields(said) = said else { return None };
    let arg = verb::find(&said.verb)?.args.iter().find(|arg| arg.kind == ArgKind::Meeting)?;
    let slug = said.get(arg.name)?.trim().to_lowercase();
    (!slug.is_empty()).then_some(slug)
}

/// Binds the channel of this line to its meeting.
pub(super) async fn bind(
    turn: &Turn<'_>,
    actor: &Actor,
    announce: Option<bool>,
) -> Result<Response, DeskError> {
    let (line, lang) = (turn.line, turn.lang());
    let Some(channel) = &line.channel else {
        return Ok(Response::text(Tone::Refused, messages::PLACE_NOWHERE.say(lang)));
    };
    let places = Places::new(turn.service, line.front)?;
    let is_told = |bound: &Bound| bound.announce && bound.server == channel.server;
    let all = places.all().await?;
    let mut told = all.iter().filter(|bound| bound.meeting == turn.slug() && is_told(bound));
    let before = told.next();
    let here = |bound: &Bound| bound.channel == channel.channel;
    // The first channel is told what happens; another one when somebody says so.
    let announce = announce.unwrap_or_else(|| before.is_none_or(here));
    let bound = Bound {
        server: channel.server.clone(),
        channel: channel.channel.clone(),
        meeting: turn.slug().to_owned(),
        announce,
        after: turn.views.number,
    };
    places.bind(&line.request, &bound, actor).await?;
    let title = turn.cx(&turn.views, actor).meeting_title();
    let told = if announce { messages::PLACE_TOLD } else { messages::PLACE_NOT_TOLD };
    let text = messages::PlaceBound { meeting: title }.say(lang);
    Ok(Response::text(Tone::Done, text).and(told.say(lang)))
}
