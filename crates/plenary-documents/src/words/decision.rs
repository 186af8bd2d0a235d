//! Decisions, objections and votes.

topic! {
    heading: en "Decisions" es "Decisiones" fr "Décisions" pt "Decisões";
    decided:
        en "The Group decided:"
        es "El Grupo decidió:"
        fr "Le Groupe a décidé\u{a0}:"
        pt "O Grupo decidiu:";
    line(id, text): en "{id}: {text}" es "{id}: {text}" fr "{id}\u{a0}: {text}" pt "{id}: {text}";
    adopted_between(manner, date):
        en "Adopted {manner} outside a session, {date}."
        es "Aprobada {manner} entre sesiones, {date}."
        fr "Adoptée {manner} entre les séances, {date}."
        pt "Aprovada {manner} entre sessões, {date}.";
    open_between(date):
        en "Put to the meeting outside a session, {date}; no decision so far."
        es "Presentada entre sesiones, {date}; sin decisión hasta ahora."
        fr "Présentée entre les séances, {date}\u{a0}; pas de décision à ce jour."
        pt "Apresentada entre sessões, {date}; sem decisão até agora.";
    adopted(manner, ordinal, date):
        en "Adopted {manner} at the {ordinal} session, {date}."
        es "Aprobada {manner} en la {ordinal} sesión, {date}."
        fr "Adoptée {manner} à la {ordinal} séance, {date}."
        pt "Aprovada {manner} na {ordinal} sessão, {date}.";
    open(ordinal, date):
        en "Put to the meeting at the {ordinal} session, {date}; no decision so far."
        es "Presentada en la {ordinal} sesión, {date}; sin decisión hasta ahora."
        fr "Présentée à la {ordinal} séance, {date}\u{a0}; pas de décision à ce jour."
        pt "Apresentada na {ordinal} sessão, {date}; sem decisão até agora.";
    not_adopted(manner, ordinal, date):
        en "Not adopted, {manner}, at the {ordinal} session, {date}."
        es "No aprobada: rechazada {manner} en la {ordinal} sesión, {date}."
        fr "Non adoptée\u{a0}: rejetée {manner} à la {ordinal} séance, {date}."
        pt "Não aprovada: rejeitada {manner} na {ordinal} sessão, {date}.";
    not_adopted_between(manner, date):
        en "Not adopted, {manner}, outside a session, {date}."
        es "No aprobada: rechazada {manner} entre sesiones, {date}."
        fr "Non adoptée\u{a0}: rejetée {manner} entre les séances, {date}."
        pt "Não aprovada: rejeitada {manner} entre sessões, {date}.";
    withdrawn(date):
        en "Withdrawn by the Chair, {date}."
        es "Retirada por la Presidencia, {date}."
        fr "Retirée par la Présidence, {date}."
        pt "Retirada pela Presidência, {date}.";
    consensus: en "by consensus" es "por consenso" fr "par consensus" pt "por consenso";
    vote(yes, no, abstentions):
        en "by vote ({yes} for, {no} against, {abstentions} abstaining)"
        es "por votación ({yes} a favor, {no} en contra, abstenciones: {abstentions})"
        fr "par un vote ({yes} pour, {no} contre, abstentions\u{a0}: {abstentions})"
        pt "por votação ({yes} a favor, {no} contra, abstenções: {abstentions})";
    objected(delegation):
        en "{delegation} objected."
        es "{delegation} objetó."
        fr "{delegation} a formulé une objection."
        pt "{delegation} objetou.";
    objected_why(delegation, reason):
        en "{delegation} objected: “{reason}”"
        es "{delegation} objetó: «{reason}»"
        fr "{delegation} a formulé une objection\u{a0}: «\u{a0}{reason}\u{a0}»"
        pt "{delegation} objetou: “{reason}”";
    objection_withdrawn(delegation, date):
        en "{delegation} withdrew its objection, {date}."
        es "{delegation} retiró su objeción, {date}."
        fr "{delegation} a retiré son objection, {date}."
        pt "{delegation} retirou a sua objeção, {date}.";
    was_put(id, text):
        en "Decision {id} put: “{text}”"
        es "Decisión {id} presentada: «{text}»"
        fr "Décision {id} présentée\u{a0}: «\u{a0}{text}\u{a0}»"
        pt "Decisão {id} apresentada: “{text}”";
    was_objected(delegation, id):
        en "{delegation} objected to {id}"
        es "{delegation} objetó {id}"
        fr "{delegation} a formulé une objection à {id}"
        pt "{delegation} objetou {id}";
    was_objection_withdrawn(delegation, id):
        en "{delegation} withdrew its objection to {id}"
        es "{delegation} retiró su objeción a {id}"
        fr "{delegation} a retiré son objection à {id}"
        pt "{delegation} retirou a sua objeção a {id}";
    was_not_adopted(id, manner):
        en "Decision {id} not adopted, {manner}"
        es "Decisión {id} no aprobada, {manner}"
        fr "Décision {id} non adoptée, {manner}"
        pt "Decisão {id} não aprovada, {manner}";
    was_adopted(id, manner):
        en "Decision {id} adopted {manner}"
        es "Decisión {id} aprobada {manner}"
        fr "Décision {id} adoptée {manner}"
        pt "Decisão {id} aprovada {manner}";
    was_taken_back(id):
        en "Decision {id} withdrawn"
        es "Decisión {id} retirada"
        fr "Décision {id} retirée"
        pt "Decisão {id} retirada";
}
