// Other programs that change the nodes of a page: each as a function that runs in the page, on the
// shadow roots of its explorers.

/** Puts `window.meddle` into every page of a context: `meddle.all(kind)` and `meddle.random(seed, many)`. */
export const bringMeddlers = (target) => target.addInitScript(() => {
  const roots = () => [...document.querySelectorAll("provision-explorer, provision-ref")].map((it) => it.shadowRoot?.querySelector(".root")).filter(Boolean);

  const walk = (what) => roots().flatMap((root) => {
    const walker = document.createTreeWalker(root, what);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  });

  const texts = () => walk(NodeFilter.SHOW_TEXT).filter((it) => it.data.trim());
  const elements = () => walk(NodeFilter.SHOW_ELEMENT);

  const font = (...inside) => {
    const made = document.createElement("font");
    made.append(...inside);
    return made;
  };

  const onText = {
    /** A translator that keeps the text in an element of its own. */
    wrap: (it) => {
      const made = font();
      it.replaceWith(made);
      made.append(it);
    },
    /** Google Translate: two elements with a text of their own. */
    replace: (it) => it.replaceWith(font(font(it.data))),
    /** A highlighter: what was one text is three, and one of them is marked. */
    split: (it) => {
      const third = Math.floor(it.length / 3);
      const middle = it.splitText(third);
      middle.splitText(third);
      const mark = document.createElement("mark");
      middle.replaceWith(mark);
      mark.append(middle);
    },
    annotate: (it) => it.before(document.createComment("seen")),
    removeText: (it) => it.remove(),
    empty: (it) => { it.data = ""; },
  };

  const onElement = {
    removeElement: (it) => it.remove(),
    clone: (it) => it.replaceWith(it.cloneNode(true)),
    /** As `innerHTML = innerHTML`, which a page's policy may forbid. */
    rewrite: (it) => it.replaceChildren(...it.cloneNode(true).childNodes),
    surround: (it) => {
      const around = document.createElement("span");
      it.replaceWith(around);
      around.append(it);
    },
    reverse: (it) => it.append(...[...it.childNodes].reverse()),
    hoist: (it) => it.parentNode.append(it),
    normalise: (it) => it.normalize(),
    uncomment: (it) => [...it.childNodes].filter((child) => child.nodeType === 8).forEach((child) => child.remove()),
  };

  /** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
  const numbers = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  window.meddle = {
    /** Does one thing to every text. */
    all: (kind) => texts().forEach(onText[kind]),

    /** Does so whenever something is drawn, as an extension does. */
    always: (kind) => {
      const seen = new WeakSet();
      const look = () => {
        for (const text of texts()) {
          if (seen.has(text) || text.parentNode.localName === "font") continue;
          onText[kind](text);
          seen.add(text);
        }
      };
      for (const root of roots()) new MutationObserver(look).observe(root, { childList: true, characterData: true, subtree: true });
      look();
    },

    /** Does random things to random nodes; says what it did. */
    random: (seed, many) => {
      const next = numbers(seed);
      const one = (list) => list[Math.floor(next() * list.length)];
      return Array.from({ length: many }, () => {
        const [kinds, nodes] = next() < 0.6 ? [onText, texts()] : [onElement, elements()];
        const [kind, node] = [one(Object.keys(kinds)), one(nodes)];
        if (!node) return "nothing";
        const what = node.localName ? `${node.localName}.${node.className}` : JSON.stringify(node.data.slice(0, 30));
        kinds[kind](node);
        return `${kind} ${what}`;
      });
    },
  };

  /** What an explorer says, without space: its words and what is ticked, typed and open in it. */
  window.says = () => roots().map((root) => {
    const bare = root.cloneNode(true);
    const fields = [...root.querySelectorAll("input")].map((it) => (it.type === "checkbox" ? it.checked : it.value));
    const open = [...root.querySelectorAll("[aria-expanded], details")].map((it) => it.open ?? it.ariaExpanded);
    return [bare.textContent.replace(/\s+/g, ""), fields.join(), open.join()];
  });

  /** Does what a reader may: taps, or types. Says what. */
  window.act = (seed) => {
    const next = numbers(seed);
    const [root] = roots();
    if (next() < 0.25) {
      const field = root.querySelector("input[type=search]");
      field.value = ["", "a", "data", "secure", "lantern", "walrus", "child"][Math.floor(next() * 7)];
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      return `type ${field.value}`;
    }
    // The bar comes and goes with what is in sight, which is another for each page.
    const all = [...root.querySelectorAll(":is(button, summary, input[type=checkbox]):not(.at-hand *, .skip *)")]
      .filter((it) => it.checkVisibility() && !/print|copy|link|download|paper|csv/i.test(`${it.className} ${it.textContent} ${it.ariaLabel}`));
    const it = all[Math.floor(next() * all.length)];
    it.click();
    return `tap ${it.localName} ${it.textContent.slice(0, 40)} (of ${all.length})`;
  };
});
