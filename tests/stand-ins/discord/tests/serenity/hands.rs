//! A bot's hands without a bot: the unmodified client's requests, one by one, so that a test says
//! what is answered and when. Nobody is connected to the gateway meanwhile.

use plenary_stand_in_discord::{Asked, Channel, Discord, Guild, Options, User};
use serenity::all::*;
use serenity::http::HttpBuilder;
use serenity::json::{Value, json};

pub(crate) struct Hands {
    pub(crate) discord: Discord,
    pub(crate) http: Http,
    pub(crate) guild: Guild,
    pub(crate) desk: Channel,
    pub(crate) maria: User,
}

pub(crate) fn code<T: std::fmt::Debug>(outcome: serenity::Result<T>) -> String {
    match outcome {
        Err(serenity::Error::Http(HttpError::UnsuccessfulRequest(response))) => {
            format!("{} {}", response.status_code.as_u16(), response.error.code)
        }
        other => format!("{other:?}"),
    }
}

impl Hands {
    pub(crate) async fn new(options: Options) -> Self {
        let discord = Discord::start(options).unwrap();
        let guild = discord.guild("CIBER");
        let (desk, maria) = (guild.channel("desk"), guild.member("maria"));
        let http = HttpBuilder::new(discord.token())
            .proxy(discord.url())
            .ratelimiter_disabled(true)
            .application_id(ApplicationId::new(discord.application()))
            .build();
        let item = json!({
            "type": 3, "name": "item", "description": "Which", "autocomplete": true,
        });
        let commands = json!([{"name": "answer", "description": "Answers", "options": [item]}]);
        http.create_guild_commands(GuildId::new(guild.id()), &commands).await.unwrap();
        Self { discord, http, guild, desk, maria }
    }

    pub(crate) fn ask(&self) -> Asked {
        let nothing: [(&str, &str); 0] = [];
        self.maria.slash(&self.desk, "answer", nothing).unwrap()
    }

    pub(crate) async fn respond(&self, asked: &Asked, body: Value) -> serenity::Result<()> {
        self.respond_with(asked, body, Vec::new()).await
    }

    pub(crate) async fn respond_with(
        &self,
        asked: &Asked,
        body: Value,
        files: Vec<CreateAttachment>,
    ) -> serenity::Result<()> {
        let id = InteractionId::new(asked.id());
        self.http.create_interaction_response(id, &token(asked), &body, files).await
    }

    pub(crate) async fn edit(&self, asked: &Asked, body: Value) -> serenity::Result<Message> {
        let none = Vec::new();
        self.http.edit_original_interaction_response(&token(asked), &body, none).await
    }

    pub(crate) async fn follow(&self, asked: &Asked, body: Value) -> serenity::Result<Message> {
        self.http.create_followup_message(&token(asked), &body, Vec::new()).await
    }
}

pub(crate) fn token(asked: &Asked) -> String {
    asked.payload()["token"].as_str().unwrap().to_owned()
}
