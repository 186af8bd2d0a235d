//! Agendas, and what happens to their items.

topic! {
    draft_title:
        en "DRAFT AGENDA"
        es "PROYECTO DE TEMARIO"
        fr "PROJET D’ORDRE DU JOUR"
        pt "PROJETO DE TEMÁRIO";
    title: en "AGENDA" es "TEMARIO" fr "ORDRE DU JOUR" pt "TEMÁRIO";
    explanatory_note:
        en "EXPLANATORY NOTE"
        es "NOTA EXPLICATIVA"
        fr "NOTE EXPLICATIVE"
        pt "NOTA EXPLICATIVA";
    adopted_stamp(ordinal, date):
        en "(Adopted at the {ordinal} session, {date})"
        es "(Aprobado en la {ordinal} sesión, {date})"
        fr "(Adopté à la {ordinal} séance, {date})"
        pt "(Aprovado na {ordinal} sessão, {date})";
    adopted_stamp_between(date):
        en "(Adopted between sessions, {date})"
        es "(Aprobado entre sesiones, {date})"
        fr "(Adopté entre les séances, {date})"
        pt "(Aprovado entre sessões, {date})";
    adopted_between(symbol, manner):
        en "The agenda, {symbol}, was adopted {manner} between sessions."
        es "El temario, {symbol}, fue aprobado {manner} entre sesiones."
        fr "L’ordre du jour, {symbol}, a été adopté {manner} entre les séances."
        pt "O temário, {symbol}, foi aprovado {manner} entre sessões.";
    adopted(symbol, manner, ordinal):
        en "The agenda, {symbol}, was adopted {manner} at the {ordinal} session."
        es "El temario, {symbol}, fue aprobado {manner} en la {ordinal} sesión."
        fr "L’ordre du jour, {symbol}, a été adopté {manner} à la {ordinal} séance."
        pt "O temário, {symbol}, foi aprovado {manner} na {ordinal} sessão.";
    not_adopted:
        en "The agenda has not been adopted."
        es "El temario no ha sido aprobado."
        fr "L’ordre du jour n’a pas été adopté."
        pt "O temário não foi aprovado.";
    was_item_added(item, title):
        en "Item {item} added: “{title}”"
        es "Punto {item} agregado: «{title}»"
        fr "Point {item} ajouté\u{a0}: «\u{a0}{title}\u{a0}»"
        pt "Ponto {item} acrescentado: “{title}”";
    was_item_reworded(item, title):
        en "Item {item} reworded: “{title}”"
        es "Punto {item} con nueva redacción: «{title}»"
        fr "Point {item} reformulé\u{a0}: «\u{a0}{title}\u{a0}»"
        pt "Ponto {item} com nova redação: “{title}”";
    was_item_moved(item):
        en "Item {item} moved"
        es "Punto {item} trasladado"
        fr "Point {item} déplacé"
        pt "Ponto {item} deslocado";
    was_item_removed(item):
        en "Item {item} removed"
        es "Punto {item} suprimido"
        fr "Point {item} supprimé"
        pt "Ponto {item} suprimido";
    was_footnote_set(item, text):
        en "Footnote of item {item}: “{text}”"
        es "Nota al pie del punto {item}: «{text}»"
        fr "Note du point {item}\u{a0}: «\u{a0}{text}\u{a0}»"
        pt "Nota de rodapé do ponto {item}: “{text}”";
    was_note_written(n):
        en "Explanatory note written ({n} paragraphs and questions)"
        es "Nota explicativa redactada, {n} bloques"
        fr "Note explicative rédigée, {n} blocs"
        pt "Nota explicativa redigida, {n} blocos";
}
