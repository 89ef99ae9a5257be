//! How long reading, indexing, selecting and drawing up a screen take on this machine, for laws of
//! three sizes: `cargo bench -p explorer`. A browser's figures come from `cargo xtask bench`.

use std::{hint::black_box, rc::Rc, time::Duration};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use dataset::{Dataset, GroupIx, ProvisionIx, SourceIx, json, read};
use explorer::{
    Action, Brief, Explorer, State, ViewKind, reduce,
    view::{Setting, screen},
};
use law::law;

const SIZES: [usize; 3] = [20, 200, 2_000];

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
        group.bench_function(BenchmarkId::new("index", size), |bench| {
            bench.iter(|| Explorer::new(Rc::clone(black_box(&dataset)), Brief::default()));
        });
    }
}

fn choosing(criterion: &mut Criterion) {
    for size in SIZES {
        let dataset = linked(&law(size).to_string());
        let explorer = Explorer::new(Rc::clone(&dataset), Brief::default());
        let mut group = criterion.benchmark_group(format!("{size} provisions"));
        for (name, state) in states(&dataset) {
            group.bench_function(BenchmarkId::new("select", name), |bench| {
                bench.iter(|| explorer.select(black_box(&state)));
            });
            group.bench_function(BenchmarkId::new("facets", name), |bench| {
                bench.iter(|| facets(&explorer, black_box(&state)));
            });
            group.bench_function(BenchmarkId::new("screen", name), |bench| {
                bench.iter(|| screen(&explorer, black_box(&state), &setting()));
            });
        }
        let matrix = State { view: ViewKind::Matrix, ..State::default() };
        group.bench_function(BenchmarkId::new("screen", "matrix"), |bench| {
            bench.iter(|| screen(&explorer, black_box(&matrix), &setting()));
        });
        group.bench_function("reduce", |bench| bench.iter(|| steps(&explorer)));
    }
}

/// How many provisions each group and each source would leave.
fn facets(explorer: &Explorer, state: &State) -> usize {
    let dataset = explorer.dataset();
    let groups = dataset.groups().map(|(it, _)| explorer.count_for_group(state, it));
    let sources = dataset.sources().map(|(it, _)| explorer.count_for_source(state, it));
    groups.chain(sources).sum()
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

fn setting() -> Setting {
    Setting { lang: "en".into(), today: None, unfolded: false }
}

fn brief() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
}

criterion_group! { name = all; config = brief(); targets = reading, choosing }
criterion_main!(all);
