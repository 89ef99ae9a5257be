//! Akoma Ntoso, versions 2 and 3, with whatever profile: what its metadata says of the law. Its
//! body is read as it stands, by `walk.rs`.

use crate::{
    european, language,
    outline::{About, Address, Outline},
    tree::{Element, collapsed},
    walk,
};

/// A number further on in a title is another law's.
const LAST_OF_NAME: usize = 6;

pub(crate) fn read(root: &Element, file: &str) -> Outline {
    let mut outline = walk::outline(root, file);
    let about = &mut outline.about;
    let named = |name: &str, attribute: &str| -> Option<String> {
        let value = root.find(name)?.attribute(attribute)?;
        Some(value.to_string()).filter(|it| !it.is_empty())
    };
    let tag = named("FRBRlanguage", "language");
    about.language = tag
        .as_deref()
        .and_then(language::tag)
        .or_else(|| root.attribute("xml:lang").and_then(language::tag));
    about.is_bill = root.child("bill").is_some();
    about.date = date(root);
    about.address = address(root);
    if about.title.is_empty() {
        about.title = title(root).unwrap_or_default();
    }
    about.take_short_title();
    outline
}

impl About {
    /// A law is called by the last words of its title, in brackets, or by its kind and number.
    pub(crate) fn take_short_title(&mut self) {
        if self.short_title.is_none() {
            self.short_title = self.in_brackets().or_else(|| self.by_number());
        }
    }

    fn in_brackets(&self) -> Option<String> {
        let (_, name) = self.title.strip_suffix(')')?.rsplit_once('(')?;
        let name = name.split([';', '–']).next()?.split(" - ").next()?;
        Some(collapsed(name)).filter(|it| it.contains(char::is_alphabetic))
    }

    /// `Directive 2014/92/EU`, of a title that goes on.
    fn by_number(&self) -> Option<String> {
        let words: Vec<&str> = self.title.split(' ').take(LAST_OF_NAME).collect();
        let is_number =
            |it: &&str| it.contains('/') && it.starts_with(|it: char| it.is_ascii_digit());
        let last = words.iter().position(is_number)?;
        Some(words.get(..=last)?.join(" "))
    }
}

/// The day of the law, and no day that stands for none.
fn date(root: &Element) -> Option<String> {
    let mut all = Vec::new();
    root.find("identification")?.all("FRBRdate", &mut all);
    let dates = all.into_iter().filter_map(|it| it.attribute("date"));
    let days = dates.filter_map(|it| it.get(..10));
    let days = days.filter(|it| it.parse::<authoring::CalendarDate>().is_ok());
    days.filter(|it| !it.starts_with("2999") && !it.starts_with("0001")).min().map(str::to_string)
}

/// Where the publisher says that the law stands, or by its number where that follows.
fn address(root: &Element) -> Option<Address> {
    let mut all = Vec::new();
    root.all("FRBRuri", &mut all);
    root.all("FRBRthis", &mut all);
    root.all("FRBRalias", &mut all);
    let values: Vec<&str> = all.iter().filter_map(|it| it.attribute("value")).collect();
    let uk = |it: &&str| {
        it.split_once("://www.legislation.gov.uk/id/").map(|(_, path)| path.to_string())
    };
    if let Some(path) = values.iter().find_map(uk) {
        return Some(Address::Uk(format!("https://www.legislation.gov.uk/{path}")));
    }
    let european = |it: &&str| eli(it).or_else(|| celex(it));
    if let Some(path) = values.iter().find_map(european) {
        return Some(european::of_path(&path));
    }
    let whole = values.iter().find(|it| it.starts_with("https://"));
    whole.map(|it| Address::Whole((*it).into()))
}

/// `reg/2024/903` of `http://data.europa.eu/eli/reg/2024/903/oj`.
pub(crate) fn eli(text: &str) -> Option<String> {
    let (_, path) = text.split_once("data.europa.eu/eli/")?;
    let mut steps = path.split('/');
    let (kind, year, number) = (steps.next()?, steps.next()?, steps.next()?);
    let number: String = number.chars().take_while(char::is_ascii_digit).collect();
    (!number.is_empty()).then(|| format!("{kind}/{year}/{number}"))
}

/// The same of a CELEX number, `32014L0092`, for acts whose kind the letter says.
fn celex(text: &str) -> Option<String> {
    let rest = text.strip_prefix('3').filter(|_| text.len() == 10)?;
    let (year, rest) = rest.split_at_checked(4)?;
    let (letter, number) = rest.split_at_checked(1)?;
    let kind = match letter {
        "L" => "dir",
        _ => return None,
    };
    let (year, number): (u32, u32) = (year.parse().ok()?, number.parse().ok()?);
    Some(format!("{kind}/{year}/{number}"))
}

/// A title that the metadata has.
fn title(root: &Element) -> Option<String> {
    let mut all = Vec::new();
    root.all("FRBRalias", &mut all);
    let named = |it: &&&Element| it.attribute("name").is_some_and(|it| it.contains("title"));
    let alias = all.iter().find(named).or_else(|| {
        all.first().filter(|it| it.attribute("value").is_some_and(|it| it.contains(' ')))
    });
    alias.and_then(|it| it.attribute("value")).map(collapsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_follows_from_eli_and_from_the_number_of_a_directive() {
        assert_eq!(
            eli("http://data.europa.eu/eli/reg/2024/903/oj").as_deref(),
            Some("reg/2024/903")
        );
        assert_eq!(celex("32014L0092").as_deref(), Some("dir/2014/92"));
        // A regulation may be one of three kinds, which the number doesn't say.
        assert_eq!(celex("32014R0092"), None);
        assert_eq!(eli("eli/bund/bgbl-1/2025/145"), None);
    }
}
