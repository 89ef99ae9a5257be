//! A mail's own words: lines that begin with `>` are another's there. Elsewhere they may be a poem, a demand
//! that is set apart, or the rest of a sentence with a sum in it, and stay.

// cspell:words schrieb écrit écrivait escribió gesendet betreff envoyé objet fecha enviado asunto

/// What stands in a line that says whose words follow, in the languages that the interface has.
const WROTE: [&str; 7] = ["wrote", "writes", "schrieb", "écrit", "écrivait", "escribió", "كتب"];

/// What lines at the beginning of a mail are called, in these languages.
#[rustfmt::skip]
const HEADERS: [&str; 23] = [
    "from", "to", "cc", "date", "sent", "subject",
    "von", "an", "datum", "gesendet", "betreff",
    "de", "à", "envoyé", "objet",
    "para", "fecha", "enviado", "asunto",
    "من", "إلى", "التاريخ", "الموضوع",
];

/// A mail's lines: its own, and those that it quotes.
pub(crate) type Lines<'t> = (Vec<&'t str>, Vec<&'t str>);

/// The lines of a mail that quotes another; nothing where the text is none, or quotes nobody.
pub(crate) fn parted(text: &str) -> Option<Lines<'_>> {
    if !has_headers(text) && !is_attributed(text) {
        return None;
    }
    // Behind an empty line, one that leads to a quotation, and another that is quoted.
    let mut may_quote = true;
    let is_own = |line: &&str| {
        let is_own = !(may_quote && is_quoted(line));
        let ends = line.trim().is_empty() || line.trim_end().ends_with(':');
        may_quote = !is_own || ends && !is_quoted(line);
        is_own
    };
    let (own, quoted): (Vec<_>, Vec<_>) = text.lines().partition(is_own);
    (!quoted.is_empty()).then_some((own, quoted))
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Whether it begins with two headers of a mail.
fn has_headers(text: &str) -> bool {
    let lines = text.lines().skip_while(|it| it.trim().is_empty());
    let head = lines.take_while(|it| !it.trim().is_empty());
    let name = |line: &str| Some(line.split_once(':')?.0.trim().to_lowercase());
    head.filter_map(name).filter(|it| HEADERS.contains(&it.as_str())).count() > 1
}

/// Whether a line before quoted ones says who wrote them; the address may stand on a line of its own.
fn is_attributed(text: &str) -> bool {
    let mut before = "";
    text.lines().filter(|it| !it.trim().is_empty()).any(|line| {
        let said = std::mem::replace(&mut before, line.trim());
        let wrote = said.strip_suffix(':').map(str::trim_end).unwrap_or_default();
        let is_said = wrote.contains('@') || WROTE.iter().any(|it| wrote.contains(it));
        is_quoted(line) && !is_quoted(said) && is_said
    })
}
