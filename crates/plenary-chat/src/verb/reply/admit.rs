//! `reply admit N7 REASON`, `reply admit Q3 REASON`: admits what came late.

use plenary_domain::decide::reply::{Admit, AdmitPresentation};
use plenary_domain::event::reply::{NominationAdmitted, PresentationAdmitted};
use plenary_domain::ids::PresentationId;

use super::{nominee, present};
use crate::verb::kit::*;
use crate::verb::lookup::id;

pub(super) static VERB: Verb =
    Verb::new(&help::REPLY_ADMIT, AdmitPresentation::BY, means).short(&["admit"]).args(&[
        Arg::positional("number", ArgKind::Number(Numbered::Nomination)),
        Arg::rest("reason").in_form(),
    ]);

fn means(args: &Args, _: &Context<'_>) -> Result<Intent, ParseError> {
    let (typed, reason) = (args.required("number"), args.required("reason").to_owned());
    Ok(if let Ok(presentation) = typed.parse::<PresentationId>() {
        Intent::does(AdmitPresentation { presentation, reason })
    } else {
        let nomination = id("number", typed, messages::EXPECTED_ADMITTABLE)?;
        Intent::does(Admit { nomination, reason })
    })
}

/// The person is on the list now.
pub(super) fn admitted(cx: &RenderContext<'_>, admitted: &NominationAdmitted) -> Response {
    let Some(shown) = cx.views.reply.find(admitted.nomination) else { return Response::default() };
    let (name, number) = nominee(cx, admitted.nomination);
    let delegation = cx.the(&shown.delegation);
    Response::text(Tone::Done, messages::AnswerAdmitted { name, number, delegation }.say(cx))
}

/// It counts.
pub(super) fn presentation(cx: &RenderContext<'_>, admitted: &PresentationAdmitted) -> Response {
    let number = admitted.presentation.shown();
    let shown = cx.views.reply.presentation(admitted.presentation);
    let what = shown.map(|shown| present::what(cx, &shown.about)).unwrap_or_default();
    Response::text(Tone::Done, messages::PresentAdmitted { what, number }.say(cx))
}
