//! Notes at the foot of a page, and their marks.

mod common;

use common::{FIRST, WHOLE, lines, page, run};
use layout::{What, read};

#[test]
fn notes_stand_behind_their_pages_text_and_their_marks_are_told() {
    let mut runs = lines(&FIRST, 7_000, 10_000);
    runs.push(run("1", runs[2].left + runs[2].width, 9_600 + 2_800, 600));
    runs.extend(lines(&["A room of 20 m"], 7_000, 16_000));
    runs.push(run("2", 14_000, 15_600, 600));
    runs.push(run("1", 7_000, 70_000 - 300, 500));
    runs.push(run("See the minutes of the council,", 7_400, 70_000, 800));
    runs.push(run("of May.", 7_000, 71_100, 800));
    let second = page(lines(&["A second page that has more of these words in it."], 7_000, 10_000));
    let reading = read(&[page(runs), second]);
    let paragraphs: Vec<_> = reading.text.lines().collect();
    assert_eq!(
        paragraphs,
        [
            WHOLE[0],
            "A room of 20 m²",
            "¹ See the minutes of the council, of May.",
            "\u{c}A second page that has more of these words in it.",
        ]
    );
    let marks: Vec<_> = reading.left_out.iter().filter(|it| it.what == What::NoteMark).collect();
    assert_eq!(marks.len(), 1);
    assert_eq!((marks[0].words.as_str(), &marks[0].pages), ("¹", &vec![1]));
}

#[test]
fn a_power_is_no_mark_of_a_note_and_what_may_be_one_is_told() {
    let mark = |words: &str, left: i32, line: i32| run(words, left, line - 400, 600);
    let mut runs =
        lines(&["has lamps that nobody lights", "A room of 20 m", "at night"], 7_000, 10_000);
    runs.push(mark("1", 7_000 + 14_000, 10_000));
    runs.push(mark("2", 14_000, 11_400));
    runs.push(mark("2", 7_000 + 4_000, 12_800));
    // A second one that leads to the same note.
    runs.extend(lines(&["Nobody lights them"], 7_000, 20_000));
    runs.push(mark("1", 7_000 + 9_000, 20_000));
    for (nth, note) in ["Letter of the council of", "Of June."].iter().enumerate() {
        let line = 70_000 + i32::try_from(nth).unwrap() * 2_200;
        runs.push(run(["1", "2"][nth], 7_000, line - 300, 500));
        runs.push(run(note, 7_400, line, 800));
    }
    runs.push(run("12 May, which is far back", 7_400, 71_100, 800));
    let reading = read(&[page(runs)]);
    let paragraphs: Vec<_> = reading.text.lines().collect();
    let expected = "has lamps that nobody lights A room of 20 m² at night Nobody lights them¹";
    assert!(paragraphs.join(" ").starts_with(expected), "{paragraphs:?}");
    assert_eq!(reading.doubtful, ["m²", "them¹"]);
    let marks: Vec<_> = reading.left_out.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(marks, ["¹", "²"]);
}
