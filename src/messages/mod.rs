//! The interface's own words: one catalogue a language, one file a catalogue. A missing word is a
//! compile error, because a catalogue is a struct. The dataset's words are not here.
//!
//! English is part of the module. The others become a file each, which the loader fetches where a
//! page asks for it, so a language costs only its own readers (`lines`). `build.rs` finds them.

mod en;
mod lines;
mod plural;
#[cfg(test)]
mod tests;

use dataset::{
    Basis, CalendarDate, GroupKind, NamedAs, OrganisationKind, Relation, ReplyKind, RequestKind,
    Role, Stance, Wording,
};
use explorer::ViewKind;

use lines::{Lines as _, lines};
pub(crate) use plural::{Counted, Plural};

lines! {
    /// The words of one language. `{n}` stands for a number, `{a}` and `{b}` for words or numbers
    /// filled in.
    #[derive(Clone, Copy, Debug)]
    pub struct Catalogue {
        /// BCP 47 tag.
        pub tag: &'static str,
        /// Which plural forms the language has.
        pub plural: Plural,
        /// The months, January first.
        pub months: [&'static str; 12],
        /// How the first day of a month is written before the month's name.
        pub first_of_month: &'static str,
        /// A date: `{n}` is the day, `{a}` the month and `{b}` the year.
        pub full_date: &'static str,
        /// A date whose day is not known: `{a}` is the month and `{b}` the year.
        pub month_of_year: &'static str,

        /// Names of the views.
        pub views: [&'static str; ViewKind::ALL.len()],
        /// Label of the view switch, for those who do not see it.
        pub view_switch: &'static str,
        /// What this is, beneath the title.
        pub dek: &'static str,
        /// In how many documents the criticism stands.
        pub criticism: Counted,
        /// `{a}`: the drafts that it is of; follows the number of documents.
        pub of_earlier: &'static str,
        /// `{a}`: the present wording.
        pub since: &'static str,
        /// No concern has been compared with the present wording.
        pub not_compared: &'static str,
        /// How many see it otherwise.
        pub otherwise: Counted,
        /// Head of those.
        pub who_otherwise: &'static str,
        /// Head of others who comment, but do not see it otherwise in all that they say.
        pub who_comments: &'static str,
        /// "as of {a}", a date.
        pub as_of: &'static str,
        /// The status may have changed since.
        pub stale: &'static str,
        /// Who says so, a link behind an event.
        pub event_source: &'static str,

        /// Head of the picture of the law, before in how many documents it counts.
        pub picture: &'static str,
        /// What its blocks are.
        pub picture_blocks: &'static str,
        /// The same where the highest column stands for {a} concerns.
        pub picture_scaled: &'static str,
        /// The same where columns are of several provisions, {a} of which at most are objected to.
        pub picture_binned: &'static str,
        /// What a column is for.
        pub picture_choose: &'static str,
        /// From a part of the picture back to all of it.
        pub picture_whole: &'static str,
        /// How many of {a} provisions are said to affect a reader's groups.
        pub picture_about: Counted,
        /// Civil society, as a side.
        pub civil_society: &'static str,
        /// Industry, as a side.
        pub industry: &'static str,
        /// Whoever objects and belongs to neither.
        pub other_critics: &'static str,
        /// Where the first side's blocks stand: "Above the line: {a}".
        pub above_line: &'static str,
        /// The second's.
        pub below_line: &'static str,
        /// The third's.
        pub second_line: &'static str,
        /// How many provisions of several are objected to.
        pub objected_to: Counted,
        /// How many concerns more than one side raises.
        pub shared: Counted,
        /// The documents don't name a provision.
        pub not_named: &'static str,
        /// They name a part of it alone.
        pub named_in_part: &'static str,
        /// They mention it, and don't object to it.
        pub only_mentioned: &'static str,
        /// Sides object to it, and want different things.
        pub sides_apart: &'static str,

        /// The question above the groups to tap.
        pub affects_me: &'static str,
        /// "I am …", the lens.
        pub lens: &'static str,
        /// The lens before anything is chosen.
        pub lens_none: &'static str,
        /// "Source", the choice of sources.
        pub raised_by: &'static str,
        /// Before a source is chosen.
        pub raised_by_any: &'static str,
        /// Label of the search field.
        pub search: &'static str,
        /// Takes all filters away.
        pub clear: &'static str,
        /// Leads past the explorer.
        pub skip: &'static str,
        /// What that leads to.
        pub end: &'static str,
        /// Leads to what is chosen, from the bar.
        pub change: &'static str,
        /// Leads past the explorer, from the bar.
        pub to_story: &'static str,
        /// What the numbers beside choices count, for "… in these {n} documents".
        pub counted: &'static str,

        /// How many provisions are listed, without a filter.
        pub provisions: Counted,
        /// "{n} of {a} provisions".
        pub provisions_of: Counted,
        /// Said behind a count where results stand by rank.
        pub ranked: &'static str,
        /// How many organisations are listed.
        pub organisations: Counted,
        /// "{n} provisions by {a} groups".
        pub matrix_size: Counted,
        /// "and {a} more", a number, behind names.
        pub and_more: &'static str,
        /// Draws the page before.
        pub show_earlier: &'static str,
        /// Draws the next page.
        pub show_more: &'static str,
        /// Draws all {a}, a number.
        pub show_all: &'static str,
        /// Which part of a list is drawn, {a} to {b} of {n}, and that "find in page" sees no more.
        pub part_shown: &'static str,
        /// "of {a} in all, the rest is on its way", behind a count.
        pub rest_coming: &'static str,
        /// The same where it didn't come.
        pub rest_failed: &'static str,
        /// The same where nothing will come: "of {a} in all".
        pub rest_elsewhere: &'static str,
        /// What is searched of a law whose texts aren't here.
        pub heads_searched: &'static str,
        /// The same where the other words didn't come, behind that.
        pub words_failed: &'static str,
        /// Something is on its way.
        pub loading: &'static str,
        /// Details of a provision didn't come.
        pub not_loaded: &'static str,
        /// Fetches again what didn't come.
        pub try_again: &'static str,
        /// Nothing is listed; what to do.
        pub empty: &'static str,
        /// Nothing is listed for a text looked for, `{a}`.
        pub empty_query: &'static str,
        /// What is chosen, `{a}`, where that leaves nothing.
        pub chosen: &'static str,
        /// Button: take back what is chosen, and look for the same.
        pub without_choice: &'static str,
        /// For `{a}`, found nowhere, this shows `{b}`.
        pub instead: &'static str,
        /// Before words to look for instead.
        pub nearest: &'static str,
        /// Before words out of what is said of a provision in short.
        pub in_summary: &'static str,

        /// The newsroom highlighted this.
        pub highlighted: &'static str,
        /// Head of the newsroom's note.
        pub newsroom_note: &'static str,
        /// The heading waits to be compared with the official text.
        pub heading_unverified: &'static str,
        /// How many concerns.
        pub concerns: Counted,
        /// The head above the concerns about a provision that a choice leaves out.
        pub other_concerns: Counted,
        /// How many concerns about provisions inside this one.
        pub within_count: Counted,
        /// How many groups are affected.
        pub groups_affected: Counted,
        /// "raised in {a}", documents.
        pub raised_in: &'static str,
        /// "in these {n} documents".
        pub in_documents: Counted,
        /// "According to {a}", documents.
        pub according_to: &'static str,
        /// The law's own words.
        pub own_words: &'static str,
        /// A link to the official text.
        pub official_text: &'static str,
        /// Unfolds an earlier draft's words, {a}, beside the present ones.
        pub changed_since: &'static str,
        /// Where every word is that of an earlier draft, {a}.
        pub same_words: &'static str,
        /// Before words that the present text lacks, for who doesn't see that they are struck through.
        pub dropped: &'static str,
        /// Before words that are new in it.
        pub added: &'static str,
        /// Held up as a contrast in concerns about {a}.
        pub contrasted_in: &'static str,
        /// Mentioned in concerns about {a}.
        pub mentioned_in: &'static str,
        /// Head of what others say to a concern.
        pub replies: &'static str,
        /// That a reply is about this is the editors' reading, because.
        pub reply_inferred: &'static str,
        /// That a source is about this draft is the editors' reading, because.
        pub draft_inferred: &'static str,
        /// Nobody raised a concern about this very provision.
        pub no_concern: &'static str,
        /// Head of the list of provisions inside this one.
        pub within: &'static str,
        /// "Part of {a}".
        pub part_of: &'static str,
        /// Head of requests that answer no single concern.
        pub other_requests: &'static str,

        /// The source says so.
        pub stated: &'static str,
        /// The editor concludes it.
        pub inferred: &'static str,
        /// Nobody is named.
        pub none_found: &'static str,
        /// Marks a group that is in the reader's lens.
        pub you: &'static str,
        /// "Also about {a}".
        pub also_about: &'static str,
        /// Before the provision where a concern stands in full.
        pub in_full_at: &'static str,
        /// "about {a}", a draft.
        pub on_draft: &'static str,
        /// A link to the archived copy.
        pub archived: &'static str,
        /// A link opens a page elsewhere, for those who do not see the arrow.
        pub elsewhere: &'static str,
        /// "Written by {a}".
        pub issued_by: &'static str,
        /// How many signed.
        pub signed_by: Counted,
        /// How many are named as sharing the concern.
        pub named_by: Counted,
        /// "for some of its concerns: {a}".
        pub for_some: &'static str,
        /// "Mentioned in the document ({a}); did not sign".
        pub named_in_document: &'static str,
        /// What being named means.
        pub named_means: &'static str,
        /// Head of what is asked for.
        pub requests: &'static str,
        /// "asked of: {a}", whom a request is made of.
        pub asked_of: &'static str,
        /// Head of other law.
        pub other_law: &'static str,

        /// Closes a card from its end.
        pub close: &'static str,
        /// "Previous: {a}".
        pub previous: &'static str,
        /// "Next: {a}".
        pub next: &'static str,
        /// Copies a link to what is on the screen.
        pub copy_link: &'static str,
        /// It has been copied.
        pub link_copied: &'static str,
        /// Copies a citation of the provision and its sources.
        pub copy_citation: &'static str,
        /// It has been copied.
        pub citation_copied: &'static str,
        /// Copying is not allowed here; the text to copy follows.
        pub copy_by_hand: &'static str,

        /// Looks through the lens of a group.
        pub look_as: &'static str,
        /// What is counted for camps.
        pub camps_means: &'static str,
        /// That kinds are the editors'.
        pub kinds_mean: &'static str,
        /// "Mentioned by {a}".
        pub named_by_issuer: &'static str,
        /// Head of the provisions that a document objects to.
        pub objects_to: &'static str,
        /// The same where a filter leaves some of them out.
        pub objects_to_shown: &'static str,
        /// What a signature stands for.
        pub signed_whole: &'static str,
        /// What being named stands for, where it is for no concerns in particular.
        pub named_whole: &'static str,
        /// Head of a stance towards the law as a whole.
        pub stance: &'static str,

        /// What the matrix is, for those who do not see it.
        pub matrix_caption: &'static str,
        /// Head of the column of provisions.
        pub provision: &'static str,
        /// A cell: "{n} concerns: {a}, {b}".
        pub cell: Counted,
        /// Scale of the shades.
        pub scale: &'static str,
        /// Shows the table in place of lists.
        pub show_table: &'static str,
        /// Shows lists in place of the table.
        pub show_lists: &'static str,
        /// Head of provisions by how many groups they affect.
        pub most_groups: &'static str,
        /// Head of groups by how many provisions affect them.
        pub most_provisions: &'static str,

        /// "Edition {a}, {b}": number and date.
        pub edition: &'static str,
        /// Head of corrections.
        pub corrections: &'static str,
        /// None so far.
        pub no_corrections: &'static str,
        /// Head of who is missing.
        pub missing: &'static str,
        /// Head of sources.
        pub sources: &'static str,
        /// What stated, inferred and none found mean.
        pub labels_mean: &'static str,
        /// How the dataset was made.
        pub made: &'static str,
        /// Nobody was asked for a reply.
        pub nobody_asked: &'static str,
        /// "Translated by {a}".
        pub translated_by: &'static str,
        /// Downloads the data as JSON.
        pub download_json: &'static str,
        /// Downloads the data as CSV.
        pub download_csv: &'static str,
        /// Prints.
        pub print: &'static str,
        /// Button: print all that there is, not what the reader chose.
        pub print_all: &'static str,

        /// Kinds of groups, as heads of columns.
        pub group_kinds: [&'static str; GroupKind::ALL.len()],
        /// Kinds of organisations, as heads of lists.
        pub kind_heads: [&'static str; OrganisationKind::ALL.len()],
        /// Roles.
        pub roles: [&'static str; Role::ALL.len()],
        /// What a document says of somebody whom it names.
        pub named_as: [&'static str; NamedAs::ALL.len()],
        /// Kinds of requests.
        pub request_kinds: [&'static str; RequestKind::ALL.len()],
        /// Relations to other law.
        pub relations: [&'static str; Relation::ALL.len()],
        /// The same where a source only fears them.
        pub relations_feared: [&'static str; Relation::ALL.len()],
        /// What became of the wording, as sentences.
        pub wordings: [&'static str; Wording::ALL.len()],
        /// Stances.
        pub stances: [&'static str; Stance::ALL.len()],
        /// Kinds of replies.
        pub reply_kinds: [&'static str; ReplyKind::ALL.len()],
        /// Opening and closing quotation marks.
        pub quotes: [&'static str; 2],
        /// What stands between a word and what explains it.
        pub colon: &'static str,
        /// What stands between the items of a list.
        pub comma: &'static str,
    }
}

/// What is said of a language where the module is not there, besides the words that are in its
/// catalogue.
#[cfg(every_language)]
struct About {
    /// Its name in its own words.
    name: &'static str,
    /// Its name in English.
    english: &'static str,
    /// The explorer could not be fetched.
    failed: &'static str,
}

/// What is right in a language, for the tests.
#[cfg(test)]
struct Sample {
    /// 1 and 29 February 2024, and that month.
    dates: [&'static str; 3],
    /// Numbers of provisions, in each plural form.
    provisions: &'static [(usize, &'static str)],
    /// Punctuation that its messages never have.
    foreign: &'static [&'static str],
    /// The messages that are the same in English.
    as_in_english: &'static [&'static str],
}

/// A catalogue in use. Two are the same where they are the same language.
#[derive(Clone, Copy, Debug)]
pub struct Language(&'static Catalogue);

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl std::ops::Deref for Language {
    type Target = Catalogue;

    fn deref(&self) -> &Catalogue {
        self.0
    }
}

impl Language {
    /// The language of a tag, or of the language that the tag begins with.
    #[cfg(every_language)]
    pub fn of(tag: &str) -> Option<Self> {
        let base = tag.split('-').next().unwrap_or(tag);
        Self::ALL.into_iter().find(|language| language.tag.eq_ignore_ascii_case(base))
    }

    /// English, which every newsroom's developers can read.
    pub fn fallback() -> Self {
        Self(&en::WORDS)
    }

    /// A language from the file that [`to_file`](Self::to_file) makes of it. It stays in memory as
    /// long as the page.
    pub fn from_file(text: String) -> Self {
        let mut catalogue = Box::new(en::WORDS);
        catalogue.take(&mut text.leak().lines());
        Self(Box::leak(catalogue))
    }

    #[cfg(every_language)]
    fn described_by(self, about: &About) -> contract::languages::Language {
        contract::languages::Language {
            tag: self.tag,
            name: about.name,
            english: about.english,
            loading: self.loading,
            failed: about.failed,
            retry: self.try_again,
        }
    }

    /// The catalogue as a text, a line for each of its words in their order.
    #[cfg(every_language)]
    pub fn to_file(&self) -> String {
        let mut lines = Vec::new();
        self.0.put(&mut lines);
        // By its first line and its last the loader knows that it is this file, and whole.
        lines.push(self.tag);
        lines.join("\n")
    }

    /// A date, as precise as it is known.
    pub fn date(&self, date: CalendarDate) -> String {
        let year = date.year().to_string();
        let Some(month) = date.month() else { return year };
        let month = nth(&self.months, usize::from(month) - 1);
        let (pattern, day) = match date.day() {
            None => (self.month_of_year, String::new()),
            Some(1) => (self.full_date, self.first_of_month.to_owned()),
            Some(day) => (self.full_date, day.to_string()),
        };
        fill(pattern, &[("n", &day), ("a", month), ("b", &year)])
    }

    /// A counted message with its number, and `{a}` filled in.
    pub fn count(&self, message: &Counted, number: usize, a: &str) -> String {
        let form = message.form(&self.plural, number);
        fill(form, &[("n", &number.to_string()), ("a", a)])
    }

    /// The name of a view.
    pub fn view(&self, view: ViewKind) -> &'static str {
        nth(&self.views, view as usize)
    }

    /// A kind of group as the head of columns.
    pub fn group_kind(&self, it: GroupKind) -> &'static str {
        nth(&self.group_kinds, it as usize)
    }

    /// A kind of organisation as the head of a list.
    pub fn kind_head(&self, it: OrganisationKind) -> &'static str {
        nth(&self.kind_heads, it as usize)
    }

    /// A role.
    pub fn role(&self, it: Role) -> &'static str {
        nth(&self.roles, it as usize)
    }

    /// What a document says of somebody whom it names.
    pub fn named_as(&self, it: NamedAs) -> &'static str {
        nth(&self.named_as, it as usize)
    }

    /// A kind of request.
    pub fn request_kind(&self, it: RequestKind) -> &'static str {
        nth(&self.request_kinds, it as usize)
    }

    /// A relation to other law.
    pub fn relation(&self, it: Relation) -> &'static str {
        nth(&self.relations, it as usize)
    }

    /// A relation to other law that a source only fears.
    pub fn relation_feared(&self, it: Relation) -> &'static str {
        nth(&self.relations_feared, it as usize)
    }

    /// What became of a wording.
    pub fn wording(&self, it: Wording) -> &'static str {
        nth(&self.wordings, it as usize)
    }

    /// A stance.
    pub fn stance_word(&self, it: Stance) -> &'static str {
        nth(&self.stances, it as usize)
    }

    /// A kind of reply.
    pub fn reply_kind(&self, it: ReplyKind) -> &'static str {
        nth(&self.reply_kinds, it as usize)
    }

    /// On whose word.
    pub fn basis(&self, basis: Basis) -> &'static str {
        match basis {
            Basis::Stated => self.stated,
            Basis::Inferred => self.inferred,
        }
    }
}

