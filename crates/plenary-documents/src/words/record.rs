//! The record.

topic! {
    title: en "RECORD" es "ACTA" fr "COMPTE RENDU" pt "ATA";
    corrected(name, delegation, id, time):
        en "The details of {name} ({delegation}, {id}) were corrected on {time}"
        es "Los datos de {name} ({delegation}, {id}) fueron corregidos el {time}"
        fr "Les données de {name} ({delegation}, {id}) ont été rectifiées le {time}"
        pt "Os dados de {name} ({delegation}, {id}) foram corrigidos em {time}";
    corrections_heading: en "Corrections" es "Correcciones" fr "Rectifications" pt "Correções";
}
