//! `plenary paper` and `plenary replay`: papers from the live journal, or from an exported file.

use std::io::{BufReader, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use plenary_chat::clean::clean;
use plenary_documents::{Certified, Paper, agenda, history, presentations, print, record, roster};
use plenary_domain::projection::agenda::Edition;
use plenary_domain::projection::disclosure;
use plenary_domain::{Entry, Language, Reader, Readers, Views};
use plenary_journal::export::ExportedEntry;
use plenary_journal::{FolderKeyring, Keyring, MemoryKeyring, SystemRandom};
use plenary_service::service::CertifiedEntry;
use plenary_service::{Translator, archive};

use super::{print_out, views_of};
use crate::arguments::{How, PaperArgs, PaperName, ReplayArgs};
use crate::settings::Settings;
use crate::wiring::{App, Use};

/// From what a paper is made.
pub(crate) struct Sheet<'a> {
    pub(crate) views: &'a Views,
    pub(crate) entries: &'a [CertifiedEntry],
    pub(crate) readers: Readers,
    /// The language that was asked for; a paper's own otherwise.
    pub(crate) lang: Option<Language>,
}

/// Prints a paper of a meeting in the journal.
pub(crate) async fn run(settings: &Settings, args: &PaperArgs) -> Result<ExitCode> {
    let app = App::open(settings, Use::Read)?;
    let (views, as_of) = views_of(&app, &args.meeting, args.as_of.as_deref()).await?;
    let mut entries = app.service.certified(&args.meeting).await?;
    if let Some(as_of) = as_of {
        entries.retain(|certified| as_of.includes(&certified.entry));
    }
    let lang = settings.paper_language()?;
    let sheet = Sheet { views: &views, entries: &entries, readers: args.how.readers, lang };
    let text = written(&sheet, args.paper, args.edition.as_deref(), &args.how)?;
    write_to(args.out.as_deref(), &text)
}

/// Prints a paper from an exported history: the same bytes as from the live journal.
pub(crate) async fn replay(settings: &Settings, args: &ReplayArgs) -> Result<ExitCode> {
    let input = std::fs::File::open(&args.file)
        .with_context(|| format!("the export {} cannot be read", args.file.display()))?;
    let exported = archive::read(BufReader::new(input))?;
    let mut stored = Vec::new();
    for (line, entry) in (1..).zip(exported) {
        match entry {
            ExportedEntry::Full(entry) => stored.push(entry),
            ExportedEntry::Withheld(_) => {
                bail!(
                    "line {line}: this entry is withheld. A paper can be printed only from a full \
                     export"
                )
            }
        }
    }
    let Some(stream) = stored.first().map(|entry| entry.stream.clone()) else {
        bail!("the file has no entries");
    };
    anyhow::ensure!(
        stored.iter().all(|entry| entry.stream == stream),
        "the file has more than one meeting; export one at a time"
    );
    let random = Arc::new(SystemRandom);
    let keyring: Arc<dyn Keyring> = match &settings.keys {
        Some(folder) => {
            let is_there = folder.is_dir();
            anyhow::ensure!(is_there, "there are no keys in {}", folder.display());
            Arc::new(FolderKeyring::new(folder, random))
        }
        None => Arc::new(MemoryKeyring::new(random)),
    };
    let translator = Translator::new(stream, keyring);
    let entries = stored.iter().map(|entry| translator.decode_strictly(entry));
    let entries = entries.collect::<Result<Vec<Entry>, _>>()?;
    let views = Views::replay(&entries);
    let digests = stored.iter().map(|entry| entry.digest.to_string());
    let entries: Vec<CertifiedEntry> = entries
        .into_iter()
        .zip(digests)
        .map(|(entry, digest)| CertifiedEntry { entry, digest })
        .collect();
    let lang = settings.paper_language()?;
    let sheet = Sheet { views: &views, entries: &entries, readers: args.how.readers, lang };
    print_out(&written(&sheet, args.paper, args.edition.as_deref(), &args.how)?)?;
    Ok(ExitCode::SUCCESS)
}

