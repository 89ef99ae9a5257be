//! How long reading, indexing, selecting and drawing up a screen take on this machine, for laws of
//! four sizes: `cargo bench -p explorer`. A browser's figures come from `cargo xtask bench`.

use std::{hint::black_box, rc::Rc, time::Duration};

use authoring::{Dataset, GroupIx, ProvisionIx, SourceIx, json, read};
use criterion::{
    BatchSize, BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main,
    measurement::WallTime,
};
use explorer::{
    Action, EditorialConfig, Explorer, State, ViewKind, reduce,
    view::{RenderContext, screen},
};
use law::law;

const SIZES: [usize; 4] = [20, 200, 2_000, 20_000];

/// What a reader may have chosen, from nothing to everything at once.
fn states(dataset: &Dataset) -> [(&'static str, State); 4] {
    let group: Vec<GroupIx> = dataset.groups().map(|(it, _)| it).take(1).collect();
    let sources: Vec<SourceIx> = dataset.sources().map(|(it, _)| it).take(3).collect();
    let query = law::QUERY.to_owned();
    [
        ("all", State::default()),
        ("group", State { audience: group.clone(), ..State::default() }),
        ("query", State { query: query.clone(), ..State::default() }),
        ("each", State { audience: group, sources, query, ..State::default() }),
    ]
}

fn linked(text: &str) -> Rc<Dataset> {
    let node = json::parse(text).expect("the law is JSON");
    Rc::new(read(node).dataset.expect("the law keeps the rules"))
}

fn reading(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("from text to explorer");
    for size in SIZES {
        let text = law(size).to_string();
        let dataset = linked(&text);
        group.bench_function(BenchmarkId::new("read", size), |bench| {
            bench.iter(|| linked(black_box(&text)));
        });
        let new = || Explorer::new(Rc::clone(black_box(&dataset)), EditorialConfig::default());
        group.bench_function(BenchmarkId::new("explorer", size), |bench| bench.iter(new));
        // Words are indexed for the first search.
        let first = State { query: law::QUERY.into(), ..State::default() };
        group.bench_function(BenchmarkId::new("first search", size), |bench| {
            bench.iter_batched(new, |explorer| explorer.select(&first), BatchSize::LargeInput);
        });
    }
}

fn choosing(criterion: &mut Criterion) {
    for size in SIZES {
        let dataset = linked(&law(size).to_string());
        let explorer = Explorer::new(Rc::clone(&dataset), EditorialConfig::default());
        let mut group = criterion.benchmark_group(format!("{size} provisions"));
        for (name, state) in states(&dataset) {
            afresh(&mut group, BenchmarkId::new("select", name), &explorer, |explorer| {
                explorer.select(black_box(&state));
            });
            afresh(&mut group, BenchmarkId::new("facets", name), &explorer, |explorer| {
                facets(explorer, black_box(&state));
            });
            afresh(&mut group, BenchmarkId::new("screen", name), &explorer, |explorer| {
                screen(explorer, black_box(&state), &context());
            });
        }
        for view in [ViewKind::Affected, ViewKind::Objections, ViewKind::Matrix] {
            let state = State { view, ..State::default() };
            afresh(&mut group, BenchmarkId::new("screen", view.word()), &explorer, |explorer| {
                screen(explorer, black_box(&state), &context());
            });
        }
        // The same again, as after each tap: what is counted once has been.
        let redraw = || screen(&explorer, black_box(&State::default()), &context());
        group.bench_function("redraw", |bench| bench.iter(redraw));
        group.bench_function("reduce", |bench| bench.iter(|| steps(&explorer)));
    }
}

/// Measures with an explorer that has its words, and remembers no answer.
fn afresh(
    group: &mut BenchmarkGroup<'_, WallTime>,
    id: BenchmarkId,
    explorer: &Explorer,
    act: impl Fn(&Explorer),
) {
    let new = || explorer.with_editorial(EditorialConfig::default());
    group.bench_function(id, |bench| {
        bench.iter_batched_ref(new, |explorer| act(explorer), BatchSize::SmallInput);
    });
}

/// How many provisions each group and each source would leave.
fn facets(explorer: &Explorer, state: &State) -> usize {
    let (groups, sources) = (explorer.counts_for_groups(state), explorer.counts_for_sources(state));
    groups.iter().chain(&sources).sum()
}

/// A reader who opens a provision, goes on, filters, and starts again.
fn steps(explorer: &Explorer) -> Option<State> {
    let first: ProvisionIx = *explorer.all().first()?;
    let group = explorer.dataset().groups().next()?.0;
    let actions = [
        Action::Select(first),
        Action::Next,
        Action::ToggleGroup(group),
        Action::Search(law::QUERY.into()),
        Action::Reset,
    ];
    let mut state = State::default();
    for action in actions {
        state = reduce(explorer, &state, action)?;
    }
    Some(state)
}

fn context() -> RenderContext {
    RenderContext { lang: "en".into(), today: None, unfolded: false }
}

fn brief() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
}

criterion_group! { name = all; config = brief(); targets = reading, choosing }
criterion_main!(all);
