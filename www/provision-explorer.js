// The loader: the only file that a page names. It defines both elements and decides when the rest
// is fetched. It draws nothing, never throws into the page, and leaves the element's own content
// where it is until there is something to show in its place.

import { FRAGMENT_LINK, MENTION_TAG, OPTIONS_SCRIPT, START_DISTANCE, TAG } from "./contract.js";
import { failure } from "./fetching.js";
import { catalogueOf, datasetOf, here, langOf, load, recoveries, tell } from "./loading.js";
import { languageOf, saysLinks, textOf } from "./options.js";
import { FAILED, LOADING, statusLine } from "./status.js";

// For `embed.js`, whose address names a dataset.
export { holdTo } from "./fetching.js";
export { datasetAddress } from "./loading.js";

// By way of JSON, because frameworks hand over proxies, which cannot be cloned.
const copyOf = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

class ProvisionExplorer extends HTMLElement {
  static source = BUNDLED ? "a bundle of scripts" : import.meta.url;
  #internals = this.attachInternals();
  #dataset;
  #options;
  #handed;
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
    this.#handed = undefined;
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
      recoveries.delete(this);
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
    const catalogue = await this.#catalogue();
    if (turn === this.#turn) this.#handle?.change(catalogue, this.#options);
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

  #catalogue() {
    return catalogueOf(this, this.#lang());
  }

  /** A dataset by property, or else an address; the bundled one where there is neither. */
  #source() {
    return this.#dataset ?? textOf(this, "dataset");
  }

  async #datasetHandle() {
    if (!this.#dataset) return datasetOf(this);
    const { datasetFrom } = await load();
    return (this.#handed ??= await datasetFrom(JSON.stringify(this.#dataset), this.baseURI));
  }

  #start() {
    this.#rest();
    this.#setStatus(LOADING);
    this.#shown = this.#source();
    const attempt = Promise.all([load(), this.#datasetHandle(), this.#catalogue()]).then(async ([widget, dataset]) => {
      const catalogue = await this.#catalogue(); // the language may have changed meanwhile
      if (attempt === this.#attempt) this.#draw(widget, dataset, catalogue);
    }).catch((error) => {
      if (attempt === this.#attempt) this.#fail(error); // not removed, or started again, meanwhile
    });
    this.#attempt = attempt;
    return attempt;
  }

  #draw(widget, dataset, catalogue) {
    if (!dataset.tell(this)) return this.#setStatus(FAILED);
    this.#handle?.release();
    recoveries.set(this, (error) => {
      this.#handle = this.#handed = undefined;
      widget.leave(this, error);
      if (error) this.#fail(error);
      else this.#start();
    });
    this.#handle = widget.attach(this, dataset, catalogue, this.#options);
    this.#setStatus();
    setTimeout(() => {
      this.#tapped?.click();
      this.#tapped = undefined;
    });
    this.#resolve(this);
  }

  #fail(error) {
    this.#setStatus(FAILED);
    tell(this, error);
  }

  /** Says above the element's own content that it is loading or has failed; nothing without a status. */
  #setStatus(status) {
    this.#line?.remove();
    this.#internals.ariaBusy = status === LOADING ? "true" : null;
    this.#line = statusLine(this, status, this.#lang(), () => {
      this.#retried = true;
      this.#start();
    });
    if (this.#retried) this.#line?.querySelector("button")?.focus();
  }
}

// What a mention needs of this file.
const LOADER = { recoveries, load, tell, datasetOf, catalogueOf };

/** A mention of a provision in the story's prose; without its script, it is text or a link. */
class ProvisionRef extends HTMLElement {
  connectedCallback() {
    import(BUNDLED ? MENTIONS : here(MENTIONS)).then(({ mark }) => mark(this, LOADER), (error) => tell(this, error));
  }

  disconnectedCallback() {
    setTimeout(() => this.isConnected || recoveries.get(this)?.());
  }
}

const earlier = customElements.get(TAG);
if (!earlier) customElements.define(TAG, ProvisionExplorer);
else if (earlier.source !== ProvisionExplorer.source) {
  console.warn(`${TAG} is already defined by ${earlier.source ?? "another script"}; load one copy`);
}
customElements.get(MENTION_TAG) ?? customElements.define(MENTION_TAG, ProvisionRef);
