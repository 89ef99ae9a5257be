//! A mail's own words: lines that begin with `>` are another's there, and so is the mail that it answers or
//! passes on. Elsewhere such lines may be a poem, or a demand that is set apart, and stay.

// cspell:words schrieb écrit écrivait escribió gesendet betreff envoyé objet fecha enviado asunto
// cspell:words ursprüngliche nachricht weitergeleitete origine transféré mensaje reenviado
// cspell:words kopie assunto oggetto onderwerp temat inviato verzonden wysłano enviada

/// What stands in a line that says whose words follow, in the languages that the interface has.
const WROTE: [&str; 7] = ["wrote", "writes", "schrieb", "écrit", "écrivait", "escribió", "كتب"];

/// What lines at the beginning of a mail are called, in these languages and those beside them: who wrote
/// it, to whom, when, and of what.
pub(crate) const SENDERS: [&str; 7] = ["from", "von", "de", "da", "van", "od", "من"];
const RECIPIENTS: [&str; 12] =
    ["to", "cc", "an", "à", "para", "a", "aan", "do", "إلى", "bcc", "kopie", "reply-to"];
pub(crate) const DATES: [&str; 15] = [
    "date",
    "sent",
    "datum",
    "gesendet",
    "envoyé",
    "fecha",
    "enviado",
    "enviado el",
    "enviada em",
    "data",
    "inviato",
    "verzonden",
    "wysłano",
    "التاريخ",
    "gesendet am",
];
pub(crate) const SUBJECTS: [&str; 9] = [
    "subject",
    "betreff",
    "objet",
    "asunto",
    "assunto",
    "oggetto",
    "onderwerp",
    "temat",
    "الموضوع",
];

/// What stands between hyphens before the mail that another answers or passes on.
#[rustfmt::skip]
const SEPARATORS: [&str; 10] = [
    "original message", "forwarded message", "ursprüngliche nachricht", "weitergeleitete nachricht",
    "message d'origine", "message d’origine", "message transféré", "mensaje original", "mensaje reenviado",
    "الرسالة الأصلية",
];

/// What a sentence ends with, and what may stand behind that; a colon leads to a quotation.
const ENDS: [char; 9] = ['.', '!', '?', ':', ';', '…', '؟', '؛', '。'];
const CLOSING: [char; 8] = ['"', '\'', '”', '“', '»', '«', ')', '’'];

/// A mail, line by line.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Mail<'t> {
    /// Its headers.
    pub(crate) head: Vec<&'t str>,
    /// What its author wrote.
    pub(crate) own: Vec<&'t str>,
    /// Those of them that begin with `>` and go on with a sentence of the author's.
    pub(crate) kept: Vec<&'t str>,
    /// What it quotes, with who is said to have written it.
    pub(crate) quoted: Vec<&'t str>,
    /// The mail that it answers or passes on.
    pub(crate) former: Vec<&'t str>,
}

impl<'t> Mail<'t> {
    /// None where the text is no mail, or its author's words are all of it, or none.
    pub(crate) fn read(text: &'t str) -> Option<Self> {
        let lines: Vec<_> = text.lines().collect();
        let (head, rest) = lines.split_at_checked(headers(&lines))?;
        let former = (0..rest.len()).find(|at| rest.get(*at..).is_some_and(begins_mail));
        let (body, former) = rest.split_at_checked(former.unwrap_or(rest.len()))?;
        if head.is_empty() && former.is_empty() && !is_attributed(text) {
            return None;
        }
        let mut mail = Self { head: head.into(), former: former.into(), ..Self::default() };
        mail.part(body);
        let is_parted = mail.own.len() < lines.len();
        let is_empty = mail.own.iter().all(|it| it.trim().is_empty());
        (is_parted && !is_empty).then_some(mail)
    }

    fn part(&mut self, body: &[&'t str]) {
        let (mut before, mut was_quoted) = ("", false);
        for line in body {
            let goes_on = !was_quoted && goes_on(before, unquoted(line));
            was_quoted = is_quoted(line) && !goes_on;
            if was_quoted {
                self.leave_attribution();
                self.quoted.push(line);
            } else {
                self.kept.extend(is_quoted(line).then_some(line));
                self.own.push(line);
            }
            before = line;
        }
    }

    /// Who is said to have written what is quoted from here on goes with it.
    fn leave_attribution(&mut self) {
        let Some(at) = self.own.iter().rposition(|it| !it.trim().is_empty()) else { return };
        let (said, before) = (self.own.get(at), at.checked_sub(1).and_then(|it| self.own.get(it)));
        if !said.is_some_and(|it| says_who(it)) {
            return;
        }
        let is_address = said.is_some_and(|it| it.trim_start().starts_with('<'));
        let from = if is_address && before.is_some_and(|it| has_wrote(it)) { at - 1 } else { at };
        let said = self.own.split_off(from);
        self.quoted.extend(said.into_iter().filter(|it| !it.trim().is_empty()));
    }
}

/// A line without the signs of a quotation.
pub(crate) fn unquoted(line: &str) -> &str {
    line.trim_start().trim_start_matches(['>', ' '])
}

pub(crate) fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Whether words go on with the sentence of the line before, as a sum that is "> 5,000" does.
fn goes_on(before: &str, words: &str) -> bool {
    let before = before.trim_end().trim_end_matches(CLOSING);
    let is_begun = before.chars().next_back().is_some_and(|it| !ENDS.contains(&it));
    is_begun && !words.chars().next().is_none_or(char::is_uppercase)
}

/// How many lines at the beginning are headers, or none but blanks before them.
fn headers(lines: &[&str]) -> usize {
    let blank = lines.iter().take_while(|it| it.trim().is_empty()).count();
    let named = lines.iter().skip(blank).take_while(|it| !it.trim().is_empty());
    let known = named.clone().filter(|it| header(it).is_some()).count();
    let begins = named.clone().next().is_some_and(|it| is_named(it));
    if begins && known > 1 { blank + named.count() } else { 0 }
}

/// Whether a line begins as headers do, known or not: `Return-Path: <…>`.
fn is_named(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, _)| name.split_whitespace().count() <= 2)
}

/// The name of a header, in small letters, and what it says.
pub(crate) fn header(line: &str) -> Option<(String, &str)> {
    let (name, said) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    let all = [&SENDERS[..], &RECIPIENTS, &DATES, &SUBJECTS];
    all.iter().any(|it| it.contains(&name.as_str())).then_some((name, said.trim()))
}

/// Whether another mail begins here: with its headers, or with what stands before them.
fn begins_mail(lines: &[&str]) -> bool {
    let Some(first) = lines.first().map(|it| it.trim()) else { return false };
    let words = first.trim_matches(['-', '_', ' ']).to_lowercase();
    let is_between = first.starts_with('-') && SEPARATORS.contains(&words.as_str());
    let is_sender = header(first).is_some_and(|(name, _)| SENDERS.contains(&name.as_str()));
    is_between || is_sender && lines.iter().take_while(|it| header(it).is_some()).count() > 2
}

/// Whether a line before quoted ones says who wrote them; the address may stand on a line of its own.
fn is_attributed(text: &str) -> bool {
    let mut before = "";
    text.lines().filter(|it| !it.trim().is_empty()).any(|line| {
        let said = std::mem::replace(&mut before, line);
        is_quoted(line) && !is_quoted(said) && says_who(said)
    })
}

fn says_who(line: &str) -> bool {
    let said = line.trim().strip_suffix(':').unwrap_or_default();
    said.contains('@') || has_wrote(said)
}

fn has_wrote(line: &str) -> bool {
    WROTE.iter().any(|it| line.contains(it))
}
