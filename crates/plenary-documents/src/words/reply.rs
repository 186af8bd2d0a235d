//! Replies of delegations: nominations, requests to present.

topic! {
    named: en "Nominated" es "Designados" fr "Désignés" pt "Designados";
    nobody_named:
        en "Nobody has been nominated yet."
        es "Todavía no se ha designado a nadie."
        fr "Personne n’a encore été désigné."
        pt "Ninguém foi designado ainda.";
    answered(n, m):
        en "{n} of {m} members have nominated experts."
        es "{n} de {m} miembros han designado expertos."
        fr "{n} membres sur {m} ont désigné des experts."
        pt "{n} de {m} membros designaram peritos.";
    silent(list):
        en "No nominations yet from: {list}."
        es "Aún no han designado expertos: {list}."
        fr "N’ont pas encore désigné d’experts\u{a0}: {list}."
        pt "Ainda não designaram peritos: {list}.";
    silent_none:
        en "All members have nominated experts."
        es "Todos los miembros han designado expertos."
        fr "Tous les membres ont désigné des experts."
        pt "Todos os membros designaram peritos.";
    person_line(name, role):
        en "{name} ({role})"
        es "{name} ({role})"
        fr "{name} ({role})"
        pt "{name} ({role})";
    marks(person, mark):
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
    late_admitted(reason):
        en "received late, admitted: {reason}"
        es "recibido fuera de plazo, admitido: {reason}"
        fr "reçu hors délai, admis\u{a0}: {reason}"
        pt "recebido fora do prazo, admitido: {reason}";
    heading: en "Nominations" es "Designaciones" fr "Désignations" pt "Designações";
    standing_none:
        en "No nominations stand."
        es "Vigentes: 0."
        fr "En vigueur\u{a0}: 0."
        pt "Vigentes: 0.";
    standing_one:
        en "1 nomination stands."
        es "Vigentes: 1."
        fr "En vigueur\u{a0}: 1."
        pt "Vigentes: 1.";
    standing_many(n):
        en "{n} nominations stand."
        es "Vigentes: {n}."
        fr "En vigueur\u{a0}: {n}."
        pt "Vigentes: {n}.";
    late_one_admitted:
        en "1 arrived late and was admitted."
        es "Recibidas fuera de plazo: 1, de ellas admitidas: 1."
        fr "Reçues hors délai\u{a0}: 1, dont admises\u{a0}: 1."
        pt "Recebidas fora do prazo: 1, das quais admitidas: 1.";
    late_one_not_admitted:
        en "1 arrived late and was not admitted."
        es "Recibidas fuera de plazo: 1, de ellas admitidas: 0."
        fr "Reçues hors délai\u{a0}: 1, dont admises\u{a0}: 0."
        pt "Recebidas fora do prazo: 1, das quais admitidas: 0.";
    late_many_none_admitted(n):
        en "{n} arrived late; none of them was admitted."
        es "Recibidas fuera de plazo: {n}, de ellas admitidas: 0."
        fr "Reçues hors délai\u{a0}: {n}, dont admises\u{a0}: 0."
        pt "Recebidas fora do prazo: {n}, das quais admitidas: 0.";
    late_many_one_admitted(n):
        en "{n} arrived late; 1 of them was admitted."
        es "Recibidas fuera de plazo: {n}, de ellas admitidas: 1."
        fr "Reçues hors délai\u{a0}: {n}, dont admises\u{a0}: 1."
        pt "Recebidas fora do prazo: {n}, das quais admitidas: 1.";
    late_many_admitted(n, admitted):
        en "{n} arrived late; {admitted} of them were admitted."
        es "Recibidas fuera de plazo: {n}, de ellas admitidas: {admitted}."
        fr "Reçues hors délai\u{a0}: {n}, dont admises\u{a0}: {admitted}."
        pt "Recebidas fora do prazo: {n}, das quais admitidas: {admitted}.";
    replaced_one:
        en "1 was replaced."
        es "Sustituidas: 1."
        fr "Remplacées\u{a0}: 1."
        pt "Substituídas: 1.";
    replaced_many(n):
        en "{n} were replaced."
        es "Sustituidas: {n}."
        fr "Remplacées\u{a0}: {n}."
        pt "Substituídas: {n}.";
    withdrawn_one:
        en "1 was withdrawn."
        es "Retiradas: 1."
        fr "Retirées\u{a0}: 1."
        pt "Retiradas: 1.";
    withdrawn_many(n):
        en "{n} were withdrawn."
        es "Retiradas: {n}."
        fr "Retirées\u{a0}: {n}."
        pt "Retiradas: {n}.";
    was_nominated(delegation, name, id, role):
        en "{delegation} nominated {name} ({id}, {role})"
        es "{delegation} designó a {name} ({id}, {role})"
        fr "{delegation} a désigné {name} ({id}, {role})"
        pt "{delegation} designou {name} ({id}, {role})";
    was_replaced(delegation, nominee, replaced):
        en "{delegation} nominated {nominee} in place of {replaced}"
        es "{delegation} designó a {nominee} en lugar de {replaced}"
        fr "{delegation} a désigné {nominee} à la place de {replaced}"
        pt "{delegation} designou {nominee} em lugar de {replaced}";
    was_corrected(id, name):
        en "Details of {name} ({id}) corrected"
        es "Datos de {name} ({id}) corregidos"
        fr "Données de {name} ({id}) rectifiées"
        pt "Dados de {name} ({id}) corrigidos";
    was_withdrawn(id):
        en "Nomination {id} withdrawn"
        es "Designación {id} retirada"
        fr "Désignation {id} retirée"
        pt "Designação {id} retirada";
    was_admitted(id, reason):
        en "Late nomination {id} admitted: “{reason}”"
        es "Designación tardía {id} admitida: «{reason}»"
        fr "Désignation tardive {id} admise\u{a0}: «\u{a0}{reason}\u{a0}»"
        pt "Designação tardia {id} admitida: “{reason}”";
    to_present: en "present" es "exponer" fr "présenter un exposé" pt "apresentar";
    to_report: en "report" es "informar" fr "faire rapport" pt "relatar";
    was_requested(delegation, by, topic, item, id):
        en "{delegation} requested to {by} on topic {topic} of item {item} ({id})"
        es "{delegation} solicitó {by} sobre el tema {topic} del punto {item} ({id})"
        fr "{delegation} a demandé à {by} sur le thème {topic} du point {item} ({id})"
        pt "{delegation} solicitou {by} sobre o tema {topic} do ponto {item} ({id})";
    was_asked(delegation, by, topic, item, id):
        en "An expert of {delegation} asked to {by} on topic {topic} of item {item} ({id})"
        es "Un experto de {delegation} pidió {by} sobre el tema {topic} del punto {item} \
            ({id})"
        fr "Un expert de {delegation} a demandé à {by} sur le thème {topic} du point \
            {item} ({id})"
        pt "Um perito de {delegation} pediu {by} sobre o tema {topic} do ponto {item} \
            ({id})";
    was_presentation_admitted(id, reason):
        en "Late request to present admitted ({id}): “{reason}”"
        es "Solicitud tardía de exponer {id} admitida: «{reason}»"
        fr "Demande tardive d’exposé {id} admise\u{a0}: «\u{a0}{reason}\u{a0}»"
        pt "Solicitação tardia de apresentar {id} admitida: “{reason}”";
    was_declined(delegation):
        en "{delegation} will not present or report"
        es "{delegation} no desea exponer ni informar"
        fr "{delegation} ne souhaite ni présenter d’exposé ni faire rapport"
        pt "{delegation} não deseja apresentar nem relatar";
    presentations_title:
        en "PRESENTATIONS AND REPORTS BY TOPIC"
        es "EXPOSICIONES E INFORMES POR TEMA"
        fr "EXPOSÉS ET RAPPORTS PAR THÈME"
        pt "APRESENTAÇÕES E RELATÓRIOS POR TEMA";
    presentations_hidden:
        en "This table is shown to participants only."
        es "Este cuadro se muestra solo a los participantes."
        fr "Ce tableau n’est communiqué qu’aux participants."
        pt "Este quadro é mostrado somente aos participantes.";
    presentations_unasked:
        en "The explanatory note in force does not ask for presentations or reports."
        es "El temario en vigor no pregunta quién desea exponer o informar."
        fr "L’ordre du jour en vigueur ne demande pas qui souhaite présenter un exposé ou faire \
            rapport."
        pt "A agenda em vigor não pergunta quem deseja apresentar ou relatar.";
    presentations_others:
        en "Topics that the explanatory note in force does not list"
        es "Temas que el temario en vigor no menciona"
        fr "Thèmes que l’ordre du jour en vigueur ne mentionne pas"
        pt "Temas que a agenda em vigor não menciona";
    presentations_nobody:
        en "none yet"
        es "nadie todavía"
        fr "personne encore"
        pt "ninguém ainda";
    presentations_counted_one:
        en "1 request counts."
        es "Solicitudes que cuentan: 1."
        fr "Demandes prises en compte\u{a0}: 1."
        pt "Solicitações que contam: 1.";
    presentations_counted(n):
        en "{n} requests count."
        es "Solicitudes que cuentan: {n}."
        fr "Demandes prises en compte\u{a0}: {n}."
        pt "Solicitações que contam: {n}.";
    presentations_late_one:
        en "1 arrived late and has not been admitted."
        es "Recibidas fuera de plazo y no admitidas: 1."
        fr "Reçues hors délai et non admises\u{a0}: 1."
        pt "Recebidas fora do prazo e não admitidas: 1.";
    presentations_late(n):
        en "{n} arrived late and have not been admitted."
        es "Recibidas fuera de plazo y no admitidas: {n}."
        fr "Reçues hors délai et non admises\u{a0}: {n}."
        pt "Recebidas fora do prazo e não admitidas: {n}.";
    presentations_asked_one:
        en "1 was made by an expert and awaits confirmation by the mission."
        es "Pedidas por expertos y no confirmadas por su misión: 1."
        fr "Souhaitées par des experts et non confirmées par leur mission\u{a0}: 1."
        pt "Pedidas por peritos e não confirmadas por sua missão: 1.";
    presentations_asked(n):
        en "{n} were made by experts and await confirmation by their missions."
        es "Pedidas por expertos y no confirmadas por su misión: {n}."
        fr "Souhaitées par des experts et non confirmées par leur mission\u{a0}: {n}."
        pt "Pedidas por peritos e não confirmadas por sua missão: {n}.";
    presentations_declined(list):
        en "Will not present or report: {list}."
        es "No desean exponer ni informar: {list}."
        fr "Ne souhaitent ni présenter d’exposé ni faire rapport\u{a0}: {list}."
        pt "Não desejam apresentar nem relatar: {list}.";
    presentations_silent(list):
        en "No reply yet from: {list}."
        es "Miembros que no se han pronunciado: {list}."
        fr "Membres qui ne se sont pas prononcés\u{a0}: {list}."
        pt "Membros que não se pronunciaram: {list}.";
    presentations_all_said:
        en "All members have replied to this question."
        es "Todos los miembros han dicho si desean exponer o informar."
        fr "Tous les membres ont dit s’ils souhaitent présenter un exposé ou faire rapport."
        pt "Todos os membros disseram se desejam apresentar ou relatar.";
    presentation_requested: en "requested" es "solicitada" fr "demandé" pt "solicitada";
    presentation_late:
        en "received late, not admitted"
        es "recibida fuera de plazo, no admitida"
        fr "reçu hors délai, non admis"
        pt "recebida fora do prazo, não admitida";
    presentation_asked:
        en "asked by an expert, not confirmed by the mission"
        es "pedida por un experto, no confirmada por la misión"
        fr "souhaité par un expert, non confirmé par la mission"
        pt "pedida por um perito, não confirmada pela missão";
    under_item(item, title):
        en "Item {item}. {title}"
        es "Punto {item}. {title}"
        fr "Point {item}. {title}"
        pt "Ponto {item}. {title}";
    topic_in_words(topic, words):
        en "{topic}: “{words}”"
        es "{topic}: «{words}»"
        fr "{topic}\u{a0}: «\u{a0}{words}\u{a0}»"
        pt "{topic} (“{words}”)";
    topic: en "Topic" es "Tema" fr "Thème" pt "Tema";
    form: en "Form" es "Modalidad" fr "Forme" pt "Forma";
    state: en "Status" es "Situación" fr "État" pt "Situação";
    number: en "Request" es "Número" fr "Numéro" pt "Número";
    talk: en "presentation" es "exposición" fr "exposé" pt "apresentação";
    report: en "report" es "informe" fr "rapport" pt "relatório";
}
