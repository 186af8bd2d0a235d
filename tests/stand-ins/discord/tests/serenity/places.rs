//! Channels, threads, pins, members, roles, direct messages, events and commands, as an
//! unmodified client reads them.

use std::time::Duration;

use plenary_stand_in_discord::Options;
use plenary_stand_in_discord::permission::{OF_THE_BOT, PIN_MESSAGES, VIEW_CHANNEL};
use serenity::all::*;
use serenity::json::json;

use crate::hands::{Hands, code};

const SOON: Duration = Duration::from_secs(5);

#[tokio::test]
async fn threads_are_made_archived_and_opened_again() {
    let hands = Hands::new(Options::default()).await;
    let (http, desk) = (&hands.http, ChannelId::new(hands.desk.id()));
    let named = json!({"name": "Item 7", "type": 11, "auto_archive_duration": 1440});
    let thread = http.create_thread(desk, &named, None).await.unwrap();
    let seen = hands.desk.wait_thread(SOON, "Item 7").await.unwrap();
    assert_eq!(seen.id(), thread.id.get());
    let said = http.send_message(thread.id, vec![], &json!({"content": "x"})).await.unwrap();
    http.edit_thread(thread.id, &json!({"archived": true}), None).await.unwrap();
    assert!(seen.is_archived());
    let edit = http.edit_message(thread.id, said.id, &json!({"content": "y"}), vec![]).await;
    assert_eq!(code(edit), "400 50083");
    http.edit_thread(thread.id, &json!({"archived": false}), None).await.unwrap();
    http.edit_message(thread.id, said.id, &json!({"content": "y"}), vec![]).await.unwrap();
    seen.set_archived(true, true);
    let locked = http.send_message(thread.id, vec![], &json!({"content": "x"})).await;
    assert_eq!(code(locked), "400 50083");
    let maria = UserId::new(hands.maria.id());
    assert_eq!(code(http.add_thread_channel_member(thread.id, maria).await), "400 50083");
    let active = http.get_guild_active_threads(GuildId::new(hands.guild.id())).await.unwrap();
    assert!(active.threads.is_empty());
    let again = json!({"name": "Of a message"});
    let said = http.send_message(desk, vec![], &json!({"content": "x"})).await.unwrap();
    http.create_thread_from_message(desk, said.id, &again, None).await.unwrap();
    let second = http.create_thread_from_message(desk, said.id, &again, None).await;
    assert_eq!(code(second), "400 160004");
    assert_eq!(hands.discord.complaints(), []);
}

#[tokio::test]
async fn a_private_thread_is_seen_from_inside_only() {
    let hands = Hands::new(Options::default()).await;
    let named = json!({"name": "Chair", "type": 12});
    let desk = ChannelId::new(hands.desk.id());
    let thread = hands.http.create_thread(desk, &named, None).await.unwrap();
    let seen = hands.desk.wait_thread(SOON, "Chair").await.unwrap();
    let ask = || hands.maria.slash(&seen, "answer", [("item", "x")]);
    assert_eq!(ask().unwrap_err().0, "maria does not see this channel");
    let maria = UserId::new(hands.maria.id());
    hands.http.add_thread_channel_member(thread.id, maria).await.unwrap();
    ask().unwrap();
    assert_eq!(hands.discord.complaints(), []);
}

#[tokio::test]
async fn pins_need_their_own_permission_and_a_nonce_is_kept() {
    let hands = Hands::new(Options::default()).await;
    let (http, desk) = (&hands.http, ChannelId::new(hands.desk.id()));
    let once = json!({"content": "Notice", "nonce": "n-1", "enforce_nonce": true});
    let first = http.send_message(desk, vec![], &once).await.unwrap();
    let second = http.send_message(desk, vec![], &once).await.unwrap();
    assert_eq!((first.id, hands.desk.messages().len()), (second.id, 1));
    http.pin_message(desk, first.id, None).await.unwrap();
    assert_eq!(http.get_pins(desk).await.unwrap().len(), 1);
    assert_eq!(hands.desk.pinned()[0].content, "Notice");
    hands.desk.set_bot(OF_THE_BOT & !PIN_MESSAGES);
    assert_eq!(code(http.pin_message(desk, first.id, None).await), "403 50013");
    hands.desk.set_bot(OF_THE_BOT & !VIEW_CHANNEL);
    assert_eq!(code(http.get_channel(desk).await), "403 50001");
    let said = hands.maria.say(&hands.desk, "mine");
    hands.desk.set_bot(OF_THE_BOT);
    let edit = http.edit_message(desk, said.into(), &json!({"content": "y"}), vec![]).await;
    assert_eq!(code(edit), "403 50005");
}

