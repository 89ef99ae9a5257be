//! The words by which laws begin their parts, in the languages that are read here.
// They are many: cspell:disable

use super::Role;

/// A word by which laws begin their parts: what it begins, the name of that in Akoma Ntoso, and the
/// word itself in each language that is known, small; `_` stands for a blank in it.
type Words = (Role, &'static str, &'static str);

/// Those before their numbers. `Section` is a division where there are articles.
pub(super) const WORDS: [Words; 21] = [
    (
        Role::Unit,
        "article",
        "article art. čl. чл. artikel artikkel artículo articulo articolo articolul artigo artigu \
         artykuł artikolu artikulo članak član člen článek článok neni άρθρο αρθρο члан член статья \
         стаття артыкул madde ek_madde geçici_madde maddə modda pasal điều المادة مادة المادّة ماده \
         دفعہ მუხლი հոդված סעיף มาตรา ข้อ ມາດຕາ មាត្រា ပုဒ်မ አንቀጽ अनुच्छेद অনুচ্ছেদ erthygl kifungu",
    ),
    (
        Role::Unit,
        "section",
        "section sec. section. seksyen धारा दफा ধারা ਧਾਰਾ કલમ कलम பிரிவு సెక్షన్ വകുപ്പ്",
    ),
    (Role::Unit, "clause", "clause"),
    (Role::Unit, "regulation", "regulation"),
    (Role::Unit, "rule", "rule नियम"),
    (
        Role::Division,
        "part",
        "part teil partie parte deel część del osa parti дел часть частина rész dalis daļa dio \
         partea pjesa kısım μέρος μερος phần bahagian ნაწილი մաս חלק ภาค भाग ভাগ",
    ),
    (
        Role::Division,
        "chapter",
        "chapter kapitel kapittel chapitre capítulo capitulo capítol capo hoofdstuk rozdział hlava \
         κεφάλαιο κεφαλαιο глава capitolul kreu bölüm fəsil bob bab chương თავი գլուխ פרק หมวด ໝວດ ជំពូក \
         अध्याय অধ্যায় ምዕራፍ الفصل فصل pennod glava poglavje",
    ),
    (
        Role::Division,
        "title",
        "title titel titre título titulo titolo dział titlul titulli τίτλος τιτλος ลักษณะ კარი",
    ),
    (Role::Division, "book", "book buch livre libro книга kitap βιβλίο βιβλιο წიგნი الكتاب کتاب"),
    (
        Role::Division,
        "division",
        "division abschnitt sección seccion secció secção seção sezione afdeling avdelning avsnitt oddział \
         odjeljak odsek oddíl раздел розділ τμήμα τμημα mục ส่วน ພາກ բաժին סימן القسم بخش",
    ),
    (
        Role::Division,
        "subdivision",
        "subdivision unterabschnitt sous-section subsecção subsección subseção paragraphe підрозділ \
         подраздел tiểu_mục",
    ),
    (Role::Division, "subpart", "subpart"),
    (Role::Division, "subchapter", "subchapter"),
    (Role::Division, "subtitle", "subtitle untertitel"),
    (Role::Division, "tome", "tome الباب باب"),
    (Role::Annex, "schedule", "schedule jadual अनुसूची তফসিল"),
    (
        Role::Annex,
        "annex",
        "annex annexe anexo anexa allegato bijlage załącznik bilaga bilag vedlegg liite lisa příloha \
         príloha prilog priloga παράρτημα παραρτημα приложение додаток дадатак прилог დანართი հավելված תוספת \
         ภาคผนวก phụ_lục lampiran الملحق ملحق پیوست pielikums",
    ),
    (Role::Annex, "annex", "anlage anhang"),
    (Role::Annex, "appendix", "appendix appendice"),
    // With these the laws of Japan and Korea end, and count anew.
    (Role::Annex, "annex", "附則 부칙 別表 附表 별표 附件 附录"),
    (Role::Unit, "article", "art"),
];

/// Those behind their numbers.
pub(super) const BEHIND_NUMBERS: [Words; 7] = [
    (Role::Unit, "§", "§"),
    (Role::Unit, "article", "straipsnis cikk člen pants artikulua gr. бап берене modda зүйл"),
    (
        Role::Division,
        "chapter",
        "kap. luku skyrius fejezet nodaļa peatükk тарау бөлүм poglavje kafli",
    ),
    (Role::Division, "part", "osa rész dalis daļa"),
    (Role::Division, "division", "avd. jagu skirsnis oddelek cím"),
    (Role::Division, "book", "könyv knyga"),
    (Role::Annex, "annex", "melléklet priedas pielikums"),
];

/// Those of China, Japan and Korea, before and behind a number.
pub(super) const AROUND: [(Role, &str, &str, &str); 15] = [
    (Role::Unit, "article", "第", "条"),
    (Role::Unit, "article", "第", "條"),
    (Role::Unit, "article", "제", "조"),
    (Role::Division, "book", "第", "编"),
    (Role::Division, "part", "第", "編"),
    (Role::Division, "part", "제", "편"),
    (Role::Division, "chapter", "第", "章"),
    (Role::Division, "chapter", "제", "장"),
    (Role::Division, "section", "第", "節"),
    (Role::Division, "section", "第", "节"),
    (Role::Division, "section", "제", "절"),
    (Role::Division, "subdivision", "第", "款"),
    (Role::Division, "subdivision", "제", "관"),
    (Role::Annex, "annex", "別表第", ""),
    (Role::Annex, "annex", "별표", ""),
];

/// Before the number of what was inserted behind such a one: `第三条の二`, `第三条之二`, `제3조의2`.
pub(super) const INSERTED: [char; 3] = ['の', '之', '의'];

/// What Spanish laws end with: the first word of it, and the second.
pub(super) const DISPOSITIONS: [&str; 2] =
    ["disposición disposicion disposição", "adicional transitoria transitória derogatoria final"];

/// What comes behind a number only where a provision is spoken of.
pub(super) const SPOKEN_OF: &str = "absatz abs. abs satz nummer nr. buchstabe paragraph paragraphs \
                         paragraphe subsection apartado alinéa and or und oder et ou bis to of the in \
                         ust. ust pkt stk. mom. st. och ja samt eller من في و إلى و، 및 또는 내지 และ หรือ \
                         แห่ง वा या और";
