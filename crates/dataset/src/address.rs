//! Addresses that may be linked.

/// Whether an address leads to the web, and to the host that it seems to name. The check says more of
/// what it finds; this is for laws that came compiled, from whomever.
pub fn leads_to_web(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| !host.is_empty() && !host.contains(['@', '\\', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_leads_where_it_says_may_be_linked() {
        assert!(leads_to_web("https://www.un.org/a@b?c#d"));
        assert!(leads_to_web("http://example.org:8080"));
        for bad in [
            "javascript:alert(1)",
            "https://www.un.org@evil.example/",
            "https://www.un.org\\@evil.example/",
            "//evil.example/",
            "https:///",
            "data:text/html,x",
            "",
        ] {
            assert!(!leads_to_web(bad), "{bad}");
        }
    }
}
