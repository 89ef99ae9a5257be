// The loader: the only file that a page names. It defines both elements and decides when the rest
// is fetched. It draws nothing, never throws into the page, and leaves the element's own content
// where it is until there is something to show in its place.

import { FRAGMENT_LINK, LOADER_WORDS, OPTIONS_SCRIPT, START_DISTANCE, TAG } from "./contract.js";
import { allowed, failure, reach, textAt } from "./fetching.js";
import { baseOf, languageOf, saysLinks, textOf } from "./options.js";

// For `embed.js`, whose address names a dataset.
export { holdTo } from "./fetching.js";

// What an element holds that readers see.
const CONTENT = ":scope > :not(script, template)";

const here = (path) => new URL(path, import.meta.url).href;

// What failed once is asked for anew the next time; what came is shared by every element.
const kept = new Map();
const once = (key, make) => {
  if (!kept.has(key)) {
    kept.set(key, make().catch((error) => {
      kept.delete(key);
      throw error;
    }));
  }
  return kept.get(key);
};

// How many modules have panicked, and what each element that draws with one does then.
let panics = 0;
const drawing = new Map();

/** Nothing may call a module that has panicked, so all that is drawn starts anew with another. */
const panicked = (message, busy) => {
  panics += 1;
  kept.clear();
  const all = [...drawing];
  drawing.clear();
  for (const [element, fall] of all) fall(element === busy && failure("internal", message));
};

const load = () => once("", async () => {
  const url = here(WIDGET_WASM);
  const code = here(WIDGET_MODULE);
  const fail = ({ message }) => {
    throw failure("module", `${message}; deploy the folder with all of its files`);
  };
  // With the same address, the same module would come again.
  const script = import(panics ? `${code}#${panics}` : code).catch(
    ({ message }) => fail({ message: `${code} cannot be imported (${message})` }),
  );
  // With `?integrity` behind the loader's address the module is held against what was built, which
  // costs its readers the compiling while it streams, and one way there and back.
  const strict = /[?&]integrity/.test(import.meta.url);
  const wasm = reach(url, strict ? (await script).integrity : "").catch(fail);
  wasm.catch(() => {});
  const widget = await script;
  await widget.start(await wasm, url, panicked, textAt);
  return widget;
});

const lawAt = (url) => once(url, async () => {
  const text = textAt(url).catch((error) => error);
  const law = await (await load()).lawFrom(await text, url);
  if (!law.sound) kept.delete(url); // what stands there may be mended
  return law;
});

// English is part of the module, and what readers get where their language's file doesn't come.
const wordsIn = (host, lang) => {
  const file = LANGUAGES[lang];
  return once(file ?? "en", async () => {
    const text = file && textAt(here(file)).catch((error) => error);
    const { wordsFrom } = await load();
    return wordsFrom(lang, await text, file, (error) => tell(host, error));
  });
};

const langOf = (element) => baseOf(element.closest("[lang]")?.lang);

/** The address of the law that an element shows, the bundled one's where it names none. */
export const datasetOf = (host) => {
  const address = textOf(host, "dataset");
  try {
    return address ? allowed(new URL(address, host.baseURI).href) : here(DEFAULT_DATASET);
  } catch ({ message }) {
    throw failure("dataset", `dataset: \`${address}\` is not an address to take (${message}); write it like \`/data/law.json\``);
  }
};

// By way of JSON, because frameworks hand over proxies, which cannot be cloned.
const copyOf = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

const tell = (host, error) => {
  if (error.name === "RuntimeError") return; // the trap of a panic, which has been told
  const { code = "internal", message } = error;
  console.warn(`${TAG}: ${message}`);
  const detail = { code, message, problems: [message] };
  host.dispatchEvent(new CustomEvent(`${TAG}:error`, { bubbles: true, composed: true, detail }));
};

class ProvisionExplorer extends HTMLElement {
  static source = import.meta.url;
  #internals = this.attachInternals();
  #dataset;
  #options;
  #law;
  #shown;
  #said;
  #handle;
  #attempt;
  #near;
  #line;
  #turn;
  #tapped;
  #retried;
  #resolve;

