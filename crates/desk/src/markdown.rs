//! A statement in Markdown as what it says: without its signs, a paragraph a line.

use authoring::raised;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use story::{About, Story};

/// What a text in Markdown says, and what of it is to be told.
#[derive(Default)]
pub(crate) struct Markdown {
    pub(crate) text: String,
    /// What is set apart as a quotation, and stays: it may be another's words.
    pub(crate) quoted: Vec<String>,
    /// What it is, and its words.
    pub(crate) left_out: Vec<(&'static str, String)>,
    pub(crate) about: About,
    /// The text within what is left out and is open, innermost last.
    asides: Vec<String>,
    /// The markup of a block that is open: what it says, its lines say together.
    markup: String,
    /// Within `<sup>`.
    is_raised: bool,
    quotes: Vec<usize>,
    title: Option<usize>,
    /// The next number of each list that is open, none of one with bullets.
    lists: Vec<Option<u64>>,
}

pub(crate) fn read(source: &str) -> Markdown {
    let (front, body) = front(source).unwrap_or(("", source));
    let mut all = Markdown::default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(body, options) {
        match event {
            Event::Start(tag) => all.start(&tag),
            Event::End(tag) => all.end(tag),
            Event::Text(words) | Event::Code(words) => all.say(&words),
            Event::SoftBreak => all.say(" "),
            Event::HardBreak | Event::Rule => all.end_line(),
            Event::Html(html) => all.markup.push_str(&html),
            Event::InlineHtml(html) if is_break(&html) => all.end_line(),
            Event::InlineHtml(html) => all.raise(&html),
            _ => {}
        }
    }
    all.text.truncate(all.text.trim_end().len());
    all.front(front);
    all
}

impl Markdown {
    fn say(&mut self, words: &str) {
        let text = self.asides.last_mut().unwrap_or(&mut self.text);
        let raised = raised(text, words).filter(|_| self.is_raised);
        text.push_str(raised.as_deref().unwrap_or(words));
    }

    fn raise(&mut self, html: &str) {
        match html.to_ascii_lowercase().as_str() {
            "</sup>" => self.is_raised = false,
            it if it.starts_with("<sup") => self.is_raised = true,
            _ => {}
        }
    }

    fn end_line(&mut self) {
        let text = self.asides.last_mut().unwrap_or(&mut self.text);
        if !(text.is_empty() || text.ends_with('\n')) {
            text.push('\n');
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph if self.is_item() => {}
            Tag::Heading { level: HeadingLevel::H1, .. } if self.about.title.is_empty() => {
                self.end_line();
                self.title = Some(self.text.len());
            }
            Tag::BlockQuote(_) => {
                self.end_line();
                self.quotes.push(self.text.len());
            }
            Tag::List(first) => {
                self.end_line();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.end_line();
                if let Some(Some(number)) = self.lists.last_mut() {
                    let sign = format!("{number}. ");
                    *number += 1;
                    self.say(&sign);
                }
            }
            Tag::FootnoteDefinition(_) | Tag::Strikethrough | Tag::Image { .. } => {
                self.asides.push(String::new());
            }
            Tag::TableCell if !(self.text.is_empty() || self.text.ends_with('\n')) => {
                self.say("\t");
            }
            tag if is_line(tag.to_end()) => self.end_line(),
            _ => {}
        }
    }

    /// Whether a number was written, whose words come.
    fn is_item(&self) -> bool {
        self.lists.last().is_some_and(Option::is_some) && self.text.ends_with(". ")
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                if let Some(start) = self.title.take() {
                    self.about.title = self.text.get(start..).unwrap_or_default().trim().into();
                }
            }
            TagEnd::BlockQuote(_) => {
                let start = self.quotes.pop().unwrap_or_default();
                if self.quotes.is_empty() {
                    let words = self.text.get(start..).unwrap_or_default().trim();
                    self.quoted.extend(Some(words.into()).filter(|it: &String| !it.is_empty()));
                }
            }
            TagEnd::HtmlBlock => self.html(),
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::FootnoteDefinition => self.leave("a footnote"),
            TagEnd::Strikethrough => self.leave("struck through"),
            TagEnd::Image => self.leave("what stands for a picture"),
            _ => {}
        }
        if is_line(tag) {
            self.end_line();
        }
    }

    fn leave(&mut self, what: &'static str) {
        let words = self.asides.pop().unwrap_or_default();
        self.left_out.extend(Some((what, words)).filter(|it| !it.1.trim().is_empty()));
    }

    fn html(&mut self) {
        self.end_line();
        let words = Story::from_html(std::mem::take(&mut self.markup)).text().to_string();
        self.say(&words);
        self.end_line();
    }

    /// What stands between dashes at the beginning is about the text.
    fn front(&mut self, front: &str) {
        if front.is_empty() {
            return;
        }
        let said = |wanted: &[&str]| field(front, wanted).unwrap_or_default();
        let date = said(&["date"]);
        let of_front = About::of_mail(&said(&["author", "publisher"]), &said(&["title"]), &date);
        let title = std::mem::take(&mut self.about.title);
        self.about = of_front;
        if self.about.title.is_empty() {
            self.about.title = title;
        }
        let words = front.trim().trim_matches('-').trim();
        self.left_out.push(("what is said about the text before it begins", words.into()));
    }
}

