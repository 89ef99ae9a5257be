// WordPress, by its own code: what its editor makes of our block and of what is pasted into it, and
// what the plugin makes of blocks and shortcodes on their way to readers.
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { promisify } from "node:util";

import { Explorer } from "../explorer.mjs";
import { expect, test } from "../fixtures.mjs";
import { NEWS, NOTE, expectExplorer, inFrame, options, paste, prerender, publish, root } from "../pasting.mjs";

const WORDPRESS = `${root}target/wordpress/usr/share/wordpress`;
const LOADER = "/provision-explorer.js";

/** What WordPress prints for `who` of what comes in: see `wordpress.php`. */
const printed = async (text, who, env = {}) => {
  const php = promisify(execFile)("php", [`${root}tests/browser/wordpress.php`, WORDPRESS, who], { env: { ...process.env, LOADER, ...env }, maxBuffer: 2 ** 24 });
  php.child.stdin.end(text);
  const { stdout, stderr } = await php;
  expect(stderr).toBe("");
  return stdout;
};

const post = (shortcode) => `Before “it”, & 'more'.\n\n${shortcode}\n\nAfter [it].`;

for (const who of ["editor", "author"]) {
  test(`a shortcode that an ${who} pastes becomes the explorer`, async ({ page }, info) => {
    const { snippet } = await prerender(info, "wordpress", { loader: `${NEWS}provision-explorer.js` });
    expect(snippet).toContain('[provision-explorer highlight="28(4), 24" open="24" heading="Q%26A');
    await paste(page, await printed(post(snippet), who));
    await expectExplorer(await new Explorer(page).arrive());
    const element = page.locator("provision-explorer");
    const { highlight, heading, open } = options;
    const attributes = { highlight: highlight.join(", "), open, heading };
    expect(await element.evaluate((it) => Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value])))).toEqual(attributes);
    expect(JSON.parse(await element.locator(".provision-explorer-options").textContent())).toEqual({ notes: options.notes });
    expect(await element.evaluate((it) => it.querySelector("a").href)).toBe(`${NEWS}text.html`);
  });
}

test("the plugin's zip, uploaded, finds its own files", async ({ page }, info) => {
  const plugins = info.outputPath("plugins");
  const packed = process.env.PROVISION_EXPLORER_PACKED ?? `${root}dist-release`;
  const zip = readdirSync(packed).find((name) => name.startsWith("provision-explorer-wordpress-"));
  await promisify(execFile)("unzip", ["-q", `${packed}/${zip}`, "-d", plugins]);
  const SITE = new URL(info.project.use.baseURL).origin;
  await page.route("**/wp-content/plugins/**", (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ path: plugins + pathname.replace("/wp-content/plugins", "") });
  });
  const html = await printed(post('[provision-explorer highlight="28(4)"]It says …[/provision-explorer]'), "author", { LOADER: "", PLUGINS: plugins, SITE });
  expect(html).toContain(`${SITE}/wp-content/plugins/provision-explorer/dist/provision-explorer.js`);
  await paste(page, html);
  await new Explorer(page).arrive();
  await expect(page.getByText("Highlighted by the newsroom").first()).toBeAttached();
});

test("what an author writes by hand can do no harm", async ({ page }) => {
  const cases = [
    ["[provision-explorer highlight=28 only deep-links=false onclick=x style=y]", { highlight: "28", only: "" }],
    ["[provision-explorer only=\"true\" deep-links heading='It &amp; \"them\"' Theme=DARK]", { heading: 'It & "them"', theme: "DARK", only: "", "deep-links": "" }],
    ["[provision-explorer heading=\"%22 onload=%22x %3C/provision-explorer%3E%3C script%3E\" lang=\"%ff\"]", { heading: '" onload="x </provision-explorer>< script>' }],
    ["[provision-explorer heading=\"only\"]", { heading: "only" }],
    ["[provision-explorer notes=\"nonsense\"]", {}],
    ["[provision-explorer notes=\"%7B%2224%22:%5B1%5D%7D\"]", {}],
  ];
  for (const who of ["editor", "author"]) {
    const html = await printed(cases.map(([code]) => `<div>${code}<script>bad()</script>[/provision-explorer]</div>`).join("\n"), who);
    const found = await page.evaluate((html) => {
      const read = new DOMParser().parseFromString(html, "text/html");
      const attributes = (it) => Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value]));
      return {
        elements: [...read.querySelectorAll("provision-explorer")].map(attributes),
        inside: read.querySelectorAll("provision-explorer *").length,
        scripts: [...read.querySelectorAll("script")].map((it) => it.getAttribute("src")),
      };
    }, html);
    expect(found).toEqual({ elements: cases.map(([, attributes]) => attributes), inside: 0, scripts: ["/provision-explorer.js"] });
  }
});

