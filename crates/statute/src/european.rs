//! What the acts of the European Union have in common, in whichever of their formats: where they
//! stand, and of which day they are.

use crate::outline::Address;

/// Kinds of acts as ELI calls them, each with how a title in English begins. Other languages' titles
/// lead to no address: a wrong one would be worse.
const KINDS: [(&str, &str); 10] = [
    ("REGULATION ", "reg"),
    ("COUNCIL REGULATION ", "reg"),
    ("COMMISSION REGULATION ", "reg"),
    ("COMMISSION IMPLEMENTING REGULATION ", "reg_impl"),
    ("COMMISSION DELEGATED REGULATION ", "reg_del"),
    ("DIRECTIVE ", "dir"),
    ("COUNCIL DIRECTIVE ", "dir"),
    ("COMMISSION DIRECTIVE ", "dir"),
    ("DECISION ", "dec"),
    ("COMMISSION IMPLEMENTING DECISION ", "dec_impl"),
];

/// The months of English, French, German and Spanish, each by its number.
const MONTHS: [&str; 12] = [
    "January janvier Januar enero",
    "February février Februar febrero",
    "March mars März marzo",
    "April avril April abril",
    "May mai Mai mayo",
    "June juin Juni junio",
    "July juillet Juli julio",
    "August août August agosto",
    "September septembre September septiembre",
    "October octobre Oktober octubre",
    "November novembre November noviembre",
    "December décembre Dezember diciembre",
];

/// Where an act of this title, year and number stands.
pub(crate) fn address(title: &str, year: &str, number: &str) -> Option<Address> {
    let upper = title.to_uppercase();
    let kind = KINDS.iter().find(|(start, _)| upper.starts_with(start))?.1;
    let (year, number): (u32, u32) = (year.parse().ok()?, number.parse().ok()?);
    Some(of_path(&format!("{kind}/{year}/{number}")))
}

/// The address of a path that ELI has: `reg/2024/903`.
pub(crate) fn of_path(path: &str) -> Address {
    Address::EurLex(format!("https://eur-lex.europa.eu/eli/{path}/oj"))
}

/// The first day that a title names, `of 13 March 2024`: the act's own.
pub(crate) fn date(title: &str) -> Option<String> {
    let words: Vec<&str> = title.split(|it: char| it.is_whitespace()).collect();
    let words: Vec<&str> = words.into_iter().filter(|it| !matches!(*it, "de" | "del")).collect();
    words.windows(3).find_map(|it| match it {
        [day, month, year] => {
            let day: u32 = day.trim_end_matches(['.', 'e', 'r']).parse().ok()?;
            let year = year.get(..4)?.parse::<u32>().ok()?;
            let nth = MONTHS.iter().position(|all| all.split(' ').any(|name| name == *month))?;
            Some(format!("{year:04}-{:02}-{day:02}", nth + 1))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_an_act_is_the_first_in_its_title() {
        assert_eq!(
            date("REGULATION (EU) 2024/903 of 13 March 2024 amending that of 1 May 2001")
                .as_deref(),
            Some("2024-03-13")
        );
        assert_eq!(
            date("Verordnung (EU) 2024/903 vom 13. März 2024").as_deref(),
            Some("2024-03-13")
        );
        assert_eq!(date("Règlement du 1er août 2024,").as_deref(), Some("2024-08-01"));
        assert_eq!(date("Reglamento de 2 de mayo de 2024").as_deref(), Some("2024-05-02"));
        assert_eq!(date("Regulation 2024/903"), None);
    }

    #[test]
    fn an_address_follows_from_title_year_and_number() {
        let found = |title| address(title, "2024", "0903");
        assert_eq!(found("Regulation (EU) 2024/903"), Some(of_path("reg/2024/903")));
        assert_eq!(
            found("Commission Implementing Regulation (EU) 2024/903"),
            Some(of_path("reg_impl/2024/903"))
        );
        assert_eq!(found("Verordnung (EU) 2024/903"), None);
    }
}
