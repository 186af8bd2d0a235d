//! Which sittings there were, and whether one is open.

use crate::event::SessionEvent;
use crate::ids::SittingNumber;
use crate::ledger::Ledger;
use crate::stage::Ends;

/// The sittings of a meeting.
pub(crate) type Sittings = Ledger<SittingNumber, Sitting>;

/// A sitting as the rules know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sitting {
    pub(crate) number: SittingNumber,
    pub(crate) closed: bool,
}

impl Ends for Sitting {
    fn is_over(&self) -> bool {
        self.closed
    }
}

impl Sittings {
    pub(super) fn evolve(&mut self, event: &SessionEvent) {
        match event {
            SessionEvent::SittingOpened(opened) => {
                let number = opened.sitting;
                self.enter(number, Sitting { number, closed: false });
            }
            SessionEvent::SittingClosed(closed) => {
                self.change(closed.sitting, |sitting| sitting.closed = true);
            }
        }
    }
}
