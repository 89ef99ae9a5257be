// What a reader did to an explorer before it could answer: kept while its drawing takes over, and done
// then, all of it and in order. Fetched at the first such sign. Some of it is the browser's own doing
// and stays by itself (what was typed, unfolded and selected in a drawing that came with the page);
// what only the explorer can answer is done again here.

const drawingIn = (host) => host.shadowRoot?.querySelector(".root");

const nextTurn = () => new Promise((done) => setTimeout(done));

// How often it is looked whether a hand has let go, which nothing tells where that happens outside the window.
const LOOK_MS = 100;

// A key that is held down says so again within this time.
const REPEATS_MS = 1000;

/** Whether a mouse, a finger or Space is held down in an element: what comes of that, comes as it is let go. */
const isHeld = (host, heard) => {
  const [last] = heard.at(-1) ?? [];
  return host.matches(":active") || (last?.key === " " && performance.now() - last.timeStamp < REPEATS_MS);
};

const isSelected = (host) => {
  const selection = getSelection();
  return !selection.isCollapsed && selection.containsNode(host, true);
};

/** Waits for a reader who has hold of the page's own text, which would go from under a hand or a selection. */
export const rest = async (host, signal, heard) => {
  while (!signal.aborted && !drawingIn(host) && (isSelected(host) || isHeld(host, heard))) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
};

const signStyles = new CSSStyleSheet();
// Over what it stands above, so that nothing moves: a float of no height, since margins collapse past one.
signStyles.replaceSync("[role=status]{float:inline-start;position:sticky;z-index:1;inset-block-start:0;inline-size:fit-content;block-size:2em;margin:0 0 -2em;padding:0 .5em;font:1em/2 sans-serif;background:Canvas;color:CanvasText;border:1px solid;box-sizing:border-box}");

/**
 * Says that an answer is on its way, above what the reader waits at. A key waits for what comes of it: a
 * shadow root that came meanwhile would take the text from under it.
 */
export const sign = (host, words, lineAbove, { type }) => {
  if (type === "keydown" && !drawingIn(host)) return undefined;
  const line = lineAbove(host, signStyles);
  line.role = "status";
  line.append(words);
  return line;
};

const focusOn = (node) => node?.focus({ preventScroll: true });

const activeIn = (root) => {
  const { activeElement } = root;
  return activeElement?.shadowRoot?.activeElement ?? activeElement;
};

const wordsOf = (node) => node.textContent.replace(/\s+/g, "");

/** Finds a node again, or what has come in its place: of its kind, with its words. */
const finder = (node, root) => {
  const likeness = (it) => it.id || it.ariaLabel || wordsOf(it.closest("label") ?? it);
  const alike = () => [...root.querySelectorAll(node.localName)].filter((it) => likeness(it) === own);
  const own = likeness(node);
  const at = alike().indexOf(node);
  return () => (node.isConnected ? node : alike()[at]);
};

const isTick = (node) => node.type === "checkbox";
const isField = (node) => node.matches("input, textarea");

// What these do, the browser has done, or tells as a tap.
const SPENT = ["Enter", " ", "Tab", "Shift", "Control", "Alt", "Meta"];

/** How each kind of input is done again; nothing where the browser has done all there is to do. */
const AGAIN = {
  click: ({ node }) => {
    const button = node.closest("button");
    return button && [button, (it) => it.click()];
  },
  change: ({ node, checked }) => isTick(node) && [node, (it) => {
    it.checked = checked;
    it.dispatchEvent(new Event("change", { bubbles: true }));
  }],
  // One telling of all that was typed: what came between is nobody's any more.
  input: ({ node, last }) => {
    const { value } = node;
    return last && !isTick(node) && [node, (it) => {
      if (it.value !== value) it.value = value; // another has come in its place
      it.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }];
  },
  keydown: ({ node, event }) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (isField(node) || SPENT.includes(key)) return undefined;
    const init = { key, altKey, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true };
    return [node, (it) => it.dispatchEvent(new KeyboardEvent("keydown", init))];
  },
};

/** Where the focus is, and the caret; gives back what leads there again, in whatever stands there then. */
const focusIn = (root) => {
  const node = activeIn(document);
  const ours = root.contains(node);
  const find = ours ? finder(node, root) : () => node;
  const written = ours && isField(node) && !isTick(node) && [node.value, node.selectionStart, node.selectionEnd];
  const restore = () => {
    const it = find();
    if (!it || it === document.body || it === activeIn(document)) return;
    focusOn(it);
    if (!written) return;
    const [value, ...caret] = written;
    if (it.value !== value) it.value = value;
    it.setSelectionRange(...caret);
  };
  return { node, restore };
};

