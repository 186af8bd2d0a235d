//! What Discord says becomes what was said: an interaction becomes a line at the desk.
//!
//! Nothing of Discord's is believed but who speaks and where: no role, no permission, no option
//! that the verb table does not know.

pub(crate) mod pruned;

use plenary_chat::platform as desk;
use plenary_chat::{
    Channel, Input, Language, Line, Press, RequestName, Response, Speaker, Utterance, verb,
};
use serenity::model::application::{
    ActionRowComponent, CommandDataOption, CommandDataOptionValue, CommandInteraction, CommandType,
    ComponentInteraction, Interaction, ModalInteraction,
};
use serenity::model::channel::{ChannelType, Message, MessageFlags, PartialChannel};
use serenity::model::id::{ChannelId, GuildId, TargetId};
use tokio::time::Instant;

use crate::commands::{described, menus};

/// The name of this front end in the names of its streams.
pub(crate) const FRONT: &str = "discord";

/// One interaction, read. It is never shown as a whole: it holds a token, and maybe a code.
pub(crate) struct Incoming {
    /// Its number, which also tells when it was made.
    pub(crate) id: u64,
    /// The bot's application.
    pub(crate) application: u64,
    /// What answers are sent with. It opens nothing else, and dies after a quarter of an hour.
    pub(crate) token: String,
    /// Who.
    pub(crate) user: u64,
    /// Where; unsaid in private talks.
    pub(crate) place: Option<Channel>,
    /// In which language to answer.
    pub(crate) lang: Language,
    /// When it came.
    pub(crate) received: Instant,
    /// On what it was pressed.
    pub(crate) on: On,
    /// What was said.
    pub(crate) what: What,
}

/// On what kind of message something was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    /// It was not pressed on a message.
    Nothing,
    /// On a message that its reader alone sees.
    Private,
    /// On a message for everybody.
    Public,
}

/// What an interaction asks for.
pub(crate) enum What {
    /// Something said to the desk.
    Say(Input),
    /// The values that an option could have.
    Complete {
        /// What is said so far.
        said: Input,
        /// The option.
        arg: String,
        /// What is typed of it.
        typed: String,
    },
    /// Something that cannot be said to the desk, with the answer.
    Refuse(Response),
}

/// Reads an interaction; `None` for one that wants no answer from us.
pub(crate) fn hear(interaction: Interaction, received: Instant) -> Option<Incoming> {
    match interaction {
        Interaction::Command(command) => {
            let what = match command.data.kind {
                CommandType::Message => of_message(&command),
                _ => match said_by(&command).0 {
                    said if verb::find(&said.verb).is_some() => What::Say(Input::Fields(said)),
                    _ => refuse(&command.locale, desk::other_release),
                },
            };
            Some(of_command(command, received, what))
        }
        Interaction::Autocomplete(command) => {
            let (said, focused) = said_by(&command);
            let (arg, typed) = focused?;
            let said = Input::Fields(said);
            Some(of_command(command, received, What::Complete { said, arg, typed }))
        }
        Interaction::Component(pressed) => Some(of_component(pressed, received)),
        Interaction::Modal(sent) => Some(of_form(sent, received)),
        _ => None,
    }
}

/// What the desk would be told of an interaction, given as Discord writes it.
#[cfg(feature = "fuzz")]
pub(crate) fn heard(payload: &[u8]) -> Option<Input> {
    let value: serde_json::Value = serde_json::from_slice(payload).ok()?;
    let known = serde_json::from_value(value.clone()).ok();
    match hear(known.or_else(|| pruned::read(value))?, Instant::now())?.what {
        What::Say(said) | What::Complete { said, .. } => Some(said),
        What::Refuse(_) => None,
    }
}

fn refuse(locale: &str, sentence: fn(Language) -> String) -> What {
    let lang = described::language(locale);
    What::Refuse(desk::refused(lang, sentence(lang), &[]))
}

fn of_command(command: CommandInteraction, received: Instant, what: What) -> Incoming {
    Incoming {
        id: command.id.get(),
        application: command.application_id.get(),
        token: command.token,
        user: command.user.id.get(),
        place: place(command.guild_id, command.channel_id, command.channel.as_ref()),
        lang: described::language(&command.locale),
        received,
        on: On::Nothing,
        what,
    }
}

fn of_component(pressed: ComponentInteraction, received: Instant) -> Incoming {
    let lang = described::language(&pressed.locale);
    let what = match pressed.data.custom_id.parse::<Press>() {
        Ok(press) => What::Say(Input::Press(press)),
        Err(_) => refuse(&pressed.locale, desk::unknown_press),
    };
    Incoming {
        id: pressed.id.get(),
        application: pressed.application_id.get(),
        token: pressed.token,
        user: pressed.user.id.get(),
        place: place(pressed.guild_id, pressed.channel_id, pressed.channel.as_ref()),
        lang,
        received,
        on: on(Some(&*pressed.message)),
        what,
    }
}