fn written(sheet: &Sheet<'_>, name: PaperName, symbol: Option<&str>, how: &How) -> Result<String> {
    Ok(print(&paper(sheet, name, symbol)?, how.format))
}

/// The paper with this name.
pub(crate) fn paper(sheet: &Sheet<'_>, name: PaperName, symbol: Option<&str>) -> Result<Paper> {
    let views = sheet.views;
    let reader = Reader::of(sheet.readers);
    let original = views.meeting.convened.as_ref().map(|convened| convened.original.words());
    let lang = sheet.lang.or(original).unwrap_or(Language::En);
    Ok(match name {
        PaperName::Agenda => {
            let edition = edition(sheet, symbol)?;
            if let Some(lang) = sheet.lang.filter(|lang| *lang != edition.original.words()) {
                bail!(
                    "{}: there is no translation in {:?} yet; the original is in {:?}",
                    edition.symbol,
                    lang.code(),
                    edition.original.as_given()
                );
            }
            agenda::paper(views, edition, edition.original.words())
        }
        PaperName::Comparison => agenda::comparison(views, edition(sheet, symbol)?, lang),
        PaperName::Coverage => {
            let edition = edition(sheet, symbol)?;
            agenda::coverage(views, &edition.agenda, lang)
        }
        PaperName::Participants => roster::paper(views, &reader, lang),
        PaperName::Presentations => presentations::paper(views, &reader, lang),
        PaperName::Record => record::paper(views, &reader, lang),
        PaperName::History => {
            let certified: Vec<Certified<'_>> = sheet
                .entries
                .iter()
                .map(|certified| {
                    let entry: &Entry = &certified.entry;
                    let withheld = !disclosure::circle(views, entry).include(sheet.readers);
                    Certified { entry, digest: &certified.digest, withheld }
                })
                .collect();
            history::paper(views, &certified, &reader, lang)
        }
    })
}

/// The edition that was asked for, as far as these readers may see it.
fn edition<'v>(sheet: &Sheet<'v>, symbol: Option<&str>) -> Result<&'v Edition> {
    let view = &sheet.views.agenda;
    let reader = Reader::of(sheet.readers);
    let visible = |edition: &&Edition| reader.may_see(*edition);
    let Some(symbol) = symbol else {
        return view.in_force().context("no agenda has been issued yet");
    };
    let found = view.by_symbol(symbol).filter(visible);
    found.with_context(|| {
        let known: Vec<String> = view
            .editions()
            .iter()
            .filter(visible)
            .map(|edition| edition.symbol.to_string())
            .collect();
        match known.is_empty() {
            true => format!("there is no paper {symbol:?}; no paper has been issued yet"),
            false => format!("there is no paper {symbol:?}; you can choose: {}", known.join(", ")),
        }
    })
}

fn write_to(file: Option<&Path>, text: &str) -> Result<ExitCode> {
    match file {
        Some(file) => write_new(file, text)?,
        None => print_out(text)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The rights of a paper's file, before the mask of the account.
#[cfg(unix)]
const PAPER_MODE: u32 = 0o666;

/// Writes a file that was not there, whole or not at all. What is there may be a journal or a key.
fn write_new(file: &Path, text: &str) -> Result<()> {
    let cannot = || format!("the paper cannot be written to {}", file.display());
    let folder = file.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(PAPER_MODE));
    let mut written = builder.tempfile_in(folder).with_context(cannot)?;
    written.write_all(clean(text).as_bytes()).with_context(cannot)?;
    written.as_file().sync_all().with_context(cannot)?;
    match written.persist_noclobber(file) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => bail!(
            "{} already exists and was not changed. Choose a new file with --out, or remove it \
             first",
            file.display()
        ),
        Err(error) => Err(error.error).with_context(cannot),
    }
}
