//! What is wrong in options that come from elsewhere, by what their fields are called on the page.

use options::{Name, Warning};

/// A warning as a journalist reads it.
pub(crate) fn told(Warning { at, what }: &Warning) -> String {
    let base = at.path.split('[').next().unwrap_or_default();
    match Name::of_option(base).or_else(|| Name::of_attribute(base)) {
        Some(name) => format!("“{}”: {what}", label(name)),
        None if base.is_empty() => what.to_string(),
        None => format!("“{base}”: {what}"),
    }
}

/// What the field for an option is called.
pub(crate) fn label(name: Name) -> &'static str {
    match name {
        Name::Dataset => "The dataset’s address on your site",
        Name::Highlight => "Highlighted provisions",
        Name::Only => "Show these only",
        Name::View => "Opening view",
        Name::Audience => "Begin with what bears on",
        Name::Open => "Open at first",
        Name::Heading => "Heading",
        Name::Dek => "Sentence beneath it",
        Name::HeadingLevel => "Level of its heading",
        Name::Lang => "Language of its own words",
        Name::Theme => "Light or dark",
        Name::Loading => "It loads",
        Name::DeepLinks => {
            "Links lead back to what a reader has on the screen (in the page’s address, behind #)"
        }
        Name::Notes => "Editor’s note",
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;

    #[test]
    fn what_is_wrong_is_told_by_what_its_field_is_called() {
        let told = |text: &str| Draft::read(text).expect("a draft").problems;
        for (text, starts) in [
            (r#"{"highlight":"28(4)","view":"wall"}"#, "“Opening view”: `wall` is not one of"),
            (
                r#"<provision-explorer heading-level="9"></provision-explorer>"#,
                "“Level of its heading”: ",
            ),
            (r#"{"notes":{"24":""}}"#, "“Editor’s note”: the note is empty"),
            (r#"{"highlight":"28(4)","wall":1}"#, "no option is called `wall`"),
        ] {
            let problems = told(text);
            let found = problems.iter().any(|it| it.contains(starts));
            assert!(found, "{text}: {problems:?}");
            assert!(
                problems.iter().all(|it| !it.contains("options.") && !it.contains("attribute")),
                "{problems:?}"
            );
        }
    }
}
