// What a reader does before the explorer can answer: nothing of it is lost, its order is kept, and it
// is done once. The module is held back meanwhile, and what comes of it is held against what comes of
// the same where the module is there.
import { concernsOn, groups } from "../dataset.mjs";
import { expectSame, hold, running } from "../early.mjs";
import { Explorer } from "../explorer.mjs";
import { OWN, expect, heldBack, settled, test, told } from "../fixtures.mjs";
import { paste, prerender } from "../pasting.mjs";

const CITED = "Article 28(4)";
const [{ affected: [{ group }], evidence: [{ quote: { exact: QUOTE } }] }] = concernsOn("art_28__para_4");
const LABEL = groups.get(group).label;

const press = (...keys) => async (page) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** The picture's columns are one stop of the Tab key; the highlighted one has it. */
const column = (explorer) => explorer.host.locator(".col[tabindex='0']").first();

const INPUTS = {
  "a tap on a card's head": (page, explorer) => explorer.toggle(CITED),
  "two taps on a card's head": async (page, explorer) => {
    await explorer.toggle(CITED);
    await explorer.toggle(CITED);
  },
  "Enter on a card's head": async (page, explorer) => {
    await explorer.card(CITED).locator("summary").first().focus();
    await page.keyboard.press("Enter");
  },
  "text in the search field": (page, explorer) => explorer.search.pressSequentially("secure"),
  "text that is taken back in part": async (page, explorer) => {
    await explorer.search.pressSequentially("securely");
    await press("Backspace", "Backspace")(page);
  },
  "text, and the caret within it": async (page, explorer) => {
    await explorer.search.pressSequentially("secure");
    await press("Home", "ArrowRight", "ArrowRight")(page);
  },
  "text, part of which is selected": async (page, explorer) => {
    await explorer.search.pressSequentially("secure");
    await press("Shift+Home")(page);
  },
  "a group that is ticked": async (page, explorer) => {
    await explorer.summary("I am").click();
    await explorer.lens(LABEL).check();
  },
  "a group that is ticked and left out again": async (page, explorer) => {
    await explorer.summary("I am").click();
    await explorer.lens(LABEL).check();
    await explorer.lens(LABEL).uncheck();
  },
  "Space on a group": async (page, explorer) => {
    await explorer.summary("I am").click();
    await explorer.lens(LABEL).focus();
    await page.keyboard.press("Space");
  },
  "two groups, the later in the list first": async (page, explorer) => {
    await explorer.summary("I am").click();
    const boxes = explorer.host.getByRole("group", { name: "I am" }).getByRole("checkbox");
    await boxes.nth(3).check();
    await boxes.nth(1).check();
  },
  "a tap on a view": (page, explorer) => explorer.view("affected").click(),
  "taps on two views": async (page, explorer) => {
    await explorer.view("affected").click();
    await explorer.view("objections").click();
  },
  "Enter on a view": async (page, explorer) => {
    await explorer.view("objections").focus();
    await page.keyboard.press("Enter");
  },
  "Space on a view": async (page, explorer) => {
    await explorer.view("objections").focus();
    await page.keyboard.press("Space");
  },
  "arrows in the picture of the law": async (page, explorer) => {
    await column(explorer).focus();
    await press("ArrowRight", "ArrowRight", "ArrowLeft", "End")(page);
  },
  "a view, text and a group, in this order": async (page, explorer) => {
    await explorer.view("affected").click();
    await explorer.search.pressSequentially("secure");
    await explorer.summary("I am").click();
    await explorer.lens(LABEL).check();
  },
  "a group, text and a view, in this order": async (page, explorer) => {
    await explorer.summary("I am").click();
    await explorer.lens(LABEL).check();
    await explorer.search.pressSequentially("secure");
    await explorer.view("matrix").click();
  },
  "a tap on a view, and the focus elsewhere": async (page, explorer) => {
    await explorer.view("affected").click();
    await explorer.search.focus();
  },
};

for (const [what, act] of Object.entries(INPUTS)) {
  test(`${what} comes to the same before the explorer is there`, async ({ page }) => {
    await expectSame(page, act);
  });
}

test("a text under composition is one all the same", async ({ page }) => {
  const { field } = await expectSame(page, async (page, explorer) => {
    await explorer.search.focus();
    const ime = await page.context().newCDPSession(page);
    await ime.send("Input.imeSetComposition", { text: "secure".slice(0, 4), selectionStart: 4, selectionEnd: 4 });
    await ime.send("Input.imeSetComposition", { text: "secure", selectionStart: 6, selectionEnd: 6 });
    await ime.detach();
  });
  expect(field).toEqual(["secure", 6, 6]);
});

