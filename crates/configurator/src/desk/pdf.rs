//! The text of a PDF, and what is to be told of how it was read. This runs in a worker.

use desk::{About, Origin};
use layout::{LeftOut, Page, Reading, What, read};
use serde::Deserialize;
use serde_json::{Value, json};
use story::ended;

use crate::view::ui::count;

/// A text with what is to be told of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Laid {
    pub(crate) text: String,
    pub(crate) told: Vec<String>,
    /// What the file says of itself.
    pub(crate) about: About,
    pub(crate) origin: Origin,
    /// The mails that came with a mail: what each is about, and its bytes.
    pub(crate) mails: Vec<(String, Vec<u8>)>,
}

/// A PDF as `www/pdf.js` hands it over.
#[derive(Deserialize)]
struct File {
    pages: Vec<Page>,
    /// What its properties say, empty where they don't.
    title: String,
    author: String,
    created: String,
}

/// Of so many letters that mean nothing, one among this many is one too many.
const SENSE: usize = 20;

const PICTURES: &str = "has no text in it: its pages are pictures, as scanners make them. Have its text \
                        recognised (OCR) and open it again, or paste the text";
const SENSELESS: &str = "doesn’t say which letters its signs stand for. Open it elsewhere, and print it \
                         anew as a PDF, or paste its text";

/// The text of a PDF that is handed over as JSON, its pages and its properties, with what is to be told, as
/// JSON.
///
/// # Errors
/// Why there is none, to be said behind the file's name.
pub(crate) fn lay_out(json: &str) -> Result<String, String> {
    let unread = |why: serde_json::Error| format!("can’t be read ({why})");
    let File { mut pages, title, author, created } = serde_json::from_str(json).map_err(unread)?;
    for run in pages.iter_mut().flat_map(|it| &mut it.runs) {
        run.words = with_bullets(&run.words);
    }
    let reading = read(&pages);
    if reading.text.trim().is_empty() {
        return Err(PICTURES.into());
    }
    let letters = reading.text.chars().filter(|it| !it.is_whitespace()).count();
    let senseless = reading.text.chars().filter(|it| is_senseless(*it)).count();
    if senseless > letters / SENSE {
        return Err(SENSELESS.into());
    }
    let mut told = told(&reading);
    if senseless > 0 {
        let number = count(senseless, "sign", "signs");
        told.push(format!(
            "Nobody can say what {number} stand for, as their font doesn’t; look at each before you \
             quote it (a box, or nothing to see)."
        ));
    }
    let created = written_day(&created);
    let (about, rest) = About::of_properties(&title, &author, &created, &reading.text);
    if !rest.is_empty() {
        told.push(ended(format!(
            "Left out, what its properties say of it and its words don’t: “{rest}”"
        )));
    }
    Ok(Laid { text: reading.text, told, about, ..Laid::default() }.json())
}

/// The day of `D:20260203231000+01'00'`, as others write it.
fn written_day(created: &str) -> String {
    let digits = created.strip_prefix("D:").unwrap_or(created);
    let part = |range| digits.get(range).unwrap_or_default();
    [part(0..4), part(4..6), part(6..8)].join("-")
}

/// The bullets of Symbol and Wingdings, which Word sets, as signs that other fonts have.
const BULLETS: [(char, char); 8] = [
    ('\u{f0b7}', '•'),
    ('\u{f0a7}', '▪'),
    ('\u{f06e}', '■'),
    ('\u{f0a8}', '◻'),
    ('\u{f0d8}', '➢'),
    ('\u{f0e0}', '→'),
    ('\u{f0fc}', '✓'),
    ('\u{f076}', '❖'),
];

fn with_bullets(words: &str) -> String {
    let known = |sign| BULLETS.iter().find(|(own, _)| *own == sign).map_or(sign, |(_, it)| *it);
    words.chars().map(known).collect()
}

/// Whether a sign stands for no letter that anybody else would know.
fn is_senseless(sign: char) -> bool {
    let is_own = matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{fffd}');
    is_own || sign.is_control() && !sign.is_whitespace()
}

