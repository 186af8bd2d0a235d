//! A small bot on the unmodified client: it registers a few commands and answers them in every
//! way that there is.

use std::sync::Arc;
use std::time::Duration;

use plenary_stand_in_discord::{Discord, Options};
use serenity::all::*;
use serenity::http::HttpBuilder;
use serenity::json::json;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long a test waits for the bot.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a test can see of the bot.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// How many interactions came.
    pub(crate) handled: usize,
    /// What was refused, by HTTP status and Discord's code.
    pub(crate) refused: Vec<String>,
}

pub(crate) struct Bot {
    seen: Arc<watch::Sender<Seen>>,
    pub(crate) running: JoinHandle<Result<(), serenity::Error>>,
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.running.abort();
    }
}

impl Bot {
    pub(crate) fn seen(&self) -> Seen {
        self.seen.borrow().clone()
    }

    /// Waits until the bot has seen what is wanted.
    pub(crate) async fn wait(&self, wanted: impl FnMut(&Seen) -> bool) -> Seen {
        let mut seen = self.seen.subscribe();
        let found = tokio::time::timeout(PATIENCE, seen.wait_for(wanted)).await;
        found.unwrap().unwrap().clone()
    }

    /// Waits for a refusal and forgets it.
    pub(crate) async fn refusal(&self) -> String {
        self.wait(|seen| !seen.refused.is_empty()).await;
        let mut refusal = String::new();
        self.seen.send_modify(|seen| refusal = seen.refused.remove(0));
        refusal
    }
}

struct Handler {
    seen: Arc<watch::Sender<Seen>>,
}

#[serenity::async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, _: Ready) {
        let outcome = Command::set_global_commands(&context.http, commands()).await;
        self.keep(outcome);
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        self.seen.send_modify(|seen| seen.handled += 1);
        let outcome = match &interaction {
            Interaction::Command(command) => self.command(&context, command).await,
            Interaction::Autocomplete(typed) => complete(&context, typed).await,
            Interaction::Component(press) => press_answer(&context, press).await,
            Interaction::Modal(form) => form_answer(&context, form).await,
            _ => Ok(()),
        };
        self.keep(outcome);
    }
}

fn commands() -> Vec<CreateCommand> {
    let text = CreateCommandOption::new(CommandOptionType::String, "text", "What is said")
        .required(true)
        .max_length(50)
        .name_localized("fr", "texte");
    let item = CreateCommandOption::new(CommandOptionType::Integer, "item", "Which item")
        .set_autocomplete(true)
        .min_int_value(1);
    let tone = CreateCommandOption::new(CommandOptionType::String, "tone", "How")
        .add_string_choice("Softly", "soft");
    let kind = CommandOptionType::SubCommand;
    let add =
        CreateCommandOption::new(kind, "add", "Add a comment").set_sub_options([text, item, tone]);
    let how = CreateCommandOption::new(CommandOptionType::String, "how", "In which way");
    vec![
        CreateCommand::new("comment")
            .description("Comments")
            .default_member_permissions(Permissions::SEND_MESSAGES)
            .add_option(add),
        CreateCommand::new("answer").description("Answers in every way").add_option(how),
        CreateCommand::new("Enter into the record").kind(CommandType::Message),
    ]
}

fn message(text: &str) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new().content(text)
}

fn option<'a>(command: &'a CommandInteraction, name: &str) -> Option<ResolvedValue<'a>> {
    let mut options = command.data.options();
    if let Some(ResolvedValue::SubCommand(inside)) = options.first().map(|of| of.value.clone()) {
        options = inside;
    }
    options.into_iter().find(|option| option.name == name).map(|option| option.value)
}

