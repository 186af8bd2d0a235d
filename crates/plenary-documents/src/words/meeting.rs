//! The meeting, its call and its roll.

topic! {
    opening: en "Opening" es "Apertura" fr "Ouverture" pt "Abertura";
    convened(date):
        en "The meeting was convened on {date}."
        es "La reunión fue convocada el {date}."
        fr "La réunion a été convoquée le {date}."
        pt "A reunião foi convocada em {date}.";
    mandates(list):
        en "It was convened under {list}."
        es "Fue convocada en virtud de {list}."
        fr "Elle a été convoquée en vertu de {list}."
        pt "Foi convocada em virtude de {list}.";
    held(days, place):
        en "The meeting is to be held on {days} in {place}."
        es "Fechas y lugar: {days}, {place}."
        fr "Dates et lieu\u{a0}: {days}, {place}."
        pt "Datas e local: {days}, {place}.";
    being_held(days, place):
        en "The meeting is being held on {days} in {place}."
        es "Fechas y lugar: {days}, {place}."
        fr "Dates et lieu\u{a0}: {days}, {place}."
        pt "Datas e local: {days}, {place}.";
    was_held(days, place):
        en "The meeting was held on {days} in {place}."
        es "Fechas y lugar: {days}, {place}."
        fr "Dates et lieu\u{a0}: {days}, {place}."
        pt "Datas e local: {days}, {place}.";
    not_open:
        en "The meeting has not been opened."
        es "La reunión no se ha abierto."
        fr "La réunion n’a pas été ouverte."
        pt "A reunião não foi aberta.";
    roll_heading: en "List of members" es "Nómina" fr "Liste des délégations" pt "Relação \
            das delegações";
    roll_source(source, date):
        en "Source: {source}. As of {date}."
        es "Fuente: {source}. Al {date}."
        fr "Source\u{a0}: {source}. Au {date}."
        pt "Fonte: {source}. Em {date}.";
    no_roll:
        en "No list of members has been recorded."
        es "No se ha asentado ninguna nómina."
        fr "Aucune liste de délégations n’a été inscrite."
        pt "Nenhuma relação de delegações foi registrada.";
    delegation: en "Delegation" es "Delegación" fr "Délégation" pt "Delegação";
    standing: en "Status" es "Participa como" fr "Participe comme" pt "Participa como";
    standing_member: en "member" es "miembro" fr "membre" pt "membro";
    standing_observer: en "observer" es "observador" fr "observateur" pt "observador";
    standing_organization: en "organization" es "organización" fr "organisation" pt "organização";
    was_convened(title):
        en "Convened: {title}"
        es "Convocada: {title}"
        fr "Convoquée\u{a0}: {title}"
        pt "Convocada: {title}";
    was_roll(n, date, source):
        en "List of members recorded (delegations: {n}), as of {date}; source: {source}"
        es "Nómina asentada: {n} delegaciones, al {date}; fuente: {source}"
        fr "Liste inscrite\u{a0}: {n} délégations, au {date}\u{a0}; source\u{a0}: {source}"
        pt "Relação registrada: {n} delegações, em {date}; fonte: {source}";
    was_source(source, n):
        en "Source of mandates recorded: {source} (paragraphs: {n})"
        es "Fuente de mandatos descrita: {source}, {n} párrafos"
        fr "Source de mandats décrite\u{a0}: {source}, {n} paragraphes"
        pt "Fonte de mandatos descrita: {source}, {n} parágrafos";
}
