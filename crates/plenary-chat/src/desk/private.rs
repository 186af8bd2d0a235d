//! What one person is told privately where a platform can do that: that a comment of theirs was
//! replied to, that a paper awaits them, that a request or an act of their mission does.

use plenary_domain::{Entry, Language, PersonId, Views};

use super::announcing::{Announcement, Recipient};
use crate::line::Speaker;
use crate::messages::{self, Voice};
use crate::response::{Audience, Notice};
use crate::seats::Seats;

/// Whether it is for one person or one office, and not for everybody in the channel.
pub(super) fn is_private(notice: &Notice) -> bool {
    match &notice.to {
        Audience::Chair | Audience::Mission(_) | Audience::Person(_) => true,
        Audience::Circle(_)
        | Audience::Secretariat
        | Audience::Missions
        | Audience::Replaced(_) => false,
    }
}

/// Who is told what: those for whom it was then and is now, so nobody who came or went since. The
/// entry's own author has the response.
///
/// It has no buttons: what is pressed in private belongs to no meeting.
pub(super) fn to_people(
    (then, now): (&Views, &Views),
    entry: &Entry,
    notices: &[Notice],
    (front, lang): (&str, Language),
) -> Vec<Announcement> {
    let others = now.roster.people().filter(|(id, _)| entry.actor.person != Some(*id));
    let told = others.filter_map(|(person, participant)| {
        let account = participant.personal.known()?.account.as_deref()?;
        let own = account.strip_prefix(front)?.strip_prefix(':')?.to_owned();
        let [before, seats] = [then, now].map(|views| seats(views, account, person));
        let hears = |notice: &&Notice| before.hears(&notice.to) && seats.hears(&notice.to);
        let theirs = notices.iter().filter(|notice| is_private(notice)).rfind(hears)?;
        let go_on = messages::PRIVATE_GO_ON.say(Voice::on_a_platform(lang));
        let mut response = theirs.response.clone().and(go_on);
        (response.buttons, response.forms) = (Vec::new(), Vec::new());
        let to = Recipient::Person { person, account: own };
        Some(Announcement { entry: entry.number, to, response })
    });
    told.collect()
}

fn seats(views: &Views, account: &str, person: PersonId) -> Seats {
    Seats::of(&Speaker::Account(account.to_owned()), Some(person), views)
}
