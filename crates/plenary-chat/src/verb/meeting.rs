//! Verbs about the meeting itself.

mod convene;
mod here;
mod show;

pub(super) use convene::done;
pub(super) use show::deadline;

use plenary_domain::decide::meeting::MeetingFault;

use super::kit::*;

pub(super) static VERBS: &[&Verb] = &[&show::VERB, &here::VERB, &convene::VERB];

/// Why a meeting is not convened.
pub(super) fn refusal(cx: &RenderContext<'_>, fault: &MeetingFault) -> String {
    match fault {
        MeetingFault::AlreadyConvened => messages::REFUSE_ALREADY_CONVENED.say(cx),
        MeetingFault::Zone(zone) => messages::ConvokeZone { zone }.say(cx),
        MeetingFault::Days => messages::CONVOKE_DAYS.say(cx),
        MeetingFault::Languages => messages::CONVOKE_LANGUAGES.say(cx),
        MeetingFault::SymbolStyle => messages::CONVOKE_STYLE.say(cx),
        MeetingFault::EmptyRoll => messages::CONVOKE_ROLL.say(cx),
        MeetingFault::DoubleCode(code) => messages::ConvokeDouble { code: code.as_str() }.say(cx),
        MeetingFault::EmptySource(source) => messages::ConvokeSource { source }.say(cx),
    }
}
