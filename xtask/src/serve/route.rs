//! What a request's address means: a file of `dist/`, or of a browser test's host page.

use std::path::PathBuf;

/// A place that may be served. Paths are relative and never lead out of their folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// Within `dist/`.
    Dist(PathBuf),
    /// Within the folder of the case `name`.
    Case { name: String, path: PathBuf },
}

/// Reads an address as it stands in a request line. `None` for one that names nothing servable.
pub(super) fn read(url: &str) -> Option<Route> {
    let path = url.split(['?', '#']).next()?;
    let mut parts = Vec::new();
    for part in path.strip_prefix('/')?.split('/').filter(|part| !part.is_empty()) {
        parts.push(segment(part)?);
    }
    match parts.split_first() {
        Some((first, rest)) if first == "cases" => {
            let (name, path) = rest.split_first()?;
            Some(Route::Case { name: name.clone(), path: path.iter().collect() })
        }
        _ => Some(Route::Dist(parts.iter().collect())),
    }
}

/// One name between slashes, percent-decoded. `None` where it could lead elsewhere: up, to a drive,
/// or into a second segment.
fn segment(part: &str) -> Option<String> {
    let name = decode(part)?;
    let harmless = !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0']);
    harmless.then_some(name)
}

fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let (digits, tail) = rest.split_at_checked(2)?;
        let digits = digits.iter().map(|&digit| char::from(digit).to_digit(16));
        let value = digits.reduce(|high, low| Some(high? * 16 + low?))??;
        bytes.push(u8::try_from(value).ok()?);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dist(path: &str) -> Route {
        Route::Dist(path.into())
    }

    #[test]
    fn the_top_address_is_the_top_folder() {
        assert_eq!(read("/"), Some(dist("")));
        assert_eq!(read("/?highlight=28"), Some(dist("")));
    }

    #[test]
    fn files_are_found_below_dist_whatever_the_query() {
        assert_eq!(read("/assets/widget-1.js?v=1"), Some(dist("assets/widget-1.js")));
        assert_eq!(read("/a%20b.html"), Some(dist("a b.html")));
    }

    #[test]
    fn cases_have_a_folder_each() {
        let case = |path: &str| Some(Route::Case { name: "resets".into(), path: path.into() });
        assert_eq!(read("/cases/resets/"), case(""));
        assert_eq!(read("/cases/resets/css/a.css"), case("css/a.css"));
        assert_eq!(read("/cases/"), None);
    }

    #[test]
    fn no_address_leads_out_of_its_folder() {
        for url in [
            "/../Cargo.toml",
            "/assets/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/..%5cCargo.toml",
            "/%2Fetc/passwd",
            "/c:/secret",
            "/cases/../x/index.html",
            "/.git/config",
            "/a%00.html",
            "etc/passwd",
        ] {
            assert_eq!(read(url), None, "{url}");
        }
        assert_eq!(read("//etc/passwd"), Some(dist("etc/passwd")));
    }

    #[test]
    fn broken_escapes_name_nothing() {
        for url in ["/%", "/%4", "/%zz", "/%+1", "/%ff"] {
            assert_eq!(read(url), None, "{url}");
        }
    }
}
