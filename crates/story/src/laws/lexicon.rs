//! The words that names of laws are made of, in English, French, German,
//! Spanish and Arabic. Nothing here is
//! particular to a law that a dataset may be about.

mod phrases;

use std::{collections::BTreeMap, sync::LazyLock};

use super::words::Word;

pub(super) use phrases::{compound, full_name, is_joint, is_organisation, same, spelling};

/// What a noun for a text of law tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// Any law may be called so: `the instrument`.
    Any,
    /// Any law of a family may: `the treaty`, `the bill`.
    Family(Family),
    /// A wording rather than a law: `the draft of the Charter` is the Charter's.
    Wording,
    /// A kind of law, by the number of its line.
    Kind(usize),
}

/// Who makes a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// States among themselves.
    States,
    /// One state for itself.
    State,
}

const WORDING: &str = "text draft drafts version wording texte projet version entwurf entwurfs texto \
                       proyecto borrador نص مشروع مسودة";

const ANY: &str = "document instrument proposal package proposition documento instrumento paquete \
                   وثيقة صك";

const FAMILIES: [(Family, &str); 2] = [
    (
        Family::States,
        "treaty agreement pact accord accords compact deal traité vertrag vertrags vertrages \
         abkommen abkommens tratado acuerdo معاهدة اتفاق",
    ),
    (Family::State, "law bill legislation loi gesetz gesetzes ley قانون"),
];

/// Each kind of law with its family, where it has one.
const KINDS: [(Option<Family>, &str); 15] = [
    (
        Some(Family::States),
        "convention konvention übereinkommen übereinkommens convención convenio اتفاقية",
    ),
    (None, "charter charte charta carta ميثاق"),
    (Some(Family::States), "covenant pacte pakt pakts paktes pacto عهد"),
    (None, "directive richtlinie directiva توجيه"),
    (None, "regulation règlement verordnung reglamento لائحة"),
    (Some(Family::State), "constitution verfassung grundgesetz grundgesetzes constitución دستور"),
    (Some(Family::State), "act"),
    (None, "statute statut statuts estatuto نظام"),
    (Some(Family::States), "protocol protocole protokoll protokolls protocolo بروتوكول"),
    (None, "declaration déclaration erklärung declaración إعلان"),
    (Some(Family::State), "code código gesetzbuch gesetzbuchs gesetzbuches"),
    (Some(Family::State), "decree décret dekret dekrets erlass decreto proclamation edict مرسوم"),
    (Some(Family::State), "ordinance ordonnance ordnung ordenanza"),
    (None, "rules règles regeln reglas قواعد"),
    (None, "contract contrat contrato lease bail alquiler عقد"),
];

/// Words that speak of a constitution without naming it: `the constituent assembly`.
const CONSTITUTIONAL: &str = "constitutional unconstitutional constituent constitucional constituyente \
                              inconstitucional constitutionnel constitutionnelle constituante \
                              verfassungswidrig verfassungsrechtlich دستورية";

