// Every form of what is pasted into a story, as `cargo xtask prerender` prints it, put into a page
// and seen to work there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { autop } from "@wordpress/autop";
import { marked } from "marked";
import sanitizeHtml from "sanitize-html";

import { Explorer } from "../explorer.mjs";
import { expect, test } from "../fixtures.mjs";
import { NEWS, NOTE, expectExplorer, inFrame, options, paste, prerender, publish, root } from "../pasting.mjs";

const require = createRequire(import.meta.url);
/** The colour that something of the explorer's has. */
const accentOf = (host) => host.evaluate((it) => {
  const [card] = it.shadowRoot.querySelectorAll("[part~=provision] summary, [part~=views] button[aria-current]");
  const probe = card.appendChild(document.createElement("i"));
  probe.style.color = "var(--_accent)";
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
});

test.beforeEach(() => test.setTimeout(120_000));

for (const form of ["element", "twin", "whole", "shadow"]) {
  test(`as ${form} it is there, in the newsroom's colour`, async ({ page }, info) => {
    const { snippet, beside } = await prerender(info, form, { more: ["--accent", "#7a0c5b, #f09ad6"] });
    const [, css] = beside.split("style sheet: ");
    await paste(page, snippet, { css });
    const explorer = await new Explorer(page).arrive();
    await expectExplorer(explorer);
    expect(await accentOf(explorer.host)).toBe("rgb(122, 12, 91)");
    const quoted = snippet.match(/<blockquote/g)?.length ?? 0;
    expect(quoted > 0).toBe(form !== "element");
    expect(quoted > 50).toBe(["whole", "shadow"].includes(form));
    // The loader is the one script: what another held would be read as text where tags are dropped.
    expect(snippet.match(/<script/g)).toHaveLength(1);
  });
}

for (const [system, run] of [["wpautop", autop], ["Markdown, then wpautop", (text) => autop(marked.parse(text))]]) {
  for (const form of ["element", "twin", "whole", "shadow"]) {
    test(`as ${form} it starts from what ${system} made of it, and nothing stands beneath it`, async ({ page }, info) => {
      const { snippet } = await prerender(info, form);
      await paste(page, await run(`Before.\n\n${snippet}\n\nAfter.`));
      await expectExplorer(await new Explorer(page).arrive());
      const around = await page.locator("provision-explorer").evaluate((it) => {
        const texts = [];
        for (let node = it; node.localName !== "main" && node !== document.body; node = node.parentElement) {
          for (let next = node.nextSibling; next; next = next.nextSibling) texts.push(next.textContent.trim());
        }
        return texts.filter(Boolean);
      });
      expect(around[0]).toBe("After.");
    });
  }
}

test("as a frame and as oEmbed it is there, in the newsroom's colour", async ({ page, baseURL }, info) => {
  const how = { loader: `${baseURL}/provision-explorer.js`, more: ["--accent", "#7a0c5b,#f09ad6"] };
  const { snippet } = await prerender(info, "frame", how);
  await paste(page, snippet);
  const { explorer } = await inFrame(page);
  await expectExplorer(explorer);
  expect(await accentOf(explorer.host)).toBe("rgb(122, 12, 91)");
  await expect.poll(() => page.locator("iframe").evaluate((it) => it.clientHeight)).not.toBe(640);
  const { snippet: answer } = await prerender(info, "oembed", how);
  expect(JSON.parse(answer).html).toBe(snippet);
});

