//! Lines, columns and paragraphs as a reader reads them.

mod common;

use std::collections::BTreeSet;

use common::{FIRST, SECOND, WHOLE, both, lines, page, run, text};
use layout::{Page, Reading, Run, What, read};
use proptest::prelude::*;

#[test]
fn lines_become_paragraphs_where_the_last_had_room_for_another_word() {
    let reading = read(&[page(both(7_000, 10_000))]);
    assert_eq!(reading.text, WHOLE.join("\n"));
    assert_eq!(reading.joined, ["darkness"]);
    assert_eq!(reading.left_out, []);
}

#[test]
fn gaps_indents_and_items_of_a_list_part_paragraphs() {
    let full = "Lamps are lit at night in every street of the old town";
    let spaced = [lines(&[full], 7_000, 10_000), lines(&[full], 7_000, 13_000)].concat();
    assert_eq!(text(spaced).lines().count(), 2);
    let indented = [
        lines(&[full, full, full], 7_000, 10_000),
        lines(&[full], 8_500, 14_200),
        lines(&[full], 7_000, 15_600),
    ];
    assert_eq!(text(indented.concat()).lines().count(), 2);
    let item = [run("(a)", 7_000, 10_000, 1_000), run(full, 9_000, 10_000, 1_000)];
    let hanging = [item.to_vec(), lines(&[full], 9_000, 11_400), lines(&[full], 7_000, 12_800)];
    let read = text(hanging.concat());
    assert_eq!(read.lines().count(), 2);
    assert!(read.starts_with("(a) Lamps"), "{read}");
}

#[test]
fn columns_are_read_one_after_the_other_below_what_stands_over_both() {
    let title = run(
        "Open letter on lamps, which stands over both of the columns of it",
        7_000,
        6_000,
        1_400,
    );
    let mut runs = vec![title];
    // The right one comes first in the file, and its lines stand a little lower.
    runs.extend(lines(&SECOND, 38_000, 10_300));
    runs.extend(lines(&FIRST, 7_000, 10_000));
    let read = text(runs);
    let paragraphs: Vec<_> = read.lines().collect();
    assert_eq!(paragraphs.get(1..).unwrap(), WHOLE);
}

#[test]
fn wide_blanks_of_a_justified_line_part_no_column() {
    let mut runs = lines(&SECOND, 38_000, 10_000);
    for line in lines(&FIRST, 7_000, 10_000) {
        // Each word by itself, as far from the next as it is from the other column.
        let mut left = 2_000;
        for word in line.words.split(' ') {
            let one = run(word, left, line.baseline, 1_000);
            left += one.width + 850;
            runs.push(one);
        }
    }
    let read = text(runs);
    assert_eq!(read.lines().collect::<Vec<_>>(), WHOLE);
}

#[test]
fn a_large_heading_in_one_column_does_not_join_the_columns() {
    let mut runs = [lines(&FIRST, 7_000, 8_000), lines(&SECOND, 35_200, 8_000)].concat();
    runs.push(run("Open letter", 7_000, 13_500, 2_000));
    runs.extend(lines(&FIRST, 7_000, 16_000));
    let read = text(runs);
    assert_eq!(read.lines().collect::<Vec<_>>(), [WHOLE[0], "Open letter", WHOLE[0], WHOLE[1]]);
}

#[test]
fn a_table_is_read_by_its_rows() {
    let mut runs = Vec::new();
    for row in 0..5 {
        runs.push(run("Lamp", 7_000, 10_000 + row * 2_000, 1_000));
        runs.push(run(&format!("row {row}"), 14_000, 10_000 + row * 2_000, 1_000));
    }
    let read = text(runs);
    assert_eq!(read.lines().take(4).collect::<Vec<_>>(), ["Lamp", "row 0", "Lamp", "row 1"]);
}