/// Lists every language, by the names of their modules.
#[cfg(every_language)]
macro_rules! every {
    ($($name:ident)*) => {
        impl Language {
            /// Every language that the interface speaks, English first.
            pub const ALL: [Self; [$(stringify!($name)),*].len()] =
                [$(Self(&$name::WORDS)),*];

            /// The same, with what is said of them where the module is not there.
            pub fn described() -> Vec<contract::languages::Language> {
                vec![$(Self(&$name::WORDS).described_by(&$name::ABOUT)),*]
            }

            #[cfg(test)]
            const SAMPLES: [(Self, &Sample); Self::ALL.len()] =
                [$((Self(&$name::WORDS), &$name::SAMPLE)),*];
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Words for each value of a type, each beside its value and in the type's order: one that is
/// missing, or stands in another's place, doesn't compile.
macro_rules! words {
    ($type:ident { $($value:ident $words:expr,)* }) => {{
        const ORDER: [usize; $type::ALL.len()] = [$($type::$value as usize),*];
        const _: () = $crate::messages::in_order(&ORDER);
        [$($words),*]
    }};
}

use words;

/// Fails, while it is compiled, where words stand in another order than the values they are for.
const fn in_order(mut order: &[usize]) {
    let mut place = 0;
    while let [first, rest @ ..] = order {
        assert!(*first == place, "the words stand in another order than their values");
        (order, place) = (rest, place + 1);
    }
}

fn nth(words: &[&'static str], place: usize) -> &'static str {
    words.get(place).copied().unwrap_or_default()
}

/// A message with its gaps, such as `{a}`, filled in, each by its name.
pub fn fill(message: &str, gaps: &[(&str, &str)]) -> String {
    let mut pieces = message.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        let gap = gaps.iter().find(|(gap, _)| *gap == name);
        filled.push_str(gap.map_or("", |(_, words)| words));
        filled.push_str(rest);
    }
    filled
}

/// A message with `{a}` filled in.
pub fn with(message: &str, a: &str) -> String {
    fill(message, &[("a", a)])
}

/// What stands before and after a message's gap.
pub fn around(message: &str) -> (&str, &str) {
    let (before, rest) = message.split_once('{').unwrap_or((message, ""));
    (before, rest.split_once('}').unwrap_or_default().1)
}
