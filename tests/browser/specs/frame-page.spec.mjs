// `embed.html` itself: what its address says, what it does without a module or a script, and what leads to it.
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Explorer } from "../explorer.mjs";
import { OWN, expect, test } from "../fixtures.mjs";
import { drawn, expectFits, inside, openFrame } from "../frames.mjs";

test("printed by itself, a frame opens everything", async ({ page, openCase }) => {
  // Headless, Chromium has nothing to print to; the events come as they do elsewhere.
  await page.addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      setTimeout(() => {
        const { shadowRoot } = document.querySelector("provision-explorer");
        window.printed = shadowRoot.querySelectorAll("blockquote").length;
        dispatchEvent(new Event("afterprint"));
      });
    };
  });
  await openCase("frame");
  const { explorer, frame } = await inside(page);
  await explorer.host.getByRole("button", { name: "Everything on paper" }).click();
  await expect.poll(() => frame.evaluate(() => window.printed)).toBeGreaterThan(3);
  await expect(explorer.host.getByRole("blockquote").filter({ visible: true })).toHaveCount(0);
});

test("its address says what attributes say, in query or fragment, and the title is the heading", async ({ page, openCase }) => {
  const notes = encodeURIComponent(JSON.stringify({ notes: { 3: "Mind this one." }, view: "matrix" }));
  const { explorer, frame } = await drawn(page, openCase, `?dataset=/cases/data/bill.json&highlight=3,+2(1)&options=${notes}#heading=Q%26A&view=provisions`);
  await expect(explorer.heads.first()).toContainText("Article 3");
  await expect(explorer.card("Article 3")).toContainText("Mind this one.");
  await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText("Q&A");
  expect(await frame.title()).toBe("Q&A");
});

test("a mistake in the address is told in the console, and the rest holds", async ({ page, watch, openCase }) => {
  watch.expectLines("options in the address: not JSON", /`matrices` is not one of[^]*no option is called `highlights`; did you mean `highlight`\?/);
  const { explorer } = await drawn(page, openCase, "?dataset=/cases/data/bill.json&options={&highlights=3&view=matrices&heading=Lanterns");
  await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText("Lanterns");
});

test("from right to left the page speaks the interface's language", async ({ page, openCase }) => {
  const { explorer, frame } = await drawn(page, openCase, "?lang=ar&highlight=28(4)&only");
  await expect(frame.locator("html")).toHaveAttribute("lang", "ar");
  expect(await explorer.status.evaluate((it) => getComputedStyle(it).direction)).toBe("rtl");
});

test("a dataset of another origin is refused, so that no link can put words into a newsroom's mouth", async ({ page, watch, openCase }) => {
  for (const query of ["?dataset=https://evil.example/law.json", `?options=${encodeURIComponent('{"dataset":"//evil.example/law.json"}')}`]) {
    const told = watch.ours.length;
    const { frame, explorer } = await openFrame(page, openCase, query);
    await expect.poll(() => watch.ours.length).toBe(told + 1);
    await expect(frame.getByText("This part of the story needs JavaScript")).toBeVisible();
    await expect(explorer.host).toHaveCount(0);
    // The link leads to the bundled law, and this address asked for another.
    await expect(frame.getByRole("link")).toHaveCount(0);
  }
  watch.expectLines("stands on another origin than embed.html", "stands on another origin than embed.html");
});

test("where the module doesn't come, the frame has what it says, and its height", async ({ page, watch, openCase }) => {
  watch.expectLines(OWN.notFound, /cannot be fetched|answered 404/);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
  await openCase("frame-plain");
  const element = page.locator("iframe");
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle()).contentFrame();
  await expect(frame.getByRole("button", { name: "Try again" })).toBeVisible();
  await expectFits({ frame, element });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a frame leads to the text of everything", async ({ page }) => {
    await page.goto("/embed.html");
    expect(await page.title()).toBe("UN Convention against Cybercrime");
    const link = page.getByRole("link", { name: "UN Convention against Cybercrime: read everything as a text" });
    expect(await link.getAttribute("href")).toBe("./text.html");
    expect(await link.getAttribute("target")).toBe("_blank");
  });
});

test.describe("what `cargo xtask prerender` prints", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const options = {
    highlight: ["28(4)", "24"],
    heading: "Q&A: <who> “objects”, 100 % + #1?",
    view: "objections",
    theme: "dark",
    deepLinks: true,
    notes: { "28(4)": "Été & </script> \"quoted\" +1 %41 حق" },
  };
  const prerender = async (info, ...how) => {
    const file = info.outputPath("options.json");
    mkdirSync(info.outputPath(), { recursive: true });
    writeFileSync(file, JSON.stringify(options));
    const { stdout } = await promisify(execFile)("cargo", ["xtask", "prerender", file, ...how], { cwd: root });
    return stdout;
  };
  const read = (page, html) => page.evaluate((html) => {
    const frame = new DOMParser().parseFromString(html, "text/html").querySelector("iframe");
    return Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value]));
  }, html);

  test("as a frame comes back as the same options", async ({ page, baseURL, openCase }, info) => {
    test.setTimeout(120_000);
    await page.goto("about:blank");
    const html = await prerender(info, "--as", "frame", "--loader", `${baseURL}/provision-explorer.js`);
    const { src, title, loading, referrerpolicy } = await read(page, html);
    expect({ title, loading, referrerpolicy }).toEqual({ title: options.heading, loading: "lazy", referrerpolicy: "no-referrer" });
    expect(html).toContain(`<script type="module" src="${baseURL}/embed-parent.js"></script>`);
    const { explorer } = await drawn(page, openCase, new URL(src).search);
    const { notes, ...rest } = options;
    expect(await explorer.host.evaluate((it) => [it.options, ...["heading", "highlight", "view", "theme", "deep-links"].map((name) => it.getAttribute(name))]))
      .toEqual([{ notes }, rest.heading, "28(4), 24", rest.view, rest.theme, ""]);
    await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText(options.heading);
  });

  test("as oEmbed holds that frame, and the story's page leads to it", async ({ baseURL }, info) => {
    test.setTimeout(120_000);
    const at = ["--loader", `${baseURL}/provision-explorer.js`];
    const { html, ...answer } = JSON.parse(await prerender(info, "--as", "oembed", ...at));
    const { thumbnail_url, ...rest } = answer;
    expect(rest).toEqual({
      version: "1.0", type: "rich", title: options.heading, provider_name: "Provision Explorer", provider_url: `${baseURL}/`,
      width: 640, height: 640, thumbnail_width: 1200, thumbnail_height: 630,
    });
    expect(html).toBe((await prerender(info, "--as", "frame", ...at)).trimEnd());
    const story = await prerender(info, "--as", "page", ...at);
    const [, name] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)\.json" title="Q&amp;A: &lt;who&gt;/.exec(story);
    expect(thumbnail_url).toBe(`${name}-art_28__para_4.png`);
    await expect(prerender(info, "--as", "oembed")).rejects.toThrow("needs the whole address of provision-explorer.js");
  });
});
