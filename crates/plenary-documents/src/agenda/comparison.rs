//! What a revision changes in the edition that it follows: every change, deletions included.

use plenary_domain::agenda::{Agenda, Change, Item as AgendaItem};
use plenary_domain::note;
use plenary_domain::projection::agenda::Edition;
use plenary_domain::{ItemId, Language, Views};

use super::{is_marked, reference};
use crate::context::PaperContext;
use crate::paper::{Block, Inline, Item, Paper, Text, file_stem};
use crate::words::running_moment;

/// Every change of an edition to the one that it follows, and the agenda with its changes marked.
pub fn comparison(views: &Views, edition: &Edition, lang: Language) -> Paper {
    let cx = PaperContext::nameless(views, lang);
    let before = edition.follows.and_then(|id| views.agenda.edition(id));
    let symbol = edition.symbol.to_string();
    let changes = views.agenda.changes(edition);
    let title = match before {
        Some(before) => cx.words.comparison.compared(&symbol, &before.symbol),
        None => symbol.clone(),
    };
    let mut blocks = vec![
        cx.masthead(reference(&cx, edition)),
        Block::Title { text: cx.words.comparison.title().to_owned(), stamp: Some(title.clone()) },
    ];
    match before {
        None => blocks.push(Block::Paragraph(cx.words.comparison.first_edition().into())),
        Some(before) => {
            let pair = Pair { cx: &cx, old: &before.agenda, new: &edition.agenda };
            blocks.push(Block::Paragraph(summary(&cx, changes.len()).into()));
            blocks.extend(pair.changes(&changes));
            blocks.extend(pair.renumbered(&changes));
            blocks.push(cx.heading(2, cx.words.comparison.marked_agenda()));
            blocks.push(Block::Items(pair.marked_items(&changes)));
        }
    }
    let name = file_stem(&format!("{symbol} changes"));
    let paper = cx.paper((&name, &title), blocks, is_marked(&cx, edition));
    Paper { original: edition.original.clone(), ..paper }
}

/// The changes that an edition brought, as a list; nothing for a first edition.
pub(crate) fn change_blocks(cx: &PaperContext<'_>, edition: &Edition) -> Vec<Block> {
    let before = edition.follows.and_then(|id| cx.views.agenda.edition(id));
    let Some(before) = before else { return Vec::new() };
    let pair = Pair { cx, old: &before.agenda, new: &edition.agenda };
    pair.changes(&cx.views.agenda.changes(edition))
}

/// How many changes there are, in one line.
pub(crate) fn summary(cx: &PaperContext<'_>, changes: usize) -> String {
    match changes {
        0 => cx.words.comparison.changes_none().to_owned(),
        1 => cx.words.comparison.changes_one().to_owned(),
        n => cx.words.comparison.changes_many(n),
    }
}

/// Two agendas side by side.
struct Pair<'a> {
    cx: &'a PaperContext<'a>,
    old: &'a Agenda,
    new: &'a Agenda,
}

