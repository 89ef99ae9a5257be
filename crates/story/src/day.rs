//! A day as people and programs write it.
// cspell:disable

use dataset::CalendarDate;

/// The months in the languages that mails and letters are dated in here, whole and cut short.
const MONTHS: [&str; 12] = [
    "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia ledna يناير",
    "february feb februar février févr fevrier febrero fevereiro fev febbraio februari lutego února فبراير",
    "march mar märz mär mrz mars marzo março marco mrt maart marca března مارس",
    "april apr avril avr abril abr aprile kwietnia dubna أبريل",
    "may mai mayo maio maggio mag mei maj maja května مايو",
    "june jun juni juin junio junho giugno giu czerwca června يونيو",
    "july jul juli juillet juil julio julho luglio lug lipca července يوليو",
    "august aug août aout agosto ago augustus augusti sierpnia srpna أغسطس",
    "september sep sept septembre septiembre setiembre setembro set settembre września září سبتمبر",
    "october oct oktober okt octobre octubre outubro out ottobre ott października října أكتوبر",
    "november nov novembre noviembre novembro listopada listopadu نوفمبر",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre grudnia prosince ديسمبر",
];
/// Between a day, its month and the year.
const JOINTS: [&str; 3] = ["de", "of", "del"];
/// Behind the number of a day.
const ENDINGS: [&str; 7] = ["st", "nd", "rd", "th", "er", "º", "°"];

/// The day that a text names, as `2026-02-03`. None where it names none, or where `2/3/2026` may be in
/// February or in March.
pub(crate) fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let (year, month, day) = iso(text).or_else(|| worded(text)).or_else(|| counted(text))?;
    let day = format!("{year:04}-{month:02}-{day:02}");
    day.parse::<CalendarDate>().is_ok().then_some(day)
}

type Ymd = (u16, u8, u8);

fn iso(text: &str) -> Option<Ymd> {
    let mut parts = text.get(.."2026-02-03".len())?.split(['-', '/', '.']);
    let year = parts.next().filter(|it| it.len() == 4)?;
    Some((year.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// `Tue, 3 Feb 2026 10:00 +0100`, `February 3, 2026`, `Dienstag, 3. Februar 2026`, `3 de febrero de 2026`.
fn worded(text: &str) -> Option<Ymd> {
    let text = text.to_lowercase();
    let words = text.split(|it: char| !(it.is_alphanumeric() || "º°".contains(it)));
    let all: Vec<_> = words.filter(|it| !it.is_empty() && !JOINTS.contains(it)).collect();
    all.windows(3).find_map(|three| match three {
        [day, name, year] if month(name).is_some() => {
            Some((self::year(year)?, month(name)?, number(day)?))
        }
        [name, day, year] => Some((self::year(year)?, month(name)?, number(day)?)),
        _ => None,
    })
}

/// `03.02.2026`, `13/02/2026`.
fn counted(text: &str) -> Option<Ymd> {
    let is_date = |it: &&str| it.matches(['.', '/']).count() == 2;
    let word = text.split([' ', ',', '\u{a0}']).find(is_date)?;
    let mut parts = word.split(['.', '/']);
    let (first, second, year) =
        (number(parts.next()?)?, number(parts.next()?)?, year(parts.next()?)?);
    match () {
        () if word.contains('.') || first == second || first > 12 => Some((year, second, first)),
        () if second > 12 => Some((year, first, second)),
        () => None,
    }
}

fn month(word: &str) -> Option<u8> {
    let nth = MONTHS.iter().position(|all| all.split(' ').any(|it| it == word))?;
    u8::try_from(nth + 1).ok()
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|it| word.len() == 4 && (1900..2200).contains(it))
}

fn number(word: &str) -> Option<u8> {
    let digits = ENDINGS.iter().find_map(|it| word.strip_suffix(it)).unwrap_or(word);
    digits.parse().ok().filter(|it| *it <= 31)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_known_as_mails_and_letters_write_them() {
        for text in [
            "2026-02-03T23:10:00+01:00",
            "2026/02/03 23:10",
            "Tue, 3 Feb 2026 23:10:00 +0100",
            "Tuesday, February 3, 2026 4:05 PM",
            "February 3rd, 2026",
            "Dienstag, 3. Februar 2026 16:05",
            "mardi 3 février 2026 16:05",
            "martes, 3 de febrero de 2026",
            "mar., 3 de feb. de 2026",
            "terça-feira, 3 de fevereiro de 2026 10:00",
            "martedì 3 febbraio 2026",
            "dinsdag 3 februari 2026",
            "wtorek, 3 lutego 2026",
            "الثلاثاء، 3 فبراير 2026",
            "03.02.2026 16:05",
        ] {
            assert_eq!(day(text).as_deref(), Some("2026-02-03"), "{text}");
        }
        assert_eq!(day("13/02/2026").as_deref(), Some("2026-02-13"));
        assert_eq!(day("2/13/2026").as_deref(), Some("2026-02-13"));
    }

    #[test]
    fn what_may_be_two_days_or_is_none_is_left_to_the_editor() {
        for text in [
            "2/3/2026",
            "2026",
            "2026-13-03",
            "2026-2-3",
            "30 February 2026",
            "yesterday",
            "",
            "3 lamps 2026",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
