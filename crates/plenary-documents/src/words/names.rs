//! How papers name people, capacities, roles, delegations and languages.

use plenary_domain::event::reply::DelegationRole;
use plenary_domain::{
    Actor, Capacity, DelegationCode, Language, LanguageTag, PersonId, Personal, Reader, Views,
};

use super::words;

/// A person's name; a neutral mark when it cannot be read, was not given, or is not for the reader.
pub fn person_name(views: &Views, person: PersonId, reader: &Reader, lang: Language) -> String {
    let participant = views.roster.person(person).filter(|_| reader.sees_name_of(person));
    match participant.map(|participant| &participant.personal) {
        Some(Personal::Known(identity)) => {
            identity.name.clone().unwrap_or_else(|| words(lang).people.name_missing().to_owned())
        }
        Some(Personal::Unreadable) | None => words(lang).people.name_withheld().to_owned(),
    }
}

/// A delegation's name on the roll; its code when the roll does not have it.
pub fn delegation_name(views: &Views, code: &DelegationCode) -> String {
    let line = views.meeting.delegation(code);
    line.map_or_else(|| code.as_str().to_owned(), |line| line.name.clone())
}

/// Who acted: the name if it is for the reader, capacity, delegation, and for whom it was entered.
pub fn actor_name(views: &Views, actor: &Actor, reader: &Reader, lang: Language) -> String {
    let office = capacity_of(views, actor, lang);
    let named = match actor.person.filter(|person| reader.sees_name_of(*person)) {
        Some(person) => {
            let name = person_name(views, person, reader, lang);
            words(lang).people.actor_name(name, office)
        }
        None => office,
    };
    entered_for(views, actor, named, lang)
}

fn capacity_of(views: &Views, actor: &Actor, lang: Language) -> String {
    let capacity = capacity_name(actor.capacity, lang);
    match &actor.delegation {
        Some(code) => words(lang).people.actor_office(capacity, delegation_name(views, code)),
        None => capacity.to_owned(),
    }
}

fn entered_for(views: &Views, actor: &Actor, named: String, lang: Language) -> String {
    match &actor.acting_for {
        Some(code) => words(lang).people.entered_for(named, delegation_name(views, code)),
        None => named,
    }
}

/// A capacity in a language.
pub fn capacity_name(capacity: Capacity, lang: Language) -> &'static str {
    let words = words(lang);
    match capacity {
        Capacity::Operator => words.people.operator(),
        Capacity::Chair => words.people.chair(),
        Capacity::Secretariat => words.people.secretariat(),
        Capacity::Mission => words.people.mission(),
        Capacity::Expert => words.people.expert(),
        Capacity::Observer => words.people.observer(),
        Capacity::Reader => words.people.reader(),
        Capacity::Plenary => words.people.plenary(),
    }
}

/// A role in a delegation.
pub fn role_name(role: DelegationRole, lang: Language) -> &'static str {
    let words = words(lang);
    match role {
        DelegationRole::Head => words.people.head(),
        DelegationRole::Alternate => words.people.alternate(),
        DelegationRole::Expert => words.people.expert(),
        DelegationRole::Adviser => words.people.adviser(),
    }
}

/// A language named in a language, as mastheads print it: `English`, `Español`, `Anglais`.
pub fn language_name(named: Language, lang: Language) -> &'static str {
    let words = words(lang);
    match named {
        Language::En => words.page.lang_en(),
        Language::Es => words.page.lang_es(),
        Language::Fr => words.page.lang_fr(),
        Language::Pt => words.page.lang_pt(),
    }
}

/// The language of a tag, named in a language; the tag itself where it is none of the four.
pub fn tag_name(tag: &LanguageTag, lang: Language) -> &str {
    tag.language().map_or(tag.as_given(), |named| language_name(named, lang))
}
