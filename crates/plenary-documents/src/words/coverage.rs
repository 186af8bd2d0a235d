//! Which paragraphs of the mandates the items cover.

topic! {
    title:
        en "MANDATE COVERAGE"
        es "COBERTURA DE LOS MANDATOS"
        fr "COUVERTURE DES MANDATS"
        pt "COBERTURA DOS MANDATOS";
    paragraph: en "Paragraph" es "Párrafo" fr "Paragraphe" pt "Parágrafo";
    covered_by: en "Item" es "Punto" fr "Point" pt "Ponto";
    source_symbol(source, symbol):
        en "{source} ({symbol})"
        es "{source} ({symbol})"
        fr "{source} ({symbol})"
        pt "{source} ({symbol})";
    source_inferred(source, symbol):
        en "{source} ({symbol}; symbol inferred)"
        es "{source} ({symbol}, deducido)"
        fr "{source} ({symbol}, déduit)"
        pt "{source} ({symbol}, deduzido)";
    uncovered(list):
        en "Paragraphs that no item covers: {list}."
        es "Párrafos que ningún punto cubre: {list}."
        fr "Paragraphes qu’aucun point ne couvre\u{a0}: {list}."
        pt "Parágrafos que nenhum ponto cobre: {list}.";
    all_covered:
        en "Every paragraph is covered by an item."
        es "Todos los párrafos están cubiertos por algún punto."
        fr "Chaque paragraphe est couvert par un point."
        pt "Todos os parágrafos são cobertos por algum ponto.";
    without_mandate(list):
        en "Items without a mandate: {list}."
        es "Puntos sin mandato: {list}."
        fr "Points sans mandat\u{a0}: {list}."
        pt "Pontos sem mandato: {list}.";
    all_with_mandate:
        en "Every item has a mandate."
        es "Todos los puntos tienen mandato."
        fr "Chaque point a un mandat."
        pt "Todos os pontos têm mandato.";
    no_sources:
        en "No sources of mandates have been recorded."
        es "No se ha descrito ninguna fuente de mandatos."
        fr "Aucune source de mandats n’a été décrite."
        pt "Nenhuma fonte de mandatos foi descrita.";
    undescribed(list):
        en "Cited, but not among the sources of the mandates: {list}."
        es "Citadas, pero no descritas como fuente: {list}."
        fr "Citées, mais non décrites comme source\u{a0}: {list}."
        pt "Citadas, mas não descritas como fonte: {list}.";
}
