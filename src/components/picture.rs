//! The picture of the law: a strip of its provisions with who objects to each, its key in words, and
//! a small map in its place once a reader has chosen a group. Columns are one stop of the Tab key;
//! `www/walk.js` has the arrows.

use dataset::{Camp, List as _};
use explorer::{
    Action,
    view::{About, Phrase, Picture, PictureColumn, Sign, Stretch, WholeLaw},
};
use yew::Html;

use crate::{
    components::{
        el::{all, each, el, heard, joined, keyed, list, maybe, none, tag, text},
        picture_shapes::{self, Shapes},
        ui::Ui,
        words::{with_html, words},
    },
    messages::with,
};

/// The strip; for a reader who has chosen a group, a map of where that is spoken of.
pub(crate) fn picture(ui: &Ui, picture: Option<&Picture>) -> Html {
    let Some(picture) = picture else { return none() };
    match &picture.about {
        Some(about) if !ui.is_plain() => map(ui, picture, about),
        _ => strip(ui, picture),
    }
}

fn strip(ui: &Ui, picture: &Picture) -> Html {
    let shapes = Shapes::of(picture);
    // The Tab key stops at what the newsroom highlights, else at the first.
    let marked = picture.columns().position(|it| it.highlighted.is_some());
    let stop = marked.unwrap_or_default();
    let mut place = 0;
    let stretches = each(&picture.stretches, |stretch| {
        let columns = each(&stretch.columns, |it| {
            place += 1;
            el("li", "", [column(ui, picture, it, &shapes, place == stop + 1)])
        });
        el("li", "", [stretch_head(stretch), el("ol", "", [columns])])
    });
    // What the Tab key stops at has been moved by the arrows, so another strip is drawn anew.
    let key = format!("{stop} {} {}", place, first_of(picture));
    // Keys lead from one column to the next, but where there is no script.
    let role = if ui.is_plain() { "group" } else { "toolbar" };
    let inside = [
        head(ui, picture),
        side_line(ui, picture, 0),
        el("ol", "strip", [stretches]),
        side_line(ui, picture, 1),
        side_line(ui, picture, 2),
        maybe(picture.whole.as_ref().map(|it| whole(ui, it, picture.documents))),
        key_line(ui, picture),
    ];
    keyed(key, tag!("div", "law", ["role" = role, "aria-labelledby" = "explorer.law"], inside))
}

fn first_of(picture: &Picture) -> usize {
    picture.columns().next().map_or(0, |it| it.first.provision.index())
}

/// What the picture counts, and in how many documents: it is no poll.
fn head(ui: &Ui, picture: &Picture) -> Html {
    let language = ui.language;
    let how = match (picture.binned, picture.is_scaled()) {
        (true, _) => with(language.picture_binned, &picture.most.to_string()),
        (_, true) => with(language.picture_scaled, &picture.most.to_string()),
        _ => language.picture_blocks.to_owned(),
    };
    let counted = ui.counted_in(language.picture, picture.documents);
    let back = picture
        .is_part
        .then(|| ui.button("link", Action::ShowPart(None), text(language.picture_whole)));
    let choose = el("span", "choose", [text(language.picture_choose)]);
    el(
        "div",
        "law-head",
        [
            tag!("h3", "", ["id" = "explorer.law"], [text(counted)]),
            el("p", "small", [text(how), text(" "), choose]),
            maybe(back),
        ],
    )
}

fn side_name(ui: &Ui, camp: Option<Camp>) -> &'static str {
    match camp {
        Some(Camp::CivilSociety) => ui.language.civil_society,
        Some(Camp::Industry) => ui.language.industry,
        None => ui.language.other_critics,
    }
}

/// Where a side's blocks stand, and in which documents it objects.
fn side_line(ui: &Ui, picture: &Picture, place: usize) -> Html {
    let language = ui.language;
    let Some(side) = picture.sides.get(place) else { return none() };
    let line = [language.above_line, language.below_line, language.second_line];
    let line = line.get(place).copied().unwrap_or_default();
    let name = el("b", "", [text(side_name(ui, side.camp))]);
    let documents = joined(side.documents.iter().map(words).list(), language.comma);
    let documents = (!side.documents.is_empty()).then(|| all([text(language.colon), documents]));
    el("p", "small", [with_html(line, name), maybe(documents)])
}

fn stretch_head(stretch: &Stretch) -> Html {
    let Some(number) = &stretch.number else { return none() };
    let name = stretch.name.as_ref().map(|it| all([text(" "), words(it)]));
    el("p", "small", [el("b", "", [text(number.clone())]), maybe(name)])
}

