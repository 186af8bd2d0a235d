//! What one edition changes in the one before.

topic! {
    mark_added: en "added" es "agregado" fr "ajouté" pt "acrescentado";
    mark_deleted: en "deleted" es "suprimido" fr "supprimé" pt "suprimido";
    title: en "CHANGES" es "CAMBIOS" fr "MODIFICATIONS" pt "ALTERAÇÕES";
    compared(symbol, before):
        en "{symbol} compared with {before}"
        es "{symbol} comparado con {before}"
        fr "{symbol} comparé à {before}"
        pt "{symbol} comparado com {before}";
    first_edition:
        en "This is the first edition, so there is nothing to compare it with."
        es "Esta es una primera edición: no hay con qué compararla."
        fr "Ceci est une première édition\u{a0}: il n’y a rien à quoi la comparer."
        pt "Esta é uma primeira edição: não há com que compará-la.";
    changes_none: en "No change" es "Ningún cambio" fr "Aucune modification" pt "Nenhuma alteração";
    changes_one: en "1 change" es "1 cambio" fr "1 modification" pt "1 alteração";
    changes_many(n): en "{n} changes" es "{n} cambios" fr "{n} modifications" pt "{n} alterações";
    change_added:
        en "Item {number} is new: {new}"
        es "El punto {number} es nuevo: {new}"
        fr "Le point {number} est nouveau\u{a0}: {new}"
        pt "O ponto {number} é novo: {new}";
    change_removed:
        en "Item {number} is deleted: {old}"
        es "El punto {number} queda suprimido: {old}"
        fr "Le point {number} est supprimé\u{a0}: {old}"
        pt "O ponto {number} foi suprimido: {old}";
    change_reworded:
        en "Item {number} is reworded: {old} {new}"
        es "El punto {number} tiene otra redacción: {old} {new}"
        fr "Le point {number} est reformulé\u{a0}: {old} {new}"
        pt "O ponto {number} tem nova redação: {old} {new}";
    change_moved:
        en "Item {old} is now item {new}: {title}"
        es "El punto {old} es ahora el punto {new}: {title}"
        fr "Le point {old} devient le point {new}\u{a0}: {title}"
        pt "O ponto {old} é agora o ponto {new}: {title}";
    change_footnote:
        en "The footnote of item {number} is changed: {old} {new}"
        es "La nota al pie del punto {number} ha cambiado: {old} {new}"
        fr "La note du point {number} est modifiée\u{a0}: {old} {new}"
        pt "A nota de rodapé do ponto {number} foi alterada: {old} {new}";
    change_note:
        en "The explanatory note is changed:"
        es "La nota explicativa ha cambiado:"
        fr "La note explicative est modifiée\u{a0}:"
        pt "A nota explicativa foi alterada:";
    change_deadline:
        en "The deadline is changed: {old} {new}"
        es "El plazo ha cambiado: {old} {new}"
        fr "Le délai est modifié\u{a0}: {old} {new}"
        pt "O prazo foi alterado: {old} {new}";
    renumbered(list):
        en "Consequential renumbering: {list}."
        es "Cambios de numeración en consecuencia: {list}."
        fr "Renumérotation en conséquence\u{a0}: {list}."
        pt "Renumeração em consequência: {list}.";
    renumbered_item(old, new):
        en "item {old} becomes item {new}"
        es "el punto {old} pasa a ser el {new}"
        fr "le point {old} devient le point {new}"
        pt "o ponto {old} passa a ser o {new}";
    marked_agenda:
        en "The agenda with changes marked"
        es "El temario con sus cambios"
        fr "L’ordre du jour avec ses modifications"
        pt "O temário com suas alterações";
    moved_from(old):
        en "(formerly item {old})"
        es "(era el punto {old})"
        fr "(était le point {old})"
        pt "(era o ponto {old})";
}
