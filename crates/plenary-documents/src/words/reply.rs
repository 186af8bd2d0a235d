//! Replies of delegations: nominations, requests to present.

topic! {
    named: en "Nominated" es "Designados" fr "Désignés" pt "Designados";
    nobody_named:
        en "Nobody has been nominated yet."
        es "Todavía no se ha designado a nadie."
        fr "Personne n’a encore été désigné."
        pt "Ninguém foi designado ainda.";
    answered:
        en "{n} of {m} members have replied."
        es "Han respondido {n} de {m} miembros."
        fr "{n} membres sur {m} ont répondu."
        pt "Responderam {n} de {m} membros.";
    silent:
        en "Not yet replied: {list}."
        es "Miembros que no respondieron: {list}."
        fr "Membres n’ayant pas répondu\u{a0}: {list}."
        pt "Membros que não responderam: {list}.";
    silent_none:
        en "All members have replied."
        es "Todos los miembros respondieron."
        fr "Tous les membres ont répondu."
        pt "Todos os membros responderam.";
    person_line:
        en "{name} ({role})"
        es "{name} ({role})"
        fr "{name} ({role})"
        pt "{name} ({role})";
    marks:
        en "{person}; {mark}"
        es "{person}; {mark}"
        fr "{person}\u{a0}; {mark}"
        pt "{person}; {mark}";
    late_heading:
        en "Received late and not admitted to the list"
        es "Recibidos fuera de plazo y no admitidos en la lista"
        fr "Reçus hors délai et non admis sur la liste"
        pt "Recebidos fora do prazo e não admitidos na lista";
    late:
        en "received late"
        es "recibido fuera de plazo"
        fr "reçu hors délai"
        pt "recebido fora do prazo";
    late_admitted:
        en "received late, admitted: {reason}"
        es "recibido fuera de plazo, admitido: {reason}"
        fr "reçu hors délai, admis\u{a0}: {reason}"
        pt "recebido fora do prazo, admitido: {reason}";
    heading: en "Nominations" es "Designaciones" fr "Désignations" pt "Designações";
    counts:
        en "Nominations that stand: {standing}. Received late: {late}, of which admitted: \
            {admitted}. \
            Replaced: {replaced}. Withdrawn: {withdrawn}."
        es "Vigentes: {standing}. Recibidas fuera de plazo: {late}, de ellas admitidas: \
            {admitted}. Sustituidas: {replaced}. Retiradas: {withdrawn}."
        fr "En vigueur\u{a0}: {standing}. Reçues hors délai\u{a0}: {late}, dont admises\u{a0}: \
            {admitted}. Remplacées\u{a0}: {replaced}. Retirées\u{a0}: {withdrawn}."
        pt "Vigentes: {standing}. Recebidas fora do prazo: {late}, das quais admitidas: \
            {admitted}. Substituídas: {replaced}. Retiradas: {withdrawn}.";
    was_nominated:
        en "{delegation} nominated {name} ({id}, {role})"
        es "{delegation} designó a {name} ({id}, {role})"
        fr "{delegation} a désigné {name} ({id}, {role})"
        pt "{delegation} designou {name} ({id}, {role})";
    was_replaced:
        en "{delegation} nominated {name} ({id}, {role}) instead of {old}"
        es "{delegation} designó a {name} ({id}, {role}) en lugar de {old}"
        fr "{delegation} a désigné {name} ({id}, {role}) à la place de {old}"
        pt "{delegation} designou {name} ({id}, {role}) em lugar de {old}";
    was_corrected:
        en "Spelling of {id} corrected: {name}"
        es "Ortografía de {id} corregida: {name}"
        fr "Orthographe de {id} corrigée\u{a0}: {name}"
        pt "Grafia de {id} corrigida: {name}";
    was_withdrawn:
        en "Nomination {id} withdrawn"
        es "Designación {id} retirada"
        fr "Désignation {id} retirée"
        pt "Designação {id} retirada";
    was_admitted:
        en "Late nomination {id} admitted: “{reason}”"
        es "Designación tardía {id} admitida: «{reason}»"
        fr "Désignation tardive {id} admise\u{a0}: «\u{a0}{reason}\u{a0}»"
        pt "Designação tardia {id} admitida: “{reason}”";
    to_present: en "present" es "exponer" fr "présenter un exposé" pt "apresentar";
    to_report: en "report" es "informar" fr "faire rapport" pt "relatar";
    was_requested:
        en "{delegation} requested to {by} on topic {topic} of item {item} ({id})"
        es "{delegation} solicitó {by} sobre el tema {topic} del punto {item} ({id})"
        fr "{delegation} a demandé à {by} sur le thème {topic} du point {item} ({id})"
        pt "{delegation} solicitou {by} sobre o tema {topic} do ponto {item} ({id})";
    was_asked:
        en "An expert of {delegation} asked to {by} on topic {topic} of item {item} ({id})"
        es "Un experto de {delegation} pidió {by} sobre el tema {topic} del punto {item} \
            ({id})"
        fr "Un expert de {delegation} a demandé à {by} sur le thème {topic} du point \
            {item} ({id})"
        pt "Um perito de {delegation} pediu {by} sobre o tema {topic} do ponto {item} \
            ({id})";
    was_presentation_admitted:
        en "Late request to present {id} admitted: “{reason}”"
        es "Solicitud tardía de exponer {id} admitida: «{reason}»"
        fr "Demande tardive d’exposé {id} admise\u{a0}: «\u{a0}{reason}\u{a0}»"
        pt "Solicitação tardia de apresentar {id} admitida: “{reason}”";
    was_declined:
        en "{delegation} will not present or report"
        es "{delegation} no desea exponer ni informar"
        fr "{delegation} ne souhaite ni présenter d’exposé ni faire rapport"
        pt "{delegation} não deseja apresentar nem relatar";
}