#[test]
fn a_large_first_letter_begins_the_line_at_its_top() {
    let beside = [
        "he council let all the lamps",
        "of the town go out for forty",
        "nights, and nobody explained",
    ];
    let below = ["in the hall what they feared"];
    for (size, indent) in [(5_000, 3_000), (2_600, 1_600)] {
        let count = if size > 3_000 { 3 } else { 2 };
        let baseline = 10_000 + (i32::try_from(count).unwrap() - 1) * 1_400;
        let mut cap = run("T", 7_000, baseline, size);
        cap.width = indent - 200;
        let mut runs = vec![cap];
        // Each word by itself.
        for line in lines(&beside[..count], 7_000 + indent, 10_000) {
            let mut left = line.left;
            for word in line.words.split(' ') {
                runs.push(run(word, left, line.baseline, 1_000));
                left += runs.last().unwrap().width + 300;
            }
        }
        runs.extend(lines(&below, 7_000, baseline + 1_400));
        let reading = read(&[page(runs)]);
        let expected = format!("T{} {}", beside[..count].join(" "), below[0]);
        assert_eq!(reading.text, expected);
        assert_eq!(reading.doubtful, ["The"]);
    }
}

#[test]
fn lines_close_below_a_large_title_keep_their_words() {
    let mut runs = vec![run("Lamps", 7_000, 8_000, 2_400)];
    for (nth, word) in ["of", "the", "town", "at", "night"].iter().enumerate() {
        runs.push(run(word, 7_000 + i32::try_from(nth).unwrap() * 2_500, 8_900, 1_000));
    }
    assert!(text(runs).starts_with("Lamps\n"));
}

#[test]
fn a_drawing_of_many_signs_on_nearly_one_line_is_read_in_a_moment() {
    let sign = |nth: i32| {
        let size = if nth % 3 == 0 { 1_000 } else { 600 };
        run("·", nth * 1_500, 40_000 + nth % 200, size)
    };
    let reading = read(&[page((0..50_000).map(sign).collect())]);
    assert_eq!(reading.text.matches('·').count(), 50_000);
}

#[test]
fn what_lies_outside_of_the_page_is_left_out_and_told() {
    let slug = |words, left, baseline| run(words, left, baseline, 1_000);
    let mut runs = both(7_000, 10_000);
    runs.extend([slug("Printer:", -9_000, 9_000), slug("plate 7", 62_000, 9_000)]);
    runs.extend([slug("fold", 20_000, -300), slug("here", 20_000, 86_000)]);
    // In part, it is seen.
    runs.push(slug("Seen", -800, 60_000));
    let reading = read(&[Page { width: Some(60_000), ..page(runs.clone()) }]);
    assert_eq!(reading.text.lines().collect::<Vec<_>>(), [WHOLE[0], WHOLE[1], "Seen"]);
    assert_eq!(reading.left_out.len(), 1);
    assert_eq!(reading.left_out[0].what, What::Outside);
    assert_eq!(reading.left_out[0].words, "fold Printer: plate 7 here");
    // Where the width isn't known, nothing is beyond it.
    assert!(read(&[page(runs)]).text.contains("plate 7"));
}

#[test]
fn words_from_right_to_left_are_read_from_the_right() {
    // As they are seen: the second line goes on at the right.
    let line = |nth: i32, words: &[&str]| {
        let mut left = 50_000;
        let place = |it: &&str| {
            let width: i32 = it.chars().map(|_| 500).sum();
            left -= width + 300;
            run(it, left, 10_000 + nth * 1_400, 1_000)
        };
        let mut runs: Vec<_> = words.iter().map(place).collect();
        runs.reverse();
        runs
    };
    let runs = [
        line(0, &["المصابيح", "في", "كل", "شارع", "من", "شوارع", "المدينة", "القديمة", "مضاءة"]),
        line(1, &["كل", "ليلة", "منذ", "2026"]),
    ];
    assert_eq!(
        text(runs.concat()),
        "المصابيح في كل شارع من شوارع المدينة القديمة مضاءة كل ليلة منذ 2026"
    );
}

