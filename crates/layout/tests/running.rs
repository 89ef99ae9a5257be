//! What stands on page after page, and where pages begin.

mod common;

use common::{WHOLE, both, from_the_right, letter, lines, page, run, text};
use layout::{Page, What, read};

#[test]
fn what_stands_at_the_same_place_of_each_page_is_left_out_and_told() {
    let reading = read(&letter());
    assert!(!reading.text.contains("an open letter") && !reading.text.contains("of 3"));
    let told: Vec<_> =
        reading.left_out.iter().map(|it| (it.words.as_str(), it.pages.clone(), it.what)).collect();
    let all = vec![1, 2, 3];
    let head = ("The Lamp Club, an open letter", all.clone(), What::Running);
    assert_eq!(told, [head, ("1 of 3 · 2 of 3 · 3 of 3", all, What::Number)]);
}

#[test]
fn a_heading_that_counts_with_the_pages_is_no_running_head() {
    let page = |number: i32| {
        let mut runs = vec![run(&format!("Article {number}"), 7_000, 6_000, 1_000)];
        runs.extend(both(7_000, 10_000 + number * 500));
        page(runs)
    };
    let reading = read(&[page(1), page(2), page(3)]);
    assert_eq!(reading.left_out, []);
    assert_eq!(reading.text.matches("Article").count(), 3);
}

#[test]
fn headings_of_several_words_that_count_with_the_pages_stay() {
    for heading in ["Proposed amendment", "Recommendation No", "Annex to item"] {
        let page = |number: i32| {
            let mut runs = vec![run(&format!("{heading} {number}"), 7_000, 6_000, 1_000)];
            runs.extend(both(7_000, 10_000 + number * 500));
            page(runs)
        };
        let reading = read(&(1..10).map(page).collect::<Vec<_>>());
        assert_eq!(reading.left_out, []);
        assert_eq!(reading.text.matches(heading).count(), 9);
    }
}

#[test]
fn a_running_head_with_the_number_of_its_page_is_told_in_each_pages_words() {
    let page = |number: i32| {
        let mut runs = vec![run(&format!("The Lamp Club – {number}"), 7_000, 6_000, 1_000)];
        runs.extend(both(7_000, 10_000));
        page(runs)
    };
    let left_out = read(&[page(1), page(2)]).left_out;
    assert_eq!(left_out[0].words, "The Lamp Club – 1 · The Lamp Club – 2");
    assert_eq!((&left_out[0].pages, left_out[0].what), (&vec![1, 2], What::Running));
}

#[test]
fn the_label_of_a_pages_first_paragraph_is_no_number_of_the_page() {
    let page = |number: i32| {
        let mut runs = vec![run(&format!("{number}."), 7_000, 6_000, 1_000)];
        runs.push(run(&format!("Lamps of street {}.", number * number), 9_000, 6_000, 1_000));
        runs.extend(both(7_000, 10_000));
        page(runs)
    };
    let reading = read(&[page(1), page(2), page(3)]);
    assert_eq!(reading.left_out, []);
    assert_eq!(reading.text.matches(". Lamps of street").count(), 3);
    for label in ["(1)", "$1", "1, 2"] {
        let one = [both(7_000, 10_000), vec![run(label, 7_000, 4_000, 1_000)]].concat();
        assert!(text(one).starts_with(label));
    }
}

#[test]
fn heads_and_numbers_of_pages_in_arabic_are_told_as_they_are_read() {
    let body = "المصابيح في كل شارع من شوارع المدينة القديمة مضاءة";
    let page = |number: &str| {
        let mut runs = from_the_right("نادي المصابيح", 50_000, 4_000, 900);
        runs.extend((0..3).flat_map(|it| from_the_right(body, 50_000, 9_000 + it * 1_400, 1_000)));
        runs.extend(from_the_right(number, 30_000, 80_000, 900));
        page(runs)
    };
    for numbers in [["٢", "٣", "٤"], ["صفحة ٢ من ٩", "صفحة ٣ من ٩", "صفحة ٤ من ٩"]]
    {
        let reading = read(&numbers.map(page));
        let told: Vec<_> = reading.left_out.iter().map(|it| (it.words.as_str(), it.what)).collect();
        let all = numbers.join(" · ");
        assert_eq!(told, [("نادي المصابيح", What::Running), (&all, What::Number)]);
    }
}

#[test]
fn the_same_last_line_of_two_pages_is_the_texts_own() {
    let pages = [page(both(7_000, 10_000)), page(both(7_000, 10_000))];
    assert_eq!(read(&pages).text.matches(WHOLE[1]).count(), 2);
}

#[test]
fn a_form_feed_stands_where_a_page_begins_and_behind_what_goes_on_there() {
    let last = run("and lies awake until the morning comes again.", 7_000, 8_000, 1_000);
    let mut pages = vec![page(lines(
        &["Whoever pays for the dark is one who has not asked for"],
        7_000,
        8_000,
    ))];
    pages[0].runs.insert(0, run("Title", 7_000, 5_000, 1_000));
    pages.push(page([vec![last], lines(&["A new one."], 7_000, 12_000)].concat()));
    pages[0].runs.push(run("1", 7_000, 70_000 - 300, 500));
    pages[0].runs.push(run("A note of this page.", 7_400, 70_000, 800));
    pages.push(Page { height: 84_000, ..Page::default() });
    pages.push(page(lines(&["The end."], 7_000, 8_000)));
    let reading = read(&pages);
    let paragraphs: Vec<_> = reading.text.lines().collect();
    assert_eq!(
        paragraphs,
        [
            "Title",
            "¹ A note of this page.",
            "Whoever pays for the dark is one who has not asked for and lies awake until the morning \
             comes again.\u{c}",
            "A new one.",
            "\u{c}\u{c}The end.",
        ]
    );
    assert_eq!(reading.without_words, [3]);
}
