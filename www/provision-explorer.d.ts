// The types of Provision Explorer. Generated from `crates/contract` by
// `cargo xtask generate`; change it there.

/** The options; what is missing holds by default. */
export interface ProvisionExplorerOptions {
  /** address of a dataset; without it, the bundled one */
  dataset?: string;
  /** provisions that the story speaks of, in editorial order */
  highlight?: string | string[];
  /** show the highlighted provisions alone, with what is inside them */
  only?: boolean;
  /** the view to begin with */
  view?: "provisions" | "affected" | "objections" | "matrix";
  /** groups of people to begin with, by id (`journalists`) or label */
  audience?: string | string[];
  /** the one provision that is open at first */
  open?: string;
  /** a heading in place of the law's short title */
  heading?: string;
  /** one or two sentences beneath the heading that say what this is; without it, a general one */
  dek?: string;
  /** level of the heading in the page's outline; those inside follow it, down to the sixth. Without it, the second */
  headingLevel?: 2 | 3 | 4 | 5 | 6;
  /** the interface's language, a BCP 47 tag; without it, that of the text around the element, or else English */
  lang?: string;
  /** light, dark, or as the page's own `color-scheme` says */
  theme?: "light" | "dark" | "auto";
  /** when it is fetched. For readers who save data, and with `interaction`, it waits for the first sign that somebody acts on it, where the page has its text or first view; otherwise, and without this, until it is near */
  loading?: "visible" | "idle" | "interaction";
  /** read and write the page's fragment, and offer "Copy link"; for one explorer a page, a second is told so */
  deepLinks?: boolean;
  /** the editor's notes by provision, one line each; JSON as an attribute */
  notes?: Record<string, string>;
}

/** The `detail` of `provision-explorer:ready`: the explorer is on the screen. */
export interface ReadyDetail {
  /** the dataset's id */
  dataset: string;
  /** its edition's number */
  edition: number;
  /** how many provisions the list has before any filter */
  provisions: number;
}

/** The `detail` of `provision-explorer:select`: a provision was opened or closed. */
export interface SelectDetail {
  /** the provision */
  id: string;
  /** as the dataset cites it */
  citation: string;
  /** whether it is open now */
  open: boolean;
}

/** The `detail` of `provision-explorer:filter`: view, lens, sources or search changed. */
export interface FilterDetail {
  /** the view */
  view: "provisions" | "affected" | "objections" | "matrix";
  /** ids of the groups chosen */
  audience: string[];
  /** ids of the sources chosen */
  sources: string[];
  /** the text searched for */
  query: string;
  /** how many provisions remain */
  provisions: number;
}

/** The `detail` of `provision-explorer:share`: the reader copies a link or a citation. */
export interface ShareDetail {
  /** which of the two */
  kind: "link" | "citation";
  /** what is copied */
  text: string;
}

/** The `detail` of `provision-explorer:error`: something is wrong. */
export interface ErrorDetail {
  /** what it is about */
  code: "module" | "dataset" | "options" | "internal";
  /** a sentence that says what, where, and what would be right */
  message: string;
  /** every problem, a sentence each */
  problems: string[];
}

/** `<provision-explorer>`. */
export interface ProvisionExplorerElement extends HTMLElement {
  /** a dataset as a plain object, in the place of an address. A copy is taken; setting it again begins anew. A text is taken for an address and goes to the attribute, because frameworks set it so */
  get dataset(): any;
  set dataset(value: object | string | null | undefined);
  /** the options as a plain object; a copy is taken */
  get options(): ProvisionExplorerOptions | undefined;
  set options(value: ProvisionExplorerOptions | null | undefined);
  /** a promise of the element, kept once the explorer is first on the screen. It is never rejected: listen to `error` */
  readonly whenReady: Promise<ProvisionExplorerElement>;
  /** opens a provision, given as a citation or an id, and brings it into sight; with `focus: true` the focus, too. Resolves to whether the list has it, and to `undefined` where the index of a large law cannot be had; with `only`, a provision that was left out is not there */
  select(provision: string, how?: { focus?: boolean }): Promise<boolean | undefined>;
  /** opens the provision after the one read last, and closes that; a reader's own "Next" leaves it open */
  next(): Promise<void>;
  /** opens the provision before the one read last, and closes that */
  previous(): Promise<void>;
  /** returns to what the newsroom chose at first */
  reset(): Promise<void>;
}

/** The events by their names. */
export interface ProvisionExplorerEvents {
  /** the explorer is on the screen */
  "provision-explorer:ready": CustomEvent<ReadyDetail>;
  /** a provision was opened or closed */
  "provision-explorer:select": CustomEvent<SelectDetail>;
  /** view, lens, sources or search changed */
  "provision-explorer:filter": CustomEvent<FilterDetail>;
  /** the reader copies a link or a citation */
  "provision-explorer:share": CustomEvent<ShareDetail>;
  /** something is wrong */
  "provision-explorer:error": CustomEvent<ErrorDetail>;
  /** sent from a part that is about to be scrolled into sight, `event.composedPath()[0]`; where it is cancelled, the page scrolls */
  "provision-explorer:reveal": Event;
  /** sent from `window` once the page's fragment was written */
  "provision-explorer:visit": Event;
}

/** What a template may set of `<provision-explorer>`. */
export interface ProvisionExplorerAttributes {
  /** address of a dataset; without it, the bundled one */
  "dataset"?: string | object;
  /** provisions that the story speaks of, in editorial order */
  "highlight"?: string;
  /** show the highlighted provisions alone, with what is inside them */
  "only"?: boolean;
  /** the view to begin with */
  "view"?: "provisions" | "affected" | "objections" | "matrix";
  /** groups of people to begin with, by id (`journalists`) or label */
  "audience"?: string;
  /** the one provision that is open at first */
  "open"?: string;
  /** a heading in place of the law's short title */
  "heading"?: string;
  /** one or two sentences beneath the heading that say what this is; without it, a general one */
  "dek"?: string;
  /** level of the heading in the page's outline; those inside follow it, down to the sixth. Without it, the second */
  "heading-level"?: 2 | 3 | 4 | 5 | 6 | "2" | "3" | "4" | "5" | "6";
  /** the interface's language, a BCP 47 tag; without it, that of the text around the element, or else English */
  "lang"?: string;
  /** light, dark, or as the page's own `color-scheme` says */
  "theme"?: "light" | "dark" | "auto";
  /** when it is fetched. For readers who save data, and with `interaction`, it waits for the first sign that somebody acts on it, where the page has its text or first view; otherwise, and without this, until it is near */
  "loading"?: "visible" | "idle" | "interaction";
  /** read and write the page's fragment, and offer "Copy link"; for one explorer a page, a second is told so */
  "deep-links"?: boolean;
  /** the editor's notes by provision, one line each; JSON as an attribute */
  "notes"?: string;
  /** the options as a plain object; a copy is taken */
  options?: ProvisionExplorerOptions | null | undefined;
}

/** What a template may set of `<provision-ref>`. */
export interface ProvisionRefAttributes {
  /** the provision, given as a citation or an id; without it the element's own text is read */
  to?: string;
  /** the dataset of the card that opens in place; without it, the bundled one */
  dataset?: string;
  /** the language of that card */
  lang?: string;
  /** light or dark, for that card */
  theme?: "light" | "dark" | "auto";
}

declare global {
  interface HTMLElementTagNameMap {
    "provision-explorer": ProvisionExplorerElement;
    "provision-ref": HTMLElement;
  }

  interface GlobalEventHandlersEventMap extends ProvisionExplorerEvents {}
}

export {};
