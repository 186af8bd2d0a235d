//! The record.

topic! {
    title: en "RECORD" es "ACTA" fr "COMPTE RENDU" pt "ATA";
    corrections_heading: en "Corrections" es "Correcciones" fr "Rectifications" pt "Correções";
}
