//! Who acts: a person or nobody in particular, in one capacity, perhaps for a delegation.

use crate::capacity::Capacity;
use crate::ids::PersonId;
use crate::roll::DelegationCode;

/// Who acts, in which capacity, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person; absent for the operator, a joiner, and Plenary itself.
    pub person: Option<PersonId>,
    /// The capacity.
    pub capacity: Capacity,
    /// The actor's own delegation.
    pub delegation: Option<DelegationCode>,
    /// The delegation for which the secretariat enters this.
    pub acting_for: Option<DelegationCode>,
}

impl Actor {
    /// An actor who is no person of the meeting: the operator, Plenary itself, a reader.
    pub fn nobody(capacity: Capacity) -> Self {
        Self { person: None, capacity, delegation: None, acting_for: None }
    }

    /// A person in a capacity, perhaps for a delegation of the person's own.
    pub fn person(
        person: PersonId,
        capacity: Capacity,
        delegation: Option<DelegationCode>,
    ) -> Self {
        Self { person: Some(person), capacity, delegation, acting_for: None }
    }

    /// The same actor entering something for another delegation.
    #[must_use]
    pub fn acting_for(mut self, delegation: Option<DelegationCode>) -> Self {
        self.acting_for = delegation;
        self
    }

    /// The delegation whose act this is.
    pub fn speaks_for(&self) -> Option<&DelegationCode> {
        self.acting_for.as_ref().or(self.delegation.as_ref())
    }
}