#[tokio::test]
async fn a_client_reads_guild_members_roles_and_who_it_is() {
    let hands = Hands::new(Options::default()).await;
    let (http, guild) = (&hands.http, GuildId::new(hands.guild.id()));
    hands.guild.set_nick(&hands.maria, "María");
    let me = http.get_current_user().await.unwrap();
    let application = http.get_current_application_info().await.unwrap();
    assert_eq!(application.name, "Plenary");
    assert_eq!(application.id.get(), hands.discord.application());
    assert_ne!(me.id.get(), application.id.get(), "an old application");
    assert_eq!(http.get_guild(guild).await.unwrap().name, "CIBER");
    let member = http.get_member(guild, hands.maria.id().into()).await.unwrap();
    assert_eq!(member.nick.as_deref(), Some("María"));
    let bot = http.get_member(guild, me.id).await.unwrap();
    let roles = http.get_guild_roles(guild).await.unwrap();
    let own = roles.iter().find(|role| bot.roles.contains(&role.id)).unwrap();
    assert!(own.permissions.manage_threads() && own.managed);
    assert_eq!(code(http.get_member(guild, UserId::new(7)).await), "404 10007");
    assert_eq!(http.get_bot_gateway().await.unwrap().shards, 1);
    let to_maria = json!({"recipient_id": hands.maria.id().to_string()});
    let direct = http.create_private_channel(&to_maria).await.unwrap();
    http.send_message(direct.id, vec![], &json!({"content": "for you"})).await.unwrap();
    assert_eq!(hands.maria.direct().messages()[0].content, "for you");
    assert_eq!(hands.discord.complaints(), []);
}

#[tokio::test]
async fn a_scheduled_event_outside_needs_a_place_and_an_end() {
    let hands = Hands::new(Options::default()).await;
    let (http, guild) = (&hands.http, GuildId::new(hands.guild.id()));
    let mut event = json!({
        "name": "Second sitting", "privacy_level": 2, "entity_type": 3,
        "scheduled_start_time": "2026-12-01T10:00:00Z",
    });
    let wrong = http.create_scheduled_event(guild, &event, None).await;
    assert_eq!(code(wrong), "400 50035");
    event["scheduled_end_time"] = json!("2026-12-01T12:00:00Z");
    event["entity_metadata"] = json!({"location": "Washington"});
    http.create_scheduled_event(guild, &event, None).await.unwrap();
    assert_eq!(hands.guild.events()[0]["name"], "Second sitting");
}

#[tokio::test]
async fn commands_keep_their_ids_and_their_creation_is_counted() {
    let hands = Hands::new(Options { creations_max: 2, ..Options::default() }).await;
    let (http, guild) = (&hands.http, GuildId::new(hands.guild.id()));
    assert_eq!(hands.discord.creations(), 1);
    let first = http.get_guild_commands(guild).await.unwrap();
    let wanted = json!([
        {"name": "answer", "description": "Answers otherwise", "name_localizations": {"fr": "non"}},
        {"name": "agenda", "description": "The agenda"},
    ]);
    let second = http.create_guild_commands(guild, &wanted).await.unwrap();
    assert_eq!(first[0].id, second[0].id);
    assert_ne!(first[0].version, second[0].version);
    let third = http.create_guild_commands(guild, &wanted).await.unwrap();
    assert_eq!(second[0].version, third[0].version);
    assert_eq!(hands.discord.creations(), 2);
    let listed = http.get_guild_commands(guild).await.unwrap();
    assert!(listed[0].name_localizations.is_none(), "only when they are asked for");
    let listed = http.get_guild_commands_with_localizations(guild).await.unwrap();
    assert!(listed[0].name_localizations.is_some());
    let more = json!([{"name": "roster", "description": "The roster"}]);
    assert_eq!(code(http.create_guild_commands(guild, &more).await), "429 30034");
    let wrong = json!([{"name": "Roster", "description": "The roster"}]);
    assert_eq!(code(http.create_guild_commands(guild, &wrong).await), "400 50035");
}

#[tokio::test]
async fn what_the_stand_in_does_not_play_is_refused_and_kept() {
    let hands = Hands::new(Options::default()).await;
    let guild = GuildId::new(hands.guild.id());
    assert_eq!(code(hands.http.get_guild_prune_count(guild, 7).await), "404 0");
    let kept = hands.discord.records().pop().unwrap();
    assert!(kept.route.is_none() && kept.path.contains("/prune"));
    assert_eq!(hands.discord.complaints().len(), 1);
    let wrong = HttpBuilder::new("MTE0NTE0.wrong.token").proxy(hands.discord.url());
    let wrong = wrong.ratelimiter_disabled(true).build();
    assert_eq!(code(wrong.get_current_user().await), "401 0");
}
