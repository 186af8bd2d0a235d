//! Verbs about the meeting itself.

mod convene;
mod here;
mod show;

pub(super) use convene::done;

use plenary_domain::decide::meeting::MeetingFault;

use super::kit::*;

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &here::VERB, &convene::VERB];

/// Why a meeting is not convened.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &MeetingFault) -> String {
    let lang = cx.lang;
    match fault {
        MeetingFault::AlreadyConvened => say!(lang, "refuse-already-convened"),
        MeetingFault::Zone(zone) => say!(lang, "convoke-zone", zone = zone),
        MeetingFault::Days => say!(lang, "convoke-days"),
        MeetingFault::Languages => say!(lang, "convoke-languages"),
        MeetingFault::SymbolStyle => say!(lang, "convoke-style"),
        MeetingFault::EmptyRoll => say!(lang, "convoke-roll"),
        MeetingFault::DoubleCode(code) => say!(lang, "convoke-double", code = code.as_str()),
        MeetingFault::EmptySource(source) => say!(lang, "convoke-source", source = source),
    }
}
