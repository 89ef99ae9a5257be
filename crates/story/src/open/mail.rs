//! A mail as programs save it (`.eml`), and a web page as browsers save it in one file (`.mhtml`): both
//! are headers and parts within parts.
// cspell:words mhtml ctype unflowed

use mailparse::{DispositionType, MailHeaderMap, ParsedMail, parse_mail};

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
    let mail = parse_mail(bytes).map_err(|_| DAMAGED)?;
    if mail.headers.is_empty() {
        return Err(DAMAGED);
    }
    let mut parts = Parts::default();
    parts.take(&mail)?;
    let (plain, html) = (parts.plain.join("\n\n"), parts.html.join("\n"));
    let mut story =
        if plain.trim().is_empty() { Story::from_html(html) } else { Story::from_text(plain) };
    let header = |name: &str| mail.headers.get_first_value(name).unwrap_or_default();
    let snapshot = header(SNAPSHOT);
    if snapshot.is_empty() {
        story.left_out = left_out(&mail, &parts.attached);
        story.about = Some(About::of_mail(&header("From"), &header("Subject"), &header("Date")));
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
    fn take(&mut self, part: &ParsedMail<'_>) -> Result<(), &'static str> {
        let kind = part.ctype.mimetype.to_lowercase();
        if kind == "multipart/alternative" {
            return self.take_one_of(part);
        }
        if kind.starts_with("multipart/") {
            return part.subparts.iter().try_for_each(|it| self.take(it));
        }
        let disposition = part.get_content_disposition();
        let is_attached = disposition.disposition == DispositionType::Attachment;
        match kind.as_str() {
            "text/plain" if !is_attached => {
                let body = part.get_body().map_err(|_| DAMAGED)?.replace("\r\n", "\n");
                let format = part.ctype.params.get("format").map(String::as_str);
                self.plain.push(if format == Some("flowed") { unflowed(&body) } else { body });
            }
            "text/html" if !is_attached => self.html.push(part.get_body().map_err(|_| DAMAGED)?),
            // What belongs to a page is a picture or a style.
            _ if part.headers.get_first_value("Content-ID").is_some() && !is_attached => {}
            _ if part.headers.get_first_value("Content-Location").is_some() && !is_attached => {}
            _ => {
                let name =
                    disposition.params.get("filename").or_else(|| part.ctype.params.get("name"));
                self.attached.push(name.unwrap_or(&kind).clone());
            }
        }
        Ok(())
    }

    /// The same words in several forms: as text, if that says anything.
    fn take_one_of(&mut self, part: &ParsedMail<'_>) -> Result<(), &'static str> {
        let mut all = Self::default();
        part.subparts.iter().try_for_each(|it| all.take(it))?;
        let has_words = all.plain.iter().any(|it| !it.trim().is_empty());
        if has_words {
            self.plain.extend(all.plain);
        } else {
            self.html.extend(all.html);
        }
        self.attached.extend(all.attached);
        Ok(())
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

fn left_out(mail: &ParsedMail<'_>, attached: &[String]) -> Vec<(String, String)> {
    let header = |name: &str| mail.headers.get_first_value(name).map(|it| format!("{name}: {it}"));
    let head: Vec<_> = HEAD.iter().filter_map(|it| header(it)).collect();
    let number = attached.len();
    let what = if number == 1 { "an attachment".into() } else { format!("{number} attachments") };
    let all = [(what, attached.join(", ")), ("the head of the mail".into(), head.join(" "))];
    all.into_iter().filter(|it| !it.1.is_empty()).collect()
}
