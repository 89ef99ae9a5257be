//! A whole page: each explorer in it gets its first view, as its attributes and options say.

use std::{cell::RefCell, collections::BTreeMap, path::Path, rc::Rc};

use anyhow::{Context as _, Result, ensure};
use authoring::{Node, json};
use explorer::Explorer;
use lol_html::{
    RewriteStrSettings, element, end_tag, html_content::ContentType, rewrite_str, text,
};
use newsroom::prerender::{explorer_of, styles};
use options::{Layer, Origin};
use provision_explorer::{Language, configure, ssr};

use crate::tree::{DEFAULT_DATASET, Tree};

/// What a page says of one of its explorers.
#[derive(Default)]
struct Told {
    attributes: BTreeMap<String, String>,
    child: String,
    /// The language of what is around it.
    lang: Option<String>,
}

/// Fills a page's explorers, whose files are those of the build in `dist`.
pub(crate) fn fill(tree: &Tree, dist: &Path, page: &str) -> Result<String> {
    let all = read(page)?;
    if all.is_empty() {
        return Ok(page.to_owned());
    }
    let law = explorer_of(&tree.root().join(DEFAULT_DATASET))?;
    let styles = format!("./{}", styles(dist)?);
    let views: Vec<_> = all.iter().map(|told| told.view(&law, &styles)).collect::<Result<_>>()?;
    let mut views = views.into_iter();
    let put = element!("provision-explorer", |element| {
        let view = views.next().ok_or("each explorer has a view")?;
        element.prepend(&view, ContentType::Html);
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(put);
    rewrite_str(page, settings).context("cannot write the page's explorers")
}

impl Told {
    fn view(&self, law: &Explorer, styles: &str) -> Result<String> {
        let (explorer, options, warnings) = configure(law, &self.layers()?);
        let wrong: Vec<_> = warnings.iter().map(ToString::to_string).collect();
        ensure!(wrong.is_empty(), "an explorer of the page: {}", wrong.join("; "));
        let lang = options.lang.as_deref().or(self.lang.as_deref());
        let language = lang.and_then(Language::of).unwrap_or_else(Language::fallback);
        Ok(ssr::shadow(&explorer, &options, language, styles))
    }

    fn layers(&self) -> Result<[Layer; 2]> {
        let attributes = serde_json::to_string(&self.attributes)?;
        let parsed = |text: &str| json::parse(text).map_err(|problem| anyhow::anyhow!("{problem}"));
        let child = if self.child.is_empty() { Node::Null } else { parsed(&self.child)? };
        Ok([
            Layer { origin: Origin::Attributes, values: parsed(&attributes)? },
            Layer { origin: Origin::Child, values: child },
        ])
    }
}

fn read(page: &str) -> Result<Vec<Told>> {
    let found: RefCell<Vec<Told>> = RefCell::default();
    let around: Rc<RefCell<Vec<String>>> = Rc::default();
    let lang = element!("[lang]", |element| {
        around.borrow_mut().extend(element.get_attribute("lang"));
        if let Some(handlers) = element.end_tag_handlers() {
            let around = Rc::clone(&around);
            handlers.push(end_tag!(move |_| {
                around.borrow_mut().pop();
                Ok(())
            }));
        }
        Ok(())
    });
    let explorer = element!("provision-explorer", |element| {
        let attributes = element.attributes().iter();
        let attributes = attributes.map(|it| (it.name(), it.value()));
        let attributes =
            attributes.filter(|(name, _)| options::Name::attributes().any(|it| it == name));
        let (attributes, lang) = (attributes.collect(), around.borrow().last().cloned());
        found.borrow_mut().push(Told { attributes, lang, ..Told::default() });
        Ok(())
    });
    let child = text!("provision-explorer > script.provision-explorer-options", |text| {
        if let Some(told) = found.borrow_mut().last_mut() {
            told.child.push_str(text.as_str());
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(lang)
        .append_element_content_handler(explorer)
        .append_element_content_handler(child);
    rewrite_str(page, settings).context("cannot read the page's explorers")?;
    Ok(found.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_of_each_explorer_its_attributes_options_and_the_language_around_it() {
        let page = r#"<html lang="en"><p lang="ar">x</p>
            <section lang="fr"><provision-explorer id="a" highlight="28(4)">
            <script type="application/json" class="provision-explorer-options">{"only": true}</script>
            </provision-explorer></section><provision-explorer lang="de"></provision-explorer>"#;
        let all = read(page).unwrap();
        let told: Vec<_> = all.iter().map(|it| (it.lang.as_deref(), it.child.as_str())).collect();
        assert_eq!(told, [(Some("fr"), r#"{"only": true}"#), (Some("de"), "")]);
        assert_eq!(all[0].attributes, BTreeMap::from([("highlight".into(), "28(4)".into())]));
    }

    #[test]
    fn a_page_without_an_explorer_stays_as_it_is() {
        let page = "<!DOCTYPE html>\n<p>Nothing &amp; nobody</P>";
        let tree = Tree::here().unwrap();
        assert_eq!(fill(&tree, Path::new("nowhere"), page).unwrap(), page);
    }

    #[test]
    fn options_that_are_wrong_are_told_by_their_names() {
        let law = explorer_of(&Tree::here().unwrap().root().join(DEFAULT_DATASET)).unwrap();
        let [told] =
            &read("<provision-explorer view='sideways'></provision-explorer>").unwrap()[..]
        else {
            panic!("the page has one explorer");
        };
        let error = told.view(&law, "x.css").unwrap_err().to_string();
        assert!(error.contains("view") && error.contains("sideways"), "{error}");
    }
}