impl Pair<'_> {
    /// A list of the changes, and what the note says otherwise.
    fn changes(&self, changes: &[Change]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let list: Vec<Text> = changes.iter().filter_map(|change| self.sentence(change)).collect();
        if !list.is_empty() {
            blocks.push(Block::List(list));
        }
        if changes.contains(&Change::Note) {
            blocks.push(Block::Paragraph(self.cx.words.comparison.change_note().into()));
            blocks.push(Block::List(note_changes(&self.old.note, &self.new.note)));
        }
        blocks
    }

    fn sentence(&self, change: &Change) -> Option<Text> {
        let words = self.cx.words;
        Some(match change {
            Change::Added(id) => self.fill(words.comparison.change_added(), *id),
            Change::Removed(id) => {
                let number = number(self.old, *id);
                let old = Inline::Deleted(title(self.old, *id));
                Text::fill(
                    words.comparison.change_removed(),
                    &[("number", plain(number)), ("old", old)],
                )
            }
            Change::Reworded(id) => self.fill(words.comparison.change_reworded(), *id),
            Change::Moved(id) => {
                let pieces = [
                    ("old", plain(number(self.old, *id))),
                    ("new", plain(number(self.new, *id))),
                    ("title", plain(title(self.new, *id))),
                ];
                Text::fill(words.comparison.change_moved(), &pieces)
            }
            Change::Footnote(id) => {
                let printed = |agenda: &Agenda| {
                    let footnote = agenda.find(*id).and_then(|item| item.footnote.as_ref());
                    footnote.map(|footnote| footnote.text.clone())
                };
                let number = plain(number(self.new, *id));
                self.both(
                    words.comparison.change_footnote(),
                    number,
                    printed(self.old),
                    printed(self.new),
                )
            }
            Change::Note => return None,
            Change::Deadline => self.deadline(),
        })
    }

    /// The two deadlines by their days, or by their words when only these differ.
    fn deadline(&self) -> Text {
        let day = |agenda: &Agenda| agenda.deadline.as_ref().map(|of| (of.date, of.time));
        let same_day = day(self.old) == day(self.new);
        let printed = |agenda: &Agenda| {
            let deadline = agenda.deadline.as_ref()?;
            let date = running_moment(deadline.date, deadline.time, self.cx.lang);
            Some(if same_day { deadline.wording.clone() } else { date })
        };
        let sentence = self.cx.words.comparison.change_deadline();
        self.both(sentence, plain(String::new()), printed(self.old), printed(self.new))
    }

    /// A sentence with the new number and both titles of an item.
    fn fill(&self, sentence: &str, id: ItemId) -> Text {
        let pieces = [
            ("number", plain(number(self.new, id))),
            ("old", Inline::Deleted(title(self.old, id))),
            ("new", Inline::Added(title(self.new, id))),
        ];
        Text::fill(sentence, &pieces)
    }

    /// A sentence with what was and what is, of which one may be missing.
    fn both(
        &self,
        sentence: &str,
        number: Inline,
        old: Option<String>,
        new: Option<String>,
    ) -> Text {
        let sentence = match (&old, &new) {
            (None, _) => sentence.replace("{old} ", ""),
            (Some(_), None) => sentence.replace(" {new}", ""),
            (Some(_), Some(_)) => sentence.to_owned(),
        };
        let old = Inline::Deleted(old.unwrap_or_default());
        let new = Inline::Added(new.unwrap_or_default());
        Text::fill(&sentence, &[("number", number), ("old", old), ("new", new)])
    }

    /// The numbers of items that changed although the items themselves did not.
    fn renumbered(&self, changes: &[Change]) -> Option<Block> {
        let words = self.cx.words;
        let list: Vec<String> = self
            .new
            .numbered()
            .into_iter()
            .filter(|numbered| !changes.contains(&Change::Moved(numbered.item.id)))
            .filter_map(|numbered| {
                let old = self.old.number_of(numbered.item.id)?;
                let now = &numbered.number;
                (old != *now).then(|| words.comparison.renumbered_item(old, now))
            })
            .collect();
        let sentence = words.comparison.renumbered(list.join(", "));
        (!list.is_empty()).then(|| Block::Paragraph(sentence.into()))
    }

    /// The new list; deleted items stand struck behind the item that they followed.
    fn marked_items(&self, changes: &[Change]) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        let old = self.old.numbered();
        let gone_after = |anchor: Option<ItemId>| {
            let mut last = None;
            let mut gone = Vec::new();
            for numbered in &old {
                if self.new.find(numbered.item.id).is_some() {
                    last = Some(numbered.item.id);
                } else if last == anchor {
                    gone.push(Item {
                        number: numbered.number.to_string(),
                        level: numbered.number.0.len(),
                        text: Text(vec![Inline::Deleted(numbered.item.title.clone())]),
                        footnote: None,
                    });
                }
            }
            gone
        };
        items.extend(gone_after(None));
        for numbered in self.new.numbered() {
            items.push(Item {
                number: numbered.number.to_string(),
                level: numbered.number.0.len(),
                text: self.marked_title(numbered.item, changes),
                footnote: None,
            });
            items.extend(gone_after(Some(numbered.item.id)));
        }
        items
    }

    fn marked_title(&self, item: &AgendaItem, changes: &[Change]) -> Text {
        if changes.contains(&Change::Added(item.id)) {
            return Text(vec![Inline::Added(item.title.clone())]);
        }
        let text = if changes.contains(&Change::Reworded(item.id)) {
            Text(vec![
                Inline::Deleted(title(self.old, item.id)),
                plain(" ".to_owned()),
                Inline::Added(item.title.clone()),
            ])
        } else {
            Text::plain(&item.title)
        };
        if !changes.contains(&Change::Moved(item.id)) {
            return text;
        }
        let old = number(self.old, item.id);
        text.and(" ").and(&self.cx.words.comparison.moved_from(old))
    }
}

fn plain(words: String) -> Inline {
    Inline::Plain(words)
}

fn number(agenda: &Agenda, id: ItemId) -> String {
    agenda.number_of(id).map(|number| number.to_string()).unwrap_or_default()
}

fn title(agenda: &Agenda, id: ItemId) -> String {
    agenda.find(id).map(|item| item.title.clone()).unwrap_or_default()
}

/// The lines of the note that went and came, in the order in which one reads them.
fn note_changes(old: &[note::Block], new: &[note::Block]) -> Vec<Text> {
    let (old, new) = (note_lines(old), note_lines(new));
    let kept = common(&old, &new);
    let mut changes = Vec::new();
    let (mut at_old, mut at_new) = (0, 0);
    for (to_old, to_new) in kept.into_iter().chain([(old.len(), new.len())]) {
        let gone = old.get(at_old..to_old).unwrap_or_default();
        let came = new.get(at_new..to_new).unwrap_or_default();
        changes.extend(gone.iter().map(|line| Text(vec![Inline::Deleted(line.clone())])));
        changes.extend(came.iter().map(|line| Text(vec![Inline::Added(line.clone())])));
        (at_old, at_new) = (to_old + 1, to_new + 1);
    }
    changes
}

/// The note as lines: paragraphs, questions and topics with their labels.
fn note_lines(note: &[note::Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in note {
        match block {
            note::Block::Paragraph(text) => lines.push(text.clone()),
            note::Block::Question(asked) => {
                lines.push(format!("{}. {}", asked.label, asked.text));
                let topics = asked.topics.iter();
                lines.extend(topics.map(|topic| format!("{}. {}", topic.label, topic.text)));
            }
        }
    }
    lines
}

/// A longest common run of two lists, as pairs of places.
fn common(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let mut lengths = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i][j] = if old[i] == new[j] {
                lengths[i + 1][j + 1] + 1
            } else {
                lengths[i + 1][j].max(lengths[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[i + 1][j] >= lengths[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