/** What was done to a drawing that is taken over. */
const inDrawing = (root, inputs) => {
  const within = inputs.filter(([, node]) => root.contains(node));
  const fields = within.map(([, node]) => node).filter(isField);
  const focus = focusIn(root);
  let walking;
  const steps = within.flatMap(([event, node, checked], at) => {
    const last = !within.slice(at + 1).some(([{ type }, it]) => type === event.type && it === node);
    const again = AGAIN[event.type]?.({ event, node, checked, last });
    if (!again) return [];
    const [target, run] = again;
    const find = finder(target, root);
    return [[event.timeStamp, async () => {
      let it = find();
      // Keys lead on from where the last one led.
      const walks = event.type === "keydown";
      if (walks && walking === target) it = activeIn(document);
      else if (walks) focusOn(it);
      walking = walks ? target : undefined;
      if (!it) return;
      // What has been tapped last has the focus, and what comes of it may lead that elsewhere.
      const leads = focus.node === target;
      if (leads && !walks) focusOn(it);
      run(it);
      await nextTurn();
      if (!leads) focus.restore();
    }]];
  });
  return { fields, steps: [[-Infinity, focus.restore], ...steps], end() {} };
};

// What ids begin with in a text that stands in somebody's page.
const PREFIX = "pe-";

/** The summary or heading in a drawing that has the words of one in the text, under the same provision. */
const counterpart = (root, node) => {
  const head = node.closest("details")?.querySelector("summary") ?? node;
  const id = node.closest(`[id^="${PREFIX}"]`)?.id.slice(PREFIX.length);
  const within = (id && root.querySelector(`#${CSS.escape(id)}`)) || root;
  const words = wordsOf(head);
  return [...within.querySelectorAll(`summary, ${HEADINGS}`)].find((it) => words && wordsOf(it).startsWith(words))
    ?? (within === root ? undefined : within.querySelector("summary"));
};

const HEADINGS = "h2, h3, h4, h5, h6";

/** The heading that a part of a text stands under, or begins with. */
const headingOf = (host, node) => node.closest(HEADINGS) ?? node.querySelector(HEADINGS)
  ?? [...host.querySelectorAll(HEADINGS)].findLast((it) => it.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The heading of what a reader looks at in a text: of what was touched last, or is under the mouse, or first in sight. */
const lookedAt = (host, touched) => {
  const node = touched ?? [...host.querySelectorAll(":hover")].at(-1);
  if (node) return headingOf(host, node) ?? node;
  if (host.getBoundingClientRect().top >= 0) return undefined; // it begins where it began
  return [...host.querySelectorAll(HEADINGS)].find((it) => it.getBoundingClientRect().top >= 0);
};

/** What was done to the page's own text, whose place a drawing takes. */
const inText = (host, inputs) => {
  const unfolded = new Map();
  for (const [{ type, timeStamp }, node] of inputs) {
    // A tap tells before what it folds and unfolds does.
    const details = type === "toggle" ? node : type === "click" && node.closest("summary")?.parentElement;
    if (!details) continue;
    unfolded.delete(details); // counts where it was touched last
    unfolded.set(details, [timeStamp, details.open]);
  }
  const { activeElement } = document;
  const focused = host.contains(activeElement) && activeElement;
  const mark = lookedAt(host, [...unfolded.keys()].at(-1));
  const top = mark && Math.max(0, mark.getBoundingClientRect().top);
  const find = (node) => counterpart(drawingIn(host), node);
  const settle = () => {
    const head = mark && find(mark);
    const now = head && (head.querySelector(HEADINGS) ?? head).getBoundingClientRect().top;
    if (head) scrollBy({ top: now - top, behavior: "instant" });
  };
  const steps = [...unfolded].map(([node, [at, open]]) => [at, async () => {
    const head = find(node);
    const details = head?.closest("details");
    if (details && details.open !== open) head.closest("summary")?.click();
    await nextTurn();
    settle();
  }]);
  // What has the focus may be drawn only once it is unfolded.
  let given;
  const refocus = () => {
    settle();
    if (!focused || (given && given !== activeIn(document))) return;
    const root = drawingIn(host);
    const link = focused.href && [...root.querySelectorAll("a[href]")].find((it) => it.href === focused.href && it.checkVisibility());
    given = link || (find(focused)?.closest("summary") ?? root.querySelector(".card summary, summary"));
    focusOn(given);
  };
  return { fields: [], steps: [[-Infinity, refocus], ...steps], end: refocus };
};

/**
 * Keeps what was done to an element until something is drawn in it: the fields whose content is told
 * here and not by whoever takes the drawing over, the steps with the time of each, and what ends it.
 */
export const keep = (host, heard) => {
  const root = drawingIn(host);
  // Those that leave a shadow root are heard on both sides of it.
  const inputs = heard.filter(([event], at) => event !== heard[at - 1]?.[0]);
  return root ? inDrawing(root, inputs) : inText(host, inputs);
};
