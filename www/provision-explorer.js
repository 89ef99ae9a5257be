// The loader: the only file that a page names. It defines both elements and decides when the rest
// is fetched. It draws nothing, never throws into the page, and leaves the element's own content
// where it is until there is something to show in its place.

import { here, load, widget } from "./asking.js";
import { FRAGMENT_LINK, MENTION_TAG, START_DISTANCE, TAG } from "./contract.js";
import { failure, tell } from "./failing.js";
import { langOf, languageOf, saysLinks, textOf } from "./options.js";
import { FAILED, LIVE, LOADING, hasText, lineAbove, statusLine, wordsIn } from "./status.js";

// For `embed.js`, whose address names a dataset.
export { holdTo } from "./asking.js";

// By way of JSON, because frameworks hand over proxies, which cannot be cloned.
const copyOf = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

// What a reader does to an element.
const INPUTS = ["pointermove", "pointerup", "focusin", "keydown", "click", "input", "change", "toggle"];

class ProvisionExplorer extends HTMLElement {
  static source = BUNDLED ? "a bundle of scripts" : import.meta.url;
  #internals = this.attachInternals();
  #dataset;
  #options;
  #drawing;
  #status;
  #unfolded;
  #near;
  #line;
  #retried;
  #resolve;
  #early = [];
  #replay;

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
    if (address) this.setAttribute("dataset", value);
    this.#changed();
  }

  get options() {
    return copyOf(this.#options);
  }

  set options(value) {
    this.#options = this.#taken("options", value);
    this.#changed();
  }

  /** A copy of what a page hands over; nothing, and said so, where it is no plain object. */
  #taken(name, value) {
    try {
      return copyOf(value);
    } catch (error) {
      tell(this, failure(name, `property \`${name}\`: not a plain object (${error.message})`));
    }
  }

  /** Goes to a provision, given as a citation or an id; says whether the list has it. */
  select(provision, { focus = false, since } = {}) {
    return this.#ask(since, "select", String(provision), focus);
  }

  next() {
    return this.#ask(undefined, "next");
  }

  previous() {
    return this.#ask(undefined, "previous");
  }

  reset() {
    return this.#ask(undefined, "reset");
  }

  /** Asks for something of what is on the screen, after trying where it hasn't been tried. */
  async #ask(since = performance.now(), ...what) {
    return (await this.#start())?.ask(since, ...what) ?? false;
  }

  connectedCallback() {
    if (this.#drawing) return; // moved, not new
    // What a page set before this class was there lies over our own properties.
    for (const name of ["dataset", "options"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#setStatus(); // it may have been here before
    // Details that begin open tell of that as if somebody had unfolded them; the first event of each counts for nothing.
    this.#unfolded = new Set((this.shadowRoot ?? this).querySelectorAll("details[open]"));
    // Where the page is still being parsed, what this holds may not be there yet.
    if (document.readyState === "loading" && !this.nextSibling) {
      document.addEventListener("DOMContentLoaded", () => this.isConnected && this.connectedCallback());
      return;
    }
    // A link to what is on the screen leads there at once, wherever on the page that is.
    if (saysLinks(this)) {
      addEventListener("popstate", this.#follow);
      if (FRAGMENT_LINK.test(location.hash)) return void this.#start();
    }
    this.#await();
  }

  /** Starts once there is a reason to. */
  #await() {
    const when = textOf(this, "loading")?.toLowerCase();
    // Without a text there is nothing to act on; `drawing.js` tells.
    if (hasText(this) && (when === "interaction" || navigator.connection?.saveData)) return addEventListener("beforeprint", this.#start);
    if (when === "idle") {
      const start = () => this.isConnected && this.#start();
      const rest = () => (self.requestIdleCallback ?? setTimeout)(start);
      return document.readyState === "complete" ? rest() : addEventListener("load", rest);
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
      this.#setStatus();
      removeEventListener("popstate", this.#follow);
      this.#drawing?.then((drawing) => drawing?.end());
      this.#drawing = undefined;
    });
  }

  /** Takes over what is set otherwise now. */
  #changed() {
    this.#drawing?.then((drawing) => drawing?.changed(true));
  }

  // A link in the story that says something to an explorer which answers nothing yet.
  #follow = () => {
    if (this.#status === LIVE || !FRAGMENT_LINK.test(location.hash)) return;
    this.#early.length = 0; // it says all that is to be seen
    this.#ask(undefined, "follow");
  };

  // What the reader does before anything answers; a hand that only rests while the page moves does nothing.
  #note = (event) => {
    const { type, pointerType, movementX, movementY } = event;
    // Where it has failed, only the button tries again.
    if (this.#status > LOADING || (type === "pointermove" && (pointerType !== "mouse" || (!movementX && !movementY)))) return;
    const [target] = event.composedPath();
    if (this.#unfolded?.delete(target) && target.open) return;
    this.#start();
    // What failed is asked for anew the next time.
    this.#replay ??= import(BUNDLED ? REPLAY : here(REPLAY)).catch(() => (this.#replay = undefined));
    if (/^[pf]/.test(type)) return; // a sign, and nothing to be done
    this.#early.push([event, target, target.checked]);
    this.#replay.then((it) => {
      if (this.#status === LOADING) this.#line ??= it?.sign(this, wordsIn(this.#lang())[0], lineAbove, event);
    });
  };

  #lang() {
    return languageOf(this) ?? langOf(this);
  }

  #start = () => (this.#drawing ??= this.#begin());

  async #begin() {
    this.#setStatus(LOADING);
    try {
      const { draw } = await load(!this.#dataset && this);
      return draw(this, {
        law: () => this.#dataset,
        options: () => this.#options,
        lang: () => this.#lang(),
        early: () => [this.#replay, this.#early],
        status: (status) => this.#setStatus(status),
        ready: this.#resolve,
      });
    } catch (error) {
      this.#drawing = undefined;
      this.#setStatus(FAILED);
      tell(this, error);
    }
  }

  /** Says above the element's own content that it is loading or has failed; nothing otherwise. Waits for no reason to start any more. */
  #setStatus(status) {
    this.#near?.disconnect();
    removeEventListener("beforeprint", this.#start);
    this.#status = status;
    // What is done waits for whoever can answer. Not every event leaves a shadow root, and none is heard twice there.
    for (const node of [this, this.shadowRoot]) for (const type of INPUTS) node?.addEventListener(type, this.#note, true);
    this.#line?.remove();
    this.#internals.ariaBusy = status === LOADING || null;
    this.#line = statusLine(this, status, this.#lang(), () => {
      this.#retried = true;
      this.#start().then((drawing) => drawing?.again());
    });
    if (this.#retried) this.#line?.querySelector("button")?.focus();
  }
}

/** A mention of a provision in the story's prose; without its script, it is text or a link. */
class ProvisionRef extends HTMLElement {
  connectedCallback() {
    import(BUNDLED ? MENTIONS : here(MENTIONS)).then(({ mark }) => mark(this, load, tell), (error) => tell(this, error));
  }

  disconnectedCallback() {
    setTimeout(() => this.isConnected || widget?.dismiss(this));
  }
}

const earlier = customElements.get(TAG);
if (!earlier) customElements.define(TAG, ProvisionExplorer);
else if (earlier.source !== ProvisionExplorer.source) {
  console.warn(`${TAG} is already defined by ${earlier.source ?? "another script"}; load one copy`);
}
customElements.get(MENTION_TAG) ?? customElements.define(MENTION_TAG, ProvisionRef);
