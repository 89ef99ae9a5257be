//! Plain text: where its paragraphs end, and what in it is tapped already.

use std::ops::Range;

/// Shorter lines are headings or lists rather than broken paragraphs.
const BROKEN: Range<usize> = 45..120;

/// No one taps on a longer link.
const LONGEST_LABEL: usize = 200;

/// The words with a paragraph a line; every byte stays in its place. Line breaks within paragraphs
/// become spaces where empty lines part the paragraphs, as in letters and old wires.
pub(crate) fn words(source: &str) -> String {
    let mut text = source.replace("\r\n", " \n").replace('\r', "\n");
    if !text.lines().skip(1).any(|line| line.trim().is_empty()) {
        return text;
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let mut joined = String::with_capacity(text.len());
    for (place, line) in lines.iter().enumerate() {
        joined.push_str(line);
        let Some(next) = lines.get(place + 1) else { break };
        joined.push(if is_broken(line, next) { ' ' } else { '\n' });
    }
    text = joined;
    text
}

/// Whether a line goes on in the next. Tags are no letters of it.
fn is_broken(line: &str, next: &str) -> bool {
    let mut is_tag = false;
    let seen = line.trim().chars().filter(|it| {
        is_tag |= *it == '<';
        let counts = !is_tag;
        is_tag &= *it != '>';
        counts
    });
    let is_listed = counted(line).is_some_and(|it| counted(next) == Some(it + 1));
    BROKEN.contains(&seen.count())
        && !is_listed
        && next.trim_start().starts_with(|it: char| it.is_alphanumeric() || it == '<')
}

/// The number that a line of a list begins with: `2. Bits of Lamps`, `2) Bits of Lamps`.
fn counted(line: &str) -> Option<u32> {
    let line = line.trim_start();
    let (digits, rest) = line.split_at_checked(line.find(|it: char| !it.is_ascii_digit())?)?;
    let is_apart =
        rest.starts_with(['.', ')']) && rest.chars().nth(1).is_some_and(char::is_whitespace);
    digits.parse().ok().filter(|_| is_apart)
}

/// Escaped text with a `<p>` around each paragraph: what empty lines part where there are any, and else
/// each line.
pub(crate) fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_parted = text.trim().lines().any(|line| line.trim().is_empty());
    let mut html = String::new();
    let (mut is_open, mut last) = (false, None);
    for line in text.lines().map(str::trim) {
        if line.is_empty() || !is_parted {
            html.push_str(if is_open { "</p>\n" } else { "" });
            is_open = false;
        }
        if !line.is_empty() {
            html.push_str(match last.filter(|_| is_open) {
                Some(last) if is_broken(last, line) => " ",
                Some(_) => "<br>",
                None => "<p>",
            });
            html.push_str(line);
            is_open = true;
        }
        last = Some(line);
    }
    html.push_str(if is_open { "</p>" } else { "" });
    html
}

/// What stands in a `<provision-ref>` already.
pub(crate) fn marked(source: &str) -> Vec<Range<usize>> {
    let mut marked = Vec::new();
    let mut at = 0;
    while let Some(start) = source.get(at..).and_then(|rest| rest.find("<provision-ref")) {
        let start = at + start;
        let rest = source.get(start..).unwrap_or_default();
        at = rest.find("</provision-ref").map_or(source.len(), |length| start + length);
        marked.push(start..at);
    }
    marked
}

/// Whether the words stand in a link as Markdown writes it: `[Article 28](…)`.
pub(crate) fn is_linked(source: &str, span: &Range<usize>) -> bool {
    let rest = source.get(span.end..).unwrap_or_default();
    let mut near = rest.char_indices().take(LONGEST_LABEL);
    let sign = near.find(|(_, c)| matches!(c, '[' | ']' | '\n'));
    sign.and_then(|(at, _)| rest.get(at..)).is_some_and(|rest| rest.starts_with("]("))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn lines_of_a_counted_list_stay_apart() {
        let list = "Signed:\n\n1. Example Digital Lamp Network of the town, France\n2. Bits of Lamps e.V.\n";
        assert_eq!(words(list), list);
        // A day may begin a line that goes on.
        let broken =
            "Lamps.\n\nThe council met in the town to hear what tenants say, on\n2. May it was.\n";
        assert!(words(broken).contains("say, on 2. May"), "{}", words(broken));
    }
}
