//! Sessions.

topic! {
    opened(ordinal, time):
        en "The {ordinal} session was opened on {time}."
        es "La {ordinal} sesión se abrió el {time}."
        fr "La {ordinal} séance a été ouverte le {time}."
        pt "A {ordinal} sessão foi aberta em {time}.";
    closed(ordinal, time):
        en "The {ordinal} session was closed on {time}."
        es "La {ordinal} sesión se cerró el {time}."
        fr "La {ordinal} séance a été close le {time}."
        pt "A {ordinal} sessão foi encerrada em {time}.";
    was_opened(ordinal):
        en "The {ordinal} session opened"
        es "Se abrió la {ordinal} sesión"
        fr "La {ordinal} séance est ouverte"
        pt "Aberta a {ordinal} sessão";
    was_closed(ordinal):
        en "The {ordinal} session closed"
        es "Se cerró la {ordinal} sesión"
        fr "La {ordinal} séance est close"
        pt "Encerrada a {ordinal} sessão";
}