test("as a page of its own it is there, and its head says what a link to it is shown with", async ({ page, baseURL }, info) => {
  const folder = await publish(info, { hanoi: options }, `${baseURL}/`, ["--accent", "#7a0c5b"]);
  await page.route("**/stories/*", (route) => route.fulfill({ path: folder + new URL(route.request().url()).pathname }));
  await page.goto("/stories/hanoi.html");
  const explorer = await new Explorer(page).arrive();
  await expectExplorer(explorer);
  expect(await accentOf(explorer.host)).toBe("rgb(122, 12, 91)");
  await expect(page).toHaveTitle(options.heading);
  const head = (selector, name) => page.locator(selector).getAttribute(name);
  expect(await head("link[type='application/json+oembed']", "href")).toBe(`${baseURL}/stories/hanoi.json`);
  expect(await head("meta[property='og:title']", "content")).toBe(options.heading);
  const picture = await head("meta[property='og:image']", "content");
  expect(picture).toBe(`${baseURL}/stories/hanoi-art_28__para_4.png`);
  const size = await page.evaluate(async (src) => {
    const image = Object.assign(new Image(), { src });
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, picture);
  expect(size).toEqual([1200, 630]);
});

test("as pictures it says in words all that they show, and each leads to the story's page", async ({ page, baseURL }, info) => {
  const folder = await publish(info, { picture: options }, `${baseURL}/`);
  const { snippet } = await prerender(info, "picture", { loader: `${baseURL}/provision-explorer.js` });
  await page.route("**/stories/*", (route) => route.fulfill({ path: folder + new URL(route.request().url()).pathname }));
  await paste(page, snippet);
  const links = page.getByRole("main").getByRole("link");
  const words = await links.getByRole("img").evaluateAll((all) => all.map((it) => [it.alt, it.complete && it.naturalWidth]));
  expect(words.map(([, width]) => width)).toEqual([1200, 1200]);
  const { credit } = JSON.parse(readFileSync(`${root}data/un-cybercrime-convention.json`, "utf8"));
  for (const [at, citation] of ["Article 28(4)", "Article 24"].entries()) {
    expect(words[at][0]).toMatch(new RegExp(`^${citation.replace(/[()]/g, "\\$&")} · UN Convention against Cybercrime\\. “[^”]+” — .*[Dd]raft`));
    expect(words[at][0]).toContain(credit);
  }
  expect(await links.first().getAttribute("href")).toBe(`${baseURL}/stories/picture.html`);
});

/** A frame as a system makes it that asks for an address alone. */
const framed = (address) => {
  const src = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${src}" title="The explorer" width="100%" height="640"></iframe>`;
};

test("as an address it is there in a frame of the system's own, dark in its dark colour", async ({ page, baseURL }, info) => {
  const how = { given: { ...options, theme: "dark" }, loader: `${baseURL}/provision-explorer.js`, more: ["--accent", "#7a0c5b,#f09ad6"] };
  const { snippet } = await prerender(info, "address", how);
  await paste(page, framed(snippet));
  const { explorer } = await inFrame(page);
  await expectExplorer(explorer);
  expect(await accentOf(explorer.host)).toBe("rgb(240, 154, 214)");
  expect(await explorer.host.evaluate((it) => Object.keys(it.options))).toEqual(["notes"]);
});

test("nothing but a colour gets from a frame's address into its style", async ({ page, watch }) => {
  const queries = ["?accent=red", "?accent=%23123456;x:y", "?accent=%23123456&accent-dark=url(x)"];
  watch.expectLines(...queries.map(() => "accent in the address"));
  for (const query of queries) {
    await paste(page, framed(`/embed.html${query}`));
    const { explorer } = await inFrame(page);
    expect(await explorer.host.getAttribute("style")).toBeNull();
  }
});

test("as JSON it makes the same again", async ({}, info) => {
  const { snippet } = await prerender(info, "json");
  expect(JSON.parse(snippet)).toEqual(options);
  const again = await prerender(info, "json", { given: JSON.parse(snippet) });
  expect(again.snippet).toBe(snippet);
});

test("as AMP it keeps the documented rules, and a page that does as documented shows it", async ({ page, baseURL }, info) => {
  // The validator's rules come from the network alone; these are those of its file for amp-iframe.
  const { snippet } = await prerender(info, "amp", { loader: `${NEWS}provision-explorer.js`, more: ["--accent", "#7a0c5b"] });
  // A page under Trusted Types makes no HTML of text.
  await page.goto("about:blank");
  const { script, src, sandbox, attributes, ...parts } = await page.evaluate((html) => {
    const read = new DOMParser().parseFromString(html, "text/html");
    const frame = read.querySelector("amp-iframe");
    const { src, sandbox, ...attributes } = Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value]));
    return {
      script: read.querySelector("script").outerHTML, src, sandbox: sandbox.split(" "), attributes,
      placeholder: frame.querySelector(":scope > [placeholder]").textContent,
      overflow: frame.querySelector(":scope > [overflow][role=button][tabindex='0']").textContent,
      inside: frame.querySelectorAll("*").length,
    };
  }, snippet);
  expect(script).toBe('<script async="" custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>');
  expect(attributes).toEqual({
    title: options.heading, layout: "fixed-height", width: "auto", height: "640", resizable: "", frameborder: "0",
    allow: "clipboard-write", referrerpolicy: "no-referrer",
  });
  expect(src).toMatch(/^https:\/\/news\.example\/explorer\/embed\.html\?[^#]*$/);
  expect(src).not.toContain("__amp_source_origin");
  expect(sandbox).toContain("allow-scripts");
  expect(sandbox).not.toContain("allow-same-origin");
  expect(parts).toEqual({ placeholder: options.heading, overflow: `${options.heading} ↓`, inside: 2 });

  await paste(page, "");
  await page.evaluate(({ src, sandbox, title, height }) => {
    const frame = Object.assign(document.createElement("iframe"), { title, width: "100%", height, src: `${src}#amp=1` });
    frame.sandbox = sandbox.join(" ");
    addEventListener("message", ({ data, origin, source }) => {
      if (source !== frame.contentWindow || origin !== "null" || data?.sentinel !== "amp") return;
      if (data.type === "embed-size" && data.height >= 100) frame.height = data.height;
    });
    document.querySelector("main").append(frame);
  }, { src: src.replace(NEWS, `${baseURL}/`), sandbox, ...attributes });
  const { explorer } = await inFrame(page);
  await expectExplorer(explorer);
  expect(await accentOf(explorer.host)).toBe("rgb(122, 12, 91)");
  await expect.poll(() => page.locator("iframe").evaluate((it) => it.clientHeight)).not.toBe(640);
});