test("in its feed there is what readers without script find, and no element", async ({}, info) => {
  const { snippet } = await prerender(info, "wordpress", { loader: `${NEWS}provision-explorer.js` });
  const html = await printed(post(snippet), "feed");
  expect(html).toContain(`<a href="${NEWS}text.html">`);
  expect(html).not.toMatch(/<provision-explorer|<script/);
});

/** The editor of blocks with a post in it: WordPress' own, but for the page around it. */
const edit = async (page, post) => {
  const SITE = new URL(test.info().project.use.baseURL).origin;
  const scripts = await printed("", "block-editor", { SITE });
  const file = (path, text) => page.route(`**/${path}?*`, (route) => route.fulfill({ contentType: "text/javascript", path: text }));
  await page.route("**/wp-includes/**", (route) => route.fulfill({ path: WORDPRESS + new URL(route.request().url()).pathname }));
  await file("wp-content/plugins/wordpress/block.js", `${root}integrations/wordpress/block.js`);
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Editor</title><main></main>${scripts}<script type="module" src="/cases/block-editor.js?"></script>`;
  await page.route("**/cases/block-editor/", (route) => route.fulfill({ contentType: "text/html", body }));
  await file("cases/block-editor.js", `${root}tests/browser/block-editor.js`);
  await page.addInitScript((text) => { window.post = text; }, post);
  await page.goto("/cases/block-editor/");
  await page.waitForFunction(() => window.edited);
};

/** The post as the editor saves it. */
const saved = (page) => page.evaluate(() => window.edited());

const explorers = (page) => page.locator("provision-explorer").evaluateAll((all) => all.map((it) => {
  const attributes = Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value]));
  const notes = it.querySelector(":scope > script")?.textContent;
  return { attributes, notes: notes && JSON.parse(notes).notes };
}));

test("a block is previewed as it is set, and readers get what was set", async ({ page }) => {
  await edit(page, "<!-- wp:provision-explorer/explorer /-->");
  // Of a tag an author's posts keep nothing; all else comes as it was typed.
  const heading = "Q&A: a < b “objects” [video], 100 % + #1? It’s \\ 'here'";
  const note = `${NOTE.replace("</script>", "")} [video] Q&A`;
  const preview = page.frameLocator("iframe");
  await expect(preview.getByRole("heading", { level: 2 })).toHaveText("UN Convention against Cybercrime");
  const frame = page.locator("iframe");
  await expect.poll(() => frame.evaluate((it) => it.height)).not.toBe("480");
  await page.getByRole("document", { name: /Provision Explorer/ }).click({ position: { x: 200, y: 200 } });
  await page.getByLabel("Highlight", { exact: true }).fill("28(4), 24");
  await page.getByLabel("Heading", { exact: true }).fill(heading);
  await page.getByLabel("Open", { exact: true }).fill("24");
  await page.getByLabel("View").selectOption("affected");
  await page.getByLabel("Only").check();
  await page.getByRole("button", { name: "Notes" }).click();
  await page.getByLabel("Note on 28(4)").fill(note);
  await expect(preview.getByRole("heading", { level: 2 })).toHaveText(heading);
  const post = await saved(page);
  await paste(page, await printed(post, "author"));
  await new Explorer(page).arrive();
  const attributes = { highlight: "28(4), 24", only: "", view: "affected", open: "24", heading };
  expect(await explorers(page)).toEqual([{ attributes, notes: { "28(4)": note } }]);
  await expect(page.locator("provision-explorer > p > a")).toHaveAttribute("href", "/text.html");
});

// `whole` goes into a Custom HTML block: pasted as text, its nested lists are made plainer by WordPress.
for (const form of ["element", "twin"]) {
  test(`the form ${form} becomes a block where it is pasted, and loses nothing`, async ({ page }, info) => {
    const { snippet } = await prerender(info, form);
    await edit(page, "");
    const blocks = await page.evaluate((plainText) => wp.blocks.pasteHandler({ plainText, HTML: "" }).map(({ name }) => name), `Before.\n\n${snippet}\n\nAfter.`);
    expect(blocks).toEqual(["core/paragraph", "provision-explorer/explorer", "core/paragraph"]);
    const post = await page.evaluate((HTML) => wp.blocks.serialize(wp.blocks.rawHandler({ HTML })), `<p>Before.</p>${snippet}<p>After.</p>`);
    const [before, after] = await page.evaluate((pages) => pages.map((html) => {
      const element = new DOMParser().parseFromString(html, "text/html").querySelector("provision-explorer");
      element.querySelector("script")?.remove();
      return element.textContent.replace(/\s+/g, " ").replace(/["'“”‘’]/g, "'").trim();
    }), [snippet, await printed(post, "editor")]);
    expect(after).toBe(before);
    const { notes, ...others } = options;
    await paste(page, await printed(post, "editor"));
    await expectExplorer(await new Explorer(page).arrive());
    expect(await explorers(page)).toEqual([{ attributes: { ...others, highlight: "28(4), 24" }, notes }]);
  });
}

test("what stands beside an explorer is no snippet's, and a script's options are the block's", async ({ page }) => {
  await edit(page, "");
  const made = (HTML) => page.evaluate((HTML) => wp.blocks.rawHandler({ HTML }).map(({ name, attributes }) => ({ name, attributes })), HTML);
  const explorer = "<provision-explorer highlight='24'></provision-explorer>";
  for (const beside of ["Intro sentence.", "<script src='https://other.example/x.js'></script>", "<p>Words.</p>"]) {
    const [first] = await made(`<div>${beside}${explorer}</div>`);
    expect(first.attributes.inside, beside).toBeUndefined();
  }
  const json = JSON.stringify({ highlight: ["28(4)", "23"], headingLevel: 2, only: true, notes: { 23: "A note" } });
  const scripts = `<script type="application/ld+json">{"notes":1}</script><script type="application/json" class="provision-explorer-options">${json}</script>`;
  const [{ attributes }] = await made(`<div><script type="module" src="/a/provision-explorer.js"></script><provision-explorer highlight="24">${scripts}<p>Read</p></provision-explorer></div>`);
  expect(attributes).toEqual({ "highlight": "24", "heading-level": "2", "only": true, "notes": { 23: "A note" }, "inside": "<p>Read</p>" });
  await paste(page, await printed(await page.evaluate((set) => wp.blocks.serialize(wp.blocks.createBlock("provision-explorer/explorer", set)), attributes), "author"));
  await new Explorer(page).arrive();
  expect(await explorers(page)).toEqual([{ attributes: { "highlight": "24", "heading-level": "2", "only": "" }, notes: { 23: "A note" } }]);
});

test("a shortcode becomes a block where its post is turned into blocks", async ({ page }, info) => {
  const { snippet } = await prerender(info, "wordpress", { loader: `${NEWS}provision-explorer.js` });
  await edit(page, "");
  const made = await page.evaluate((HTML) => wp.blocks.serialize(wp.blocks.rawHandler({ HTML })), `<p>Before.</p>\n\n${snippet}\n\n<p>After.</p>`);
  expect(made).not.toContain("[provision-explorer");
  await paste(page, await printed(made, "editor"));
  await expectExplorer(await new Explorer(page).arrive());
  expect((await explorers(page)).map(({ notes }) => notes)).toEqual([options.notes]);
});

test("a block in a frame is the explorer, as high as it is", async ({ page }) => {
  const { notes, ...others } = options;
  await edit(page, "");
  const set = { ...others, highlight: "28(4), 24", notes, frame: true, inside: "<p>Read it here.</p>" };
  const post = await page.evaluate((set) => wp.blocks.serialize(wp.blocks.createBlock("provision-explorer/explorer", set)), set);
  await paste(page, await printed(post, "editor"));
  const { explorer } = await inFrame(page);
  await expectExplorer(explorer);
  await expect.poll(() => page.locator("iframe").evaluate((it) => it.clientHeight)).not.toBe(640);
});

test("without the plugin, and in feeds, a block's post has what readers without script find", async ({ page }) => {
  const post = '<!-- wp:provision-explorer/explorer {"heading":"only"} --><p>Read it here.</p><!-- /wp:provision-explorer/explorer -->';
  await edit(page, post);
  expect(await saved(page)).toContain("<p>Read it here.</p>");
  const feed = await printed(post, "feed");
  expect(feed).toContain("<p>Read it here.</p>");
  expect(feed).not.toMatch(/<provision-explorer|<script/);
  await paste(page, await printed(post, "editor"));
  await new Explorer(page).arrive();
  expect((await explorers(page)).map(({ attributes }) => attributes)).toEqual([{ heading: "only" }]);
});

test("WordPress' own script gives an embedded frame the height that it asks for", async ({ page }) => {
  await page.route("**/wp-embed.js", (route) => route.fulfill({ path: `${WORDPRESS}/wp-includes/js/wp-embed.js` }));
  const secret = "abcdefghij";
  const frame = `<iframe class="wp-embedded-content" title="The explorer" width="600" height="200" src="/embed.html#?secret=${secret}" data-secret="${secret}"></iframe>`;
  await paste(page, `${frame}<script src="/wp-embed.js"></script>`);
  await expect.poll(() => page.locator("iframe").evaluate((it) => it.height)).toBe("1000"); // the most that it gives
});

test("the address of a story's page becomes its own explorer, and that of the page for frames stays a link", async ({ page, baseURL }, info) => {
  const site = `${baseURL}/`;
  const folder = await publish(info, { hanoi: options, "24": { highlight: ["24"], heading: "One & <only>" } }, site);
  const embedded = (path) => printed(`${site}${path}`, "embed", { FILES: `${folder}/`, FILES_AT: site });
  expect(await embedded("embed.html?highlight=24")).toBe("");
  expect(await embedded("stories/24.html")).toContain("/embed.html?highlight=24&");
  const html = await embedded("stories/hanoi.html");
  // All that WordPress keeps of a stranger's answer.
  expect(html).toMatch(/^<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" [^>]*><\/iframe>$/);
  await page.route("**/wp-embed.js", (route) => route.fulfill({ path: `${WORDPRESS}/wp-includes/js/wp-embed.js` }));
  await paste(page, `${html}<script src="/wp-embed.js"></script>`);
  const { explorer } = await inFrame(page);
  await expectExplorer(explorer);
  expect(await page.locator("iframe").getAttribute("title")).toBe(options.heading);
  await expect.poll(() => page.locator("iframe").evaluate((it) => it.height)).toBe("1000"); // the most that it gives
});

test("from a story's text to its explorer in WordPress, each action counted", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const done = [];
  const act = async (what, doing) => {
    await doing();
    done.push(what);
  };
  await page.goto("/configurator.html");
  const story = "Article 28(4) of the cybercrime convention worries engineers. Article 24 has the safeguards.";
  await act("paste the story", () => page.getByRole("textbox", { name: /Paste the story/ }).fill(story));
  await act("highlight all", () => page.getByRole("button", { name: "Highlight all 2" }).click());
  await act("choose WordPress", () => page.getByRole("combobox", { name: "My system is …" }).selectOption({ label: "WordPress, with our plugin" }));
  await act("copy", () => page.getByRole("region", { name: "4. Take it" }).getByRole("button", { name: "Copy", exact: true }).click());
  await expect(page.getByText("The snippet is copied.")).toBeVisible();
  await edit(page, "<!-- wp:paragraph --><p></p><!-- /wp:paragraph -->");
  await act("click where it is to stand", () => page.getByRole("document", { name: /Empty block/ }).click());
  await act("paste", () => page.keyboard.press("ControlOrMeta+v"));
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 2 })).toHaveText("UN Convention against Cybercrime");
  const post = await saved(page);
  expect(post).toContain("wp:provision-explorer/explorer");
  await paste(page, await printed(post, "author"));
  const explorer = await new Explorer(page).arrive();
  await expect(explorer.heads.first()).toContainText("Article 28(4)");
  await expect(explorer.heads.nth(1)).toContainText("Article 24");
  expect(readFileSync(`${root}docs/configurator.md`, "utf8"), "docs/configurator.md has what was counted").toContain(`${done.length} actions: ${done.join(", ")}`);
});
