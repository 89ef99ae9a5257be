//! The language of a text that doesn't say it, by its commonest words.

use super::Line;

const WORDS: [(&str, &str); 18] = [
    ("en", "the of and shall which be by any this"),
    ("de", "der die das und oder ist nicht nach wird dem den des"),
    ("fr", "le les des du est sont une aux par dans pour"),
    ("es", "el los las del una por para que se con"),
    ("it", "il della dei gli una che di sono per nel"),
    ("pt", "os das dos uma não pela ao que são"),
    ("nl", "het een van wordt niet zijn voor bij de"),
    ("pl", "się oraz jest nie lub przez których na"),
    ("sv", "och att som är för av den inte eller ska skall med till"),
    ("da", "og at af til ikke ved eller efter skal bestemmelser den jf nr"),
    ("nb", "og av til ikke ved eller etter skal kan loven som fra å"),
    ("fi", "ja on tai ei sekä jos joka sen taikka voidaan mukaan"),
    ("ro", "și sau în din care prin pentru cu nu este la al"),
    ("ca", "els les del per que amb una aquesta són han dels i"),
    ("cs", "a se v na je nebo podle pro který která které o"),
    ("sk", "a sa v na je alebo podľa pre ktorý ktorá ktoré o"),
    ("uk", "та в на з що або до за від не у про"),
    ("ar", "في من على أن إلى هذا كل التي"),
];
/// So many of a thousand words at least are among the commonest, in a text of that language.
const PER_THOUSAND: usize = 60;
/// More words tell no more.
const ENOUGH: usize = 20_000;

pub(super) fn of(lines: &[Line]) -> Option<String> {
    let signs = lines.iter().flat_map(|it| it.text.chars()).take(ENOUGH);
    let (all, kana) = signs.fold((0, 0), |(all, kana), it| {
        (all + 1, kana + usize::from(('\u{3041}'..='\u{30FF}').contains(&it)))
    });
    // Its words have no blanks between them.
    if kana * 10 > all {
        return Some("ja".into());
    }
    let words = lines.iter().flat_map(|it| it.text.split(|it: char| !it.is_alphabetic()));
    let mut counts = [0_usize; WORDS.len()];
    let mut all = 0;
    for word in words.filter(|it| !it.is_empty()).take(ENOUGH) {
        all += 1;
        let word = word.to_lowercase();
        for (count, (_, known)) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(known.split(' ').any(|it| it == word));
        }
    }
    let most =
        counts.iter().max().copied().filter(|it| *it > 0 && *it * 1000 >= all * PER_THOUSAND)?;
    let mut best = WORDS.iter().zip(counts).filter(|(_, count)| *count == most);
    let (tag, _) = best.next().filter(|_| best.next().is_none())?.0;
    Some((*tag).into())
}
