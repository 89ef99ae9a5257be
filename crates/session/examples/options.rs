//! Reads options as an explorer does: for each line, the layers that the loader collects (see
//! `session::layers`), a line with what it takes from them. `tests/scripts/options.test.mjs` holds
//! the scripts' own reading against this.

use std::io::{self, Write};

use serde_json::json;

fn main() -> io::Result<()> {
    for line in io::stdin().lines() {
        let (layers, _) = session::layers(&line?);
        let options = options::read(&layers).options;
        let read = json!({
            "dataset": options.dataset,
            "lang": options.lang,
            "theme": options.theme.word(),
            "linked": options.deep_links,
        });
        writeln!(io::stdout(), "{read}")?;
    }
    Ok(())
}
