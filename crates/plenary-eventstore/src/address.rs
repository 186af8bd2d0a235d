//! The address of a cluster, written as every client of the store writes it:
//! `esdb://user:password@host:2113,host2:2113?tls=true&tlsCaFile=ca.crt`.

use std::path::PathBuf;
use std::time::Duration;

/// The port of a node that names none.
pub(crate) const PORT: u16 = 2113;
const KEEP_ALIVE: Duration = Duration::from_secs(10);
const SCHEMES: [&str; 6] =
    ["esdb", "esdb+discover", "kurrentdb", "kurrentdb+discover", "kdb", "kdb+discover"];
/// What other clients know and Plenary needs not.
const UNUSED: [&str; 5] = [
    "nodepreference",
    "connectionname",
    "throwonappendfailure",
    "maxdiscoverattempts",
    "gossiptimeout",
];

/// One node's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint {
    pub(crate) host: String,
    pub(crate) port: u16,
}

impl std::fmt::Display for Endpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// What an address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) places: Vec<Endpoint>,
    /// Whether the nodes are asked who leads.
    pub(crate) discovers: bool,
    pub(crate) tls: bool,
    pub(crate) user: Option<(String, String)>,
    pub(crate) ca_file: Option<PathBuf>,
    pub(crate) user_files: Option<(PathBuf, PathBuf)>,
    pub(crate) keep_alive_every: Duration,
    pub(crate) keep_alive_patience: Duration,
    pub(crate) deadline: Option<Duration>,
    pub(crate) search_pause: Duration,
}

impl Address {
    /// Reads an address. The sentence of an error names the setting and repeats no password.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let wrong = |why: &str| {
            format!(
                "the setting journal is not an address of EventStoreDB: {why}; \
                 write esdb://user:password@host:{PORT}?tls=true"
            )
        };
        let (scheme, rest) = text.split_once("://").ok_or_else(|| wrong("it has no `://`"))?;
        if !SCHEMES.contains(&scheme) {
            return Err(wrong(&format!("`{scheme}://` is not known")));
        }
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (user, hosts) = match rest.rsplit_once('@') {
            Some((user, hosts)) => (Some(user), hosts),
            None => (None, rest),
        };
        let hosts = hosts.strip_suffix('/').unwrap_or(hosts);
        let places: Result<Vec<Endpoint>, String> = hosts.split(',').map(place).collect();
        let places = places.map_err(|why| wrong(&why))?;
        let user = user.map(|user| {
            let (name, password) = user.split_once(':').unwrap_or((user, ""));
            (decoded(name), decoded(password))
        });
        let discovers = scheme.ends_with("+discover") || places.len() > 1;
        let mut address = Self {
            places,
            discovers,
            tls: true,
            user,
            ca_file: None,
            user_files: None,
            keep_alive_every: KEEP_ALIVE,
            keep_alive_patience: KEEP_ALIVE,
            deadline: None,
            search_pause: Duration::from_millis(100),
        };
        let mut files = (None, None);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            address.set(name, &decoded(value), &mut files).map_err(|why| wrong(&why))?;
        }
        address.user_files = match files {
            (None, None) => None,
            (Some(certificate), Some(key)) => Some((certificate, key)),
            _ => return Err(wrong("userCertFile and userKeyFile must be given together")),
        };
        Ok(address)
    }

    fn set(
        &mut self,
        name: &str,
        value: &str,
        files: &mut (Option<PathBuf>, Option<PathBuf>),
    ) -> Result<(), String> {
        match name.to_lowercase().as_str() {
            "tls" => self.tls = truth(name, value)?,
            "tlsverifycert" if truth(name, value)? => {}
            "tlsverifycert" => {
                return Err("a certificate is always verified: instead of tlsVerifyCert=false \
                     name its authority by tlsCaFile=FILE"
                    .to_owned());
            }
            "tlscafile" => self.ca_file = Some(value.into()),
            "usercertfile" => files.0 = Some(value.into()),
            "userkeyfile" => files.1 = Some(value.into()),
            "keepaliveinterval" => self.keep_alive_every = millis(name, value)?,
            "keepalivetimeout" => self.keep_alive_patience = millis(name, value)?,
            "defaultdeadline" => self.deadline = Some(millis(name, value)?),
            "discoveryinterval" => self.search_pause = millis(name, value)?,
            known if UNUSED.contains(&known) => {}
            _ => return Err(format!("the parameter `{name}` is not known")),
        }
        Ok(())
    }

    /// The places as people write them.
    pub(crate) fn shown(&self) -> String {
        self.places.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }
}

fn place(text: &str) -> Result<Endpoint, String> {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) => {
            let number = port.parse::<u16>().ok().filter(|port| *port > 0);
            (host, number.ok_or_else(|| format!("`{port}` is not a port"))?)
        }
        None => (text, PORT),
    };
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-._[]:".contains(letter);
    if host.is_empty() || !host.chars().all(fits) {
        return Err(format!("`{host}` is not a host name"));
    }
    Ok(Endpoint { host: host.to_owned(), port })
}

fn truth(name: &str, value: &str) -> Result<bool, String> {
    match value.to_lowercase().as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(format!("{name}={value} is neither true nor false")),
    }
}

fn millis(name: &str, value: &str) -> Result<Duration, String> {
    let number = value.parse::<u64>().ok().filter(|number| *number > 0);
    number
        .map(Duration::from_millis)
        .ok_or_else(|| format!("{name}={value} is not a number of milliseconds"))
}

/// Undoes `%40` and its like; what is no such code stays.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = (*byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(value) => {
                decoded.push(value);
                at += 3;
            }
            None => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_other_clients_read_it() {
        let text = "esdb://chair:p%40ss:w@one:2114,two?TLS=false&tlsCaFile=a%20b.crt";
        let address = Address::parse(text).unwrap();
        assert_eq!(address.shown(), "one:2114, two:2113");
        assert_eq!(address.user, Some(("chair".to_owned(), "p@ss:w".to_owned())));
        assert!(address.discovers && !address.tls);
        assert_eq!(address.ca_file, Some("a b.crt".into()));
        let single = Address::parse("kurrentdb://localhost").unwrap();
        assert!(!single.discovers && single.tls && single.user.is_none());
        assert!(Address::parse("esdb+discover://cluster.example:2113/").unwrap().discovers);
    }
}
