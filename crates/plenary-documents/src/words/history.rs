//! The history.

topic! {
    title: en "HISTORY" es "HISTORIAL" fr "HISTORIQUE" pt "HISTÓRICO";
    entry: en "Entry" es "Asiento" fr "Écriture" pt "Assentamento";
    time: en "Time" es "Hora" fr "Heure" pt "Hora";
    who: en "Who" es "Quién" fr "Qui" pt "Quem";
    fact: en "What happened" es "Qué sucedió" fr "Ce qui s’est passé" pt "O que aconteceu";
    digest: en "Digest" es "Huella" fr "Empreinte" pt "Impressão digital";
    times_in(place):
        en "Times are local times in {place}."
        es "Las horas son las de {place}."
        fr "Les heures sont celles de {place}."
        pt "As horas são as de {place}.";
    head_of_history:
        en "To verify this history later, keep this line:"
        es "Para verificar más tarde este historial, conserve esta línea:"
        fr "Pour vérifier cet historique plus tard, conservez cette ligne\u{a0}:"
        pt "Para verificar este histórico mais tarde, guarde esta linha:";
    empty_history:
        en "Nothing has happened yet."
        es "Todavía no ha sucedido nada."
        fr "Rien ne s’est encore passé."
        pt "Nada aconteceu ainda.";
    digests_heading:
        en "Full digests (SHA-256)"
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
