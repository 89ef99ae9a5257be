// The loader: the only file that a page names. It defines both elements and decides when the rest
// is fetched. It draws nothing, never throws into the page, and leaves the element's own content
// where it is until there is something to show in its place.

const TAG = "provision-explorer";
const ATTRIBUTES = [
  "audience", "dataset", "deep-links", "heading", "highlight", "lang", "only", "open", "theme", "view",
];
// How long nothing may come of an answer, in seconds.
const PATIENCE = 30;
// What a fragment has that says something to an explorer.
const LINKED = /[#&](pe|view|for|by|q|org|cell)=/;
const WORDS = {
  en: ["Loading …", "The explorer could not be loaded.", "Try again"],
  fr: ["Chargement…", "L’explorateur n’a pas pu être chargé.", "Réessayer"],
  ar: ["جارٍ التحميل…", "تعذّر تحميل المستكشف.", "إعادة المحاولة"],
};

/** The language that a BCP 47 tag begins with; none where it isn't a tag. */
const base = (tag) => /^\s*([a-z]{2,3})(-[a-z0-9]{1,8})*\s*$/i.exec(tag ?? "")?.[1].toLowerCase();

const here = (path) => new URL(path, import.meta.url).href;

/** A failure that says what, where, and what would be right. */
const failure = (code, message) => Object.assign(Error(message), { code });

/** An answer that is given up once nothing has come for as long as we wait. */
const reach = async (code, url, remedy, integrity) => {
  const waiting = new AbortController();
  let timer;
  const stop = () => clearTimeout(timer);
  const wait = () => {
    stop();
    timer = setTimeout(() => waiting.abort(Error(`nothing came for ${PATIENCE} s`)), PATIENCE * 1000);
  };
  wait();
  let response;
  try {
    response = await fetch(url, { signal: waiting.signal, integrity });
  } catch (error) {
    stop();
    // WebKit has words of its own for what was given up.
    const { message } = waiting.signal.reason ?? error;
    throw failure(code, `${url} cannot be fetched (${message}); ${remedy}`);
  }
  const { body, headers, ok, status } = response;
  if (!ok || !body) {
    stop();
    throw failure(code, `${url} answered ${status}; ${remedy}`);
  }
  const transform = (chunk, out) => {
    wait();
    out.enqueue(chunk);
  };
  return new Response(body.pipeThrough(new TransformStream({ transform, flush: stop })), { headers });
};

const textAt = async (code, url, remedy) => {
  const response = await reach(code, url, remedy);
  return response.text().catch((error) => {
    throw failure(code, `${url} broke off (${error.message}); try again`);
  });
};

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

const COMPLETE = "deploy the folder with all of its files";

const load = () => once("", async () => {
  if (!self.WebAssembly) throw failure("module", "this browser has no WebAssembly");
  const url = here(WIDGET_WASM);
  const code = here(WIDGET_MODULE);
  // With the same address, the same module would come again.
  const script = import(panics ? `${code}#${panics}` : code).catch((error) => {
    throw failure("module", `${code} cannot be imported (${error.message}); ${COMPLETE}`);
  });
  // With `?integrity` behind the loader's address the module is held against what was built, which
  // costs its readers the compiling while it streams, and one way there and back.
  const strict = /[?&]integrity/.test(import.meta.url);
  const wasm = reach("module", url, COMPLETE, strict ? (await script).integrity : "");
  wasm.catch(() => {});
  const widget = await script;
  await widget.start(await wasm, url, panicked);
  return widget;
});

const lawAt = (url) => once(url, async () => {
  const remedy = "check the `dataset` attribute, and that the server sends Access-Control-Allow-Origin";
  const text = textAt("dataset", url, remedy);
  text.catch(() => {}); // told below, once the module is there
  const law = new (await load()).Law(await text, url);
  if (!law.sound) kept.delete(url); // what stands there may be mended
  await new Promise(setTimeout); // the page may answer its reader before this draws
  return law;
});

// English is part of the module, and what readers get where their language's file doesn't come.
const wordsIn = (host, lang) => {
  const file = LANGUAGES[lang];
  return once(file ?? "en", async () => {
    const text = file && textAt("module", here(file), COMPLETE).catch((error) => error);
    const { wordsFrom } = await load();
    const other = failure("module", `${here(file)} is not what was built; ${COMPLETE}`);
    return wordsFrom(lang, await text, other, (error) => tell(host, error));
  });
};

const langOf = (element) => base(element.closest("[lang]")?.lang);

/** A dataset's address as a page writes it, the bundled one's where it writes none. */
const datasetAt = (address, page) => {
  if (!address) return here(DEFAULT_DATASET);
  try {
    return new URL(address, page).href;
  } catch {
    throw failure("dataset", `dataset: \`${address}\` is not an address; write it like \`/data/law.json\``);
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
  static observedAttributes = ATTRIBUTES;
  static source = import.meta.url;
  #dataset;
  #options;
  #law;
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
    else if (this.#attempt) this.#start();
  }

  get options() {
    return copyOf(this.#options);
  }

  set options(value) {
    const before = this.#options?.dataset;
    this.#options = this.#taken("options", value);
    if (this.#attempt && before !== value?.dataset) this.#start();
    else this.#configure();
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
  async select(provision, { focus = false } = {}) {
    return (await this.#drawn()) && this.#handle.select(String(provision), focus);
  }

  async next() {
    if (await this.#drawn()) this.#handle.next();
  }

  async previous() {
    if (await this.#drawn()) this.#handle.previous();
  }

  async reset() {
    if (await this.#drawn()) this.#handle.reset();
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
    this.#near?.disconnect();
    // A link to what is on the screen leads there at once, wherever on the page that is.
    if (this.hasAttribute("deep-links") || this.#option("deepLinks")) {
      if (LINKED.test(location.hash)) return void this.#start();
      addEventListener("popstate", this.#follow);
    }
    this.#near = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: "800px" }, // how far from the reader's sight fetching starts
    );
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // Moving an element takes it out and puts it in again.
    setTimeout(() => {
      if (this.isConnected) return;
      this.#rest();
      drawing.delete(this);
      this.#handle?.release();
      this.#handle = this.#attempt = undefined;
    });
  }

  attributeChangedCallback(name) {
    if (name === "dataset" && this.#attempt) this.#start();
    else this.#configure();
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
    if (LINKED.test(location.hash)) this.#start().then(() => this.#handle?.follow());
  };

  /** No longer waits for a reason to start. */
  #rest() {
    this.#near?.disconnect();
    removeEventListener("popstate", this.#follow);
  }

  #lang() {
    return this.#settings("lang").map(base).find(Boolean) ?? langOf(this);
  }

  #words() {
    return wordsIn(this, this.#lang());
  }

  /** Whether the explorer is on the screen, after trying where it hasn't been tried. */
  async #drawn() {
    await (this.#attempt ?? this.#start());
    return this.#handle !== undefined;
  }

  /** An option that is needed before the module is there to read them all. */
  #option(name) {
    return this.#settings(name).find((value) => value != null);
  }

  /** What attribute, property and child say of an option, in this order. */
  #settings(name) {
    let child;
    try {
      child = JSON.parse(this.querySelector(`:scope > script.${TAG}-options`)?.textContent ?? "{}");
    } catch {
      // told with the other options, once there is a screen
    }
    return [this.getAttribute(name), this.#options?.[name], child?.[name]];
  }

  /** The dataset: a property before an attribute before an option before the bundled one. */
  async #lawOf() {
    if (this.#dataset) {
      const { Law } = await load();
      return (this.#law ??= new Law(JSON.stringify(this.#dataset), this.baseURI));
    }
    return lawAt(datasetAt(this.#option("dataset"), this.baseURI));
  }

  #start() {
    this.#rest();
    this.#say(0);
    const attempt = Promise.all([load(), this.#lawOf(), this.#words()]).then(
      async ([widget, law]) => {
        const words = await this.#words(); // the language may have changed meanwhile
        if (attempt === this.#attempt) this.#draw(widget, law, words);
      },
      (error) => {
        if (attempt !== this.#attempt) return; // removed, or started again, meanwhile
        this.#say(1);
        tell(this, error);
      },
    );
    this.#attempt = attempt;
    return attempt;
  }

  #draw(widget, law, words) {
    if (!law.tell(this)) return this.#say(1);
    this.#handle?.release();
    drawing.set(this, (error) => this.#fall(error));
    try {
      this.#handle = widget.attach(this, law, words, this.#options);
    } catch (error) {
      return tell(this, error);
    }
    this.#say();
    setTimeout(() => {
      this.#tapped?.click();
      this.#tapped = undefined;
    });
    this.#resolve(this);
  }

  /** Leaves what is drawn as it stands, for another module to take over; what failed gives way. */
  #fall(error) {
    this.#handle = this.#law = undefined;
    const drawn = this.shadowRoot.querySelector(".root");
    drawn?.replaceWith(drawn.cloneNode(true));
    if (!error) return void this.#start();
    if (this.querySelector(":scope > :not(script, template)")) {
      this.shadowRoot.replaceChildren(document.createElement("slot"));
    }
    this.#say(1);
    tell(this, error);
  }

  /** A line beneath the element's own content: loading (0), failed (1) with a way to try again. */
  #say(what) {
    this.#line?.remove();
    this.ariaBusy = what === 0 || null;
    // Asking for the text takes long where there is much of it.
    const bare = !this.shadowRoot && !this.querySelector(":scope > :not(script, template)") && !this.innerText.trim();
    if (what === undefined || (what === 0 && !bare)) return;
    const [loading, failed, retry] = WORDS[this.#lang()] ?? WORDS.en;
    this.#line = document.createElement("p");
    // Beside a drawing, the element's own content cannot be seen.
    (this.shadowRoot ?? this).append(this.#line);
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

const marked = new CSSStyleSheet();
marked.replaceSync("span{cursor:pointer;text-decoration:underline dotted;text-underline-offset:.2em}span:focus-visible{outline:2px solid;outline-offset:2px}");

// What a mention needs of this file, once the module is there.
const LOADER = {
  drawing,
  load,
  tell,
  lawOf: (host) => lawAt(datasetAt(host.getAttribute("dataset"), host.baseURI)),
  wordsOf: (host) => wordsIn(host, langOf(host)),
};

/** A mention of a provision in the story's prose. What a tap comes to stands in `widget.js`. */
class ProvisionRef extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [marked];
    const mention = document.createElement("span");
    mention.append(document.createElement("slot"));
    root.append(mention);
    const link = this.querySelector("a[href]"); // has role and keys
    const follow = async (event) => {
      const { key = " " } = event; // a tap has none
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || (key !== " " && key !== "Enter")) return;
      event.preventDefault();
      const led = load().then((widget) => widget.follow(this, mention, LOADER));
      if (!(await led.catch((error) => tell(this, error))) && link?.isConnected) location.assign(link.href);
    };
    mention.addEventListener("click", follow);
    if (link) return;
    mention.role = "button";
    mention.tabIndex = 0;
    mention.addEventListener("keydown", follow);
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
