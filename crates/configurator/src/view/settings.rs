//! How the explorer begins and looks.

use authoring::{GroupId, ProvisionId};
use contract::tokens::ACCENT;
use explorer::ViewKind;
use options::{Loading, Name, Theme};
use provision_explorer::Language;
use snippets::{Accent, Colour};
use yew::prelude::*;

use crate::{
    act::Act,
    colour::{DARK, LIGHT, contrast, readable},
    draft::label,
    model::{Model, accent},
    msg::Msg,
    view::ui::{Send, button, chosen, field, radios, tick, typed},
};

pub(crate) fn settings(model: &Model, send: &Send) -> Html {
    let options = &model.draft().options;
    let heading = options.heading.clone().unwrap_or_default();
    let oninput = typed(send, |text| Msg::Typed(Act::Heading(text)));
    let dek = options.dek.clone().unwrap_or_default();
    let on_dek = typed(send, |text| Msg::Typed(Act::Dek(text)));
    let views = ViewKind::ALL.map(|view| (view, Language::fallback().view(view).to_owned()));
    let levels = [2, 3, 4, 5, 6].map(|level| (level, level.to_string()));
    let themes = [
        (Theme::Auto, "As the page is".to_owned()),
        (Theme::Light, "Light".to_owned()),
        (Theme::Dark, "Dark".to_owned()),
    ];
    let loading = [
        (Loading::Visible, "As a reader comes near".to_owned()),
        (Loading::Idle, "Once the rest of the page is there".to_owned()),
        (Loading::Interaction, "When a reader taps it".to_owned()),
    ];
    html! {
        <>
            { field("heading", label(Name::Heading), "", html! {
                <input id="heading" type="text" dir="auto" value={heading} placeholder={model.law.title()} {oninput} />
            }) }
            { field("dek", label(Name::Dek), "", html! {
                <input id="dek" type="text" dir="auto" value={dek} placeholder={Language::fallback().dek} oninput={on_dek} />
            }) }
            { radios("view", label(Name::View), &views, options.view.unwrap_or_default(), send, |view| Msg::Act(Act::View(view))) }
            <details>
                <summary>{ summary(model) }</summary>
                { audience(model, send) }
                { open(model, send) }
                { language(model, send) }
                { radios("heading-level", label(Name::HeadingLevel), &levels, options.heading_level.unwrap_or(2), send, |level| Msg::Act(Act::HeadingLevel(level))) }
                { radios("theme", label(Name::Theme), &themes, options.theme, send, |theme| Msg::Act(Act::Theme(theme))) }
                { radios("loading", label(Name::Loading), &loading, options.loading.unwrap_or_default(), send, |loading| Msg::Act(Act::Loading(loading))) }
                { colour(model, send) }
                { tick(label(Name::DeepLinks), options.deep_links, send, |on| Msg::Act(Act::DeepLinks(on))) }
            </details>
        </>
    }
}

fn summary(model: &Model) -> String {
    let options = &model.draft().options;
    let audience = match options.audience.len() {
        0 => "everybody".to_owned(),
        1 => "one group".into(),
        number => format!("{number} groups"),
    };
    let theme = match options.theme {
        Theme::Auto => "light or dark as the page is",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    format!("For {audience}, in {}, {theme}: change that", name(model.language()))
}

/// A language's name in its own words.
fn name(language: Language) -> &'static str {
    let described = Language::described().into_iter().find(|it| it.tag == language.tag);
    described.map_or("", |it| it.name)
}

fn audience(model: &Model, send: &Send) -> Html {
    let chosen = &model.draft().options.audience;
    let group = |(_, group): (_, &authoring::Group)| {
        let id: GroupId = group.id.clone();
        let label = group.label.original().to_owned();
        tick(label, chosen.contains(&id), send, move |on| Msg::Act(Act::Audience(id.clone(), on)))
    };
    html! {
        <fieldset class="columns">
            <legend>{ label(Name::Audience) }</legend>
            { for model.law.dataset().groups().map(group) }
        </fieldset>
    }
}

fn open(model: &Model, send: &Send) -> Html {
    let now = model.draft().options.open.as_ref().map(|id| id.as_str().to_owned());
    let onchange =
        chosen(send, |id| Msg::Act(Act::Open((!id.is_empty()).then(|| ProvisionId::new(id)))));
    let option = |(_, provision): (_, &authoring::Provision)| {
        let value = provision.id.as_str().to_owned();
        let selected = now.as_ref() == Some(&value);
        html! { <option {value} selected={selected}>{ provision.citation.original() }</option> }
    };
    field(
        "open",
        label(Name::Open),
        "",
        html! {
            <select id="open" {onchange}>
                <option value="" selected={now.is_none()}>{ "Nothing" }</option>
                { for model.law.dataset().provisions().map(option) }
            </select>
        },
    )
}

fn language(model: &Model, send: &Send) -> Html {
    let now = model.draft().options.lang.clone();
    let onchange = chosen(send, |tag| Msg::Act(Act::Lang((!tag.is_empty()).then_some(tag))));
    let option = |language: Language| {
        let selected = now.as_deref() == Some(language.tag);
        html! { <option value={language.tag} selected={selected}>{ name(language) }</option> }
    };
    field(
        "lang",
        label(Name::Lang),
        "",
        html! {
            <select id="lang" {onchange}>
                <option value="" selected={now.is_none()}>{ "As the page" }</option>
                { for Language::ALL.into_iter().map(option) }
            </select>
        },
    )
}

/// A colour that can't be read is never taken: the nearest that can is, and it says so.
fn colour(model: &Model, send: &Send) -> Html {
    let draft = model.draft();
    let oninput = typed(send, |text| Msg::Accent(text.parse::<Colour>().ok()));
    let value =
        draft.accent.map_or_else(|| Colour(ACCENT.light).to_string(), |colour| colour.to_string());
    let help = accent(draft).map_or_else(String::new, |Accent { light, dark }| {
        format!(
            "On light paper {light}, {:.1} to 1; on dark paper {dark}, {:.1} to 1.",
            contrast(light, LIGHT),
            contrast(dark, DARK)
        )
    });
    html! {
        <div class="field">
            <label for="accent">{ "Colour of links and highlights" }</label>
            <p class="buttons">
                <input id="accent" type="color" {value} {oninput} aria-describedby="accent-help" />
                if draft.accent.is_some() {
                    { button("No colour of our own", send, Msg::Act(Act::Accent(None))) }
                }
                { refused(model, send) }
            </p>
            <p class="help" id="accent-help" role="status">{ help }</p>
        </div>
    }
}

fn refused(model: &Model, send: &Send) -> Html {
    let Some(wanted) = model.unreadable else { return Html::default() };
    let paper = model.paper();
    let better = readable(wanted, paper);
    html! {
        <span class="refusal" role="alert">
            { format!("{wanted} has a contrast of {:.1} to 1, and 4.5 is needed. ", contrast(wanted, paper)) }
            { button(format!("Use {better}"), send, Msg::Act(Act::Accent(Some(better)))) }
        </span>
    }
}
