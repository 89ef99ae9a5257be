//! Where a reader may be sent to.

/// What keeps a reader from being sent to an address; nothing where they may be.
pub(crate) fn why_not(address: &str) -> Option<&'static str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let Some(rest) = rest else {
        return Some("is not an address that begins with `https://` or `http://`");
    };
    if rest.contains(|sign: char| {
        sign.is_whitespace() || sign.is_control() || matches!(sign, '\\' | '<' | '>' | '"')
    }) {
        return Some("has a blank, or a sign that an address cannot have");
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        return Some("has a name before an `@`, which hides where it leads; take that out");
    }
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_sound = port.parse::<u16>().is_ok() && name.split('.').all(is_label);
    (!is_sound).then_some("names no host that could be found")
}

/// Letters of any script, since hosts may be written in them.
fn is_label(label: &str) -> bool {
    let end = label.starts_with('-') || label.ends_with('-');
    !end && (1..=63).contains(&label.len())
        && label.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_where_it_says() {
        for sound in [
            "https://www.un.org",
            "https://treaties.un.org/Pages/View.aspx?src=A&id=1#2",
            "http://example.org:8080/a@b",
            "https://münchen.example/§5?a=%20|b",
            "https://xn--mnchen-3ya.example./".trim_end_matches("./"),
        ] {
            assert_eq!(why_not(sound), None, "{sound}");
        }
        for bad in [
            "",
            "https:evil",
            "https://",
            "https:///path",
            "javascript:alert(1)",
            "https://www.un.org@evil.example/",
            "https://a:b@evil.example/",
            "https://www.un.org\\@evil.example/",
            "https://a b.example/",
            "https://-a.example/",
            "https://a..example/",
            "https://a.example:99999/",
            "https://a.example:/",
            "https://[::1/",
            "https://a.example/<b>",
        ] {
            assert!(why_not(bad).is_some(), "{bad}");
        }
    }
}
