//! By which clock a meeting goes, and the time of what is stored next in it.

use std::sync::{Arc, Mutex, PoisonError};

use plenary_domain::decide::meeting::MeetingCommand;
use plenary_domain::{Command, Meeting, Timestamp};

use crate::outcome::Failure;
use crate::{Clock, clock};

/// The clocks by which one meeting can go.
#[derive(Clone)]
pub(crate) struct MeetingClocks {
    /// The time of stories and practice meetings.
    pub(crate) practice: Arc<dyn Clock>,
    pub(crate) machine: Arc<dyn Clock>,
    /// The machine's time when somebody said last that it is right.
    pub(crate) confirmed: Arc<Mutex<Option<jiff::Timestamp>>>,
}

impl MeetingClocks {
    /// Somebody says that the machine's clock is right.
    pub(crate) fn confirm(&self) {
        let mut confirmed = self.confirmed.lock().unwrap_or_else(PoisonError::into_inner);
        *confirmed = Some(self.machine.now());
    }
}

/// The time of a request decided on this state. Only a meeting whose first entry says so takes
/// another clock than the machine's; time never falls.
///
/// # Errors
/// When the machine's clock is not believed.
pub(crate) fn moment(
    meeting: &Meeting,
    command: &Command,
    clocks: &MeetingClocks,
) -> Result<Timestamp, Failure> {
    let practises = if let Command::Meeting(MeetingCommand::Convene(convene)) = command {
        convene.meeting.clock.is_some()
    } else {
        meeting.is_practice()
    };
    let last = meeting.last_at();
    let now = if practises {
        clocks.practice.now()
    } else {
        let confirmed = *clocks.confirmed.lock().unwrap_or_else(PoisonError::into_inner);
        clock::believed(clocks.machine.now(), last.map(Timestamp::timestamp), confirmed)?
    };
    let now = Timestamp::new(now);
    Ok(last.map_or(now, |last| last.max(now)))
}
