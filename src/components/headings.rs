//! Headings in the outline of the page around. Components write theirs as if the explorer's own were the
//! second; where a newsroom says otherwise, all of them are lowered at once, whoever drew them.

use std::{mem, rc::Rc};

use yew::virtual_dom::{VNode, VTag};

/// Headings from the second on; what would be lower than HTML's lowest shares that.
const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", LOWEST];
const LOWEST: &str = "h6";

/// Lowers every heading in a drawing by so many levels.
pub(crate) fn lower(node: &mut VNode, by: u8) {
    if by == 0 {
        return;
    }
    match node {
        VNode::VTag(tag) => {
            let tag = Rc::make_mut(tag);
            if let Some(level) = HEADINGS.iter().position(|it| *it == tag.tag()) {
                let lowered = HEADINGS.get(level + usize::from(by));
                rename(tag, lowered.unwrap_or(&LOWEST));
            }
            if let Some(children) = tag.children_mut() {
                lower(children, by);
            }
        }
        VNode::VList(list) => Rc::make_mut(list).iter_mut().for_each(|node| lower(node, by)),
        _ => {}
    }
}

/// Yew lets a node keep its name, so another takes its place.
fn rename(heading: &mut VTag, name: &'static str) {
    let mut renamed = VTag::new(name);
    renamed.attributes = mem::take(&mut heading.attributes);
    renamed.key = heading.key.take();
    if let (Some(to), Some(from)) = (renamed.children_mut(), heading.children_mut()) {
        mem::swap(to, from);
    }
    *heading = renamed;
}

#[cfg(test)]
mod tests {
    use yew::html;

    use super::*;

    #[test]
    fn each_heading_is_lowered_with_what_it_has_and_none_below_the_sixth() {
        let mut drawn = html! {
            <header><h2 id="a" class="b">{ "One" }<b>{ "!" }</b></h2><hr />{
                html! { <><h3 key="c">{ "Two" }</h3><h5>{ "Three" }</h5></> }
            }</header>
        };
        let wanted = html! {
            <header><h4 id="a" class="b">{ "One" }<b>{ "!" }</b></h4><hr />{
                html! { <><h5 key="c">{ "Two" }</h5><h6>{ "Three" }</h6></> }
            }</header>
        };
        let before = drawn.clone();
        lower(&mut drawn, 2);
        assert_eq!(drawn, wanted);
        assert_ne!(drawn, before);
    }
}