/// What one of these fields says; those within another are its own.
fn field(front: &str, wanted: &[&str]) -> Option<String> {
    let mut lines = front.lines();
    let is_one = |line: &str| {
        let (name, said) = line.split_once(':')?;
        wanted.contains(&name.to_lowercase().as_str()).then(|| said.trim().to_string())
    };
    let said = lines.by_ref().find_map(is_one)?;
    // `>-` and `|`: in the lines below.
    if said.starts_with(['>', '|']) {
        let below: Vec<_> = lines.take_while(|it| it.starts_with(' ')).map(str::trim).collect();
        return Some(below.join(" "));
    }
    Some(said.trim_matches(['"', '\'']).to_string())
}

/// `<br>`, whatever it has besides.
fn is_break(html: &str) -> bool {
    html.get(..3).is_some_and(|it| it.eq_ignore_ascii_case("<br"))
}

/// Whether words before and behind stand in lines of their own.
fn is_line(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::TableCell
            | TagEnd::FootnoteDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

/// What stands between two lines of dashes at the very beginning, and what comes behind it.
fn front(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches('\u{feff}').strip_prefix("---")?;
    let rest = rest.trim_start_matches('\r').strip_prefix('\n')?;
    let end = rest.find("\n---")?;
    let behind = rest.get(end + "\n---".len()..)?;
    let has_fields = rest.get(..end)?.lines().all(is_field);
    let is_line = behind.is_empty() || behind.starts_with(['\n', '\r']);
    (has_fields && is_line).then_some((rest.get(..end)?, behind))
}

/// A name with what it says, or what goes on with that: a list, or a line that is set in.
fn is_field(line: &str) -> bool {
    let is_name = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_' | '.');
    let goes_on = line.trim().is_empty() || line.starts_with([' ', '\t', '-', '#']);
    let name = line.split_once(':').map(|it| it.0);
    goes_on || name.is_some_and(|it| !it.is_empty() && it.chars().all(is_name))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn markup_says_what_a_browser_shows_of_it() {
        for (source, words) in [
            ("Lamps.\n\n<!-- a\nsecret comment\n-->\n\nOil.\n", "Lamps.\nOil."),
            ("<style>\np { color: red }\n</style>\n\nOil.\n", "Oil."),
            ("<div\nclass=\"hero\">Hello\nall</div>\n\nOil.\n", "Hello all\nOil."),
            ("36<br>37 <BR/>38\n", "36\n37 \n38"),
            (
                "Article 5<sup>2</sup> and oil<sup>2</sup> of 36(2)<SUP>1</SUP> 7\n",
                "Article 5² and oil2 of 36(2)1 7",
            ),
        ] {
            assert_eq!(read(source).text, words, "{source}");
        }
    }

    #[test]
    fn a_picture_in_a_footnote_takes_none_of_its_words_along() {
        let said = read("Oil.[^1]\n\n[^1]: With others, see ![logo](x.png) the ~~long~~ list.\n");
        assert_eq!(said.text, "Oil.");
        let left: Vec<_> = said.left_out.iter().map(|it| (it.0, it.1.trim())).collect();
        assert_eq!(
            left,
            [
                ("what stands for a picture", "logo"),
                ("struck through", "long"),
                ("a footnote", "With others, see  the  list."),
            ]
        );
    }

    #[test]
    fn only_fields_stand_before_a_text_and_only_its_own_are_read() {
        let said = read(
            "---\nseo:\n  title: \"Lamps | Site\"\ntitle: >-\n  On oil\n  and wicks\n---\nOil.\n",
        );
        assert_eq!(said.about.title, "On oil and wicks");
        let letter = read("---\nDear Minister: we object to Article 5.\nAll of us.\n\n---\nOil.\n");
        assert!(letter.text.contains("we object to Article 5."), "{}", letter.text);
        assert!(letter.left_out.is_empty());
    }

    #[test]
    fn markdown_is_what_it_says() {
        let said = read(
            "# Statement\n\n**Article [28(4)](https://l.example/28)** must go,\nsays *Lamp Club*.\n\n\
             - Article 36(2)\n- Article 40[^1]\n\n3. Oil\n4. Wicks\n\n   and more\n\n> The minister said so.\n\n\
             ![A lamp](a.png)~~Never.~~ | x\n\n| Lamp | Watts |\n|---|---|\n| Arc | 3 |\n\n<div>Raw &amp; all</div>\n\n\
             [^1]: A note.\n",
        );
        assert_eq!(
            said.text.lines().collect::<Vec<_>>(),
            [
                "Statement",
                "Article 28(4) must go, says Lamp Club.",
                "Article 36(2)",
                "Article 40",
                "3. Oil",
                "4. Wicks",
                "and more",
                "The minister said so.",
                " | x",
                "Lamp\tWatts",
                "Arc\t3",
                "Raw & all",
            ]
        );
        assert_eq!(said.about.title, "Statement");
        assert_eq!(said.quoted, ["The minister said so."]);
        assert_eq!(
            said.left_out,
            [
                ("what stands for a picture", "A lamp".to_string()),
                ("struck through", "Never.".into()),
                ("a footnote", "A note.\n".into()),
            ]
        );
    }

    #[test]
    fn what_stands_before_a_text_is_about_it() {
        let said = read(
            "---\ntitle: \"On oil\"\ndate: 2026-02-03\nauthor: Lamp Club\n---\n\n# Oil\n\nOil.\n",
        );
        let about = said.about;
        assert_eq!(
            [&*about.title, &*about.publisher, &*about.date],
            ["On oil", "Lamp Club", "2026-02-03"]
        );
        assert_eq!(said.text, "Oil\nOil.");
        assert_eq!(read("---\n\nOil.\n").text, "Oil.");
    }
}
