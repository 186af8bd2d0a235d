//! Facts about people and their seats. Their personal part is sealed in the journal.

use serde::{Deserialize, Serialize};

use super::family;
use crate::capacity::SeatKind;
use crate::ids::{CodeId, NominationId, PersonId};
use crate::moment::Timestamp;
use crate::personal::Personal;
use crate::roll::DelegationCode;
use crate::stored::{apply, stored};

family! {
    /// Who was invited, joined, was appointed, gave up a seat.
    PeopleEvent {
        Invited = "people.invited.v1" sealing(person),
        Joined = "people.joined.v1" sealing(person),
        Appointed = "people.appointed.v1" open,
        SeatEnded = "people.seat-ended.v1" open,
    }
}

/// The hash of a one-time code: 64 hexadecimal digits of SHA-256. The code itself is never stored.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct CodeHash(pub String);

/// A seat is offered by a one-time code. Earlier open codes for the same person and seat no longer
/// work.
#[apply(stored!)]
pub struct Invited {
    /// The code's id.
    pub code: CodeId,
    /// The code's hash.
    pub hash: CodeHash,
    /// What it opens.
    pub seat: SeatKind,
    /// The delegation of the seat; also an office may have one.
    pub delegation: Option<DelegationCode>,
    /// The nomination whose expert is invited.
    pub nomination: Option<NominationId>,
    /// The last moment at which it can be used.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub expires: Timestamp,
    /// For whom it is meant. An account of somebody else who joins keeps its own person; a new
    /// account is a new person where the one who was meant holds other seats.
    pub person: PersonId,
    /// What is known of the person (sealed).
    #[serde(skip)]
    pub personal: Personal,
}

/// Somebody joined with a code and holds the seat now.
#[apply(stored!)]
pub struct Joined {
    /// The code that was used up.
    pub code: CodeId,
    /// The seat.
    pub seat: SeatKind,
    /// Its delegation.
    pub delegation: Option<DelegationCode>,
    /// The nomination whose expert this is.
    pub nomination: Option<NominationId>,
    /// Who joined.
    pub person: PersonId,
    /// The account, and perhaps a name (sealed).
    #[serde(skip)]
    pub personal: Personal,
}

/// Somebody who already takes part holds an office now.
#[apply(stored!)]
pub struct Appointed {
    /// The office: chair or secretariat.
    pub office: SeatKind,
    /// Who holds it.
    pub person: PersonId,
    /// The delegation to which the office falls, if said.
    pub delegation: Option<DelegationCode>,
}

/// A seat ended: given up ("not me") or taken back. The name stays in history.
#[apply(stored!)]
pub struct SeatEnded {
    /// Whose seat.
    pub person: PersonId,
    /// Which seat.
    pub seat: SeatKind,
    /// Its delegation.
    pub delegation: Option<DelegationCode>,
    /// Why.
    pub reason: Option<String>,
}
