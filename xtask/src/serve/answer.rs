//! What is sent back: bytes, type, and the headers that a careful host would set.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};

use crate::{
    build::bundle::WORKER_POLICY,
    serve::route::{self, Route},
};

/// The policy that the widget must work under. HTML is served with it, so that the demo shows it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
                      style-src 'self'; connect-src 'self'; img-src 'self'; \
                      require-trusted-types-for 'script'; trusted-types 'none'";
/// The page that shows others of ours in frames.
const CONFIGURATOR: &str = "configurator.html";
/// The page that reads files in a worker, whose address has to be trusted.
const DESK: &str = "desk.html";
/// What `'self'` is here. Safari wants it named for a page that may be framed: once a frame is
/// sandboxed, `'self'` is nobody there.
const SELF: &str = "'self' http://127.0.0.1:* http://localhost:*";
const FRAMED: &str = "embed.html";
/// A case's own headers for its HTML: a value replaces a header, `null` takes it away.
const CASE_HEADERS: &str = "headers.json";

/// The folders that are served.
pub(super) struct Site {
    pub(super) dist: PathBuf,
    /// The browser tests' host pages, where they are wanted.
    pub(super) cases: Option<PathBuf>,
}

/// An answer to a request.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: Vec<u8>,
}

impl Site {
    /// Answers a GET of an address as it stands in a request line.
    pub(super) fn answer(&self, url: &str) -> Answer {
        let found = match route::read(url) {
            Some(Route::Dist(path)) => Some((self.dist.join(path), None)),
            Some(Route::Case { name, path }) => self.cases.as_ref().map(|cases| {
                let case = cases.join(name);
                (case.join(path), Some(case))
            }),
            None => None,
        };
        let Some((file, case)) = found else {
            return Answer::refusal(404, "there is no such address here");
        };
        if file.is_dir() {
            return answer_folder(url, &file, case.as_deref());
        }
        answer_file(url, &file, case.as_deref())
    }
}

impl Answer {
    /// An answer without a file.
    pub(super) fn refusal(status: u16, why: &str) -> Self {
        let mut answer = Self { status, headers: BTreeMap::new(), body: format!("{why}\n").into() };
        answer.set("Content-Type", "text/plain; charset=utf-8");
        answer.set("Access-Control-Allow-Origin", "*");
        answer
    }

    fn set(&mut self, name: &str, value: &str) {
        self.remove(name);
        self.headers.insert(name.to_owned(), value.to_owned());
    }

    fn remove(&mut self, name: &str) {
        self.headers.retain(|known, _| !known.eq_ignore_ascii_case(name));
    }

    fn set_for_case(&mut self, case: &Path) -> Result<()> {
        let file = case.join(CASE_HEADERS);
        let Ok(text) = fs::read_to_string(&file) else { return Ok(()) };
        let headers: BTreeMap<String, Option<String>> = serde_json::from_str(&text)
            .with_context(|| format!("`{}` is not an object of texts", file.display()))?;
        for (name, value) in headers {
            match value {
                Some(value) => self.set(&name, &value),
                None => self.remove(&name),
            }
        }
        Ok(())
    }
}

/// Relative addresses in a page need the slash behind its folder's name.
fn answer_folder(url: &str, folder: &Path, case: Option<&Path>) -> Answer {
    let (path, query) = url.split_at(url.find('?').unwrap_or(url.len()));
    if path.ends_with('/') {
        return answer_file(url, &folder.join("index.html"), case);
    }
    let mut answer = Answer::refusal(308, "the address ends in a slash");
    answer.set("Location", &format!("{path}/{query}"));
    answer
}

fn answer_file(url: &str, file: &Path, case: Option<&Path>) -> Answer {
    let Ok(body) = fs::read(file) else {
        // Browsers ask for it unasked, and a 404 would stand in the console of every page.
        if url == "/favicon.ico" {
            return Answer { status: 204, headers: BTreeMap::new(), body: Vec::new() };
        }
        return Answer::refusal(404, "there is no such file here");
    };
    let kind = kind(file);
    let mut answer = Answer { status: 200, headers: BTreeMap::new(), body };
    answer.set("Content-Type", kind);
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Access-Control-Allow-Origin", "*");
    // A hashed name never changes its content; anything else may at the next build.
    let immutable = url.starts_with("/assets/");
    let cache = if immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    answer.set("Cache-Control", cache);
    if kind.contains("html") {
        answer.set("Content-Security-Policy", &policy(file));
        if let Some(Err(error)) = case.map(|case| answer.set_for_case(case)) {
            return Answer::refusal(500, &format!("{error:#}"));
        }
    }
    answer
}

/// What a page of ours may do: what the widget needs, and no more than the page itself does besides.
fn policy(file: &Path) -> String {
    match file.file_name().and_then(|name| name.to_str()) {
        Some(CONFIGURATOR) => format!("{}; frame-src 'self'", with_worker()),
        Some(DESK) => with_worker(),
        Some(FRAMED) => POLICY.replace("'self'", SELF),
        _ => POLICY.into(),
    }
}

/// That of a page which starts a worker.
fn with_worker() -> String {
    POLICY.replace("trusted-types 'none'", &format!("trusted-types {WORKER_POLICY}"))
}