fn of_form(sent: ModalInteraction, received: Instant) -> Incoming {
    let lang = described::language(&sent.locale);
    let inputs = sent.data.components.iter().flat_map(|row| &row.components);
    let field = |input: &ActionRowComponent| match input {
        ActionRowComponent::InputText(input) => {
            let value = input.value.clone().unwrap_or_default();
            Some((input.custom_id.clone(), value))
        }
        _ => None,
    };
    let what = match sent.data.custom_id.parse::<Press>() {
        Ok(press) => What::Say(Input::Form { press, fields: inputs.filter_map(field).collect() }),
        Err(_) => {
            let fields: Vec<_> = inputs.filter_map(field).collect();
            What::Refuse(desk::refused(lang, desk::unknown_press(lang), &fields))
        }
    };
    Incoming {
        id: sent.id.get(),
        application: sent.application_id.get(),
        user: sent.user.id.get(),
        place: place(sent.guild_id, sent.channel_id, sent.channel.as_ref()),
        lang,
        received,
        on: on(sent.message.as_deref()),
        what,
        token: sent.token,
    }
}

/// One's own message can be entered with its words, and nobody else's.
fn of_message(command: &CommandInteraction) -> What {
    let lang = &command.locale;
    let Some(menu) = menus::find(&command.data.name) else {
        return refuse(lang, desk::other_release);
    };
    let target = command.data.target_id.map(TargetId::to_message_id);
    let Some(message) = target.and_then(|id| command.data.resolved.messages.get(&id)) else {
        return refuse(lang, desk::other_release);
    };
    if message.author.id != command.user.id || message.webhook_id.is_some() {
        return refuse(lang, desk::not_own_message);
    }
    if message.content.trim().is_empty() {
        return refuse(lang, desk::no_words);
    }
    let args = vec![(menu.arg.name.to_owned(), message.content.clone())];
    What::Say(Input::Fields(Utterance::new(menu.verb.said, args)))
}

/// The verb with its options, and the option that is being typed.
fn said_by(command: &CommandInteraction) -> (Utterance, Option<(String, String)>) {
    let mut verb = command.data.name.clone();
    let mut options = command.data.options.as_slice();
    while let [CommandDataOption { name, value, .. }] = options {
        let (CommandDataOptionValue::SubCommand(inner)
        | CommandDataOptionValue::SubCommandGroup(inner)) = value
        else {
            break;
        };
        verb = format!("{verb} {name}");
        options = inner;
    }
    let mut focused = None;
    let mut args = Vec::new();
    for option in options {
        let text = match &option.value {
            CommandDataOptionValue::String(text) => text.clone(),
            CommandDataOptionValue::Autocomplete { value, .. } => {
                focused = Some((option.name.clone(), value.clone()));
                continue;
            }
            CommandDataOptionValue::Integer(number) => number.to_string(),
            _ => continue,
        };
        args.push((option.name.clone(), text));
    }
    (Utterance::new(&verb, args), focused)
}

fn place(
    guild: Option<GuildId>,
    channel_id: ChannelId,
    channel: Option<&PartialChannel>,
) -> Option<Channel> {
    let is_thread = |channel: &&PartialChannel| {
        matches!(
            channel.kind,
            ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
        )
    };
    Some(Channel {
        server: guild?.to_string(),
        channel: channel_id.to_string(),
        // Of other channels, what they hang on is a category, which is no place.
        parent: channel
            .filter(is_thread)
            .and_then(|thread| thread.parent_id)
            .map(|id| id.to_string()),
    })
}

fn on(message: Option<&Message>) -> On {
    match message {
        None => On::Nothing,
        Some(message) => {
            let is_private = |flags: MessageFlags| flags.contains(MessageFlags::EPHEMERAL);
            if message.flags.is_some_and(is_private) { On::Private } else { On::Public }
        }
    }
}

impl Incoming {
    /// What kind of interaction it is, for metrics.
    pub(crate) fn kind(&self) -> &'static str {
        match &self.what {
            What::Say(Input::Fields(_) | Input::Text(_)) => "command",
            What::Say(Input::Press(_)) => "press",
            What::Say(Input::Form { .. }) => "form",
            What::Complete { .. } => "completion",
            What::Refuse(_) => "foreign",
        }
    }

    /// The line at the desk; `None` outside of any server.
    pub(crate) fn line(&self, said: Input) -> Option<Line> {
        Some(Line {
            meeting: None,
            speaker: Speaker::Account(format!("{FRONT}:{}", self.user)),
            front: FRONT,
            channel: Some(self.place.clone()?),
            said,
            request: RequestName::new(&self.request()).ok()?,
            lang: self.lang,
        })
    }

    /// The name of the request, by which a line that comes twice is known.
    pub(crate) fn request(&self) -> String {
        format!("{FRONT}:{}", self.id)
    }
}

/// What was said, in a word that may stand in a log: never the text.
pub(crate) fn verb_of(said: &Input) -> String {
    match said {
        Input::Fields(said) => said.verb.clone(),
        Input::Press(press) | Input::Form { press, .. } => press.word(),
        Input::Text(_) => "text".to_owned(),
    }
}
