// The public names and words, for the scripts. Generated from `crates/contract` by
// `cargo xtask generate`; change it there.

/** The element. */
export const TAG = "provision-explorer";

/** The element for a mention in prose. */
export const MENTION_TAG = "provision-ref";

/** The class of the script with options inside the element. */
export const OPTIONS_CLASS = "provision-explorer-options";

/** That script, as a child of the element. */
export const OPTIONS_SCRIPT = ":scope > script.provision-explorer-options";

/** The element's attributes. */
export const ATTRIBUTES = ["dataset", "highlight", "only", "view", "audience", "open", "heading", "dek", "heading-level", "lang", "theme", "loading", "deep-links", "notes"];

/** The names of options in JSON. */
export const OPTIONS = ["dataset", "highlight", "only", "view", "audience", "open", "heading", "dek", "headingLevel", "lang", "theme", "loading", "deepLinks", "notes"];

/** The words of `view`. */
export const VIEWS = ["provisions", "affected", "objections", "matrix"];

/** The words of `theme`. */
export const THEMES = ["light", "dark", "auto"];

/** The longest editor's note, in characters. */
export const LONGEST_NOTE = 280;

/** The keys of a fragment that are an explorer's. */
export const FRAGMENT_KEYS = ["pe", "view", "for", "by", "q", "org", "cell"];

/** A fragment that says something to an explorer. */
export const FRAGMENT_LINK = /[#&?;](pe|view|for|by|q|org|cell)=/;

/** A pair of a fragment that may be an explorer's. */
export const FRAGMENT_PAIR = /^(amp;)?((pe|for|by|q|org|cell)([=%]|$)|view=(provisions|affected|objections|matrix)(?![\w-]))/;

/** One that no page has by chance: from it on, such pairs are an explorer's. */
export const FRAGMENT_MARK = /^(amp;)?(pe([=%]|$)|view=(provisions|affected|objections|matrix)(?![\w-]))/;

/** The element's events. */
export const EVENTS = {
  ready: "provision-explorer:ready",
  select: "provision-explorer:select",
  filter: "provision-explorer:filter",
  share: "provision-explorer:share",
  error: "provision-explorer:error",
};

/** Events for pages that take over what the explorer does. */
export const PAGE_EVENTS = {
  reveal: "provision-explorer:reveal",
  visit: "provision-explorer:visit",
};

/** The `type` of each message between a frame and its story. */
export const MESSAGES = {
  ready: "provision-explorer:ready",
  height: "provision-explorer:height",
  reveal: "provision-explorer:reveal",
  view: "provision-explorer:view",
  hello: "provision-explorer:hello",
  story: "provision-explorer:story",
};

/** The names by which `::part()` reaches pieces of the explorer. */
export const PARTS = {
  root: "root",
  explorer: "explorer",
  title: "title",
  filters: "filters",
  views: "views",
  provision: "provision",
  concern: "concern",
  evidence: "evidence",
  foot: "foot",
};

/** Loading, failed, and what tries again, by language. */
export const LOADER_WORDS = {
  en: ["Loading …", "The explorer could not be loaded.", "Try again"],
  ar: ["جارٍ التحميل…", "تعذّر تحميل المستكشف.", "إعادة المحاولة"],
  de: ["Wird geladen …", "Die Übersicht konnte nicht geladen werden.", "Erneut versuchen"],
  es: ["Cargando…", "No se pudo cargar el explorador.", "Reintentar"],
  fr: ["Chargement…", "L’explorateur n’a pas pu être chargé.", "Réessayer"],
};

/** How long a request may bring nothing before it is given up, in seconds. */
export const STALL_SECONDS = 30;

/** How near the reader's sight an element starts to fetch, in pixels. */
export const START_DISTANCE = 800;

/** What a frame's address calls the accent on light and on dark backgrounds. */
export const ACCENTS = ["accent", "accent-dark"];

/** The custom property of the accent. */
export const ACCENT_PROPERTY = "--provision-explorer-accent";

/** The accent where no page sets one. */
export const ACCENT = "light-dark(#0b5487, #86c6f4)";

/** The background where no page sets one. */
export const PAPER = "light-dark(#ffffff, #17191c)";
