//! Editions.

topic! {
    heading:
        en "Editions issued"
        es "Ediciones publicadas"
        fr "Éditions publiées"
        pt "Edições publicadas";
    issued(symbol, dated, time):
        en "{symbol}, dated {dated}, issued on {time}."
        es "{symbol}, con fecha {dated}, publicado el {time}."
        fr "{symbol}, daté du {dated}, publié le {time}."
        pt "{symbol}, datado de {dated}, publicado em {time}.";
    was_prepared(symbol):
        en "Edition {symbol} prepared"
        es "Edición {symbol} preparada"
        fr "Édition {symbol} préparée"
        pt "Edição {symbol} preparada";
    was_returned(symbol, reason):
        en "Edition {symbol} sent back: “{reason}”"
        es "Edición {symbol} devuelta: «{reason}»"
        fr "Édition {symbol} renvoyée\u{a0}: «\u{a0}{reason}\u{a0}»"
        pt "Edição {symbol} devolvida: “{reason}”";
    was_withdrawn(symbol):
        en "Edition {symbol} withdrawn"
        es "Edición {symbol} retirada"
        fr "Édition {symbol} retirée"
        pt "Edição {symbol} retirada";
    was_approved(symbol, form, digest):
        en "Edition {symbol} approved (SHA-256 of its text, in form {form}: {digest})"
        es "Edición {symbol} autorizada; forma de texto {form}, SHA-256 {digest}"
        fr "Édition {symbol} autorisée\u{a0}; forme de texte {form}, SHA-256 {digest}"
        pt "Edição {symbol} autorizada; forma de texto {form}, SHA-256 {digest}";
    was_issued(symbol):
        en "Edition {symbol} issued"
        es "Edición {symbol} publicada"
        fr "Édition {symbol} publiée"
        pt "Edição {symbol} publicada";
}