impl Laid {
    /// As it comes from the worker.
    pub(crate) fn json(&self) -> String {
        let Self { text, told, about, origin, mails } = self;
        let About { title, publisher, date, address } = about;
        // A byte a sign.
        let bytes = |it: &[u8]| it.iter().copied().map(char::from).collect::<String>();
        let mails: Vec<_> = mails.iter().map(|it| [it.0.clone(), bytes(&it.1)]).collect();
        let about = [title, publisher, date, address];
        let origin = origin.word();
        json!({ "text": text, "told": told, "about": about, "origin": origin, "mails": mails })
            .to_string()
    }

    /// What [`Self::json`] has written.
    pub(crate) fn read(json: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(json).map_err(|why| why.to_string())?;
        let text = value.get("text").and_then(Value::as_str).unwrap_or_default().to_string();
        let told = value.get("told").and_then(Value::as_array).into_iter().flatten();
        let told = told.filter_map(|it| it.as_str().map(Into::into)).collect();
        let said = |nth| {
            let said = value.get("about").and_then(|it| it.get(nth)?.as_str());
            said.unwrap_or_default().to_string()
        };
        let [title, publisher, date, address] = [0, 1, 2, 3].map(said);
        let about = About { title, publisher, date, address };
        let origin = value.get("origin").and_then(Value::as_str).unwrap_or_default();
        let known = [Origin::Page, Origin::Mail].into_iter().find(|it| it.word() == origin);
        let bytes = |it: &str| it.chars().filter_map(|it| u8::try_from(it).ok()).collect();
        let mail = |it: &Value| {
            let [subject, signs] = [0, 1].map(|nth| it.get(nth).and_then(Value::as_str));
            Some((subject?.to_string(), bytes(signs?)))
        };
        let mails = value.get("mails").and_then(Value::as_array).into_iter().flatten();
        let mails = mails.filter_map(mail).collect();
        Ok(Self { text, told, about, origin: known.unwrap_or_default(), mails })
    }
}

fn told(reading: &Reading) -> Vec<String> {
    let mut told: Vec<_> =
        reading.left_out.iter().filter(|it| it.what != What::NoteMark).map(line).collect();
    let marks: Vec<_> = reading.left_out.iter().filter(|it| it.what == What::NoteMark).collect();
    if !marks.is_empty() {
        let words: Vec<_> = marks.iter().map(|it| it.words.as_str()).collect();
        told.push(ended(format!("Left out, as they lead to notes: {}", words.join(" "))));
    }
    if !reading.joined.is_empty() {
        let number = count(reading.joined.len(), "word", "words");
        let words = isolated(&reading.joined);
        told.push(ended(format!("Made whole, as a line’s end had parted them: {number}, {words}")));
    }
    if !reading.doubtful.is_empty() {
        let number = count(reading.doubtful.len(), "word", "words");
        let words = isolated(&reading.doubtful);
        told.push(ended(format!(
            "To be compared with the PDF, as a hyphen, a raised number or a large first letter may be \
             meant otherwise: {number}, {words}"
        )));
    }
    match reading.without_words.as_slice() {
        [] => {}
        [one] => told.push(format!("Page {one} has no words; it may be a picture of some.")),
        several => {
            let list = listed(several);
            told.push(format!("Pages {list} have no words; they may be pictures of some."));
        }
    }
    told
}

fn line(left_out: &LeftOut) -> String {
    let LeftOut { words, pages, what } = left_out;
    let on = if pages.len() == 1 { "on page" } else { "on pages" };
    let pages = listed(pages);
    let words = quoted(words);
    ended(match what {
        What::Number => format!("Left out: the numbers of pages, {on} {pages}"),
        What::Rotated => format!("Left out, as it is rotated {on} {pages}: {words}"),
        What::Outside => {
            format!("Left out, as it lies beyond the edges of the page {on} {pages}: {words}")
        }
        _ => format!("Left out, as it stands at the edge {on} {pages}: {words}"),
    })
}

/// Words of the document in a sentence of ours, which may run the other way: isolated from it.
fn quoted(words: &str) -> String {
    format!("“\u{2068}{words}\u{2069}”")
}

/// Words of the document in a row, each isolated.
fn isolated(words: &[String]) -> String {
    words.iter().map(|it| format!("\u{2068}{it}\u{2069}")).collect::<Vec<_>>().join(", ")
}