fn column(ui: &Ui, picture: &Picture, column: &PictureColumn, shapes: &Shapes, stop: bool) -> Html {
    let name = column_name(ui, picture, column);
    if let Some(href) = ui.anchor(column.first.provision) {
        return tag!("a", "", ["href" = href], [name]);
    }
    let first = column.first.provision;
    let action = match &column.last {
        Some(last) => Action::ShowPart(Some((first, last.provision))),
        None => Action::Select(first),
    };
    let label = |class, it: &Option<String>| {
        let lang = &column.first.citation.lang;
        let label =
            |it: &String| Phrase { text: it.clone(), lang: lang.clone(), marks: Vec::new() };
        let label = it.as_ref().map(|it| words(&label(it)));
        tag!("span", class, ["aria-hidden" = "true"], [maybe(label)])
    };
    let marked = column.highlighted.is_some().then_some("highlighted");
    let inside = [
        label("tag", &column.highlighted),
        shapes.column(picture, column),
        label("no", &column.label),
        el("span", "unseen", [name]),
    ];
    let tabindex = if stop { "0" } else { "-1" };
    let button = tag!(
        "button",
        "link col",
        ["type" = "button", "data-marked" = marked, "tabindex" = tabindex],
        inside,
    );
    heard(ui.on_click(action), button)
}

/// All that a column says, in words.
fn column_name(ui: &Ui, picture: &Picture, column: &PictureColumn) -> Html {
    let language = ui.language;
    let last = column.last.as_ref().map(|it| all([text(" – "), words(&it.citation)]));
    let heading = column.heading.as_ref().map(|it| all([text(language.comma), words(it)]));
    let said = said_of(ui, picture, column).join(language.comma);
    all([
        words(&column.first.citation),
        maybe(last),
        maybe(heading),
        text(language.colon),
        text(said),
    ])
}

fn said_of(ui: &Ui, picture: &Picture, column: &PictureColumn) -> Vec<String> {
    let language = ui.language;
    let mut said = Vec::new();
    if picture.binned {
        said.push(language.count(&language.provisions, column.provisions, ""));
    }
    let counted = if picture.binned { &language.objected_to } else { &language.concerns };
    for (count, side) in column.counts.iter().zip(&picture.sides).filter(|(it, _)| **it > 0) {
        let words = language.count(counted, *count, "");
        let side = side_name(ui, side.camp);
        said.push(if picture.sides.len() > 1 { format!("{words} ({side})") } else { words });
    }
    if column.sign == Sign::Objected {
        let last = said.pop().unwrap_or_default();
        said.push(ui.counted_in(&last, picture.documents));
    }
    let besides = [
        (column.sign == Sign::Nothing, language.not_named),
        (column.sign == Sign::InPart && column.last.is_none(), language.named_in_part),
        (column.sign == Sign::Mentioned && column.last.is_none(), language.only_mentioned),
        (column.apart, language.sides_apart),
        (column.highlighted.is_some(), language.highlighted),
    ];
    said.extend(besides.into_iter().filter(|(it, _)| *it).map(|(_, words)| words.to_owned()));
    said
}

fn whole(ui: &Ui, whole: &WholeLaw, documents: usize) -> Html {
    let language = ui.language;
    let concerns = language.count(&language.concerns, whole.concerns, "");
    let concerns = ui.counted_in(&concerns, documents);
    let shared = (whole.shared > 0).then(|| language.count(&language.shared, whole.shared, ""));
    let mark = whole.highlighted.then_some("highlighted");
    let marked = whole.highlighted.then(|| language.highlighted.to_owned());
    let said = [Some(concerns), shared, marked].into_iter().flatten().list();
    let name = all([
        el("b", "", [words(&whole.link.citation)]),
        text(language.colon),
        text(said.join(language.comma)),
    ]);
    if let Some(href) = ui.anchor(whole.link.provision) {
        return el("p", "", [tag!("a", "", ["href" = href], [name])]);
    }
    let onclick = ui.on_click(Action::Select(whole.link.provision));
    let button = tag!(
        "button",
        "link col whole",
        ["type" = "button", "data-marked" = mark, "tabindex" = "-1"],
        [el("span", "small", [name]), picture_shapes::whole(whole)],
    );
    heard(onclick, button)
}

/// What the signs mean, as far as they occur.
fn key_line(ui: &Ui, picture: &Picture) -> Html {
    let language = ui.language;
    if ui.is_plain() {
        return none();
    }
    let has = |sign| picture.columns().any(|it| it.sign == sign);
    let marked = picture.columns().find_map(|it| it.highlighted.clone());
    let items = [
        has(Sign::Mentioned).then(|| all([picture_shapes::ring(), text(language.only_mentioned)])),
        has(Sign::InPart).then(|| all([picture_shapes::dash(), text(language.named_in_part)])),
        marked.map(|it| all([el("b", "tag", [text(it)]), text(language.highlighted)])),
        (picture.sides.len() > 1).then(|| text(language.camps_means)),
    ];
    let items = items.into_iter().flatten().map(|it| el("span", "", [it])).list();
    el("p", "small law-key", [list(items)])
}

fn map(ui: &Ui, picture: &Picture, about: &About) -> Html {
    let of = about.of.to_string();
    let said = ui.language.count(&ui.language.picture_about, about.provisions, &of);
    let said = ui.counted_in(&said, about.documents);
    let label = said.clone();
    let inside = [picture_shapes::map(picture), el("p", "small", [text(said)])];
    tag!("div", "law map", ["role" = "img", "aria-label" = label], inside)
}
