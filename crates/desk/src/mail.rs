//! A mail's own words: lines that begin with `>` are another's there, and so is the mail that it answers or
//! passes on. Elsewhere such lines may be a poem, or a demand that is set apart, and stay.

use story::About;

// cspell:disable

/// What mails are made of in a language: what the lines of a head are called that say who wrote it, to whom,
/// when, and of what; what a line says whose words follow; and what stands before the mail that another
/// answers, and before one that it passes on. Parted by `|`.
type Words = [&'static str; 7];
const SENDER: usize = 0;
const RECIPIENT: usize = 1;
const DAY: usize = 2;
const SUBJECT: usize = 3;
const WROTE: usize = 4;
const ANSWERED: usize = 5;
const PASSED_ON: usize = 6;

#[rustfmt::skip]
const LANGUAGES: [Words; 19] = [
    ["from", "to|cc|bcc|reply-to", "date|sent", "subject", "wrote|writes", "original message",
     "forwarded message|begin forwarded message"],
    ["von", "an|cc|kopie", "datum|gesendet|gesendet am", "betreff", "schrieb", "ursprüngliche nachricht",
     "weitergeleitete nachricht|anfang der weitergeleiteten nachricht"],
    ["de", "à|cc|pour", "date|envoyé", "objet", "écrit|écrivait", "message d'origine|message d’origine",
     "message transféré|début du message transféré|début du message réexpédié"],
    ["de", "para|cc", "fecha|enviado|enviado el", "asunto", "escribió", "mensaje original",
     "mensaje reenviado|inicio del mensaje reenviado"],
    ["de", "para|cc", "data|enviado|enviada em|enviado em", "assunto", "escreveu", "mensagem original",
     "mensagem encaminhada|mensagem reencaminhada|início da mensagem reencaminhada"],
    ["da", "a|cc", "data|inviato", "oggetto", "ha scritto", "messaggio originale",
     "messaggio inoltrato|inizio messaggio inoltrato"],
    ["van", "aan|cc", "datum|verzonden", "onderwerp", "schreef", "oorspronkelijk bericht",
     "doorgestuurd bericht|begin doorgestuurd bericht"],
    ["od", "do|dw|cc", "data|wysłano", "temat", "pisze|napisał", "wiadomość oryginalna|oryginalna wiadomość",
     "wiadomość przekazana|przekazana wiadomość"],
    ["från", "till|kopia|cc", "datum|skickat", "ämne", "skrev", "ursprungligt meddelande|originalmeddelande",
     "vidarebefordrat meddelande"],
    ["fra", "til|kopi|cc", "dato|sendt", "emne", "skrev", "oprindelig meddelelse|opprinnelig melding",
     "videresendt meddelelse|videresendt melding|videresendt besked"],
    ["lähettäjä", "vastaanottaja|kopio", "päivämäärä|lähetetty", "aihe", "kirjoitti", "alkuperäinen viesti",
     "välitetty viesti|edelleenlähetetty viesti"],
    ["od", "komu|kopie|kópia", "datum|dátum|odesláno|odoslané", "předmět|predmet", "napsal|napísal",
     "původní zpráva|pôvodná správa", "přeposlaná zpráva|preposlaná správa"],
    ["feladó", "címzett|másolat", "dátum|elküldve", "tárgy", "írta", "eredeti üzenet", "továbbított üzenet"],
    ["de la", "către|cc", "data|dată|trimis", "subiect", "a scris", "mesaj original", "mesaj redirecționat"],
    ["kimden|gönderen", "kime|alıcı|bilgi", "tarih|gönderildi", "konu", "yazdı|şunları yazdı", "özgün ileti|orijinal mesaj",
     "iletilen ileti|yönlendirilmiş mesaj"],
    ["από", "προς|κοιν", "ημερομηνία|στάλθηκε", "θέμα", "έγραψε", "αρχικό μήνυμα", "προωθημένο μήνυμα"],
    ["от", "кому|копия", "дата|отправлено", "тема", "написал|пишет", "исходное сообщение|оригинальное сообщение",
     "пересылаемое сообщение|пересланное сообщение"],
    ["від", "кому|копія", "дата|надіслано", "тема", "пише|написав", "оригінальне повідомлення|вихідне повідомлення",
     "переслане повідомлення"],
    ["من", "إلى|نسخة", "التاريخ|تم الإرسال", "الموضوع", "كتب", "الرسالة الأصلية",
     "رسالة معاد توجيهها|الرسالة المعاد توجيهها"],
];
/// How the subject of a mail begins that passes another on.
const FORWARDS: [&str; 7] = ["fw", "fwd", "wg", "tr", "rv", "enc", "doorst"];
// cspell:enable

/// What a sentence ends with, and what may stand behind that; a colon leads to a quotation.
const ENDS: [char; 9] = ['.', '!', '?', ':', ';', '…', '؟', '؛', '。'];
const CLOSING: [char; 8] = ['"', '\'', '”', '“', '»', '«', ')', '’'];

/// What is known of a text before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// It may be a mail with its head, or none at all.
    Nothing,
    /// Its head was read; `>` may be what its author sets apart.
    Head,
    /// So it was, and what begins with `>` is quoted.
    Quotations,
}

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
    /// None where the text is no mail.
    pub(crate) fn read(text: &'t str, known: Known) -> Option<Self> {
        let lines: Vec<_> = text.lines().collect();
        let head = if known == Known::Nothing { headers(&lines) } else { 0 };
        let (head, rest) = lines.split_at_checked(head)?;
        let former = (0..rest.len()).find(|at| rest.get(*at..).is_some_and(begins_mail));
        let (body, former) = rest.split_at_checked(former.unwrap_or(rest.len()))?;
        let is_mail = known == Known::Quotations || !head.is_empty() || !former.is_empty();
        if !is_mail && !is_attributed(text) {
            return None;
        }
        let mut mail = Self { head: head.into(), former: former.into(), ..Self::default() };
        mail.part(body);
        Some(mail)
    }

    /// Whether its author says nothing in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.own.iter().all(|it| it.trim().is_empty())
    }

    /// Whether it has another mail below its own words that it doesn't answer.
    pub(crate) fn passes_on(&self, subject: &str) -> bool {
        let prefix = subject.split(':').next().unwrap_or_default().trim().to_lowercase();
        let is_forward = subject.contains(':') && FORWARDS.contains(&prefix.as_str());
        let first = self.former.first();
        first.is_some_and(|it| is_forward || is_between(it, &[PASSED_ON]))
    }

    /// That other mail, without what stands before it and, where all of it is quoted, the sign of that.
    pub(crate) fn former(&self) -> String {
        let first = self.former.first();
        let is_named = first.is_some_and(|it| is_between(it, &[ANSWERED, PASSED_ON]));
        let lines = self.former.get(usize::from(is_named)..).unwrap_or_default();
        let is_cited = lines.iter().all(|it| it.trim().is_empty() || is_quoted(it));
        let lines = lines.iter().map(|it| if is_cited { without_sign(it) } else { it });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// What its head says of it.
    pub(crate) fn about(&self) -> About {
        let said = |kind| {
            let mut all = self.head.iter().filter_map(|line| header(line));
            let is_it = |name: &str| LANGUAGES.iter().any(|it| has(it, kind, name));
            all.find(|it| is_it(&it.0)).map(|it| it.1).unwrap_or_default()
        };
        About::of_mail(said(SENDER), said(SUBJECT), said(DAY))
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

fn without_sign(line: &str) -> &str {
    let line = line.trim_start();
    let line = line.strip_prefix('>').unwrap_or(line);
    line.strip_prefix(' ').unwrap_or(line)
}

/// How many lines at the beginning are headers: these say who wrote it or of what, and one thing more, in one
/// language. An interview has "Q:" and "A:", too.
fn headers(lines: &[&str]) -> usize {
    let blank = lines.iter().take_while(|it| it.trim().is_empty()).count();
    let all: Vec<_> = lines.iter().skip(blank).take_while(|it| is_named(it)).collect();
    let names: Vec<_> = all.iter().filter_map(|it| header(it)).map(|it| it.0).collect();
    let is_head = LANGUAGES.iter().any(|language| {
        let says = |kind: &usize| names.iter().any(|name| has(language, *kind, name));
        let said = [SENDER, RECIPIENT, DAY, SUBJECT].iter().filter(|it| says(it)).count();
        said > 1 && (says(&SENDER) || says(&SUBJECT))
    });
    if is_head { blank + all.len() } else { 0 }
}

/// Whether a line begins as headers do, known or not (`Return-Path: <…>`), or goes on with one.
fn is_named(line: &str) -> bool {
    let is_short = |name: &str| (1..=2).contains(&name.split_whitespace().count());
    let goes_on = line.starts_with([' ', '\t']) && !line.trim().is_empty();
    goes_on || line.split_once(':').is_some_and(|(name, _)| is_short(name))
}

/// The name of what may be a header, in small letters, and what it says; Outlook's may stand between `*`.
fn header(line: &str) -> Option<(String, &str)> {
    let (name, said) = line.split_once(':')?;
    let signs = ['*', '_', ' ', '\t', '\u{a0}'];
    Some((name.trim_matches(signs).to_lowercase(), said.trim_matches(signs)))
}

fn has(language: &Words, kind: usize, word: &str) -> bool {
    language.get(kind).is_some_and(|it| it.split('|').any(|it| it == word))
}

/// Whether another mail begins here: with its headers, or with what stands before them.
fn begins_mail(lines: &[&str]) -> bool {
    let Some(first) = lines.first() else { return false };
    let is_head = || {
        let names = lines.iter().take_while(|it| !it.trim().is_empty()).take(9);
        let names: Vec<_> = names.filter_map(|it| header(it)).map(|it| it.0).collect();
        let kinds = [SENDER, RECIPIENT, DAY, SUBJECT];
        LANGUAGES.iter().any(|language| {
            let is_known = |name: &&String| kinds.iter().any(|it| has(language, *it, name));
            let is_sender = names.first().is_some_and(|it| has(language, SENDER, it));
            is_sender && names.iter().take_while(is_known).count() > 2
        })
    };
    is_between(first, &[ANSWERED, PASSED_ON])
        || header(first).is_some() && is_head()
        || announces(lines)
}

/// Whether a line, or two, say when and by whose address what follows was written, as programs do that put
/// no sign before it. Where it has signs, what stands between them may be an answer. Authors say so, too:
/// “On 3 March our members wrote to lamps@city.example:” leads to their own words.
fn announces(lines: &[&str]) -> bool {
    let says = |line: &str| {
        let has_day = line.contains(|it: char| it.is_ascii_digit());
        line.trim_end().ends_with(':') && has_day && has_wrote(line) && has_sender(line)
    };
    let [first, rest @ ..] = lines else { return false };
    let both = rest.first().map(|next| format!("{first} {next}"));
    let begin = match both {
        _ if says(first) => 0,
        Some(both) if !first.trim_end().ends_with(':') && says(&both) => 1,
        _ => return false,
    };
    let next = rest.iter().skip(begin).find(|it| !it.trim().is_empty());
    next.is_some_and(|it| !is_quoted(it))
}

/// Whether an address stands where programs put a sender's: between the signs of one, or right before the
/// verb that ends the line.
fn has_sender(line: &str) -> bool {
    let is_address = |word: &str| {
        let parts = word.split_once('@');
        parts.is_some_and(|(name, host)| !name.is_empty() && host.trim_matches('.').contains('.'))
    };
    let between = line.split('<').skip(1).filter_map(|it| it.split_once('>'));
    let mut between = between.map(|it| it.0.trim_start_matches("mailto:"));
    let words: Vec<&str> =
        line.trim_end_matches([':', ' ', '\u{a0}', '\t']).split_whitespace().collect();
    let last = words.iter().rposition(|it| it.contains('@'));
    let behind = last.and_then(|at| words.get(at + 1..)).unwrap_or_default().join(" ");
    let said = behind.split('(').next().unwrap_or_default().trim();
    let ends = || LANGUAGES.iter().any(|it| has(it, WROTE, said));
    let bare = || last.and_then(|at| words.get(at)).is_some_and(|it| is_address(it));
    between.any(is_address) || ends() && bare()
}

/// Whether a line announces another mail: between hyphens, or with a colon.
fn is_between(line: &str, kinds: &[usize]) -> bool {
    let line = line.trim();
    let words = line.trim_matches(['-', '_', '*', ':', ' ']).to_lowercase();
    let is_one = |language: &Words| kinds.iter().any(|it| has(language, *it, &words));
    (line.starts_with('-') || line.ends_with(':')) && LANGUAGES.iter().any(is_one)
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

/// Whether one of the verbs begins a word: a Swedish verb may end in another, a Russian one go on by gender.
fn has_wrote(line: &str) -> bool {
    let mut all = LANGUAGES.iter().filter_map(|it| it.get(WROTE)).flat_map(|it| it.split('|'));
    all.any(|verb| {
        line.match_indices(verb).any(|(at, _)| {
            let before = line.get(..at).and_then(|it| it.chars().next_back());
            before.is_none_or(|it| !it.is_alphanumeric())
        })
    })
}