test("back leads through the views that were tapped too early", async ({ page }) => {
  const release = await hold(page);
  const explorer = new Explorer(page);
  await explorer.view("affected").click();
  await explorer.view("objections").click();
  release();
  await running(page);
  await expect(explorer.view("objections")).toHaveAttribute("aria-current", "true");
  await page.evaluate(() => history.go(-1));
  await expect(explorer.view("affected")).toHaveAttribute("aria-current", "true");
  await page.evaluate(() => history.go(-1));
  await expect(explorer.view("provisions")).toHaveAttribute("aria-current", "true");
});

test("a citation is copied once that can be", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const release = await hold(page);
  const explorer = new Explorer(page);
  const card = await explorer.toggle(CITED);
  await card.getByRole("button", { name: "Copy citation" }).click();
  release();
  await running(page);
  await expect.poll(() => told(page, "share")).toHaveLength(1);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(CITED);
});

test("a page is printed once it can be", async ({ page }) => {
  await page.addInitScript(() => { window.print = () => { window.printed = (window.printed ?? 0) + 1; }; });
  const release = await hold(page);
  await new Explorer(page).host.getByRole("button", { name: "Print" }).click();
  expect(await page.evaluate(() => window.printed)).toBeUndefined();
  release();
  await running(page);
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
});

test("a link that is followed counts for more than what was tapped before", async ({ page }) => {
  const release = await hold(page);
  const explorer = new Explorer(page);
  await explorer.view("matrix").click();
  await page.evaluate(() => { location.hash = "#pe=art_24&q=safeguards"; });
  release();
  await running(page);
  await expect(explorer.search).toHaveValue("safeguards");
  await expect(explorer.card("Article 24").getByRole("blockquote").first()).toBeVisible();
  await expect(explorer.view("provisions")).toHaveAttribute("aria-current", "true");
});

test("back from a link that was followed too early leads to where its reader was", async ({ page }) => {
  const release = await hold(page);
  const explorer = new Explorer(page);
  await page.evaluate(() => { location.hash = "#pe=art_24"; });
  await page.evaluate(() => history.go(-1));
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("");
  release();
  await running(page);
  await expect(explorer.card("Article 24").getByRole("blockquote")).toHaveCount(0);
  await expect(explorer.search).toHaveValue("");
});

const mention = (page, name) => page.locator("provision-ref").filter({ hasText: name }).getByRole("button");

for (const [order, acts] of [
  ["after a view", (page, explorer) => [() => explorer.view("matrix").click(), () => mention(page, /^Article.24$/).click()]],
  ["before a view", (page, explorer) => [() => mention(page, /^Article.24$/).click(), () => explorer.view("objections").click()]],
]) {
  test(`a mention that is tapped ${order} comes to the same before the explorer is there`, async ({ page }) => {
    await expectSame(page, async (page, explorer) => {
      for (const act of acts(page, explorer)) await act();
      await settled(page);
    }, { without: ["focus"] });
  });
}

test("words that are selected stay so, and the page stays where it is", async ({ page }) => {
  const release = await hold(page);
  const explorer = new Explorer(page);
  await explorer.head(CITED).scrollIntoViewIfNeeded();
  await explorer.card(CITED).locator(".plain").filter({ visible: true }).first().evaluate((it) => getSelection().selectAllChildren(it));
  const before = await page.evaluate(() => [String(getSelection()), scrollY]);
  expect(before[0]).not.toBe("");
  release();
  await running(page);
  expect(await page.evaluate(() => [String(getSelection()), scrollY])).toEqual(before);
});

test("what the browser unfolds for a word that it looks for stays open", async ({ page }) => {
  const release = await hold(page);
  const explorer = new Explorer(page);
  // As "Find in page" does it.
  await explorer.card(CITED).locator("details").first().evaluate((it) => { it.open = true; });
  release();
  await running(page);
  await expect(explorer.card(CITED).getByText(QUOTE)).toBeVisible();
});

test("a page's script that asks for a provision is answered", async ({ page }) => {
  const release = await hold(page);
  const explorer = new Explorer(page);
  await page.evaluate(() => { window.answer = document.querySelector("provision-explorer").select("24"); });
  release();
  await running(page);
  expect(await page.evaluate(async () => await window.answer)).toBe(true);
  await expect(explorer.card("Article 24").getByRole("blockquote").first()).toBeVisible();
});

