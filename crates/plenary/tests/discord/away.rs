//! The store goes away under the bot and comes back: nobody is told what is not so, and the same
//! process goes on.

use std::time::Duration;

use plenary_stand_in_discord::Shown;
use plenary_stand_in_eventstore::{Cluster, Options};

use crate::facts::facts;
use crate::line;
use crate::story::Played;

const DAY: &str = "2007-10-22";
const PATIENCE: Duration = Duration::from_secs(40);

#[tokio::test(flavor = "multi_thread")]
async fn with_the_store_away_the_bot_says_that_it_cannot_write_and_goes_on_when_it_is_back() {
    let cluster = Cluster::start(Options::default()).expect("the stand-in starts");
    let address = cluster.address();
    let mut played = Played::new("ciber-v.story", &address);
    let bot = played.play_to(DAY).await;
    let before = facts(played.folder.path(), &address, "ciber-v");
    let server = &mut played.server;
    let channel = server.channel.clone();
    let secretariat = server.seat("secretariat").user.clone();
    let edit = [("what", "add"), ("text", "Said while it was away.")];
    cluster.stop(0);
    let asked = secretariat.slash(&channel, "agenda edit", edit).unwrap();
    let told = asked.wait_answer(PATIENCE).await.unwrap();
    let says_so = |shown: &Shown| {
        let text = shown.text();
        text.contains("at the moment") || text.contains("do not know yet")
    };
    assert!(told.ephemeral && says_so(&told), "{}", told.text());
    cluster.start_again(0).expect("the same port");
    // The same process goes on by itself.
    let mut again = told;
    for _ in 0..100 {
        let asked = secretariat.slash(&channel, "agenda edit", edit).unwrap();
        again = asked.wait_answer(PATIENCE).await.unwrap();
        if !says_so(&again) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(again.text().contains("Added: item"), "{}", again.text());
    server.says("chile", &line::read("me")).await;
    assert!(bot.stop().await);
    let after = facts(played.folder.path(), &address, "ciber-v");
    assert_eq!(after.len(), before.len() + 1, "once");
    assert_eq!(played.server.discord.complaints(), []);
}
