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
        en "(Adopted outside a session, {date})"
        es "(Aprobado entre sesiones, {date})"
        fr "(Adopté entre les séances, {date})"
        pt "(Aprovado entre sessões, {date})";
    adopted_between(symbol, manner):
        en "The agenda, {symbol}, was adopted {manner} outside a session."
        es "El temario, {symbol}, fue aprobado {manner} entre sesiones."
        fr "L’ordre du jour, {symbol}, a été adopté {manner} entre les séances."
        pt "O temário, {symbol}, foi aprovado {manner} entre sessões.";
    amended(symbol, manner, decision):
        en "It was amended by decision {decision}, taken {manner}; the amended agenda is {symbol}."
        es "La decisión {decision} lo modificó {manner}; el temario modificado es {symbol}."
        fr "La décision {decision} l’a modifié {manner}\u{a0}; l’ordre du jour modifié est \
            {symbol}."
        pt "A decisão {decision} o modificou {manner}; o temário modificado é {symbol}.";
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
    item_titled(number, title):
        en "{number}, “{title}”"
        es "{number}, «{title}»"
        fr "{number}, «\u{a0}{title}\u{a0}»"
        pt "{number}, “{title}”";
    was_item_added(title):
        en "Item added: “{title}”"
        es "Punto agregado: «{title}»"
        fr "Point ajouté\u{a0}: «\u{a0}{title}\u{a0}»"
        pt "Ponto acrescentado: “{title}”";
    was_item_reworded(old, new):
        en "Item “{old}” reworded: “{new}”"
        es "Punto «{old}» con nueva redacción: «{new}»"
        fr "Point «\u{a0}{old}\u{a0}» reformulé\u{a0}: «\u{a0}{new}\u{a0}»"
        pt "Ponto “{old}” com nova redação: “{new}”";
    was_item_moved(title):
        en "Item “{title}” moved"
        es "Punto «{title}» trasladado"
        fr "Point «\u{a0}{title}\u{a0}» déplacé"
        pt "Ponto “{title}” deslocado";
    was_item_removed(title):
        en "Item “{title}” removed"
        es "Punto «{title}» suprimido"
        fr "Point «\u{a0}{title}\u{a0}» supprimé"
        pt "Ponto “{title}” suprimido";
    was_footnote_set(title, text):
        en "Footnote of item “{title}”: “{text}”"
        es "Nota al pie del punto «{title}»: «{text}»"
        fr "Note du point «\u{a0}{title}\u{a0}»\u{a0}: «\u{a0}{text}\u{a0}»"
        pt "Nota de rodapé do ponto “{title}”: “{text}”";
    was_note_written(n):
        en "Explanatory note written (paragraphs and questions: {n})"
        es "Nota explicativa redactada ({n} párrafos y preguntas)"
        fr "Note explicative rédigée ({n} paragraphes et questions)"
        pt "Nota explicativa redigida ({n} parágrafos e perguntas)";
}