test("as a newsletter it says what is highlighted, and cleaners leave every word and link of it", async ({ page }, info) => {
  const story = "https://news.example/story";
  const { snippet } = await prerender(info, "newsletter", { loader: `${NEWS}provision-explorer.js`, more: ["--story", story] });
  expect(snippet.length).toBeLessThan(30_000);
  const content = (html) => page.evaluate((html) => {
    const read = new DOMParser().parseFromString(html, "text/html");
    return {
      words: read.body.textContent,
      links: [...read.querySelectorAll("a")].map((it) => it.getAttribute("href")),
      tags: [...new Set([...read.body.querySelectorAll("*")].map((it) => it.localName))].sort(),
      attributes: [...new Set([...read.body.querySelectorAll("*")].flatMap((it) => it.getAttributeNames()))].sort(),
    };
  }, html);
  await page.goto("about:blank");
  const before = await content(snippet);
  expect(before.tags).toEqual(["a", "blockquote", "div", "h2", "h3", "h4", "p", "span", "strong"]);
  expect(before.attributes).toEqual(["dir", "href", "lang"]);
  expect(before.links.filter((it) => !it.startsWith("https://"))).toEqual([]);
  expect(before.links.filter((it) => it.startsWith(NEWS))).toEqual([]);
  expect(before.links).toContain(story);
  const { credit } = JSON.parse(readFileSync(`${root}dist/data/un-cybercrime-convention.json`, "utf8"));
  expect(before.words).toContain(credit);
  await page.addScriptTag({ path: require.resolve("dompurify/dist/purify.min.js") });
  const cleaned = [await page.evaluate((html) => window.DOMPurify.sanitize(html), snippet), sanitizeHtml(snippet)];
  for (const html of cleaned) {
    const { words, links } = await content(html);
    expect({ words, links }).toEqual({ words: before.words, links: before.links });
  }
  await paste(page, snippet);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 3 })).toHaveText([/^Article 28\(4\)/, /^Article 24/]);
  await expect(main.getByText(NOTE)).toBeVisible();
  await expect(main.getByRole("blockquote").first()).toBeVisible();
});