static KIND_OF: LazyLock<BTreeMap<&str, usize>> = LazyLock::new(|| {
    let words =
        |(place, (_, kind)): (usize, (_, &'static str))| kind.split(' ').map(move |it| (it, place));
    KINDS.into_iter().enumerate().flat_map(words).collect()
});

/// Someone's proposal is named more often than it is a law that a citation may be of.
const WEAK: &str = "text draft drafts version wording proposal document texte projet proposition \
                    entwurf texto proyecto borrador نص مشروع مسودة وثيقة";

/// In the plural they are several, so never this one.
const SEVERAL: &str = "verträge konventionen gesetze verfassungen richtlinien verordnungen tratados \
                       leyes constituciones convenios treaties conventions charters covenants directives regulations constitutions \
                       acts protocols declarations codes decrees ordinances traités \
                       conventions chartes pactes règlements protocoles";

/// As small words these mean something else.
const CAPITAL_ONLY: &str = "act code rules regeln statute acts codes pact";

/// Rules that somebody sets for a house, a club or a trade. They have articles, and no state makes them.
const HOUSE: &str = "rules terms statutes bylaws by-laws guidelines handbook rulebook manual manifesto \
                     standard standards satzung hausordnung geschäftsbedingungen agb handbuch \
                     regelwerk kodex leitlinien rundschreiben memorandum circular circulaire réforme \
                     reform reforma lineamientos kleingedruckte kleingedruckten kleingedrucktem statuten reglement \
                     lizenz estatutos bases pliego póliza statuts charte barème manuel avenant \
                     شروط دليل تعليمات مدونة رخصة";

/// Nouns of languages that call a thing by what stands behind its noun: what stands before these is a verb.
const ROMANCE: &str = "traité tratado acuerdo convención convenio pacte pacto charte carta directiva \
                       reglamento règlement constitución protocole protocolo ley loi código";

/// What joins two of a kind.
const AND: &str = "and y e et und";

/// What says of a noun before it which one is meant: `the treaty that ended the war`.
const DEFINING: &str = "that which qui que";

/// What French and Spanish adjectives end in, behind their noun: `la convention citoyenne`.
const ADJECTIVES: &str = "enne taire naire nale iale tive tario taria cional tana dana tano dano";

/// Who reads laws to others: what a court is called, in front of which stands where it is.
const COURTS: &str = "court tribunal chamber judges cour gericht gerichtshof gerichts gerichtshofs \
                      corte محكمة";

/// Who holds others to laws: as small words, where it is said which one (`the media regulator`).
const REGULATORS: &str = "regulator watchdog ombudsman ombudswoman régulateur aufsicht aufsichtsbehörde \
                          regulador gendarme";

/// The same, where they are written as names: `La Audiencia Nacional`, `l’Autorité`.
const OFFICES: &str = "audiencia supremo suprema superintendencia agencia autoridad autorité authority \
                       ofcom ofgem arcom cnil garante bundeskartellamt bundesnetzagentur ftc";

/// What these do with a law: by `the judges found a violation of Article 8` it is applied.
const APPLIES: &str = "violation violations violated violates breach breached breaches infringed infringement \
                       infringements contravened relied upheld quashed acquitted convicted sentenced fined \
                       fines fine suspended overturned annulled obliges investigation verletzt verstoß \
                       verstoßen verstößt verhängt verhängte urteilte rügt rügte gekippt kippt violé viole \
                       manquement manquements inflige infligé sanctionne sanctionné censuré censure annulé \
                       violó viola vulnera vulneró vulneración violación multó sancionó anuló ampara \
                       archiva انتهاك انتهكت استندت غرمت خرق أيدت قضت";

/// What a state does, by which a law is called before anyone knows its title: `chat control`, `the rent cap`,
/// `die Mietpreisbremse`.
const MEASURES: &str = "control ban cap brake tax levy freeze overhaul shake-up crackdown moratorium \
                        contrôle interdiction gel plafonnement control prohibición tope moratoria";

/// German ones are one word.
const MEASURE_ENDINGS: [&str; 14] = [
    "kontrolle",
    "speicherung",
    "bremse",
    "deckel",
    "geld",
    "verbot",
    "steuer",
    "pflicht",
    "maut",
    "sperre",
    "sperren",
    "filter",
    "reform",
    "abgabe",
];

/// What parties agree on among themselves is no law: `le pacte de majorité`, `the coalition agreement`.
const POLITICS: &str = "majorité coalition gouvernement coalición gobierno investidura koalition \
                        législature legislatura government";

/// What German names of courts and of such rules end in.
const HOUSE_ENDINGS: [&str; 10] = [
    "gericht",
    "gerichts",
    "gerichtshof",
    "gerichtshofs",
    "satzung",
    "bedingungen",
    "vereinbarung",
    "reglement",
    "kodex",
    "paket",
];

/// What is changed, repealed or enacted is a law, whatever it is called: `to amend its standing orders`.
const ENACTS: &str = "amend amends amended amending repeal repeals repealed enact enacts enacted \
                      redraft redrafted novelliert revidiert abroge abrogé promulga promulgó \
                      promulgue deroga derogó";

/// A law behind these is called upon, or measured by: the text may go on about another.
const ASIDE: &str = "cite cites cited citing quote quotes quoting invoke invokes invoked invoking \
                     mention mentions mentioned recalls recalled reconciled compatible incompatible \
                     consistent inconsistent squared zitiert vereinbar unvereinbar einklang erwähnt \
                     citant évoque évoquent compatible incompatible cita citó invoca invocó \
                     compatible incompatible متوافقة";

/// Short names that no one reads otherwise.
const ACRONYMS: &str = "iccpr icescr gdpr echr udhr tfeu teu uncac untoc cedaw uncrc achr achpr \
                        dsgvo rgpd pidcp pidesc dudh cedh tfue tue dsa dma hipaa fisa gg stgb stpo bgb \
                        hgb zpo zgb emrk aeuv euv grch grc bdsg lgpd lopd lopdgdd pipl ccpa coppa ferpa \
                        ripa dora nis2 ehds emfa netzdg tkg sgb urhg uwg aufenthg vwgo";

/// Words that say nothing about which law.
const PLAIN: &str = "neue neuen neuer neues geplante geplanten umstrittene umstrittenen künftigen \
                     nuevo nueva futuro futura internacional propuesto propuesta draft new old early earlier previous recent proposed final revised current existing planned future global \
                     international landmark controversial contested adopted finished full entire \
                     original latest same whole official amended legal present binding flawed \
                     sweeping first second last next long-awaited so-called much-criticised \
                     much-criticized multilateral worldwide nouveau nouvelle projet futur future \
                     internationale proposé proposée actuel actuelle final finale جديدة جديد \
                     مقترحة دولية مقترح today this مشروع نص";

/// What stands in front of a noun and belongs to no name.
const DETERMINERS: &str = "su sus nuestra nuestro ihr ihre ihrem ihren ihrer ihres sein seine seinem seinen seiner seines unser unsere votre die das dem den dieser dieses diesem diese ein eine eines einer einem el \
                           los las este esta ese esa al same selben the a an this that its their our his her any each every le la les l ce cet cette même ladite ledit son sa ses leur leurs notre said dicha dicho misma mismo jener jenes jenem jenen genannten هذه هذا تلك ذلك نفس";

const INDEFINITE: &str = "a an un une ein eine einen einem einer una";

/// In front of a noun, they make it the law named before.
const SAME: &str = "that same said même ladite ledit dicha dicho misma mismo esa ese jener jenes jenem jenen genannten dieselbe dieselben desselben derselben تلك ذلك نفس";

/// In front of the small word `code` these make it a law.
const CODES: &str = "criminal penal civil procedure labour labor tax electoral election family \
                     commercial administrative du le del";

/// Without a word for which one, these are a body of law: `under EU law`.
const BODIES: &str = "law legislation loi gesetz ley قانون";

/// Between citation and name.
const OF: &str = "of in under de du des d dans der im von vom zum zur del en من في";

/// Small words that end a run of words before a noun.
const FUNCTION: &str = "laut gemäß trotz wegen unter um seit ohne für durch selon sous بموجب وفق der im von vom zum zur und oder zu mit nach auf ist sind dass wie bei aus del \
                        en y o con por para que no según of in under on and or to for by with from at as that which who whose when \
                        where is are was were be been has have had says say said not no but if than \
                        into over about between against per via de du des d dans et ou sur à au aux \
                        par pour avec que qui dont en est من في على إلى عن مع أن التي الذي و";

/// Between a noun and what it is about.
const ABOUT: &str = "gegen über zum zur von der del contra of on against for concerning relating regarding de du des d sur contre \
                     relatif relative بشأن حول لمكافحة مكافحة لحقوق ضد";

/// Inside what a name is about.
const INSIDE: &str = "der die gegen von und el los las contra del y of on the and for to against with in de du des d la le les l et à aux sur \
                      contre relating";

/// Days and months, which follow `on` and `of` without naming anything.
const TIMES: &str = "monday tuesday wednesday thursday friday saturday sunday january february march \
                     april may june july august september october november december today yesterday \
                     tomorrow tonight week month year morning lundi mardi mercredi jeudi vendredi \
                     samedi dimanche janvier février mars avril mai juin juillet août septembre \
                     octobre novembre décembre montag dienstag mittwoch donnerstag freitag samstag \
                     sonntag januar februar märz juni juli oktober dezember lunes martes miércoles \
                     jueves viernes sábado domingo enero febrero abril mayo junio julio agosto \
                     septiembre octubre noviembre diciembre";

/// Parts of a law, which stand between a citation and its law.
const PARTS: &str = "kapitel teil abschnitt capítulo parte título anexo chapter part section title annex chapitre partie titre annexe فصل باب";

const CONTRAST: &str = "unlike beyond besides despite unlike like than contrary contrast compared \
                        differs differ differed unterscheidet unterscheiden diffère diffèrent difiere difieren \
                        contrairement outre malgré différence anders entgegen gegensatz diferencia contraste \
                        while whereas während tandis mientras خلاف بينما";

/// Right before a name, it is the one that isn't meant.
const NOT: &str = "not nicht pas ليس";

/// The law named last, and no other, with any noun behind.
const POINTING: &str = "that same said ce cet ese esa dieses diesem dieser jenes jenem jener desselben \
                        derselben ladite ledit dicha dicho";

/// Behind a citation, the law that was spoken of last: `Article 19 there`.
const THERE: &str = "there dort allí ahí هناك";

const WITHIN: &str =
    "nach laut gemäß según en under in per by from selon dans par sous en بموجب وفق";

/// Not possessive, whatever the ending.
const SHORTENED: &str = "it that there here what who he she let this where how";

/// The law named before: `its Article 8`.
const BACK: &str = "its whose dont their son sa ses leur leurs su sus dessen deren cuyo cuya cuyos";

/// The same behind a citation: `المادة 29 منه`.
const THEREOF: &str = "منه منها thereof derselben desselben ebenda";

/// What has articles and is no law: `article 28 in the series`.
const PAPERS: &str = "series magazine newspaper journal report série serie zeitschrift revista";

/// What stands between a law's name and its number.
const NUMBERED: &str = "no n nr núm number رقم";

/// Adjectives that name a region, which French and Arabic write small.
const REGIONS: &str = "orgánica organique federal fédérale penal pénal civil europäischen europäische europeo europea española mexicana americana européenne européen africaine africain américaine américain interaméricaine \
                       arabe asiatique française français allemande britannique russe chinoise \
                       collective collectif colectivo colectiva kollektiv brésilienne espagnole italienne belge suisse européens européennes african \
                       inter-american أوروبية أوروبي أفريقية عربية عربي";

/// What French names of laws are about, in small letters.
const TOPICS: &str = "derechos niño droits droit homme enfant enfants femmes réfugiés torture";

/// Between citation and name, and seldom anything else.
const STRONG: &str = "of de du des d der del von vom من";

/// Verbs in front of a verb: `a state may act`.
const AUXILIARIES: &str =
    "may might must can could shall should will would do does did cannot never";

/// The noun for a text of law that a word is; `capital` says how it is written.
pub(super) fn noun(key: &str, capital: bool) -> Option<Noun> {
    if has(List::CapitalOnly, key) && !capital {
        return None;
    }
    if has(List::Wording, key) {
        return Some(Noun::Wording);
    }
    if has(List::Any, key) {
        return Some(Noun::Any);
    }
    if let Some((family, _)) = FAMILIES.iter().find(|it| it.1.split(' ').any(|it| it == key)) {
        return Some(Noun::Family(*family));
    }
    // `the decree-law`
    if let Some((first, last)) = key.split_once('-')
        && noun(first, true).is_some()
    {
        return noun(last, true);
    }
    let kind = KIND_OF.get(key).copied();
    if kind.is_none()
        && capital
        && let Some((_, end)) = compound(key)
    {
        return noun(end, true);
    }
    kind.or_else(|| has(List::Several, key).then_some(KINDS.len())).map(Noun::Kind)
}

/// Whether a noun says of which kind a law is, which a draft or an instrument doesn't.
pub(super) fn is_telling(key: &str) -> bool {
    matches!(noun(key, true), Some(Noun::Kind(_) | Noun::Family(_)))
}

/// The family of a noun, where it has one.
pub(super) fn family(noun: Noun) -> Option<Family> {
    match noun {
        Noun::Family(family) => Some(family),
        Noun::Kind(kind) => KINDS.get(kind)?.0,
        Noun::Any | Noun::Wording => None,
    }
}

/// The lists that a word stands in, a bit each: a megabyte has many words to look up.
static WORDS: LazyLock<BTreeMap<&str, u64>> = LazyLock::new(|| {
    let mut words = BTreeMap::new();
    for (place, list) in LISTS.iter().enumerate() {
        for word in list.split_ascii_whitespace() {
            *words.entry(word).or_default() |= 1 << place;
        }
    }
    words
});

fn has(list: List, key: &str) -> bool {
    WORDS.get(key).is_some_and(|lists| lists & (1 << list as u64) != 0)
}

macro_rules! lists {
    ($($variant:ident $list:ident)*) => {
        #[derive(Clone, Copy)]
        enum List {
            $($variant),*
        }

        const LISTS: &[&str] = &[$($list),*];
    };
}

lists! {
    Wording WORDING
    Weak WEAK
    Any ANY
    Several SEVERAL
    CapitalOnly CAPITAL_ONLY
    Acronyms ACRONYMS
    Plain PLAIN
    Determiners DETERMINERS
    Of OF
    Strong STRONG
    Function FUNCTION
    About ABOUT
    Inside INSIDE
    Regions REGIONS
    Topics TOPICS
    Times TIMES
    Parts PARTS
    Papers PAPERS
    Bodies BODIES
    Codes CODES
    Numbered NUMBERED
    Thereof THEREOF
    Contrast CONTRAST
    Not NOT
    Pointing POINTING
    There THERE
    Within WITHIN
    Shortened SHORTENED
    Back BACK
    Constitutional CONSTITUTIONAL
    House HOUSE
    Courts COURTS
    Enacts ENACTS
    Aside ASIDE
    Same SAME
    Indefinite INDEFINITE
    Auxiliaries AUXILIARIES
    And AND
    Romance ROMANCE
    Defining DEFINING
    Regulators REGULATORS
    Offices OFFICES
    Applies APPLIES
    Measures MEASURES
    Politics POLITICS
}

macro_rules! asks {
    ($($name:ident $list:ident)*) => {$(
        pub(super) fn $name(key: &str) -> bool {
            has(List::$list, key)
        }
    )*};
}

asks! {
    is_weak Weak
    is_known_acronym Acronyms
    is_determiner Determiners
    is_of Of
    is_function Function
    is_about About
    is_inside Inside
    is_part Parts
    is_paper Papers
    is_body Bodies
    is_code Codes
    is_several Several
    is_numbered Numbered
    is_thereof Thereof
    is_contrast Contrast
    is_not Not
    is_pointing Pointing
    is_there There
    is_within Within
    is_shortened Shortened
    is_back Back
    is_region Regions
    is_topic Topics
    is_strong Strong
    is_same Same
    is_indefinite Indefinite
    is_constitutional Constitutional
    is_enacting Enacts
    is_aside Aside
    is_court Courts
    is_auxiliary Auxiliaries
    is_and And
    is_defining Defining
    is_regulator Regulators
    is_office Offices
    is_applying Applies
    is_politics Politics
    is_romance Romance
}

/// Whether a word is for rules that somebody sets.
pub(super) fn is_house(key: &str) -> bool {
    let ends = |end: &str| key.len() > end.len() && key.ends_with(end);
    has(List::House, key) || HOUSE_ENDINGS.iter().any(|end| ends(end))
}

/// Whether a word is for a measure: of German, whose nouns are one word, with what it is taken against.
pub(super) fn is_measure(key: &str, capital: bool) -> bool {
    let ends = |end: &str| key.len() > end.len() + 2 && key.ends_with(end);
    has(List::Measures, key) || capital && MEASURE_ENDINGS.iter().any(|end| ends(end))
}

/// Whether a word behind a noun for a law says which one is meant: `la convention citoyenne`.
pub(super) fn is_adjective(word: &Word<'_>) -> bool {
    let ends = |end: &str| word.key.chars().count() > end.len() + 2 && word.key.ends_with(end);
    !word.capital && !is_plain(&word.key) && ADJECTIVES.split_ascii_whitespace().any(ends)
}

/// Whether a word is a day, a month or another stretch of time.
pub(crate) fn is_time(key: &str) -> bool {
    has(List::Times, key)
}

/// Whether a word says nothing about which law: an adjective of that kind, or a number.
pub(super) fn is_plain(key: &str) -> bool {
    let ending = |end: &str| key.len() > 6 && key.ends_with(end) && key.is_ascii();
    has(List::Plain, key) || is_time(key) || ending("ed") || ending("ly") || ending("ous")
}

#[cfg(test)]
mod tests {
    use super::{WITHIN, is_function};

    #[test]
    fn what_stands_before_a_name_is_none_of_it() {
        let missing = WITHIN.split_ascii_whitespace().filter(|it| !is_function(it));
        assert_eq!(missing.collect::<Vec<_>>(), [""; 0]);
    }
}
