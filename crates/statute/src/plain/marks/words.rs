//! The words by which laws begin their parts, in the languages that are read here.

use super::Role;

/// Words that begin heads, by what they begin. `Section` is a division where there are articles.
pub(super) const WORDS: [(Role, &str, &str); 20] = [
    (
        Role::Unit,
        "article",
        "article art. čl. чл. artikel artikkel artículo articulo articolo articolul artigo artykuł článek \
         άρθρο член статья стаття madde المادة مادة المادّة",
    ),
    (Role::Unit, "section", "section sec. section."),
    (Role::Unit, "clause", "clause"),
    (Role::Unit, "regulation", "regulation"),
    (Role::Unit, "rule", "rule"),
    (
        Role::Division,
        "part",
        "part teil partie parte deel część del osa parti дел část časť rész dalis daļa dio partea",
    ),
    (
        Role::Division,
        "chapter",
        "chapter kapitel kapittel chapitre capítulo capitulo capo hoofdstuk rozdział hlava \
         κεφάλαιο глава capitolul bölüm الفصل",
    ),
    (Role::Division, "title", "title titel titre título titulo titolo dział titlul"),
    (Role::Division, "book", "book buch livre libro الكتاب"),
    (
        Role::Division,
        "division",
        "division abschnitt sección seccion secção seção sezione afdeling avdelning avsnitt oddział القسم",
    ),
    (
        Role::Division,
        "subdivision",
        "subdivision unterabschnitt sous-section subsecção subsección subseção paragraphe",
    ),
    (Role::Division, "subpart", "subpart"),
    (Role::Division, "subchapter", "subchapter"),
    (Role::Division, "subtitle", "subtitle untertitel"),
    (Role::Division, "tome", "tome الباب"),
    (Role::Annex, "schedule", "schedule"),
    (
        Role::Annex,
        "annex",
        "annex annexe anexo allegato bijlage załącznik bilaga bilag vedlegg liite anexa příloha \
         παράρτημα приложение додаток الملحق",
    ),
    (Role::Annex, "annex", "anlage anhang"),
    (Role::Annex, "appendix", "appendix"),
    (Role::Unit, "article", "art"),
];

/// Words that stand behind their numbers.
pub(super) const BEHIND_NUMBERS: [(Role, &str, &str); 5] = [
    (Role::Unit, "§", "§"),
    (Role::Unit, "article", "straipsnis cikk"),
    (Role::Division, "chapter", "kap. luku skyrius fejezet"),
    (Role::Division, "part", "osa"),
    (Role::Division, "division", "avd."),
];

/// Words of China and Japan, which stand behind `第` and a number.
pub(super) const EASTERN: [(Role, &str, char); 7] = [
    (Role::Unit, "article", '条'),
    (Role::Unit, "article", '條'),
    (Role::Division, "chapter", '章'),
    (Role::Division, "section", '節'),
    (Role::Division, "section", '节'),
    (Role::Division, "part", '編'),
    (Role::Division, "subdivision", '款'),
];

/// What Spanish laws end with: the first word of it, and the second.
pub(super) const DISPOSITIONS: [&str; 2] =
    ["disposición disposicion disposição", "adicional transitoria transitória derogatoria final"];

/// What comes behind a number only where a provision is spoken of.
pub(super) const SPOKEN_OF: &str = "absatz abs. abs satz nummer nr. buchstabe paragraph paragraphs \
                         paragraphe subsection apartado alinéa and or und oder et ou bis to of the in \
                         ust. ust pkt stk. mom. st. och ja samt eller من في و إلى";
