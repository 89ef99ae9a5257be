//! A mail as programs save it (`.eml`), and a web page as browsers save it in one file (`.mhtml`): both
//! are headers and parts within parts.
// cspell:words unflowed

use super::mime::Part;
use crate::{About, Story, html};

const DAMAGED: &str = "is damaged; save it again, or paste its text";
/// Where a browser found the page that it saved.
const SNAPSHOT: &str = "Snapshot-Content-Location";
/// What of a mail's head is told.
const HEAD: [&str; 5] = ["From", "To", "Cc", "Date", "Subject"];

/// What of a mail is shown, and what comes with it.
#[derive(Default)]
struct Parts {
    plain: Vec<String>,
    html: Vec<String>,
    attached: Vec<String>,
}

/// The mail's words: as text where it has them so, else as the page that it is.
pub(super) fn read(bytes: &[u8]) -> Result<Story, &'static str> {
    let mail = Part::of(bytes).ok_or(DAMAGED)?;
    let mut parts = Parts::default();
    parts.take(&mail);
    let (plain, html) = (parts.plain.join("\n\n"), parts.html.join("\n"));
    let mut story =
        if plain.trim().is_empty() { Story::from_html(html) } else { Story::from_text(plain) };
    let snapshot = mail.header(SNAPSHOT);
    if snapshot.is_empty() {
        let [sender, subject, date] = ["From", "Subject", "Date"].map(|it| mail.header(it));
        story.left_out = left_out(&mail, &parts.attached);
        story.about = Some(About::of_mail(&sender, &subject, &date));
    } else {
        let mut about = html::about(&story.source);
        if about.address.is_empty() && html::is_address(&snapshot) {
            about.address = snapshot;
        }
        story.about = Some(about);
    }
    Ok(story)
}

impl Parts {
    fn take(&mut self, part: &Part<'_>) {
        let kind = part.kind();
        if kind.value == "multipart/alternative" {
            return self.take_one_of(part);
        }
        if kind.value.starts_with("multipart/") {
            return part.parts.iter().for_each(|it| self.take(it));
        }
        let disposition = part.disposition();
        let is_attached = disposition.value == "attachment";
        // What belongs to a page is a picture or a style.
        let is_of_page =
            ["Content-ID", "Content-Location"].iter().any(|it| !part.header(it).is_empty());
        match kind.value.as_str() {
            "text/plain" if !is_attached => {
                let body = part.text().replace("\r\n", "\n");
                let is_flowed = kind.param("format") == Some("flowed");
                self.plain.push(if is_flowed { unflowed(&body) } else { body });
            }
            "text/html" if !is_attached => self.html.push(part.text()),
            _ if is_of_page && !is_attached => {}
            _ => {
                let name = disposition.param("filename").or_else(|| kind.param("name"));
                self.attached.push(name.unwrap_or(&kind.value).into());
            }
        }
    }

    /// The same words in several forms: as text, if that says anything.
    fn take_one_of(&mut self, part: &Part<'_>) {
        let mut all = Self::default();
        part.parts.iter().for_each(|it| all.take(it));
        let has_words = all.plain.iter().any(|it| !it.trim().is_empty());
        if has_words {
            self.plain.extend(all.plain);
        } else {
            self.html.extend(all.html);
        }
        self.attached.extend(all.attached);
    }
}

/// Lines that end with a blank go on in the next, as RFC 3676 has it; but for those of another's words.
fn unflowed(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    for line in body.lines() {
        let is_quoted = line.starts_with('>');
        let line = line.strip_prefix(' ').unwrap_or(line);
        text.push_str(line);
        if is_quoted || line == "-- " || !line.ends_with(' ') {
            text.push('\n');
        }
    }
    text
}

fn left_out(mail: &Part<'_>, attached: &[String]) -> Vec<(String, String)> {
    let said = HEAD.iter().map(|it| (it, mail.header(it))).filter(|it| !it.1.is_empty());
    let head: Vec<_> = said.map(|(name, said)| format!("{name}: {said}")).collect();
    let number = attached.len();
    let what = if number == 1 { "an attachment".into() } else { format!("{number} attachments") };
    let all = [(what, attached.join(", ")), ("the head of the mail".into(), head.join(" "))];
    all.into_iter().filter(|it| !it.1.is_empty()).collect()
}
