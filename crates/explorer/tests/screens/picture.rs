//! The picture of the law: who objects to what, by plain scans.

use std::collections::BTreeSet;

use authoring::{Camp, Concern, ConcernIx, Dataset, Direction, ProvisionIx, SourceIx};
use explorer::{
    Explorer, State,
    view::{Picture, PictureColumn, Sign, WholeLaw},
};

use crate::common::plain;

/// Whether a document belongs to a side.
fn is_of(dataset: &Dataset, source: SourceIx, side: Option<Camp>) -> bool {
    let of = |camp| plain::is_of_camp(dataset, source, camp);
    match side {
        Some(camp) => of(camp),
        None => !of(Camp::CivilSociety) && !of(Camp::Industry),
    }
}

/// The concerns about a provision that a side raises.
fn raised(dataset: &Dataset, provision: ProvisionIx, side: Option<Camp>) -> Vec<&Concern> {
    let mut concerns = plain::concerns(dataset, provision);
    concerns.retain(|it| {
        let mut sources = dataset.sources().map(|(it, _)| it);
        sources.any(|source| is_of(dataset, source, side) && plain::rests_on(dataset, it, source))
    });
    concerns
}

fn handles(dataset: &Dataset, concerns: &[&Concern]) -> Vec<ConcernIx> {
    concerns.iter().map(|it| dataset.find_concern(it.id.as_str()).unwrap()).collect()
}

fn directions(concerns: &[&Concern]) -> BTreeSet<Direction> {
    concerns.iter().filter_map(|it| it.direction).collect()
}

pub(crate) fn the_picture_is_true(explorer: &Explorer, state: &State, picture: Option<&Picture>) {
    let (dataset, editorial) = (explorer.dataset(), explorer.editorial());
    let whole = dataset.find_provision("instrument");
    let mut places = plain::listed(dataset, editorial);
    places.retain(|it| Some(*it) != whole);
    places.sort();
    let Some(picture) = picture else {
        assert!(places.len() < 3 || dataset.records().concerns.is_empty());
        return;
    };
    // Each provision in one column, in the law's order; these laws are short.
    let columns: Vec<_> = picture.columns().map(|it| it.first.provision).collect();
    assert_eq!(columns, places);
    assert!(!picture.binned);
    for stretch in &picture.stretches {
        for column in &stretch.columns {
            let chapter = dataset.chapter_of(column.first.provision);
            let number = chapter.and_then(|it| dataset.chapter(it)).map(|it| &it.number);
            assert_eq!(number, stretch.number.as_ref());
        }
    }
    let camps: Vec<_> = picture.sides.iter().map(|it| it.camp).collect();
    assert!(camps.is_sorted_by_key(|it| it.map_or(9, |it| it as u8)), "{camps:?}");
    let asked = State { query: String::new(), ..state.clone() };
    let bearing = plain::selected(dataset, editorial, &asked);
    let about = |it: ProvisionIx| !state.audience.is_empty() && bearing.contains(&it);
    for column in picture.columns() {
        a_column_is_true(explorer, picture, column);
        assert_eq!(column.about, about(column.first.provision), "{state:?}");
    }
    if let Some(its) = &picture.whole {
        assert_eq!(its.about, about(whole.unwrap()));
        the_whole_is_true(dataset, picture, its);
    }
    let said = picture.about.as_ref().map(|it| (it.provisions, it.of, it.documents));
    let read = match state.sources.len() {
        0 => picture.documents,
        chosen => chosen,
    };
    let expected = (bearing.len(), explorer.all().len(), read);
    assert_eq!(said, (!state.audience.is_empty()).then_some(expected));
}

fn a_column_is_true(explorer: &Explorer, picture: &Picture, column: &PictureColumn) {
    let dataset = explorer.dataset();
    let provision = column.first.provision;
    assert_eq!((column.last.as_ref(), column.provisions), (None, 1));
    let own: Vec<_> =
        picture.sides.iter().map(|side| raised(dataset, provision, side.camp)).collect();
    for (count, concerns) in column.counts.iter().zip(&own) {
        assert_eq!(*count, dataset.count(&handles(dataset, concerns)));
        assert!(picture.blocks(*count) <= 8);
        assert_eq!(picture.blocks(*count) == 0, *count == 0);
    }
    // Whatever the card counts, some side raises.
    let all = plain::concerns(dataset, provision);
    assert_eq!(column.counts.iter().any(|it| *it > 0), !all.is_empty());
    assert!(column.counts.iter().sum::<usize>() >= dataset.count(&handles(dataset, &all)));
    let id = &dataset.provision(provision).unwrap().id;
    let named = |it: &Concern| it.mentioned.contains(id) || it.contrasted.contains(id);
    let within = |it: &&Concern| {
        let all = it.provisions.iter().chain(&it.mentioned).chain(&it.contrasted);
        all.clone().any(|it| it.as_str().starts_with(&format!("{id}__")))
    };
    let concerns = &dataset.records().concerns;
    let sign = if !all.is_empty() {
        Sign::Objected
    } else if concerns.iter().any(named) {
        Sign::Mentioned
    } else if concerns.iter().any(|it| within(&it)) {
        Sign::InPart
    } else {
        Sign::Nothing
    };
    assert_eq!(column.sign, sign);
    let [one, other] = [0, 1].map(|it| own.get(it).map(|it| directions(it)).unwrap_or_default());
    let apart = !one.is_empty() && !other.is_empty() && one.is_disjoint(&other);
    assert_eq!(column.apart, apart);
    let highlight = &explorer.editorial().highlight;
    assert_eq!(column.highlighted.is_some(), highlight.contains(&provision));
}

fn the_whole_is_true(dataset: &Dataset, picture: &Picture, whole: &WholeLaw) {
    let provision = whole.link.provision;
    let all = plain::concerns(dataset, provision);
    assert_eq!(whole.concerns, dataset.count(&handles(dataset, &all)));
    assert_eq!(whole.marks.len(), whole.concerns);
    for (place, side) in picture.sides.iter().enumerate() {
        let own = raised(dataset, provision, side.camp);
        let marked = whole.marks.iter().filter(|it| it[place]).count();
        assert_eq!(marked, dataset.count(&handles(dataset, &own)));
    }
    let several = |it: &Vec<bool>| it.iter().filter(|it| **it).count() > 1;
    assert_eq!(whole.shared, whole.marks.iter().filter(|it| several(it)).count());
    assert!(whole.marks.iter().skip(whole.shared).all(|it| !several(it)), "those first");
}