  /** Resolves once the explorer is on the screen. */
  whenReady = new Promise((resolve) => {
    this.#resolve = resolve;
  });

  // Where a page has handed over none, the name means what it means on any other element.
  get dataset() {
    return this.#dataset ? copyOf(this.#dataset) : super.dataset;
  }

  set dataset(value) {
    // Frameworks hand over an address in this way as well.
    const address = typeof value === "string";
    this.#dataset = address ? undefined : this.#taken("dataset", value);
    this.#law = undefined;
    if (address) this.setAttribute("dataset", value);
    this.#changed();
  }

  get options() {
    return copyOf(this.#options);
  }

  set options(value) {
    this.#options = this.#taken("options", value);
    this.#said = undefined;
    this.#changed();
  }

  /** A copy of what a page hands over; nothing, and said so, where it is no plain object. */
  #taken(name, value) {
    try {
      return copyOf(value);
    } catch (error) {
      tell(this, failure(name, `the property \`${name}\` is not a plain object (${error.message})`));
    }
  }

  /** Goes to a provision, given as a citation or an id; says whether the list has it. */
  select(provision, { focus = false } = {}) {
    return this.#ask("select", String(provision), focus);
  }

  next() {
    return this.#ask("next");
  }

  previous() {
    return this.#ask("previous");
  }

  reset() {
    return this.#ask("reset");
  }

  /** Asks for something of what is on the screen, after trying where it hasn't been tried. */
  async #ask(what, ...given) {
    this.#changed();
    await (this.#attempt ?? this.#start());
    return this.#handle ? this.#handle[what](...given) : false;
  }