/// The media type of a file, by its name.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("xhtml") => "application/xhtml+xml; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{self, Tree};

    /// A site on disk that goes when it is dropped.
    struct Scene {
        folder: PathBuf,
        site: Site,
    }

    impl Scene {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            let site = Site { dist: folder.join("dist"), cases: Some(folder.join("cases")) };
            for (file, text) in files {
                tree::write(&folder.join(file), text.as_bytes()).unwrap();
            }
            Self { folder, site }
        }
    }

    impl Drop for Scene {
        fn drop(&mut self) {
            tree::remove_folder(&self.folder).unwrap();
        }
    }

    #[test]
    fn a_page_comes_with_the_strict_policy() {
        let scene = Scene::new("policy", &[("dist/index.html", "<p>")]);
        let answer = scene.site.answer("/");
        assert_eq!((answer.status, answer.body.as_slice()), (200, b"<p>".as_slice()));
        assert_eq!(answer.headers["Content-Type"], "text/html; charset=utf-8");
        assert_eq!(answer.headers["Content-Security-Policy"], POLICY);
        assert_eq!(answer.headers["Cache-Control"], "no-cache");
        assert_eq!(answer.headers["Access-Control-Allow-Origin"], "*");
    }

    #[test]
    fn the_policy_of_a_page_for_frames_names_the_place_as_well() {
        let scene = Scene::new("framed", &[("dist/embed.html", "<p>")]);
        let policy = &scene.site.answer("/embed.html?lang=fr").headers["Content-Security-Policy"];
        assert!(policy.contains("connect-src 'self' http://127.0.0.1:* "), "{policy}");
    }

    #[test]
    fn configurator_and_desk_may_start_their_worker() {
        let trusted = format!("trusted-types {WORKER_POLICY}");
        for page in ["configurator.html", "desk.html"] {
            let scene = Scene::new(page, &[(format!("dist/{page}").as_str(), "<p>")]);
            let answer = scene.site.answer(&format!("/{page}"));
            let policy = &answer.headers["Content-Security-Policy"];
            assert!(policy.contains(&trusted), "{policy}");
        }
        // Pages and documents have the name by hand.
        let tree = Tree::here().unwrap();
        for (file, name) in [
            ("www/pages/configurator.html", trusted.as_str()),
            ("www/pages/desk.html", &trusted),
            ("docs/hosting.md", &trusted),
            ("docs/security.md", WORKER_POLICY),
        ] {
            let text = tree::read_text(&tree.root().join(file)).unwrap();
            assert!(text.contains(name), "{file} lacks `{name}`");
        }
    }

    #[test]
    fn hashed_assets_may_be_kept_for_ever() {
        let scene = Scene::new("assets", &[("dist/assets/widget-1.wasm", "")]);
        let answer = scene.site.answer("/assets/widget-1.wasm");
        assert_eq!(answer.headers["Content-Type"], "application/wasm");
        assert!(answer.headers["Cache-Control"].ends_with("immutable"));
        assert!(!answer.headers.contains_key("Content-Security-Policy"));
    }

    #[test]
    fn a_case_changes_the_headers_of_its_pages_alone() {
        let headers = r#"{"content-security-policy": null, "Cache-Control": "no-store"}"#;
        let scene = Scene::new(
            "case",
            &[
                ("cases/lax/index.html", ""),
                ("cases/lax/page.css", ""),
                ("cases/lax/headers.json", headers),
                ("cases/plain/index.html", ""),
            ],
        );
        let lax = scene.site.answer("/cases/lax/");
        assert!(!lax.headers.contains_key("Content-Security-Policy"));
        assert_eq!(lax.headers["Cache-Control"], "no-store");
        assert_eq!(scene.site.answer("/cases/lax/page.css").headers["Cache-Control"], "no-cache");
        let plain = scene.site.answer("/cases/plain/");
        assert_eq!(plain.headers["Content-Security-Policy"], POLICY);
    }

    #[test]
    fn broken_headers_of_a_case_are_told_with_their_file() {
        let scene = Scene::new(
            "broken",
            &[("cases/odd/index.html", ""), ("cases/odd/headers.json", "[1]")],
        );
        let answer = scene.site.answer("/cases/odd/");
        assert_eq!(answer.status, 500);
        assert!(String::from_utf8(answer.body).unwrap().contains("headers.json"));
    }

    #[test]
    fn cases_are_served_only_where_they_are_wanted() {
        let mut scene = Scene::new("unwanted", &[("cases/plain/index.html", "")]);
        assert_eq!(scene.site.answer("/cases/plain/").status, 200);
        scene.site.cases = None;
        assert_eq!(scene.site.answer("/cases/plain/").status, 404);
    }

    #[test]
    fn a_folder_without_its_slash_is_sent_there() {
        let scene = Scene::new("slash", &[("cases/plain/index.html", "")]);
        let answer = scene.site.answer("/cases/plain?lang=fr");
        assert_eq!(
            (answer.status, answer.headers["Location"].as_str()),
            (308, "/cases/plain/?lang=fr")
        );
    }

    #[test]
    fn a_browser_that_asks_for_an_icon_unasked_is_not_refused() {
        let scene = Scene::new("icon", &[("dist/index.html", "")]);
        assert_eq!(scene.site.answer("/favicon.ico").status, 204);
        assert_eq!(scene.site.answer("/other.ico").status, 404);
    }

    #[test]
    fn files_outside_are_not_found() {
        let scene = Scene::new("outside", &[("secret.txt", "x"), ("dist/index.html", "")]);
        for url in ["/../secret.txt", "/%2e%2e/secret.txt", "/cases/..%2f/secret.txt"] {
            assert_eq!(scene.site.answer(url).status, 404, "{url}");
        }
    }
}
