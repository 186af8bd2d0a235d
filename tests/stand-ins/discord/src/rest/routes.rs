//! Which paths there are, named as Discord's specification names them.

use super::{Answer, Call, applications, callback, channels, events, guilds, messages, threads};
use super::{Refusal, webhooks};
use crate::refusal;
use crate::shared::Shared;

type Handler = fn(&Shared, &Call) -> Answer;

/// One thing that can be asked for.
pub(crate) struct Route {
    pub(super) method: &'static str,
    pub(super) template: &'static str,
    pub(super) handler: Handler,
    /// Interactions and webhooks carry a token of their own in the path.
    pub(super) needs_token: bool,
}

const fn route(method: &'static str, template: &'static str, handler: Handler) -> Route {
    Route { method, template, handler, needs_token: true }
}

const fn open(method: &'static str, template: &'static str, handler: Handler) -> Route {
    Route { method, template, handler, needs_token: false }
}

macro_rules! paths {
    ($($name:ident = $template:literal;)*) => { $(const $name: &str = $template;)* };
}

paths! {
    COMMANDS = "/applications/{application_id}/commands";
    COMMAND = "/applications/{application_id}/commands/{command_id}";
    GUILD_COMMANDS = "/applications/{application_id}/guilds/{guild_id}/commands";
    GUILD_COMMAND = "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}";
    CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";
    WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";
    ORIGINAL = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
    FOLLOWUP = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}";
    CHANNEL = "/channels/{channel_id}";
    MESSAGES = "/channels/{channel_id}/messages";
    MESSAGE = "/channels/{channel_id}/messages/{message_id}";
    PINS = "/channels/{channel_id}/messages/pins";
    PIN = "/channels/{channel_id}/messages/pins/{message_id}";
    OLD_PINS = "/channels/{channel_id}/pins";
    OLD_PIN = "/channels/{channel_id}/pins/{message_id}";
    THREADS = "/channels/{channel_id}/threads";
    THREAD_OF = "/channels/{channel_id}/messages/{message_id}/threads";
    THREAD_MEMBERS = "/channels/{channel_id}/thread-members";
    THREAD_ME = "/channels/{channel_id}/thread-members/@me";
    THREAD_MEMBER = "/channels/{channel_id}/thread-members/{user_id}";
    EVENTS = "/guilds/{guild_id}/scheduled-events";
    EVENT = "/guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}";
}

/// What is not a parameter stands before what is, where both would fit.
static ROUTES: &[Route] = &[
    open("GET", "/gateway", guilds::gateway),
    route("GET", "/gateway/bot", guilds::gateway_bot),
    route("GET", "/users/@me", guilds::me),
    route("GET", "/users/@me/guilds", guilds::my_guilds),
    route("POST", "/users/@me/channels", guilds::direct),
    route("GET", "/users/{user_id}", guilds::user),
    route("GET", "/applications/@me", applications::me),
    route("GET", "/oauth2/applications/@me", applications::me),
    route("GET", COMMANDS, applications::list),
    route("PUT", COMMANDS, applications::overwrite),
    route("POST", COMMANDS, applications::create),
    route("GET", COMMAND, applications::get),
    route("PATCH", COMMAND, applications::edit),
    route("DELETE", COMMAND, applications::delete),
    route("GET", GUILD_COMMANDS, applications::list),
    route("PUT", GUILD_COMMANDS, applications::overwrite),
    route("POST", GUILD_COMMANDS, applications::create),
    route("GET", GUILD_COMMAND, applications::get),
    route("PATCH", GUILD_COMMAND, applications::edit),
    route("DELETE", GUILD_COMMAND, applications::delete),
    open("POST", CALLBACK, callback::answer),
    open("POST", WEBHOOK, webhooks::follow),
    open("GET", ORIGINAL, webhooks::get_original),
    open("PATCH", ORIGINAL, webhooks::edit_original),
    open("DELETE", ORIGINAL, webhooks::delete_original),
    open("GET", FOLLOWUP, webhooks::get),
    open("PATCH", FOLLOWUP, webhooks::edit),
    open("DELETE", FOLLOWUP, webhooks::delete),
    route("GET", CHANNEL, channels::get),
    route("PATCH", CHANNEL, channels::edit),
    route("GET", MESSAGES, messages::list),
    route("POST", MESSAGES, messages::post),
    route("GET", PINS, messages::pins),
    route("PUT", PIN, messages::pin),
    route("DELETE", PIN, messages::unpin),
    route("GET", MESSAGE, messages::get),
    route("PATCH", MESSAGE, messages::patch),
    route("DELETE", MESSAGE, messages::delete),
    route("GET", OLD_PINS, messages::old_pins),
    route("PUT", OLD_PIN, messages::pin),
    route("DELETE", OLD_PIN, messages::unpin),
    route("POST", "/channels/{channel_id}/typing", channels::typing),
    route("POST", THREADS, threads::create),
    route("POST", THREAD_OF, threads::create_of_message),
    route("GET", THREAD_MEMBERS, threads::members),
    route("PUT", THREAD_ME, threads::join),
    route("PUT", THREAD_MEMBER, threads::add),
    route("DELETE", THREAD_ME, threads::leave),
    route("DELETE", THREAD_MEMBER, threads::remove),
    route("GET", "/guilds/{guild_id}", guilds::guild),
    route("GET", "/guilds/{guild_id}/channels", guilds::channels),
    route("GET", "/guilds/{guild_id}/roles", guilds::roles),
    route("GET", "/guilds/{guild_id}/members", guilds::members),
    route("GET", "/guilds/{guild_id}/members/{user_id}", guilds::member),
    route("GET", "/guilds/{guild_id}/threads/active", threads::active),
    route("GET", EVENTS, events::list),
    route("POST", EVENTS, events::create),
    route("GET", EVENT, events::get),
    route("PATCH", EVENT, events::edit),
    route("DELETE", EVENT, events::delete),
];

type Params = Vec<(&'static str, String)>;

/// The route of a path, and what its parameters are.
pub(super) fn find(method: &str, path: &str) -> Result<(&'static Route, Params), Refusal> {
    let mut is_path = false;
    for route in ROUTES {
        let Some(params) = matched(route.template, path) else { continue };
        if route.method == method {
            return Ok((route, params));
        }
        is_path = true;
    }
    Err(if is_path { refusal::method_not_allowed() } else { refusal::unknown_route() })
}

fn matched(template: &'static str, path: &str) -> Option<Params> {
    let mut parts = path.split('/');
    let mut params = Vec::new();
    for wanted in template.split('/') {
        let part = parts.next()?;
        match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !part.is_empty() => params.push((name, part.replace("%40", "@"))),
            None if wanted == part || wanted.replace('@', "%40") == part => {}
            _ => return None,
        }
    }
    parts.next().is_none().then_some(params)
}
