//! Who objects: what each document objects to, who sees it otherwise, and every organisation by kind.

use dataset::{OrganisationKind, Role};
use explorer::view::{KindGroup, ObjectingDocument, ObjectionsView, Search, Standing};
use session::OTHERWISE;
use yew::Html;

use crate::components::{
    el::{all, counted, counted_head, each, el, maybe, none, tag, text},
    found::empty,
    organisation::organisation,
    pages::{earlier, later},
    provisions::told,
    ui::Ui,
    words::{links, outward, published, with_html, words},
};

/// The view.
pub(crate) fn objections(ui: &Ui, view: &ObjectionsView, search: &Search) -> Html {
    let documents = ui.in_documents(view.documents);
    let none_listed = view.extent.of == 0;
    el(
        "div",
        "view",
        [
            told(ui, search, &counted_by_standing(ui, view), ""),
            if none_listed { empty(ui, search) } else { none() },
            each(&view.by_document, |it| document(ui, it, search.filtered)),
            earlier(ui, view.extent.before),
            each(&view.kinds, |it| kind(ui, it, &documents, search.filtered)),
            later(ui, view.extent),
            if none_listed { none() } else { el("p", "small", [text(ui.language.kinds_mean)]) },
        ],
    )
}

/// How many there are, and who they are: those who object, or are mentioned by them, first.
fn counted_by_standing(ui: &Ui, view: &ObjectionsView) -> String {
    let language = ui.language;
    let [otherwise, comments, objects, mentioned, described] = view.counts;
    let critics = objects + mentioned;
    let critics_counted = language.count(&language.organisations, critics, "");
    let mut said = Vec::new();
    if critics > 0 || view.extent.of == 0 {
        said.push(ui.counted_in(&critics_counted, view.documents));
    }
    let others = [
        (language.who_otherwise, otherwise),
        (language.who_comments, comments),
        (language.kind_head(OrganisationKind::Community), described),
    ];
    let others = others.into_iter().filter(|(_, count)| *count > 0);
    said.extend(others.map(|(head, count)| format!("{head}{}{count}", language.colon)));
    said.join(" · ")
}

/// What a document objects to, which is what those who signed it object to.
fn document(ui: &Ui, document: &ObjectingDocument, filtered: bool) -> Html {
    let language = ui.language;
    let title = outward(ui, &document.source.address, words(&document.title));
    let draft = document.draft.as_ref();
    let draft =
        draft.map(|it| all([text(language.comma), with_html(language.on_draft, words(it))]));
    let signed = (document.signed > 0).then(|| {
        let signed = language.count(&language.signed_by, document.signed, "");
        el("p", "small", [text(signed), text(". "), text(language.signed_whole)])
    });
    let objects_to = if filtered { language.objects_to_shown } else { language.objects_to };
    el(
        "section",
        "kind",
        [
            el("h3", "", [words(&document.source.title)]),
            el("p", "", [title]),
            el("p", "small", [published(ui, &document.source), maybe(draft)]),
            maybe(signed),
            counted_head("p", objects_to, document.provisions.count),
            links(ui, &document.provisions),
        ],
    )
}

fn kind(ui: &Ui, kind: &KindGroup, documents: &str, filtered: bool) -> Html {
    let language = ui.language;
    let rows = &kind.organisations;
    let of = (rows.len() < kind.count).then_some(kind.count);
    let head = match kind.standing {
        Standing::Otherwise => language.who_otherwise,
        Standing::Comments => language.who_comments,
        _ => language.kind_head(kind.kind),
    };
    let mentioned = if kind.standing == Standing::Mentioned {
        [" · ", language.role(Role::Named)].concat()
    } else {
        String::new()
    };
    let counted_in = (!kind.standing.speaks())
        .then(|| el("span", "small", [text([documents, &mentioned].concat())]));
    let id = (kind.standing == Standing::Otherwise).then_some(OTHERWISE);
    let inside = [
        el("h3", "", [counted(head, kind.count), text(" "), maybe(counted_in)]),
        el("ul", "", [each(rows, |row| organisation(ui, row, of, filtered))]),
    ];
    tag!("section", "kind", ["id" = id], inside)
}