test("what a page's script asks for is answered though another law is set meanwhile", async ({ page }) => {
  const release = await hold(page);
  await page.evaluate(() => {
    const host = document.querySelector("provision-explorer");
    window.answer = host.select("24");
    host.setAttribute("dataset", "./data/un-cybercrime-convention.law.txt?again");
  });
  release();
  await running(page);
  expect(await page.evaluate(async () => await window.answer)).toBe(true);
});

test("whoever waits for an answer is told that it comes, and nothing moves for it", async ({ page }) => {
  const release = await hold(page);
  const explorer = new Explorer(page);
  const sign = explorer.host.getByRole("status").filter({ hasText: "Loading" });
  await expect(sign).toHaveCount(0);
  const where = () => explorer.host.evaluate((it) => it.shadowRoot.querySelector("h2").getBoundingClientRect().top - it.getBoundingClientRect().top);
  const before = await where();
  await explorer.view("affected").click();
  await expect(sign).toBeInViewport();
  expect(await where()).toEqual(before);
  release();
  await running(page);
  await expect(sign).toHaveCount(0);
});

// The page's own text, as `whole` has it, whose place the explorer takes.
test.describe("in the page's own text", () => {
  const moduleCame = async (page) => {
    const came = () => performance.getEntriesByType("resource").some(({ name, responseEnd }) => /widget-.*\.wasm$/.test(name) && responseEnd > 0);
    await expect.poll(() => page.evaluate(came)).toBe(true);
    await settled(page);
  };

  const inText = async (page, info, act) => {
    const { snippet } = await prerender(info, "whole", { given: { highlight: ["24"] } });
    const release = await heldBack(page, "**/*.wasm");
    await paste(page, snippet);
    const host = page.locator("provision-explorer");
    const text = host.locator(":scope > *");
    const head = text.locator("#pe-art_28__para_4 summary").first();
    await act({ host, text, head });
    release();
    return new Explorer(page);
  };

  /** Selects the words of a head, with a mouse over them. */
  const takeWords = async (page, head) => {
    await head.scrollIntoViewIfNeeded();
    await head.evaluate((it) => getSelection().selectAllChildren(it));
    const box = await head.boundingBox();
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.move(box.x + 30, box.y + 12);
  };

  test("a tap on a card's head opens it in its place", async ({ page }, info) => {
    let before;
    const explorer = await inText(page, info, async ({ head }) => {
      await head.scrollIntoViewIfNeeded();
      await head.click();
      before = await head.locator("h3").boundingBox();
    });
    await running(page);
    await expect(explorer.card(CITED).getByText(QUOTE)).toBeVisible();
    await expect.poll(async () => Math.abs((await explorer.head(CITED).boundingBox()).y - before.y)).toBeLessThan(2);
  });

  test("nothing moves for the sign that an answer is on its way", async ({ page }, info) => {
    const explorer = await inText(page, info, async ({ host, head }) => {
      await head.scrollIntoViewIfNeeded();
      const before = await head.boundingBox();
      await head.click();
      await expect(host.getByRole("status").filter({ hasText: "Loading" })).toBeInViewport();
      expect(await head.boundingBox()).toEqual(before);
    });
    await running(page);
    await expect(explorer.card(CITED).getByText(QUOTE)).toBeVisible();
  });

  test("two taps leave it folded, and one on what is open folds it", async ({ page }, info) => {
    const explorer = await inText(page, info, async ({ head, text }) => {
      await head.click();
      await head.click();
      await text.locator("#pe-art_24 summary").first().click();
    });
    await running(page);
    await expect(explorer.head(CITED)).toBeVisible();
    await expect(explorer.card(CITED).getByText(QUOTE)).toHaveCount(0);
    await expect(explorer.card("Article 24").getByRole("blockquote")).toHaveCount(0);
  });

  for (const key of ["Enter", "Space"]) {
    test(`${key} opens it, and the focus stays on its head`, async ({ page }, info) => {
      const explorer = await inText(page, info, async ({ head }) => {
        await head.focus();
        await page.keyboard.press(key);
      });
      await running(page);
      await expect(explorer.card(CITED).getByText(QUOTE)).toBeVisible();
      await expect.poll(async () => (await explorer.focus()).name).toContain(CITED);
    });
  }

  for (const [name, press, letGo] of [
    ["Space", ({ keyboard }) => keyboard.down("Space"), ({ keyboard }) => keyboard.up("Space")],
    ["a button of the mouse", ({ mouse }) => mouse.down(), ({ mouse }) => mouse.up()],
  ]) {
    test(`${name} that is held down opens it when it is let go, whatever comes meanwhile`, async ({ page }, info) => {
      const explorer = await inText(page, info, async ({ head }) => {
        const came = page.waitForResponse(/replay-/);
        await head.focus();
        await head.hover();
        const address = (await came).url();
        // By now it could say that an answer is coming, as it does at once for what is done.
        await page.evaluate((it) => import(it).then(() => {}), address);
        await press(page);
        await settled(page);
      });
      // Nor does the drawing come before that is done.
      await moduleCame(page);
      await expect(explorer.host.locator(":scope > *").first()).toBeVisible();
      await letGo(page);
      await running(page);
      await expect(explorer.card(CITED).getByText(QUOTE)).toBeVisible();
    });
  }

  test("the focus stays on the link that has it", async ({ page }, info) => {
    let address;
    const explorer = await inText(page, info, async ({ text }) => {
      const link = text.locator("#pe-art_24 a[href^='http']").filter({ visible: true }).first();
      await link.focus();
      address = await link.evaluate((it) => it.href);
      await text.locator("#pe-art_24 details").first().evaluate((it) => { it.open = false; });
      await text.locator("#pe-art_24 details").first().evaluate((it) => { it.open = true; });
      await link.focus();
    });
    await running(page);
    await expect.poll(() => explorer.host.evaluate((it) => it.shadowRoot.activeElement?.href)).toBe(address);
  });

  test("what is read stays where it is", async ({ page }, info) => {
    let before;
    const explorer = await inText(page, info, async ({ head }) => {
      await head.evaluate((it) => scrollTo(0, it.getBoundingClientRect().top + scrollY - 100));
      before = await head.locator("h3").boundingBox();
      await page.mouse.move(before.x + 20, before.y + 10);
      await page.mouse.move(before.x + 30, before.y + 12);
    });
    await running(page);
    await expect.poll(async () => Math.abs((await explorer.head(CITED).boundingBox()).y - before.y)).toBeLessThan(2);
  });

  test("words that are selected stay until they are let go", async ({ page }, info) => {
    const explorer = await inText(page, info, async ({ head }) => {
      await takeWords(page, head);
    });
    await moduleCame(page);
    expect(await page.evaluate(() => String(getSelection()))).toContain(CITED);
    await expect(explorer.cards).not.toHaveCount(0);
    expect(await told(page, "ready")).toEqual([]);
    await page.evaluate(() => getSelection().removeAllRanges());
    await running(page);
    await expect(explorer.head(CITED)).toBeVisible();
  });

  test("a page's script that asks for a provision is answered over words that are selected", async ({ page }, info) => {
    const explorer = await inText(page, info, async ({ host, head }) => {
      await takeWords(page, head);
      await host.evaluate((it) => { window.answer = it.select("28(4)"); });
    });
    expect(await page.evaluate(async () => await window.answer)).toBe(true);
    await expect(explorer.card(CITED).getByText(QUOTE)).toBeVisible();
  });

  test("what is done while only the words of a language are missing is done once they are there", async ({ page }, info) => {
    const release = await heldBack(page, "**/fr-*.txt");
    let head;
    const explorer = await inText(page, info, async (it) => {
      ({ head } = it);
      await it.host.evaluate((host) => { host.lang = "fr"; });
    });
    await moduleCame(page);
    await head.click();
    release();
    await running(page);
    await expect(explorer.card(CITED).getByText(QUOTE)).toBeVisible();
  });

  test("where the script that does it again never comes, the explorer does, and says what is lost", async ({ page, watch }, info) => {
    const lost = "what was done before the explorer was there is lost";
    watch.expectLines(OWN.unreachable, lost);
    await page.route("**/replay-*.js", (route) => route.abort());
    const explorer = await inText(page, info, ({ head }) => head.click());
    await running(page);
    await expect(explorer.head(CITED)).toBeVisible();
    expect((await told(page, "error")).map(({ detail }) => detail.message)).toEqual([expect.stringContaining(lost)]);
  });

  test("what the browser unfolds for a word that it looks for stays open", async ({ page }, info) => {
    const explorer = await inText(page, info, async ({ text }) => {
      await text.locator("#pe-art_28__para_4 details").first().evaluate((it) => { it.open = true; });
    });
    await running(page);
    await expect(explorer.card(CITED).getByText(QUOTE)).toBeVisible();
  });
});
