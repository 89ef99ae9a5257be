// Every form that is pasted, put between two paragraphs of a story and sent through what content
// systems do to it: nothing falls out of the element, words stay apart, links lead somewhere.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { autop } from "@wordpress/autop";
import DOMPurify from "dompurify";
import { minify } from "html-minifier-terser";
import { JSDOM } from "jsdom";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { parseFragment } from "parse5";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import sanitizeHtml from "sanitize-html";
import { unified } from "unified";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "content-systems-"));
after(() => rmSync(folder, { recursive: true }));

// Signs that mean something to one system or another, in either direction of writing.
const SIGNS = "Q&A -- <who> “objects” \"so\" 'too' [to what](x)? It’s _here_ **now**, `code` ~~gone~~ ^1^ | \\ $1 $$ :-) (c) 1) ,,, ... #1 --- ===";
const stories = {
  "": { highlight: ["28(4)", "24"], heading: SIGNS, dek: SIGNS, notes: { "28(4)": `Été & </script> ${SIGNS} حق` } },
  "right to left, ": {
    highlight: ["28(4)", "24", "14(4)"], lang: "ar", heading: `من يعترض؟ ${SIGNS}`, notes: { 24: `«حق» -- <b> و\`هذا\` *كذلك* ${SIGNS}` },
  },
};

const print = (story, form) => {
  const file = join(folder, "options.json");
  writeFileSync(file, JSON.stringify(stories[story]));
  return execFileSync(
    "cargo",
    ["xtask", "prerender", file, "--as", form, "--loader", "https://news.example/pe/provision-explorer.js"],
    { cwd: root, encoding: "utf8", maxBuffer: 2 ** 24, stdio: ["ignore", "pipe", "ignore"] },
  ).trimEnd();
};

/** What a page of the docs shows to be pasted. */
const shownIn = (page) => [...readFileSync(`${root}${page}`, "utf8").matchAll(/```html\n([^]*?)\n```/g)]
  .map(([, snippet]) => snippet).filter((it) => /<(provision-explorer|iframe)/.test(it));
const DOCS = ["README.md", "docs/embedding.md", "docs/frames.md", "docs/reference.md"];
const shown = DOCS.flatMap((page) => shownIn(page).map((snippet, at) => [`${page} (${at + 1})`, snippet]));

/** What is printed of a story in each form that is pasted between its paragraphs, and the element that it is about. */
const printed = (story) => ({
  ...Object.fromEntries(["element", "twin", "whole", "shadow"].map((form) => [form, [print(story, form), "provision-explorer"]])),
  frame: [print(story, "frame"), "iframe"],
  newsletter: [print(story, "newsletter"), "div"],
  picture: [print(story, "picture"), "img"],
  amp: [print(story, "amp").split("<!-- In the story: -->\n")[1], "amp-iframe"],
});
const ofStories = Object.keys(stories).flatMap((story) =>
  Object.entries(printed(story)).map(([form, it]) => [story + form, it]));
const forms = {
  ...Object.fromEntries(ofStories),
  ...Object.fromEntries(shown.map(([name, snippet]) => [name, [snippet, /<(provision-explorer|iframe)/.exec(snippet)[1]]])),
};

const markdownIt = new MarkdownIt({ html: true, typographer: true });
const remark = unified().use(remarkParse).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).use(rehypeStringify);
const markdowns = {
  "markdown-it": (text) => markdownIt.render(text),
  marked: (text) => marked.parse(text),
  remark: (text) => String(remark.processSync(text)),
};

const MINIFIED = {
  collapseWhitespace: true, removeAttributeQuotes: true, removeOptionalTags: true, removeEmptyElements: true,
  collapseBooleanAttributes: true, removeComments: true,
};

/** What keeps all tags, from a story's text to a page's HTML. */
const keepers = {
  wpautop: autop,
  ...markdowns,
  ...Object.fromEntries(Object.entries(markdowns).map(([name, run]) => [`${name}, then wpautop`, (text) => autop(run(text))])),
  "html-minifier-terser": (text) => minify(autop(text), MINIFIED),
};

/** All nodes beneath one, in order; those of a template are its content's. */
const walk = function* (node) {
  yield node;
  for (const child of (node.content ?? node).childNodes ?? []) yield* walk(child);
};
const named = (node, name) => [...walk(node)].filter((it) => it.tagName === name);
const squeeze = (text) => text.replace(/\s+/g, "");
const textOf = (node) => {
  const texts = [...walk(node)].filter((it) => it.nodeName === "#text" && it.parentNode.nodeName !== "script");
  return texts.map((it) => it.value).join("");
};
const attributesOf = (node) => Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));

for (const [form, [snippet, name]] of Object.entries(forms)) {
  const [before] = named(parseFragment(snippet), name);
  for (const [system, run] of Object.entries(keepers)) {
    test(`${form} comes whole through ${system}`, async () => {
      const page = parseFragment(await run(`Before.\n\n${snippet}\n\nAfter *it*.`));
      const found = named(page, name);
      assert.equal(found.length, named(parseFragment(snippet), name).length);
      assert.deepEqual(attributesOf(found[0]), attributesOf(before));
      assert.equal(squeeze(textOf(found[0])), squeeze(textOf(before)));
      assert.equal(squeeze(textOf(page)).replaceAll("*", ""), squeeze(`Before.${textOf(parseFragment(snippet))}After it.`).replaceAll("*", ""));
      const [first, last] = [page.childNodes.find((it) => it.tagName), page.childNodes.findLast((it) => it.tagName)];
      assert.deepEqual([first.tagName, textOf(first).trim(), last.tagName], ["p", "Before.", "p"]);
      assert.equal(named(last, name).length, 0);
    });
  }
}

