//! Which person an account is: looked up in the meeting's own history, and lost with a new code.

use plenary_domain::PersonId;

use crate::meeting::{HELENA, PAULO, SLUG, invite_again, join, secretariat};
use crate::stage::Stage;

async fn who(stage: &Stage, account: &str) -> Option<PersonId> {
    stage.service.person_of(SLUG, account).await.unwrap()
}

#[tokio::test]
async fn a_person_who_joins_from_a_new_account_makes_the_old_account_powerless() {
    let stage = Stage::memory().play_to("join-expert").await;
    assert_eq!(who(&stage, "terminal:paulo").await, Some(PAULO));
    stage.execute("again", invite_again(secretariat(), PAULO)).await.unwrap();
    // The new code alone takes nothing away; it may be on its way for a week.
    assert_eq!(who(&stage, "terminal:paulo").await, Some(PAULO));
    let secret = stage.ports.keyring.secret().unwrap();
    stage.execute("rejoin", join(&secret, "again", "terminal:paulo-new")).await.unwrap();
    for stage in [&stage, &stage.again()] {
        assert_eq!(who(stage, "terminal:paulo-new").await, Some(PAULO));
        assert_eq!(who(stage, "terminal:paulo").await, None);
        assert_eq!(who(stage, "terminal:helena").await, Some(HELENA));
        assert_eq!(who(stage, "terminal:nobody").await, None);
    }
}

#[tokio::test]
async fn an_account_is_bound_in_its_own_meeting_and_in_no_other() {
    let stage = Stage::memory().play_to("join-chair").await;
    assert_eq!(stage.service.person_of("other", "terminal:ruth").await.unwrap(), None);
}

#[tokio::test]
async fn another_service_knows_at_once_who_joined_here() {
    let stage = Stage::memory().play_to("invite-chair").await;
    let other = stage.again();
    assert_eq!(who(&other, "terminal:ruth").await, None);
    let stage = stage.play_rest("invite-chair", "join-chair").await;
    assert_eq!(who(&other, "terminal:ruth").await, Some(crate::meeting::RUTH));
    drop(stage);
}
