//! What is measured with is a dataset like any other.

use authoring::{Dataset, json, read};
use law::{GROUPS, ORGANISATIONS, law};

fn dataset(provisions: usize) -> Dataset {
    let reading = read(json::parse(&law(provisions).to_string()).expect("it is JSON"));
    let problems: Vec<_> = reading.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
    reading.dataset.expect("it keeps the rules")
}

#[test]
fn each_size_keeps_the_rules_of_datasets() {
    for size in [1, 20, 200] {
        let dataset = dataset(size);
        assert_eq!(dataset.provisions().len(), size);
        assert_eq!(
            (dataset.groups().len(), dataset.organisations().len()),
            (GROUPS, ORGANISATIONS)
        );
    }
}

#[test]
fn each_provision_has_two_concerns_three_groups_and_five_organisations() {
    let dataset = dataset(50);
    for (provision, _) in dataset.provisions() {
        let links = dataset.around_provision(provision).unwrap();
        assert_eq!(links.concerns.len(), 2);
        let around: Vec<_> =
            links.concerns.iter().map(|it| dataset.around_concern(*it).unwrap()).collect();
        assert_eq!(around.iter().map(|it| it.groups.len()).sum::<usize>(), 3);
        assert_eq!(around[0].sources, around[1].sources);
        assert_eq!(dataset.parties(around[0].sources[0]).count(), 5);
    }
}

#[test]
fn a_larger_law_begins_as_a_smaller_one() {
    assert_eq!(
        law(7)["provisions"].as_array(),
        law(9)["provisions"].as_array().map(|it| it[..7].to_vec()).as_ref()
    );
    assert_eq!(law(7), law(7));
}