  connectedCallback() {
    if (this.#attempt) return; // moved, not new
    // What a page set before this class was there lies over our own properties.
    for (const name of ["dataset", "options"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    // What is tapped in a drawing that came with the page waits for whoever can answer.
    this.shadowRoot?.addEventListener("click", ({ target }) => {
      if (!this.#handle) this.#tapped = target.closest(".root button");
    });
    this.#rest();
    this.#changes.observe(this, { attributes: true, characterData: true, childList: true, subtree: true });
    // Where the page is still being parsed, what this holds may not be there yet.
    if (document.readyState === "loading" && !this.nextSibling) {
      document.addEventListener("DOMContentLoaded", () => this.isConnected && this.connectedCallback(), { once: true });
      return;
    }
    // A link to what is on the screen leads there at once, wherever on the page that is.
    if (saysLinks(this)) {
      if (FRAGMENT_LINK.test(location.hash)) return void this.#start();
      addEventListener("popstate", this.#follow);
    }
    this.#near = new IntersectionObserver(
      (entries, near) => entries.forEach(({ isIntersecting, target }) => {
        if (isIntersecting) this.#start();
        // What has no box is where its parent is.
        else if (getComputedStyle(target).display === "contents") near.observe(target.parentElement ?? target.getRootNode().host);
      }),
      { rootMargin: `${START_DISTANCE}px` }, // how far from the reader's sight fetching starts
    );
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // Moving an element takes it out and puts it in again.
    setTimeout(() => {
      if (this.isConnected) return;
      this.#rest();
      this.#changes.disconnect();
      drawing.delete(this);
      this.#handle?.release();
      this.#handle = this.#attempt = undefined;
    });
  }

  // Attributes change, and options may be parsed or set by a framework only after the element is there.
  #changes = new MutationObserver(() => this.#changed());

  /** Begins anew where another law is asked for, and else takes changed options over. */
  #changed() {
    const said = [...this.attributes].map(({ name, value }) => name + value) + this.querySelector(OPTIONS_SCRIPT)?.textContent;
    if (this.#attempt && this.#source() !== this.#shown) this.#start();
    else if (said !== this.#said) this.#configure();
    this.#said = said;
  }

  // One call for all that a page changes in one go: the last of them finds its turn unchanged.
  async #configure() {
    if (!this.#handle) return;
    const turn = (this.#turn = {});
    const words = await this.#words();
    if (turn === this.#turn) this.#handle?.change(words, this.#options);
  }

  // A link in the story that says something to an explorer which isn't there yet.
  #follow = () => {
    if (FRAGMENT_LINK.test(location.hash)) this.#start().then(() => this.#handle?.follow());
  };

  /** No longer waits for a reason to start. */
  #rest() {
    this.#near?.disconnect();
    removeEventListener("popstate", this.#follow);
  }

  #lang() {
    return languageOf(this) ?? langOf(this);
  }

  #words() {
    return wordsIn(this, this.#lang());
  }

  /** A dataset by property, or else an address; the bundled one where there is neither. */
  #source() {
    return this.#dataset ?? textOf(this, "dataset");
  }

  async #lawOf() {
    if (!this.#dataset) return lawAt(datasetOf(this));
    const { lawFrom } = await load();
    return (this.#law ??= await lawFrom(JSON.stringify(this.#dataset), this.baseURI));
  }

  #start() {
    this.#rest();
    this.#say(0);
    this.#shown = this.#source();
    const attempt = Promise.all([load(), this.#lawOf(), this.#words()]).then(async ([widget, law]) => {
      const words = await this.#words(); // the language may have changed meanwhile
      if (attempt === this.#attempt) this.#draw(widget, law, words);
    }).catch((error) => {
      if (attempt === this.#attempt) this.#fail(error); // not removed, or started again, meanwhile
    });
    this.#attempt = attempt;
    return attempt;
  }

  #draw(widget, law, words) {
    if (!law.tell(this)) return this.#say(1);
    this.#handle?.release();
    drawing.set(this, (error) => {
      this.#handle = this.#law = undefined;
      widget.leave(this, error);
      if (error) this.#fail(error);
      else this.#start();
    });
    this.#handle = widget.attach(this, law, words, this.#options);
    this.#say();
    setTimeout(() => {
      this.#tapped?.click();
      this.#tapped = undefined;
    });
    this.#resolve(this);
  }

  #fail(error) {
    this.#say(1);
    tell(this, error);
  }

  /**
   * A line beneath the element's own content: loading (0), failed (1) with a way to try again. In the
   * shadow root, because what the page's own children are is a framework's to say.
   */
  #say(what) {
    this.#line?.remove();
    this.#internals.ariaBusy = what === 0 ? "true" : null;
    // Asking for the text takes long where there is much of it.
    const bare = !this.shadowRoot?.querySelector(".root") && !this.querySelector(CONTENT) && !this.innerText.trim();
    if (what === undefined || (what === 0 && !bare)) return;
    const [loading, failed, retry] = LOADER_WORDS[this.#lang()] ?? LOADER_WORDS.en;
    this.#line = document.createElement("p");
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!root.firstChild) root.append(document.createElement("slot"));
    root.append(this.#line);
    this.#line.append(what ? `${failed} ` : loading);
    if (what) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = retry;
      button.addEventListener("click", () => {
        this.#retried = true;
        this.#start();
      });
      this.#line.append(button);
      if (this.#retried) button.focus();
    }
  }
}

// What a mention needs of this file.
const LOADER = {
  drawing,
  load,
  tell,
  lawOf: (host) => lawAt(datasetOf(host)),
  wordsOf: (host) => wordsIn(host, langOf(host)),
};

/** A mention of a provision in the story's prose; without its script, it is text or a link. */
class ProvisionRef extends HTMLElement {
  connectedCallback() {
    import(here(MENTIONS)).then(({ mark }) => mark(this, LOADER), (error) => tell(this, error));
  }

  disconnectedCallback() {
    setTimeout(() => this.isConnected || drawing.get(this)?.());
  }
}

const earlier = customElements.get(TAG);
if (!earlier) customElements.define(TAG, ProvisionExplorer);
else if (earlier.source !== ProvisionExplorer.source) {
  console.warn(`${TAG} is already defined by ${earlier.source ?? "another script"}; load one copy`);
}
customElements.get("provision-ref") ?? customElements.define("provision-ref", ProvisionRef);
