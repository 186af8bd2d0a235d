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
        en "Adopted {manner} between sessions, {date}."
        es "Aprobada {manner} entre sesiones, {date}."
        fr "Adoptée {manner} entre les séances, {date}."
        pt "Aprovada {manner} entre sessões, {date}.";
    open_between(date):
        en "Put between sessions, {date}; not adopted."
        es "Presentada entre sesiones, {date}; no aprobada."
        fr "Présentée entre les séances, {date}\u{a0}; non adoptée."
        pt "Apresentada entre sessões, {date}; não aprovada.";
    adopted(manner, ordinal, date):
        en "Adopted {manner} at the {ordinal} session, {date}."
        es "Aprobada {manner} en la {ordinal} sesión, {date}."
        fr "Adoptée {manner} à la {ordinal} séance, {date}."
        pt "Aprovada {manner} na {ordinal} sessão, {date}.";
    open(ordinal, date):
        en "Put at the {ordinal} session, {date}; not adopted."
        es "Presentada en la {ordinal} sesión, {date}; no aprobada."
        fr "Présentée à la {ordinal} séance, {date}\u{a0}; non adoptée."
        pt "Apresentada na {ordinal} sessão, {date}; não aprovada.";
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
