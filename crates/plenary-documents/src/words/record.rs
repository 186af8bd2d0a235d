//! The record.

topic! {
    title: en "RECORD" es "ACTA" fr "COMPTE RENDU" pt "ATA";
    corrected(id, delegation, time):
        en "The spelling of nomination {id} ({delegation}) was corrected on {time}"
        es "La ortografía de la designación {id} ({delegation}) fue corregida el {time}"
        fr "L’orthographe de la désignation {id} ({delegation}) a été corrigée le {time}"
        pt "A grafia da designação {id} ({delegation}) foi corrigida em {time}";
    corrections_heading: en "Corrections" es "Correcciones" fr "Rectifications" pt "Correções";
}
