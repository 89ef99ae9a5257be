//! What is more than one word, or a part of one: names that everybody knows, the ends of German
//! names, other spellings, and what joins two citations.

/// What German names end in that are one word: `Strafgesetzbuch`, `Zollgesetz`, `UN-Konvention`.
const ENDINGS: [&str; 12] = [
    "gesetzbuch",
    "gesetz",
    "verordnung",
    "ordnung",
    "verfassung",
    "vertrag",
    "konvention",
    "übereinkommen",
    "abkommen",
    "richtlinie",
    "charta",
    "protokoll",
];

/// What stands in front of such an ending, and the ending as a word.
pub(in super::super) fn compound(key: &str) -> Option<(&str, &'static str)> {
    let stem = key.strip_suffix("es").or_else(|| key.strip_suffix('s')).unwrap_or(key);
    let bare = |end: &str| key.strip_suffix(end).or_else(|| stem.strip_suffix(end));
    let (before, noun) = ENDINGS.iter().find_map(|end| Some((bare(end)?, *end)))?;
    let joined = before.ends_with('-');
    let before = before.trim_end_matches('-');
    let stands = before.chars().count() > 1 && (joined || !matches!(before, "an" | "ver" | "un"));
    stands.then_some((before, noun))
}

/// Names whose ends the words around would hide.
const FULL: [&str; 31] = [
    "international covenant on civil and political rights",
    "international covenant on economic social and cultural rights",
    "universal declaration of human rights",
    "european convention on human rights",
    "pacte international relatif aux droits civils et politiques",
    "pacte international relatif aux droits économiques sociaux et culturels",
    "déclaration universelle des droits de l homme",
    "convention européenne des droits de l homme",
    "convention relative aux droits de l enfant",
    "عهد دولي خاص حقوق مدنية سياسية",
    "إعلان عالمي لحقوق إنسان",
    "ميثاق أمم متحدة",
    "treaty on the functioning of the european union",
    "treaty on european union",
    "traité sur le fonctionnement de l union européenne",
    "charter of fundamental rights",
    "europäischen menschenrechtskonvention",
    "allgemeinen erklärung der menschenrechte",
    "convenio europeo de derechos humanos",
    "pacto internacional de derechos civiles y políticos",
    "declaración universal de derechos humanos",
    "standing orders",
    "small print",
    "code of conduct",
    "terms of service",
    "terms of use",
    "articles of association",
    "rules of procedure",
    "cahier des charges",
    "conditions générales",
    "règlement intérieur",
];

/// Other spellings of the United Nations.
const UN: &str = "un onu unies nationen أمم متحدة أممية onusien onusienne un-backed un-brokered vereinten naciones \
                  unidas uno vn";

/// Other spellings of words that the name of this law may have.
const SAME: [(&str, &str); 5] = [
    ("against", "contra contre gegen لمكافحة مكافحة ضد"),
    ("united", UN),
    ("nations", UN),
    (
        "cybercrime",
        "cybercriminalité cyber-crime anti-cybercrime cyber crime cyberkriminalität \
         computerkriminalität ciberdelincuencia cibercrimen ciberdelito ciberdelitos جريمة جرائم \
         سيبرانية إلكترونية",
    ),
    ("european", "eu ue européenne européen أوروبي أوروبية"),
];

/// A citation behind these words is of the same law as the one before them.
const JOINTLY: [&str; 11] = [
    "in conjunction with",
    "read in conjunction with",
    "read together with",
    "read with",
    "together with",
    "in combination with",
    "as well as",
    "along with",
    "in verbindung mit",
    "en relación con",
    "lu en combinaison avec",
];

/// Other spellings of a word.
pub(in super::super) fn same(key: &str) -> impl Iterator<Item = &'static str> {
    let found = SAME.into_iter().filter(move |(word, _)| *word == key);
    found.flat_map(|(_, others)| others.split_ascii_whitespace())
}

/// Whether a word is of an organisation's name, whose every story is told with it.
pub(in super::super) fn is_organisation(key: &str) -> bool {
    UN.split_ascii_whitespace().any(|it| it == key)
}

/// What all spellings of a word have in common; those of `United Nations` are one word's.
pub(in super::super) fn spelling(key: &str) -> &str {
    let is_one = |(word, others): &(&str, &str)| {
        *word == key || others.split_ascii_whitespace().any(|it| it == key)
    };
    SAME.into_iter().find(is_one).map_or(key, |(_, others)| others)
}

/// How many of these words a well-known name takes.
pub(in super::super) fn full_name<'a>(
    keys: &(impl Iterator<Item = &'a str> + Clone),
) -> Option<usize> {
    let first = keys.clone().next()?;
    let may_be = |name: &&&str| name.starts_with(first);
    FULL.iter().filter(may_be).find_map(|name| {
        let mut keys = keys.clone();
        let mut count = 0;
        for word in name.split(' ') {
            let key = keys.next()?;
            let bare = key.trim_start_matches('و');
            let same = key == word || bare == word;
            if !same {
                return None;
            }
            count += 1;
        }
        Some(count)
    })
}

/// Whether nothing but a comma and a word for "and" stands between two lists.
pub(in super::super) fn is_joint(between: &str) -> bool {
    let trimmed = between.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '،'));
    let jointly = trimmed.to_lowercase();
    if JOINTLY.iter().any(|it| jointly == *it) {
        return true;
    }
    matches!(trimmed, "" | "and" | "or" | "and the" | "et" | "ou" | "&" | "و" | "et l’" | "et l'")
        || matches!(
            trimmed,
            "and with" | "and to" | "and of" | "or with" | "und" | "oder" | "sowie" | "y" | "o"
        )
        || matches!(trimmed, "y el" | "y la" | "et des" | "und der" | "i. V. m." | "iVm")
}