#[test]
fn what_is_printed_twice_to_look_bold_is_read_once_and_what_is_rotated_is_told() {
    let mut twice =
        page(vec![run("Title", 7_000, 9_000, 1_000), run("Title", 7_020, 9_000, 1_000)]);
    twice.rotated.push("DRAFT".into());
    let Reading { text, left_out, .. } = read(&[twice]);
    assert_eq!(text, "Title");
    let line = [run("Open", 7_000, 9_000, 1_000), run("letter", 9_400, 9_000, 1_000)];
    let shifted = line.clone().map(|it| Run { baseline: it.baseline + 20, ..it });
    assert_eq!(self::text([line, shifted].concat()), "Open letter");
    assert_eq!((left_out[0].words.as_str(), left_out[0].what), ("DRAFT", What::Rotated));
}

/// A word that no other is a part of, wherever it stands.
fn word(nth: usize) -> String {
    let letter = |it: usize| "abcdefghijklmnopqrstuvwxyz".chars().nth(it % 26).unwrap_or_default();
    format!("{}{}X", letter(nth / 26), letter(nth))
}

/// Places on a page with few lines, so that words meet.
fn near() -> impl Strategy<Value = (i32, i32, i32)> {
    let size = prop_oneof![4 => Just(1_000), 2 => Just(600), 1 => Just(2_600)];
    (0..24_i32, 0..24_i32, size)
        .prop_map(|(column, row, size)| (column * 700 - 2_000, 2_000 + row * 350, size))
}

proptest! {
    /// Wherever words stand, each is in the text or told, and none is there twice.
    #[test]
    fn each_word_is_read_or_told_once(
        places in prop::collection::vec(near(), 1..60),
        large in prop::collection::vec(near(), 0..3),
        pages in 1..4_usize,
    ) {
        let words = |nth: usize| if nth % 7 == 3 { format!("{} {nth}", word(nth)) } else { word(nth) };
        let mut runs: Vec<_> = places.iter().enumerate()
            .map(|(nth, (left, baseline, size))| run(&words(nth), *left, *baseline, *size))
            .collect();
        let caps = ["Ж", "Щ", "Ю"];
        runs.extend(caps.iter().zip(large).map(|(it, (left, baseline, _))| run(it, left, baseline, 3_000)));
        let size = runs.len().div_ceil(pages).max(1);
        let sheets: Vec<_> = runs.chunks(size)
            .map(|it| Page { width: Some(12_000), height: 9_000, ..page(it.to_vec()) })
            .collect();
        let reading = read(&sheets);
        let told: Vec<_> = reading.left_out.iter().map(|it| it.words.as_str()).collect();
        let all = format!("{}\n{}", reading.text, told.join("\n"));
        for it in &runs {
            let first = it.words.split(' ').next().unwrap();
            prop_assert_eq!(all.matches(first).count(), 1, "{} in {}", first, all);
        }
        let letters = |text: &str| text.chars().filter(|it| it.is_alphabetic()).count();
        prop_assert_eq!(letters(&all), runs.iter().map(|it| letters(&it.words)).sum::<usize>());
    }

    /// Places may be any.
    #[test]
    fn no_place_loses_a_letter(
        places in prop::collection::vec(("[a-z]{1,6}", any::<i32>(), any::<i32>(), any::<i32>(), any::<i32>()), 0..40),
    ) {
        let run = |(words, left, baseline, width, size): (String, i32, i32, i32, i32)| {
            Run { words, left, baseline, width, size }
        };
        let runs: Vec<_> = places.into_iter().map(run).collect();
        let reading = read(&[page(runs.clone())]);
        let letters = |text: &str| text.chars().filter(|it| it.is_alphabetic()).count();
        let told: usize = reading.left_out.iter().map(|it| letters(&it.words)).sum();
        let all: usize = runs.iter().map(|it| letters(&it.words)).sum();
        let once: BTreeSet<_> = runs.iter().map(|it| &it.words).collect();
        let distinct: usize = once.iter().map(|it| letters(it)).sum();
        prop_assert!((distinct..=all).contains(&(letters(&reading.text) + told)));
    }
}
