//! Comments.

topic! {
    received(date, way):
        en "received {date} by {way}"
        es "recibido el {date} por {way}"
        fr "reçu le {date} par {way}"
        pt "recebido em {date} por {way}";
    received_reference(date, way, reference):
        en "received {date} by {way}, {reference}"
        es "recibido el {date} por {way}, {reference}"
        fr "reçu le {date} par {way}, {reference}"
        pt "recebido em {date} por {way}, {reference}";
    whole_heading:
        en "The agenda as a whole"
        es "El temario en su conjunto"
        fr "L’ordre du jour dans son ensemble"
        pt "O temário em seu conjunto";
    item_heading(number, title):
        en "Item {number}: {title}"
        es "Punto {number}: {title}"
        fr "Point {number}\u{a0}: {title}"
        pt "Ponto {number}: {title}";
    gone_heading:
        en "Items that are no longer on the agenda"
        es "Puntos que ya no figuran en el temario"
        fr "Points qui ne figurent plus à l’ordre du jour"
        pt "Pontos que já não constam do temário";
    no_comments:
        en "No comments were received."
        es "No se recibieron comentarios."
        fr "Aucun commentaire n’a été reçu."
        pt "Não foram recebidos comentários.";
    no_comments_for_you:
        en "No comments to show."
        es "No hay comentarios que mostrar."
        fr "Aucun commentaire à présenter."
        pt "Não há comentários a mostrar.";
    line(id, author, time):
        en "{id}, {author}, {time}"
        es "{id}, {author}, {time}"
        fr "{id}, {author}, {time}"
        pt "{id}, {author}, {time}";
    in_reply(id):
        en "in reply to {id}"
        es "en respuesta a {id}"
        fr "en réponse à {id}"
        pt "em resposta a {id}";
    withdrawn(time):
        en "Withdrawn by its author on {time}."
        es "Retirado por su autor el {time}."
        fr "Retiré par son auteur le {time}."
        pt "Retirado pelo autor em {time}.";
    written_on(typed, symbol):
        en "written on item {typed} of {symbol}"
        es "escrito sobre el punto {typed} de {symbol}"
        fr "écrit au sujet du point {typed} de {symbol}"
        pt "escrito sobre o ponto {typed} de {symbol}";
    was_comment(id, text):
        en "Comment {id}: “{text}”"
        es "Comentario {id}: «{text}»"
        fr "Commentaire {id}\u{a0}: «\u{a0}{text}\u{a0}»"
        pt "Comentário {id}: “{text}”";
    was_comment_on(id, item, text):
        en "Comment {id} on item {item}: “{text}”"
        es "Comentario {id} sobre el punto {item}: «{text}»"
        fr "Commentaire {id} sur le point {item}\u{a0}: «\u{a0}{text}\u{a0}»"
        pt "Comentário {id} sobre o ponto {item}: “{text}”";
    was_comment_withdrawn(id):
        en "Comment {id} withdrawn"
        es "Comentario {id} retirado"
        fr "Commentaire {id} retiré"
        pt "Comentário {id} retirado";
}