test("the docs show each kind of thing to paste", () => {
  assert.deepEqual(DOCS.filter((page) => !shown.some(([name]) => name.startsWith(page))), []);
});

test("no form has an empty line, each begins with a block, and what is printed is one line", () => {
  for (const [form, [snippet]] of Object.entries(forms)) {
    assert.match(snippet, /^<div[ >]/, form);
    assert.doesNotMatch(snippet, /\n\s*\n/, form);
    if (!shown.some(([name]) => name === form)) assert.doesNotMatch(snippet, /\n/, form);
  }
});

test("an address and a shortcode stay a paragraph of their own, with every sign of theirs", () => {
  // A shortcode is WordPress' alone.
  const systems = { address: { wpautop: autop, ...markdowns }, wordpress: { wpautop: autop } };
  for (const story of Object.keys(stories)) {
    for (const [form, runs] of Object.entries(systems)) {
      const text = print(story, form);
      for (const [system, run] of Object.entries(runs)) {
        const paragraphs = named(parseFragment(run(`Before.\n\n${text}\n\nAfter.`)), "p").map(textOf);
        assert.deepEqual(paragraphs, ["Before.", textOf(parseFragment(text)), "After."], `${story}${form}, ${system}`);
      }
    }
  }
});

test("a mention stays in its paragraph, its words apart from those before it", async () => {
  // By itself the minifier takes the blank before an element that it doesn't know; the docs say so.
  const gently = (text) => minify(autop(text), { ...MINIFIED, conservativeCollapse: true });
  const [mention] = /<provision-ref.*<\/provision-ref>/.exec(readFileSync(`${root}docs/reference.md`, "utf8"));
  for (const [system, run] of Object.entries({ ...keepers, "html-minifier-terser": gently })) {
    const page = parseFragment(await run(`Before.\n\nThat is ${mention}, of all things.\n\nAfter.`));
    const [, paragraph] = named(page, "p");
    assert.equal(textOf(paragraph), "That is Article 28(4), of all things.", system);
    assert.equal(attributesOf(named(paragraph, "provision-ref")[0]).to, "28(4)", system);
  }
});

const GHOST = ["a", "p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "strong", "em", "div", "span", "figure"];
const DISCOURSE = [...GHOST, "details", "summary", "table", "thead", "tbody", "tr", "td", "th", "q", "b", "i", "h1"];
// What `wp_kses_allowed_html( 'post' )` has, by its documentation, and the defaults of ammonia, which
// nh3 has as well.
const KSES = [...DISCOURSE, "article", "bdo", "caption", "dl", "dt", "dd", "figcaption", "footer", "header", "section", "h5", "h6"];
const AMMONIA = [...KSES, "bdi", "time", "abbr", "cite", "code", "hr", "img", "ruby", "small", "sub", "sup"];
const purify = DOMPurify(new JSDOM("").window);
const list = (allowedTags, attributes) => (html) => sanitizeHtml(html, { allowedTags, allowedAttributes: { a: ["href"], ...attributes } });
const github = unified().use(remarkParse).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw).use(rehypeSanitize).use(rehypeStringify);

/** What drops tags or attributes. The first keeps the text of every tag, a script's too. */
const strippers = {
  "a strip of all tags": (html) => html.replace(/<[^>]*>/g, ""),
  "sanitize-html": (html) => sanitizeHtml(html),
  "a list like Ghost's": list(GHOST, {}),
  "WordPress' rules": list(KSES, { "*": ["id", "lang", "dir", "class", "title"], a: ["href", "rel"], blockquote: ["cite"] }),
  "a list like nh3's": list(AMMONIA, { "*": ["lang", "title"], a: ["href", "hreflang"], blockquote: ["cite"], time: ["datetime"] }),
  DOMPurify: (html) => purify.sanitize(html),
  "a list like Discourse's": list(DISCOURSE, { blockquote: ["cite"] }),
  "GitHub's schema": (html) => String(github.processSync(html)),
};

const stripped = ["element", "twin", "whole", "frame", "newsletter"];
for (const form of ["README.md (1)", ...Object.keys(stories).flatMap((story) => stripped.map((form) => story + form))]) {
  const [snippet] = forms[form];
  for (const [system, run] of Object.entries(strippers)) {
    test(`of ${form}, ${system} leaves words that stay apart, links that lead somewhere, and no code`, () => {
      const page = parseFragment(run(snippet));
      const text = textOf(page);
      assert.doesNotMatch(text, /"notes"|@context|\{"/);
      assert.equal(squeeze(text), squeeze(textOf(parseFragment(snippet))));
      const words = (it) => it.split(/\s+/).filter(Boolean);
      assert.deepEqual(words(text), words(textOf(parseFragment(snippet))));
      const ids = new Set([...walk(page)].flatMap((it) => it.attrs ?? []).filter((it) => it.name === "id").map((it) => it.value));
      const within = named(page, "a").map((it) => attributesOf(it).href).filter((it) => it?.startsWith("#"));
      assert.deepEqual(within.filter((it) => !ids.has(it.slice(1))), []);
    });
  }
}

test("links between provisions lead to places that the text page has, and ids are ours", () => {
  const page = parseFragment(forms.whole[0]);
  const ids = [...walk(page)].flatMap((it) => it.attrs ?? []).filter((it) => it.name === "id").map((it) => it.value);
  assert.ok(ids.length > 50);
  assert.deepEqual(ids.filter((it) => !it.startsWith("pe-")), []);
  const hrefs = named(page, "a").map((it) => attributesOf(it).href);
  const places = hrefs.filter((it) => it.startsWith("https://news.example/pe/text.html#")).map((it) => it.split("#")[1]);
  assert.ok(places.length > 100);
  assert.deepEqual(places.filter((it) => !ids.includes(`pe-${it}`)), []);
});
