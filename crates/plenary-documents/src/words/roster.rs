//! The list of participants.

topic! {
    title:
        en "LIST OF PARTICIPANTS"
        es "LISTA DE PARTICIPANTES"
        fr "LISTE DES PARTICIPANTS"
        pt "LISTA DE PARTICIPANTES";
    provisional(date):
        en "(Provisional, {date})"
        es "(Provisional al {date})"
        fr "(Provisoire au {date})"
        pt "(Provisória em {date})";
    participants_heading:
        en "Participants"
        es "Participantes"
        fr "Participants et participantes"
        pt "Participantes";
    members_heading:
        en "Member states"
        es "Estados miembros"
        fr "États membres"
        pt "Estados membros";
    observers_heading: en "Observers" es "Observadores" fr "Observateurs" pt "Observadores";
    organizations_heading:
        en "Organizations"
        es "Organizaciones"
        fr "Organisations"
        pt "Organizações";
    offices_heading:
        en "Chair and secretariat"
        es "Presidencia y secretaría"
        fr "Présidence et secrétariat"
        pt "Presidência e secretaria";
    names_hidden:
        en "Names are shown to participants only."
        es "Los nombres se muestran solo a los participantes."
        fr "Les noms ne sont communiqués qu’aux participants."
        pt "Os nomes são mostrados somente aos participantes.";
}
