//! Whoever plays a story on Discord: seats as members of a server, and what each has before them.

use std::collections::BTreeMap;
use std::time::Duration;

use plenary_chat::verb::ArgKind;
use plenary_stand_in_discord::{Asked, Channel, Discord, Guild, Shown, User};

use crate::line::Slash;

/// From so many characters on an answer may have more than one message.
const LONG: usize = 600;
/// How long further messages may take.
const SOON: Duration = Duration::from_millis(500);

/// A seat: somebody with a screen.
pub(crate) struct Seat {
    pub(crate) user: User,
    /// What was last shown to them, whole.
    pub(crate) shown: Option<Shown>,
    /// Their last answer in words, with its further messages and papers.
    pub(crate) read: String,
    /// The code that they were last shown.
    pub(crate) code: Option<String>,
}

/// A server with its people.
pub(crate) struct Server {
    pub(crate) discord: Discord,
    pub(crate) guild: Guild,
    pub(crate) channel: Channel,
    seats: BTreeMap<String, Seat>,
    /// How often a form was filled in and a value was taken from a list.
    pub(crate) forms: usize,
    pub(crate) completed: usize,
}

impl Server {
    pub(crate) fn open() -> Self {
        let discord = Discord::start(Default::default()).expect("the stand-in starts");
        let guild = discord.guild("Groups of experts");
        let channel = guild.channel("v-meeting");
        Self { discord, guild, channel, seats: BTreeMap::new(), forms: 0, completed: 0 }
    }

    pub(crate) fn seat(&mut self, name: &str) -> &mut Seat {
        let user = self.guild.member(name);
        let new = || Seat { user, shown: None, read: String::new(), code: None };
        self.seats.entry(name.to_owned()).or_insert_with(new)
    }

    /// Somebody says a verb with its options; what a form then asks for, they fill in.
    pub(crate) async fn says(&mut self, name: &str, slash: &Slash) {
        let verb = slash.verb.typed();
        let channel = self.channel.clone();
        let user = self.seat(name).user.clone();
        // What a form asks for is left to the form, so that it is tried.
        let asked = |option: &str| slash.verb.arg(option).is_some_and(|arg| arg.in_form);
        let (in_form, options): (Vec<_>, Vec<_>) =
            slash.options.iter().cloned().partition(|(option, _)| asked(option));
        let takes_form = !in_form.is_empty() && !is_short(&in_form);
        let options = if takes_form { options } else { slash.options.clone() };
        self.complete(&user, &verb, &options).await;
        let sent = user.slash(&channel, &verb, options.clone());
        let sent = sent.unwrap_or_else(|why| panic!("{name}: {verb} {options:?}: {why}"));
        let shown = answer(&sent, &verb).await;
        match &shown.modal {
            None => self.reads(name, &sent, shown).await,
            Some(_) => {
                let fields = match slash.lines.is_empty() {
                    true => in_form,
                    false => vec![("lines".to_owned(), slash.lines.clone())],
                };
                self.forms += 1;
                let sent = user.submit(&shown, fields);
                let sent = sent.unwrap_or_else(|why| panic!("{name}: {verb}: {why}"));
                let shown = answer(&sent, &verb).await;
                self.reads(name, &sent, shown).await;
            }
        }
    }

    /// Takes from the lists what is offered there.
    async fn complete(&mut self, user: &User, verb: &str, options: &[(String, String)]) {
        let found = plenary_chat::verb::find(verb).expect("a verb");
        for (at, (name, value)) in options.iter().enumerate() {
            let kind = found.arg(name).expect("an argument").kind;
            let listed = matches!(
                kind,
                ArgKind::Item
                    | ArgKind::WorkingItem
                    | ArgKind::Symbol
                    | ArgKind::Paper
                    | ArgKind::Delegation
                    | ArgKind::Number(_)
            );
            // A numeral and a symbol that is still to come are typed.
            if !listed || value.bytes().all(|b| b"IVX".contains(&b)) || verb == "paper prepare" {
                continue;
            }
            let partial: String = value.chars().take(12).collect();
            let before: Vec<_> = options[..at].to_vec();
            let offered = user.autocomplete(&self.channel, verb, before, (name, &partial)).await;
            let offered = offered.unwrap_or_else(|why| panic!("{verb} {name}: {why}"));
            if offered.iter().any(|choice| choice.value == *value) {
                self.completed += 1;
            }
        }
    }

    /// Somebody presses a button of their last answer; the label may be cut on the screen.
    pub(crate) async fn presses(&mut self, name: &str, label: &str) {
        if self.button(name, label).is_none() {
            // What came unasked elsewhere waits here under "me".
            let me = Slash {
                verb: plenary_chat::verb::find("me").unwrap(),
                options: Vec::new(),
                lines: String::new(),
            };
            Box::pin(self.says(name, &me)).await;
        }
        let seat = self.seat(name);
        let shown = seat.shown.clone().expect("something to press");
        let found = button(&shown, label);
        let found = found.unwrap_or_else(|| panic!("{name}: no [{label}]: {:?}", shown.labels()));
        let sent = seat.user.press(&shown, &found).unwrap_or_else(|why| panic!("{name}: {why}"));
        let after = answer(&sent, label).await;
        self.reads(name, &sent, after).await;
    }

    fn button(&mut self, name: &str, label: &str) -> Option<String> {
        self.seat(name).shown.as_ref().and_then(|shown| button(shown, label))
    }

    async fn reads(&mut self, name: &str, sent: &Asked, shown: Shown) {
        let mut read = words(&shown);
        let mut last = shown;
        // A long answer goes on in further messages; the last has the buttons.
        if read.chars().count() > LONG {
            let _ = sent.wait_followups(1, SOON).await;
            tokio::time::sleep(SOON).await;
        }
        for more in sent.followups() {
            read.push(' ');
            read.push_str(&words(&more));
            if !more.buttons.is_empty() {
                last = more;
            }
        }
        let code = read.split_whitespace().find(|word| word.matches('-').count() == 3);
        let code = code.map(|code| code.trim_matches(|c: char| !c.is_alphanumeric()).to_owned());
        let code = code.filter(|code| code.len() == 19);
        let seat = self.seat(name);
        seat.code = code.or(seat.code.take());
        seat.read = fold(&read);
        seat.shown = Some(last);
    }
}

/// A correction or a title alone is said at once, so that both ways are tried.
fn is_short(in_form: &[(String, String)]) -> bool {
    in_form.len() == 2
}

async fn answer(sent: &Asked, what: &str) -> Shown {
    sent.answer().await.unwrap_or_else(|failed| panic!("{what}: {failed}"))
}

fn button(shown: &Shown, label: &str) -> Option<String> {
    let labels = shown.labels().into_iter();
    let fits = |found: &&str| {
        found.strip_suffix('…').map_or(*found == label, |cut| label.starts_with(cut.trim_end()))
    };
    labels.into_iter().find(fits).map(str::to_owned)
}

/// What is read: text, buttons and papers.
fn words(shown: &Shown) -> String {
    let mut words = vec![shown.text()];
    words.extend(shown.labels().iter().map(|label| format!("[{label}]")));
    words.extend(shown.attachments.iter().map(|file| String::from_utf8_lossy(&file.bytes).into()));
    words.join(" ")
}

/// Words without the marks of Markdown and without line ends.
pub(crate) fn fold(text: &str) -> String {
    let bare: String =
        text.chars().filter(|c| !matches!(c, '\\' | '*' | '`' | '\u{200B}')).collect();
    bare.split_whitespace().filter(|word| *word != ">").collect::<Vec<_>>().join(" ")
}
