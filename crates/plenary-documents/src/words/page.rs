//! What every paper says by itself: its mark, its language, what is kept from its readers.

topic! {
    fictional:
        en "FICTIONAL EXAMPLE"
        es "EJEMPLO FICTICIO"
        fr "EXEMPLE FICTIF"
        pt "EXEMPLO FICTÍCIO";
    lang_en: en "English" es "Inglés" fr "Anglais" pt "Inglês";
    lang_es: en "Spanish" es "Español" fr "Espagnol" pt "Espanhol";
    lang_fr: en "French" es "Francés" fr "Français" pt "Francês";
    lang_pt: en "Portuguese" es "Portugués" fr "Portugais" pt "Português";
    original(language):
        en "Original: {language}"
        es "Original: {language}"
        fr "Original\u{a0}: {language}"
        pt "Original: {language}";
    untranslated(language):
        en "The text below is in the original language ({language}). No official translation has \
            been issued."
        es "El texto que sigue está en el idioma original ({language}). No se ha publicado \
            ninguna traducción oficial."
        fr "Le texte qui suit est dans la langue originale ({language}). Aucune traduction \
            officielle n’a été publiée."
        pt "O texto a seguir está no idioma original ({language}). Nenhuma tradução oficial foi \
            publicada.";
    withheld:
        en "[withheld from these readers]"
        es "[no es para estos lectores]"
        fr "[pas pour ces lecteurs]"
        pt "[não é para estes leitores]";
    printed(release, entry, date):
        en "Produced by Plenary {release} from entries 1 to {entry} of the history (last entry: \
            {date})."
        es "Elaborado por Plenary {release} a partir de los asientos 1 a {entry}, el último del \
            {date}."
        fr "Établi par Plenary {release} d’après les écritures 1 à {entry}, la dernière du {date}."
        pt "Elaborado por Plenary {release} a partir dos assentamentos 1 a {entry}, o último de \
            {date}.";
    none: en "None." es "Ninguna." fr "Aucune." pt "Nenhuma.";
}