impl Handler {
    fn keep<T>(&self, outcome: Result<T, serenity::Error>) {
        if let Err(error) = outcome {
            let text = match &error {
                serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
                    format!("{} {}", response.status_code.as_u16(), response.error.code)
                }
                other => format!("{other:?}"),
            };
            self.seen.send_modify(|seen| seen.refused.push(text));
        }
    }

    async fn command(&self, context: &Context, of: &CommandInteraction) -> serenity::Result<()> {
        if of.data.kind == CommandType::Message {
            let said = of.data.resolved.messages.values().next().unwrap();
            let text = format!("{} said: {}", said.author.name, said.content);
            let respond = CreateInteractionResponse::Message(message(&text));
            return of.create_response(context, respond).await;
        }
        if of.data.name == "comment" {
            let Some(ResolvedValue::String(text)) = option(of, "text") else { panic!() };
            let buttons = [
                CreateButton::new("1|edit|7").label("Edit"),
                CreateButton::new("1|form|7").label("Form"),
            ];
            let answer = message(text).ephemeral(true).button(buttons[0].clone());
            let answer = answer.button(buttons[1].clone());
            return of.create_response(context, CreateInteractionResponse::Message(answer)).await;
        }
        let how = match option(of, "how") {
            Some(ResolvedValue::String(how)) => how.to_owned(),
            _ => String::new(),
        };
        self.answer(context, of, &how).await
    }

    async fn answer(
        &self,
        context: &Context,
        of: &CommandInteraction,
        how: &str,
    ) -> serenity::Result<()> {
        let plain = |text: &str| CreateInteractionResponse::Message(message(text));
        match how {
            "never" => return Ok(()),
            "late" => tokio::time::sleep(Duration::from_millis(1200)).await,
            "twice" => of.create_response(context, plain("first")).await?,
            "empty" => return of.create_response(context, plain("")).await,
            "long" => {
                // The client's own check is passed by.
                let body = json!({"type": 4, "data": {"content": "é".repeat(2001)}});
                let (http, none) = (&context.http, Vec::new());
                return http.create_interaction_response(of.id, &of.token, &body, none).await;
            }
            "before" => {
                let edit = EditInteractionResponse::new().content("too early");
                return of.edit_response(context, edit).await.map(drop);
            }
            "speak" => {
                let said = of.channel_id.say(context, "spoken @everyone").await?;
                said.pin(context).await?;
            }
            "ping" => {
                let text = format!("@everyone <@{}>", of.user.id);
                return of.create_response(context, plain(&text)).await;
            }
            "defer" => {
                of.defer_ephemeral(context).await?;
                let edit = EditInteractionResponse::new().content("at last");
                of.edit_response(context, edit).await?;
                let file = CreateAttachment::bytes(b"%PDF-1.7".to_vec(), "paper.pdf");
                let follow =
                    CreateInteractionResponseFollowup::new().content("a paper").add_file(file);
                of.create_followup(context, follow).await?;
                return Ok(());
            }
            _ => {}
        }
        of.create_response(context, plain("answered")).await
    }
}

async fn complete(context: &Context, typed: &CommandInteraction) -> serenity::Result<()> {
    let focused = typed.data.autocomplete().unwrap();
    let text = format!("7 begins with {:?}", focused.value);
    let choices = CreateAutocompleteResponse::new().add_int_choice(text, 7);
    typed.create_response(context, CreateInteractionResponse::Autocomplete(choices)).await
}

async fn press_answer(context: &Context, of: &ComponentInteraction) -> serenity::Result<()> {
    let answer = match of.data.custom_id.as_str() {
        "1|edit|7" => {
            let changed = message("edited").components(Vec::new());
            CreateInteractionResponse::UpdateMessage(changed)
        }
        "1|form|7" => {
            let input = CreateInputText::new(InputTextStyle::Paragraph, "Text", "text");
            let rows = vec![CreateActionRow::InputText(input.min_length(3).value("We "))];
            CreateInteractionResponse::Modal(
                CreateModal::new("1|send|7", "Say it").components(rows),
            )
        }
        other => CreateInteractionResponse::Message(message(other).ephemeral(true)),
    };
    of.create_response(context, answer).await
}

async fn form_answer(context: &Context, form: &ModalInteraction) -> serenity::Result<()> {
    let ActionRowComponent::InputText(input) = &form.data.components[0].components[0] else {
        panic!()
    };
    let text = format!("{} {}", form.data.custom_id, input.value.clone().unwrap_or_default());
    let changed = message(&text).components(Vec::new());
    form.create_response(context, CreateInteractionResponse::UpdateMessage(changed)).await
}

/// Starts the bot with the stand-in's token, or with another one.
pub(crate) async fn start(discord: &Discord, token: Option<&str>) -> Bot {
    let seen = Arc::new(watch::Sender::new(Seen::default()));
    let http = HttpBuilder::new(token.unwrap_or(discord.token()))
        .proxy(discord.url())
        .ratelimiter_disabled(true)
        .build();
    let handler = Handler { seen: Arc::clone(&seen) };
    let client = ClientBuilder::new_with_http(http, GatewayIntents::GUILDS);
    let mut client = client.event_handler(handler).await.unwrap();
    let running = tokio::spawn(async move { client.start().await });
    Bot { seen, running }
}

/// A Discord with a guild and a channel, and the bot in it, connected and with its commands.
pub(crate) async fn played(options: Options) -> (Discord, Bot) {
    let discord = Discord::start(options).unwrap();
    let _ = discord.guild("CIBER").channel("desk");
    let bot = start(&discord, None).await;
    assert!(discord.is_connected().await, "{:?}", discord.counted());
    let is_registered = discord.is_registered("comment add").await;
    assert!(is_registered, "{:?} {:#?}", bot.seen(), discord.records());
    (discord, bot)
}
