//! Serves the stand-in to other processes, and takes orders on standard input: `lead N`, `stop N`,
//! `start N`, `end ok|unavailable|aborted`. It ends with its input.

use std::io::{self, BufRead, Write};

use plenary_stand_in_eventstore::{Cluster, Ending, Options, Quirk};

const USAGE: &str = "usage: plenary-stand-in-eventstore [--port N] [--nodes N] \
    [--user NAME:PASSWORD] [--quirk ignores-revision|inclusive|alters-data|loses-first]";

fn main() -> io::Result<()> {
    let (options, quirk) = options(std::env::args().skip(1))
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, USAGE))?;
    let cluster = Cluster::start(options)?;
    cluster.faults().quirk(quirk);
    let mut output = io::stdout();
    writeln!(output, "{}", cluster.address())?;
    output.flush()?;
    for line in io::stdin().lock().lines() {
        let answer = if order(&cluster, &line?).is_some() { "done" } else { "not understood" };
        writeln!(output, "{answer}")?;
        output.flush()?;
    }
    Ok(())
}

fn options(mut words: impl Iterator<Item = String>) -> Option<(Options, Option<Quirk>)> {
    let mut options = Options::default();
    let mut quirk = None;
    while let Some(word) = words.next() {
        let value = words.next()?;
        match word.as_str() {
            "--port" => options.port = Some(value.parse().ok()?),
            "--nodes" => options.nodes = value.parse().ok()?,
            "--user" => {
                let (name, password) = value.split_once(':')?;
                options.user = Some((name.to_owned(), password.to_owned()));
            }
            "--quirk" => {
                quirk = Some(match value.as_str() {
                    "ignores-revision" => Quirk::IgnoresExpectedRevision,
                    "inclusive" => Quirk::SubscribesInclusively,
                    "alters-data" => Quirk::AltersData,
                    "loses-first" => Quirk::LosesFirst,
                    _ => return None,
                });
            }
            _ => return None,
        }
    }
    Some((options, quirk))
}

fn order(cluster: &Cluster, line: &str) -> Option<()> {
    let (verb, rest) = line.trim().split_once(' ')?;
    let node = || rest.parse::<usize>().ok().filter(|index| *index < cluster.ports().len());
    match verb {
        "lead" => cluster.lead(node()?),
        "stop" => cluster.stop(node()?),
        "start" => cluster.start_again(node()?).ok()?,
        "end" => cluster.faults().end_subscriptions(match rest {
            "ok" => Ending::Ok,
            "unavailable" => Ending::Unavailable,
            "aborted" => Ending::Aborted,
            _ => return None,
        }),
        _ => return None,
    }
    Some(())
}