/// Numbers in order, with those that follow one another as a range: `1–3, 7`.
fn listed(numbers: &[usize]) -> String {
    let runs = numbers.chunk_by(|a, b| a + 1 == *b);
    let run = |run: &[usize]| match run {
        [first, .., last] => format!("{first}–{last}"),
        _ => run.iter().map(ToString::to_string).collect(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &str) -> String {
        let run =
            json!({ "words": words, "left": 7000, "baseline": 9000, "width": 9000, "size": 1000 });
        let page = json!({ "height": 84000, "runs": if words.is_empty() { json!([]) } else { json!([run]) } });
        json!({ "pages": [page], "title": "Lamps.doc", "author": "Lamp Club", "created": "D:20260203231000+01'00'" })
            .to_string()
    }

    #[test]
    fn pages_without_a_text_are_refused_in_a_sentence() {
        assert_eq!(lay_out(&page("")).unwrap_err(), PICTURES);
        assert_eq!(lay_out(&page("\u{e001}\u{e002} x")).unwrap_err(), SENSELESS);
        assert!(lay_out("{").unwrap_err().starts_with("can’t be read"));
    }

    #[test]
    fn bullets_of_words_own_fonts_are_bullets_and_other_such_signs_are_told() {
        let words = "\u{f0b7} Lamps are lit all night, says Lamp Club on 3 February 2026.";
        let laid = Laid::read(&lay_out(&page(words)).unwrap()).unwrap();
        assert_eq!(laid.text, words.replace('\u{f0b7}', "•"));
        assert_eq!(laid.told, [""; 0]);
        let laid = Laid::read(&lay_out(&page(&words.replace('\u{f0b7}', "\u{e123}"))).unwrap());
        let told = laid.unwrap().told;
        assert!(told.len() == 1 && told[0].contains("1 sign"), "{told:?}");
    }

    #[test]
    fn a_text_comes_with_what_is_told_of_it() {
        let words = "Lamp Club, 3 February 2026: Lamps are lit.";
        let laid = Laid::read(&lay_out(&page(words)).unwrap()).unwrap();
        let about =
            About { publisher: "Lamp Club".into(), date: "2026-02-03".into(), ..About::default() };
        assert_eq!(laid, Laid { text: words.into(), about, ..Laid::default() });
        let other = Laid::read(&lay_out(&page("Lamps are lit.")).unwrap()).unwrap();
        assert_eq!(other.about, About::default());
        assert_eq!(
            other.told,
            [
                "Left out, what its properties say of it and its words don’t: “Lamp Club, 2026-02-03”."
            ]
        );
        let left_out = |words: &str, pages: &[usize], what| LeftOut {
            words: words.into(),
            pages: pages.into(),
            what,
        };
        let reading = Reading {
            left_out: vec![
                left_out("Lamp Club", &[1, 2, 3, 5], What::Running),
                left_out("1", &[1, 2, 3], What::Number),
                left_out("DRAFT", &[2], What::Rotated),
                left_out("¹", &[2], What::NoteMark),
                left_out("plate 7", &[1], What::Outside),
            ],
            joined: (1..=9).map(|nth| format!("word{nth}")).collect(),
            doubtful: vec!["long-term".into(), "m²".into()],
            without_words: vec![4],
            ..Reading::default()
        };
        assert_eq!(
            told(&reading),
            [
                "Left out, as it stands at the edge on pages 1–3, 5: “\u{2068}Lamp Club\u{2069}”.",
                "Left out: the numbers of pages, on pages 1–3.",
                "Left out, as it is rotated on page 2: “\u{2068}DRAFT\u{2069}”.",
                "Left out, as it lies beyond the edges of the page on page 1: “\u{2068}plate 7\u{2069}”.",
                "Left out, as they lead to notes: ¹.",
                &format!(
                    "Made whole, as a line’s end had parted them: 9 words, {}.",
                    isolated(&reading.joined)
                ),
                &format!(
                    "To be compared with the PDF, as a hyphen, a raised number or a large first letter \
                     may be meant otherwise: 2 words, {}.",
                    isolated(&["long-term".into(), "m²".into()])
                ),
                "Page 4 has no words; it may be a picture of some.",
            ]
        );
    }
}
