//! Any options at all, for tests that say what holds for all of them.

#![allow(clippy::missing_panics_doc, reason = "for tests, which fail where this does")]

use contract::ViewKind;
use dataset::{GroupId, ProvisionId};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::{Loading, Options, Theme};

/// Any text that an option may hold: one line, trimmed, not empty.
pub fn line() -> impl Strategy<Value = String> {
    let nasty = select(vec![
        "</script><script>",
        "<!--",
        "\"",
        "'",
        "&amp;",
        "\\",
        "\u{2028}",
        "--></x>",
        "28(4)",
        "é",
        "]]>",
        "&",
        "true",
        "false",
        "ل",
        "\u{a0}",
        " ",
        "{}",
    ]);
    let piece = prop_oneof![nasty.prop_map(String::from), any::<String>()];
    vec(piece, 1..4).prop_filter_map("blank", |pieces| {
        let kept = |c: &char| !c.is_control() && *c != '\u{feff}';
        let line: String = pieces.concat().chars().filter(kept).take(200).collect();
        let line = line.trim().to_owned();
        (!line.is_empty()).then_some(line)
    })
}

fn provision() -> impl Strategy<Value = ProvisionId> {
    let other =
        select(vec!["title", "instrument", "preamble", "chp_IV", "chp_IV__sec_2", "annex-1"]);
    let article =
        "[1-9][0-9]{0,2}(bis|ter|a)?(\\([1-9][0-9]?\\)(\\([a-z]\\)(\\((i|iv|viii)\\))?)?)?";
    let citation = article.prop_map(ProvisionId::new);
    prop_oneof![1 => other.prop_map(ProvisionId::new), 3 => citation]
}

fn each_once<T: PartialEq>(mut all: Vec<T>) -> Vec<T> {
    let mut once = Vec::new();
    for item in all.drain(..) {
        if !once.contains(&item) {
            once.push(item);
        }
    }
    once
}

fn group() -> impl Strategy<Value = GroupId> {
    let label = line().prop_filter_map("blank", |line| {
        let label = line.replace([',', ';', '،', '؛'], "");
        let label = label.trim().to_owned();
        (!label.is_empty()).then_some(label)
    });
    prop_oneof!["[a-z]{1,8}(-[a-z]{1,8})?", label].prop_map(GroupId::new)
}

fn notes() -> impl Strategy<Value = Vec<(ProvisionId, String)>> {
    vec((provision(), line()), 0..4).prop_map(|notes| {
        let mut once: Vec<(ProvisionId, String)> = Vec::new();
        for (id, note) in notes {
            if once.iter().all(|(known, _)| *known != id) {
                once.push((id, note));
            }
        }
        once
    })
}

/// Any options at all.
pub fn options() -> impl Strategy<Value = Options> {
    let lists = (
        vec(provision(), 0..6).prop_map(each_once),
        vec(group(), 0..4).prop_map(each_once),
        notes(),
    );
    let choices = (
        option::of(select(ViewKind::ALL.to_vec())),
        select(Theme::ALL.to_vec()),
        option::of(select(Loading::ALL.to_vec())),
        any::<(bool, bool)>(),
        option::of(provision()),
        option::of(2..=6_u8),
    );
    let texts = (
        option::of(line()),
        option::of(line()),
        option::of(line()),
        option::of("[a-z]{2,3}(-[A-Z]{2})?"),
    );
    (lists, choices, texts).prop_map(|(lists, choices, texts)| {
        let (highlight, audience, notes) = lists;
        let (view, theme, loading, (only, deep_links), open, heading_level) = choices;
        let (dataset, heading, dek, lang) = texts;
        Options {
            dataset,
            highlight,
            only,
            view,
            audience,
            open,
            heading,
            dek,
            heading_level,
            lang,
            theme,
            loading,
            deep_links,
            notes,
        }
    })
}
