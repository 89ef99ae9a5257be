//! Words of laws and of news about them, by what they mean, in the languages that citations are read in:
//! what a dataset says in its language can be met in a story of another. A row is one meaning, by the
//! beginnings of its words; a plus in front of a beginning says that it may stand within a word, as in
//! `Verbindungsdaten`.

use std::{collections::BTreeMap, sync::LazyLock};

/// How much a meaning tells of which law is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Few laws have to do with it.
    Telling,
    /// Many have.
    Common,
    /// It is said of any law by who makes it or fights it.
    Legal,
}

const TELLING: &str = "\
data metadata +daten datos donnée +بيانات
electron digital numériqu online elektron electrón internet web netz إلكتروني رقمي إنترنت
comput server botnet rechner +informatik informáti informatiqu ordinateur ordenador hack cyber ciber حاسوب \
سيبراني معلوماتي
intercept wiretap eavesdrop tapping abhör abgehör +überwach mithör mitles écoute escuch pinchaz \
surveil spyware malware vigilanc espion اعتراض تنصت مراقبة تجسس
traffic verkehrsdaten verbindungsdaten trafic tráfico مرور
search seiz perquisition saisie durchsuch beschlagnahm registro incaut allanamiento تفتيش ضبط مصادرة
encrypt crypt password passwor kennwort passwort contraseña déchiffr chiffrement cifrad verschlüssel \
تشفير
evidence beweis preuve prueba أدلة
privacy datenschutz privacidad خصوصية
sexual selfie nude nacktbild pornogra desnud جنسي
child teen minor minderjähr jugendlich kinder enfant mineur niñ menores adolesc طفل أطفال قاصر
mutual rechtshilfe amtshilfe entraide extradit ausliefer auxilio تسليم
jurisdict gerichtsbarkeit compétence competencia ولاية
vulnerab sicherheitslück sicherheitsforsch chercheur researcher investigador ثغرات
gender geschlecht genre género جندر
journalis reporter periodist صحفي
persecut verfolgung persécut persecuc اضطهاد
provider anbieter fournisseur proveedor operador operator opérateur betreiber مزود";

const COMMON: &str = "\
police polizei policía policier cop cops sheriff شرطة
prosecut staatsanwalt procureur fiscal النيابة
judge judici court juge magistrat tribunal richter gericht jue juzgad قاض محكمة
crime crimin offence offense felony kriminal verbrechen straftat délit infraction delito delincuen جريمة \
جرائم
victim opfer víctima ضحايا
safeguard garant salvaguard schutzklausel ضمان
company companies firm unternehmen firma entreprise société empresa شركة شركات
liab haftung haftet haften responsab مسؤولية
cooperat zusammenarbeit coopérat cooperac تعاون
network netzwerk réseau red redes شبكة
message chat mailbox email telephone phone nachricht courriel téléphon teléfono mensaje رسائل هاتف
compel force oblig zwing
protect schutz protég proteg حماية
investigat ermittl enquêt pesquis تحقيق
transfer übermittl transmi تبادل نقل
secur sicherheit sécurit segurid أمن
source quelle fuente مصادر";

const LEGAL: &str = "\
parliament parlament congress congreso senat cámara bundestag برلمان مجلس
minister ministr gobierno gouvernement government regierung وزير وزارة حكومة
deput abgeordnet diput lawmaker legislator نائب نواب
committee comité ausschuss comisión commission kommission لجنة
coalition koalition ngo ong ngos ongs activis campaign aktivist منظمة منظمات المنظمات
lawyer avocat anwalt anwält abogad jurist محام
provision bestimmung disposition disposici klausel clause cláusula wording safeguards powers befugnis
text texte texto wortlaut نص
vote votó voté abstimm abstain تصويت
delete strike struck streich supprim suprimi suprima kill حذف
object oppos critic critiq kritik kritis umstritten denounc dénonc denunci condemn انتقد
fear craint craign inquièt inquiet temen teme warn alarm befürcht يخشى قلق
support soutien unterstütz apoy defend défend verteidig
state states staaten état états estado estados country countries länder pays país países دول دولة";

/// A meaning, by its row.
pub(crate) type Meaning = u8;

type Known = (Meaning, Weight);
type Rows = (BTreeMap<&'static str, Known>, Vec<(&'static str, Known)>);

/// Each beginning, and what may stand within a word.
static ROWS: LazyLock<Rows> = LazyLock::new(|| {
    let weights = [(TELLING, Weight::Telling), (COMMON, Weight::Common), (LEGAL, Weight::Legal)];
    let rows =
        weights.into_iter().flat_map(|(rows, weight)| rows.lines().map(move |it| (it, weight)));
    let (mut begins, mut within) = (BTreeMap::new(), Vec::new());
    for (meaning, (row, weight)) in (0..).zip(rows) {
        for word in row.split_ascii_whitespace() {
            match word.strip_prefix('+') {
                Some(word) => within.push((word, (meaning, weight))),
                None => _ = begins.entry(word).or_insert((meaning, weight)),
            }
        }
    }
    (begins, within)
});

/// What a word means, if a row has it, and how much that tells.
pub(crate) fn meaning(key: &str) -> Option<Known> {
    let (begins, within) = &*ROWS;
    let ends = key.char_indices().map(|(at, c)| at + c.len_utf8());
    let longest = ends.rev().find_map(|end| begins.get(key.get(..end)?).copied());
    longest.or_else(|| within.iter().find(|it| key.contains(it.0)).map(|it| it.1))
}
