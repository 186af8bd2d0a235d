//! People, capacities and roles, and what happens to seats.

topic! {
    operator: en "operator" es "operador" fr "opérateur" pt "operador";
    chair: en "Chair" es "Presidencia" fr "Présidence" pt "Presidência";
    secretariat: en "secretariat" es "secretaría" fr "secrétariat" pt "secretaria";
    mission:
        en "permanent mission"
        es "misión permanente"
        fr "mission permanente"
        pt "missão permanente";
    expert: en "expert" es "experto" fr "expert" pt "perito";
    observer: en "observer" es "observador" fr "observateur" pt "observador";
    reader: en "reader" es "lector" fr "lecteur" pt "leitor";
    plenary: en "Plenary" es "Plenary" fr "Plenary" pt "Plenary";
    head:
        en "head of delegation"
        es "jefe de delegación"
        fr "chef de délégation"
        pt "chefe de delegação";
    alternate: en "alternate" es "suplente" fr "suppléant" pt "suplente";
    adviser: en "adviser" es "asesor" fr "conseiller" pt "assessor";
    actor_office(capacity, delegation):
        en "{capacity}, {delegation}"
        es "{capacity}, {delegation}"
        fr "{capacity}, {delegation}"
        pt "{capacity}, {delegation}";
    actor_name(name, office):
        en "{name} ({office})"
        es "{name} ({office})"
        fr "{name} ({office})"
        pt "{name} ({office})";
    entered_for(actor, delegation):
        en "{actor}, entered for {delegation}"
        es "{actor}, asentado en nombre de {delegation}"
        fr "{actor}, inscrit au nom de {delegation}"
        pt "{actor}, registrado em nome de {delegation}";
    name_withheld:
        en "[name withheld]"
        es "[nombre reservado]"
        fr "[nom réservé]"
        pt "[nome reservado]";
    name_missing:
        en "[name not given]"
        es "[nombre no indicado]"
        fr "[nom non indiqué]"
        pt "[nome não informado]";
    chair_was(name, time):
        en "Chair: {name} (from {time})."
        es "Presidencia: {name} (desde el {time})."
        fr "Présidence\u{a0}: {name} (à compter du {time})."
        pt "Presidência: {name} (a partir de {time}).";
    secretariat_is(name):
        en "Secretariat: {name}."
        es "Secretaría: {name}."
        fr "Secrétariat\u{a0}: {name}."
        pt "Secretaria: {name}.";
    was_invited(code, name, seat):
        en "One-time code issued for {name}: {seat} ({code})"
        es "Código {code} entregado para {name}: {seat}"
        fr "Code {code} remis pour {name}\u{a0}: {seat}"
        pt "Código {code} entregue para {name}: {seat}";
    was_joined(name, code, seat):
        en "{name} joined as {seat} (code {code})"
        es "{name} ingresó con el código {code}: {seat}"
        fr "{name} est entré avec le code {code}\u{a0}: {seat}"
        pt "{name} ingressou com o código {code}: {seat}";
    was_appointed(name, seat):
        en "{name} appointed as {seat}"
        es "{name} fue designado: {seat}"
        fr "{name} a été désigné\u{a0}: {seat}"
        pt "{name} foi nomeado: {seat}";
    was_seat_ended(name, seat):
        en "{name} no longer acts as {seat}"
        es "Terminó el puesto de {name}: {seat}"
        fr "Fin du siège de {name}\u{a0}: {seat}"
        pt "Terminou o assento de {name}: {seat}";
}
