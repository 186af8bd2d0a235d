//! The history.

topic! {
    title: en "HISTORY" es "HISTORIAL" fr "HISTORIQUE" pt "HISTÓRICO";
    entry: en "Entry" es "Asiento" fr "Écriture" pt "Assentamento";
    time: en "Time" es "Hora" fr "Heure" pt "Hora";
    who: en "Who" es "Quién" fr "Qui" pt "Quem";
    fact: en "What happened" es "Qué sucedió" fr "Ce qui s’est passé" pt "O que aconteceu";
    digest: en "Digest" es "Huella" fr "Empreinte" pt "Impressão digital";
    times_in(zone):
        en "Times are local to {zone}."
        es "Las horas son locales de {zone}."
        fr "Les heures sont celles de {zone}."
        pt "As horas são as de {zone}.";
    head_of_history:
        en "Head of this history:"
        es "Cabeza de este historial:"
        fr "Tête de cet historique\u{a0}:"
        pt "Cabeça deste histórico:";
    empty_history:
        en "Nothing has happened yet."
        es "Todavía no ha sucedido nada."
        fr "Rien ne s’est encore passé."
        pt "Nada aconteceu ainda.";
    digests_heading:
        en "Digests in full"
        es "Huellas completas"
        fr "Empreintes complètes"
        pt "Impressões digitais completas";
    with_receipt(fact, receipt):
        en "{fact}; {receipt}"
        es "{fact}; {receipt}"
        fr "{fact}\u{a0}; {receipt}"
        pt "{fact}; {receipt}";
    with_reason(fact, reason):
        en "{fact}: “{reason}”"
        es "{fact}: «{reason}»"
        fr "{fact}\u{a0}: «\u{a0}{reason}\u{a0}»"
        pt "{fact}: “{reason}”";
}
