//! `plenary health`: asks a running `serve` whether it is ready; for containers and scripts that
//! have no other program to ask with.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};

use super::print_out;
use crate::settings::Settings;

/// How long each step of asking may take.
const ASKING: Duration = Duration::from_secs(3);
/// More than any answer holds.
const ANSWER_BYTES_MAX: u64 = 1 << 16;

/// Asks and prints; 0 if it is ready, 1 if it is not or does not answer.
pub(crate) fn run(settings: &Settings) -> Result<ExitCode> {
    let address = settings.serve.address()?;
    let answer = ask(address, "/health/ready").with_context(|| {
        format!("plenary serve does not answer at {address} (setting serve.address)")
    })?;
    print_out(&answer.body)?;
    Ok(if answer.is_ok { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) is_ok: bool,
    pub(crate) body: String,
}

/// One HTTP request. If the address means "all addresses of this machine", loopback is asked.
pub(crate) fn ask(address: SocketAddr, path: &str) -> Result<Answer> {
    let home = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    let mut stream = TcpStream::connect_timeout(&(home, address.port()).into(), ASKING)?;
    stream.set_read_timeout(Some(ASKING))?;
    stream.set_write_timeout(Some(ASKING))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut told = String::new();
    stream.take(ANSWER_BYTES_MAX).read_to_string(&mut told)?;
    let (head, body) = told.split_once("\r\n\r\n").context("this is not HTTP")?;
    let is_ok = head.starts_with("HTTP/1.1 200 ");
    Ok(Answer { is_ok, body: body.to_owned() })
}
