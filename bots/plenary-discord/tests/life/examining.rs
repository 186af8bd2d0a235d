//! What `plenary doctor` learns of Discord.

use std::io::{Read, Write};
use std::net::TcpListener;

use plenary_discord::{Finding, Options, Token, examine};
use plenary_stand_in_discord::{Options as World, permission};

use crate::stage::Stage;

fn wrong(found: &[Finding]) -> Vec<String> {
    let wrong = found.iter().filter(|finding| finding.remedy.is_some());
    wrong.map(|finding| format!("{}: {}", finding.what, finding.found)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bot_that_serves_has_everything_that_it_needs() {
    let stage = Stage::ready().await;
    for guild in [Some(stage.guild.id()), None] {
        let found = examine(&Options { guild, ..stage.options() }).await;
        assert_eq!(wrong(&found), [""; 0], "{found:?}");
        let commands = found.iter().find(|finding| finding.what == "commands").unwrap();
        assert_eq!(
            commands.found.contains("no commands are registered"),
            guild.is_none(),
            "{found:?}"
        );
        let whats: Vec<&str> = found.iter().map(|finding| finding.what.as_str()).collect();
        let all = ["Discord token", "Discord clock", "Discord application", "commands"];
        assert!(all.iter().all(|what| whats.contains(what)), "{whats:?}");
    }
    stage.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_missing_permission_is_named_with_its_channel() {
    let stage = Stage::ready().await;
    stage.guild.channel("cellar").set_bot(0);
    stage.room.set_bot(permission::VIEW_CHANNEL | permission::SEND_MESSAGES);
    let found = examine(&stage.options()).await;
    let lacks = "#agenda: the bot lacks Send Messages in Threads, Attach Files";
    assert_eq!(wrong(&found), [lacks]);
    let server = found.iter().find(|finding| finding.what == "server Lighthouses").unwrap();
    assert!(server.found.contains("does not see #cellar"), "{server:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_token_an_absent_discord_and_a_server_without_the_bot_are_told_apart() {
    let stage = Stage::set(World::default());
    let token = Token::new("MTE0NTE0.another.token");
    let found = examine(&Options { token, ..stage.options() }).await;
    assert_eq!(wrong(&found), ["Discord token: Discord does not know it"]);
    assert!(!format!("{found:?}").contains("another"));
    let found = examine(&Options { guild: Some(17), ..stage.options() }).await;
    assert_eq!(wrong(&found), ["servers: the bot is not in the server 17"]);
    stage.discord.pause();
    let found = examine(&stage.options()).await;
    assert!(wrong(&found)[0].starts_with("Discord: "), "{found:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_without_end_is_not_read_to_its_end() {
    static CHUNK: [u8; 65_536] = [b' '; 65_536];
    const ENDLESS: usize = 1 << 30;
    let listener = TcpListener::bind("127.0.0.1:0").expect("an address");
    let api_url = Some(format!("http://{}", listener.local_addr().expect("an address")));
    let sent = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("it is asked");
        let _ = stream.read(&mut [0; 4096]);
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {ENDLESS}\r\n\r\n");
        let _ = stream.write_all(head.as_bytes());
        drop(listener);
        let mut sent = 0;
        while sent < ENDLESS && stream.write_all(&CHUNK).is_ok() {
            sent += CHUNK.len();
        }
        sent
    });
    let token = Token::new("MTE0NTE0.another.token");
    let found = examine(&Options { token, api_url, guild: None }).await;
    assert!(!wrong(&found).is_empty(), "{found:?}");
    let sent = sent.join().expect("it ends");
    assert!(sent < ENDLESS / 16, "{sent} bytes were taken");
}
