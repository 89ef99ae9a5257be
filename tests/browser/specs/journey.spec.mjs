// A reader with a mouse, from the story's first line to the data taken along.
// cspell:words edri fulfill hrefs Asli Telli SPYWÄRE xyzzy
import { affects, data, bearingOn, concernsOn, objectedIn, parties, organisations, sources, text as shipped } from "../dataset.mjs";
import { expect, pasted, test } from "../fixtures.mjs";
import { Explorer, beginning } from "../explorer.mjs";
import { valued, viewName, word } from "../words.mjs";

const LETTER = "edri-joint-letter-2024-10-21";
const RELEASE = "cybersecurity-tech-accord-press-release";
const HIGHLIGHTED = ["Article 28(4)", "Article 14(4)", "Article 24"];

const readable = async (page) => {
  const region = page.locator("provision-explorer");
  for (const citation of HIGHLIGHTED) {
    await expect(region.getByRole("heading", { level: 3, name: beginning(citation) })).toBeVisible();
  }
  await expect(page.getByText("One provision is cited by number in both: Article 28(4), on")).toBeVisible();
};

test("before any script has run, every provision is there to read and opens", async ({ page }) => {
  await page.route("**/provision-explorer.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto("/");
  await readable(page);
  const explorer = new Explorer(page);
  await expect(explorer.cards).toHaveCount(data.provisions.length);
  const [quote] = concernsOn("art_28__para_4")[0].evidence.map((it) => it.quote?.exact).filter(Boolean);
  const card = await explorer.toggle("Article 28(4)");
  await expect(card.getByText(quote)).toBeVisible();
});

test("highlighted provisions come first, in the newsroom's order, marked and with its notes", async ({ story }) => {
  const explorer = await story();
  await expect(explorer.host.getByRole("heading", { level: 2 })).toHaveText("UN Convention against Cybercrime");
  await expect(explorer.status).toHaveText(`${data.provisions.length} provisions`);
  await expect(explorer.cards).toHaveCount(data.provisions.length);
  const heads = await explorer.heads.allInnerTexts();
  const cited = heads.map((head) => head.replace(/\s+/g, " "));
  const rest = data.provisions.map((it) => it.citation).filter((it) => !HIGHLIGHTED.includes(it));
  for (const [place, citation] of [...HIGHLIGHTED, ...rest].entries()) {
    expect(cited[place]).toMatch(beginning(citation));
  }
  const mark = explorer.cards.getByText("Highlighted by the newsroom");
  await expect(mark).toHaveCount(HIGHLIGHTED.length);
  for (const citation of HIGHLIGHTED) {
    await expect(explorer.card(citation).getByText("Highlighted by the newsroom")).toBeVisible();
  }
  await expect(explorer.card("Article 28(4)")).toContainText("The one provision that both documents cite by number.");
  await expect(explorer.card("Article 24")).toContainText("Of the two documents, only the letter objects to this article.");
  await expect(explorer.host.getByText("Newsroom’s note")).toHaveCount(2);
});

test("the status says its date, and by itself when it may be out of date", async ({ page, story }) => {
  await page.clock.setFixedTime("2025-11-01T12:00:00Z");
  const explorer = await story();
  const line = explorer.summary("as of 27 October 2025");
  await expect(line).toBeVisible();
  await expect(line).not.toContainText("may be out of date");
  await page.clock.setFixedTime("2026-06-01T12:00:00Z");
  await page.reload();
  await explorer.arrive();
  await expect(line).toContainText("may be out of date");
  await line.click();
  for (const event of data.instrument.status.events) {
    await expect(explorer.host.getByText(event.label)).toBeVisible();
  }
  await expect(explorer.host.getByRole("link", { name: "source" })).toHaveCount(data.instrument.status.events.length);
});

test("“I am a journalist” leaves the provisions that bear on journalists, and says whose eyes these are", async ({ story }) => {
  const explorer = await story();
  const bearing = bearingOn("journalists");
  expect(bearing.length).toBeGreaterThan(0);
  await explorer.summary("I am").click();
  const choice = explorer.lens("Journalists");
  await expect(choice).toHaveAccessibleName(new RegExp(`\\b${bearing.length} provisions?$`));
  await choice.check();
  await expect(explorer.summary("I am")).toContainText("a journalist");
  await expect(explorer.status).toContainText(`${bearing.length} of ${data.provisions.length} provisions`);
  await expect(explorer.cards).toHaveCount(bearing.length);
  for (const provision of bearing) await expect(explorer.card(provision.citation)).toBeVisible();

  const card = await explorer.toggle("The Convention as a whole");
  const concern = card.locator("section").filter({ hasText: viewName("affected") }).first();
  await expect(concern.getByRole("listitem").filter({ hasText: /^Journalists you/ })).toContainText("named in the source");

  // A second group adds to the first, and a way back leads out of both.
  await explorer.lens("Children").check();
  await expect(explorer.cards).toHaveCount(bearing.length + bearingOn("children").length);
  await explorer.host.getByRole("button", { name: word("clear") }).click();
  await expect(explorer.cards).toHaveCount(data.provisions.length);
  await expect(choice).not.toBeChecked();
});

test("“Raised by” leaves what one document raises", async ({ story }) => {
  const explorer = await story();
  await explorer.sources.click();
  const group = explorer.host.getByRole("group", { name: word("raised_by"), exact: true });
  await group.getByRole("checkbox", { name: beginning("Cybersecurity Tech Accord press release") }).check();
  const objected = objectedIn(RELEASE);
  await expect(explorer.cards).toHaveCount(objected.length);
  await expect(explorer.status).toContainText(`${objected.length} of ${data.provisions.length}`);
});

test("a tap on “a whistleblower” answers at once: how many concerns, about what, and those open", async ({ story }) => {
  const explorer = await story();
  const about = data.concerns.filter((it) => it.affected.some?.((it) => it.group === "whistleblowers"));
  const ask = explorer.host.getByRole("button", { name: `a whistleblower ${about.length} concerns` });
  await ask.click();
  await expect(ask).toHaveAttribute("aria-pressed", "true");
  await expect(explorer.host.getByText(`Whistleblowers: ${about.length} concerns in these 2 documents`)).toBeVisible();
  const bearing = bearingOn("whistleblowers");
  await expect(explorer.cards).toHaveCount(bearing.length);
  // What is about them is open; the other concerns of the same provision are a tap away.
  for (const { id, citation } of bearing) {
    const card = explorer.card(citation);
    const all = concernsOn(id);
    const own = all.filter((it) => about.includes(it));
    await expect(card.getByRole("heading", { level: 5 }).and(card.locator(".concern-title"))).toHaveText(own.map((it) => it.title));
    const others = card.locator("summary").filter({ hasText: /other concerns? about this provision/ });
    await expect(others).toHaveCount(own.length < all.length ? 1 : 0);
    if (own.length < all.length) await expect(others).toContainText(`${all.length - own.length} other`);
  }
  await ask.click();
  await expect(explorer.cards).toHaveCount(data.provisions.length);
  await expect(ask).toHaveAttribute("aria-pressed", "false");
});

test("Article 28(4), opened, shows what is wrong with it, on whose word, in which exact words", async ({ story }) => {
  const explorer = await story();
  // What holds for all concerns is said once.
  await expect(explorer.host.getByText("Whether the criticism still applies has not been checked.")).toHaveCount(1);
  const card = await explorer.toggle("Article 28(4)");
  const concerns = concernsOn("art_28__para_4");
  await expect(card).toContainText(`${concerns.length} concerns`);
  await expect(card).toContainText("lets law enforcement force individuals to give access to secure systems");
  for (const concern of concerns) {
    const section = card.locator("section").filter({
      has: explorer.page.getByRole("heading", { level: 5, name: concern.title }),
    });
    await expect(section).toContainText(concern.summary);
    for (const affected of concern.affected) {
      const label = data.groups.find((it) => it.id === affected.group).label;
      const mark = section.getByRole("listitem").filter({ hasText: beginning(label) }).first();
      await expect(mark).toContainText({ stated: "named in the source", inferred: "our reading" }[affected.basis]);
      if (affected.reason) await expect(mark).toContainText(affected.reason);
    }
    for (const { quote, source, locator } of concern.evidence) {
      await expect(section.getByRole("blockquote").filter({ hasText: quote.exact })).toHaveText(`“${quote.exact}”`);
      await expect(section).toContainText(locator);
      // The link leads to the very words: their beginning and their end are in it.
      const { address, short_title: whose } = data.sources.find((it) => it.id === source);
      const hrefs = await section.getByRole("link", { name: `${whose}: ${locator} (${word("elsewhere")})`, exact: true })
        .evaluateAll((links) => links.map((link) => link.href));
      const words = quote.exact.split(/\s+/);
      const leads = hrefs.filter((href) => {
        const [page, directive] = href.split("#:~:text=");
        if (page !== address || !directive) return false;
        const same = (a, b) => a.toLowerCase() === b.toLowerCase();
        return directive.split("&text=").some((one) => {
          const parts = one.split(",").filter((it) => !it.startsWith("-") && !it.endsWith("-")).map(decodeURIComponent);
          return same(quote.exact.slice(0, parts[0].length), parts[0])
            && same(quote.exact.slice(-parts.at(-1).length), parts.at(-1)) && parts[0].includes(words[0]);
        });
      });
      expect(leads, `a link to “${quote.exact}”`).not.toEqual([]);
    }
    await expect(section).not.toContainText(valued("wordings", "NotChecked"));
  }
  const links = card.locator(".place").getByRole("link");
  expect(await links.count()).toBeGreaterThan(0);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute("rel", /noopener/);
    await expect(link).toHaveAccessibleName(new RegExp(word("elsewhere")));
  }
});

test("Article 28(4) says once who wrote each source, who signed it, and who is only said to agree", async ({ story }) => {
  const explorer = await story();
  const card = await explorer.toggle("Article 28(4)");
  const named = sources.get(RELEASE).parties.filter((it) => it.role === "named");
  const name = ({ organisation }) => organisations.get(organisation).name;
  const head = (id) => card.locator("header")
    .filter({ has: explorer.page.getByRole("heading", { level: 4, name: sources.get(id).short_title }) });
  const release = head(RELEASE);
  await expect(release).toHaveCount(1);
  await expect(release).toContainText(word("issued_by", { a: "Cybersecurity Tech Accord" }));
  await expect(release).toContainText("late July 2024 (date not printed on the release)");
  await expect(release).toContainText("Draft of 23 May 2024");
  // Whom the release names for all that it says; whom it names for one concern stands with that.
  const all = named.filter((it) => !it.concerns);
  await release.getByText(`Says ${all.length} others agree`).first().click();
  await expect(release.getByText(word("named_means"))).toBeVisible();
  for (const it of all) await expect(release).toContainText(name(it));
  const own = named.filter((it) => it.concerns?.includes("forced-access-to-systems"));
  const concern = card.locator("section").filter({
    has: explorer.page.getByRole("heading", { level: 5, name: "People could be forced to open secure systems" }),
  });
  for (const it of own) await expect(concern.getByText(/did not sign/).last()).toContainText(name(it));
  expect(own.length).toBeGreaterThan(0);

  const letter = head(LETTER);
  await expect(letter).toHaveCount(1);
  await expect(letter).toContainText("21 October 2024");
  await expect(letter).toContainText("Draft A/AC.291/L.15");
  const signed = parties(LETTER, "signed");
  expect(signed).toHaveLength(29);
  await expect(letter.getByText(signed[0].name)).toBeHidden();
  await letter.getByText("Signed by 29").click();
  await expect(letter.getByText(signed[0].name)).toBeVisible();
  for (const it of signed) await expect(letter).toContainText(it.name);
  // Persons are shown as persons, with what they are.
  await expect(letter).toContainText("Asli Telli (WISER at Wits University)");
});

test("a long card closes from its end, and sight and focus are at its head", async ({ page, story }) => {
  const explorer = await story();
  const card = await explorer.toggle("Article 28(4)");
  const close = card.getByRole("button", { name: new RegExp(`^${word("close")}\\s*: Article 28\\(4\\)$`) });
  await close.click();
  await expect(card.getByRole("blockquote")).toHaveCount(0);
  await expect.poll(async () => (await explorer.focus()).name).toMatch(/^Article 28\(4\)/);
  expect((await explorer.focus()).inSight).toBe(true);
  // What is shorter than a screen needs none.
  const short = await explorer.toggle("Preamble");
  await expect(short.getByRole("button", { name: word("copy_citation") })).toBeVisible();
  await expect(short.getByRole("button", { name: new RegExp(`^${word("close")}`) })).toHaveCount(0);
});

test("requests, and the other law that a source compares, stand at the concern they belong to", async ({ story }) => {
  const explorer = await story();
  const card = await explorer.toggle("Article 28(4)");
  const asks = card.getByText(beginning(word("requests"))).first();
  await expect(asks).toBeVisible();
  const request = card.getByText(data.requests.find((it) => it.id === "delete-article-28-4").summary).first();
  if (!(await request.isVisible())) await asks.click();
  await expect(request).toBeVisible();

  const other = await explorer.toggle("Article 18");
  await expect(other.getByText(word("other_law"), { exact: true }).first()).toBeVisible();
  await expect(other.getByRole("listitem").filter({ hasText: "Budapest Convention on Cybercrime" }).first()).toContainText("Departs from");
  await expect(other.getByRole("listitem").filter({ hasText: "EU Digital Services Act" })).toContainText("Conflicts with");
  await expect(other).toContainText("Paragraph 125");
  // Two may be open at once, and the first closes again where it is.
  await expect(card.getByRole("blockquote").first()).toBeVisible();
  await explorer.toggle("Article 28(4)");
  await expect(card.getByRole("blockquote")).toHaveCount(0);
});

test("opening and closing a card keep its head where it was", async ({ page, story }) => {
  const explorer = await story();
  await explorer.toggle("Article 28(4)");
  const head = explorer.head("Article 18");
  await head.scrollIntoViewIfNeeded();
  const at = async () => (await head.boundingBox()).y;
  const before = await at();
  await head.click();
  await expect(explorer.card("Article 18").getByRole("blockquote").first()).toBeVisible();
  expect(await at()).toBeCloseTo(before, 0);
  await head.click();
  await expect(explorer.card("Article 18").getByRole("blockquote")).toHaveCount(0);
  expect(await at()).toBeCloseTo(before, 0);
  await page.mouse.move(0, 0);
});

test("previous and next walk the list, and links go to provisions inside others and back", async ({ story }) => {
  const explorer = await story();
  const first = await explorer.toggle("Article 28(4)");
  await expect(first.getByRole("button", { name: /^Previous/ })).toHaveCount(0);
  await first.getByRole("button", { name: "Next: Article 14(4)" }).click();
  const second = explorer.card("Article 14(4)");
  await expect(second.getByRole("blockquote").first()).toBeVisible();
  await second.getByRole("button", { name: "Previous: Article 28(4)" }).click();
  await expect(first.getByRole("blockquote").first()).toBeVisible();
  await first.getByText("Part of").getByRole("button", { name: "Article 28" }).click();
  const parent = explorer.card("Article 28");
  await expect(parent.getByRole("heading", { name: word("within") })).toBeVisible();
  await expect(explorer.head("Article 28")).toBeInViewport();
});

test("Objections: each document says what was signed, when, on which draft, and what it objects to, once", async ({ story }) => {
  const explorer = await story();
  await explorer.turn("objections");
  for (const id of [RELEASE, LETTER]) {
    const { title, short_title: name } = sources.get(id);
    const section = explorer.host.locator("section").filter({
      has: explorer.page.getByRole("heading", { level: 3, name, exact: true }),
    }).last();
    await expect(section.getByRole("link", { name: title })).toBeVisible();
    for (const more of await section.locator("summary").all()) await more.click();
    const objected = objectedIn(id);
    await expect(section).toContainText(`${word("objects_to")} ${objected.length}`);
    for (const { citation, heading } of objected) {
      await expect(section.getByRole("listitem").filter({ hasText: beginning(citation) }).first()).toContainText(heading ?? "");
    }
  }
  await expect(explorer.host.getByText(word("signed_whole"))).toHaveCount(1);
  // Those who are only mentioned come after all who put their name to something.
  await explorer.host.getByRole("button", { name: word("show_more"), exact: true }).click();
  await expect(explorer.host.getByRole("heading", { level: 3, name: / · mentioned$/ }).first()).toBeVisible();
  const heads = await explorer.host.getByRole("heading", { level: 3 }).allInnerTexts();
  const described = valued("kind_heads", "Community");
  const apart = heads.map((it) => / · mentioned$/.test(it) || it.startsWith(described));
  expect(apart.lastIndexOf(false)).toBeLessThan(apart.indexOf(true));
});

test("Objections: who sees it otherwise, how many stand where, and what one organisation put its name to", async ({ story }) => {
  const explorer = await story();
  await explorer.turn("objections");
  const society = new Set(objectedIn(LETTER).map((it) => it.citation));
  // Communities that a source describes are listed, but are no organisations.
  const communities = data.organisations.filter((it) => it.kind === "community").length;
  const said = [...data.replies, ...data.positions.filter((it) => it.stance === "support")];
  const speaking = [...new Set(said.map((it) => it.organisation))];
  const counted = data.organisations.length - communities - speaking.length;
  await expect(explorer.status).toContainText(`${counted} organisations and people in these 2 documents`);
  await expect(explorer.status).toContainText(`${valued("kind_heads", "Community")}: ${communities}`);
  // Whoever urges caution as well answers, and doesn't see it otherwise.
  const cautious = speaking.filter((who) => said.some((it) => it.organisation === who && it.kind === "cautions"));
  const otherwise = speaking.filter((it) => !cautious.includes(it));
  const section = (field) => explorer.host.locator("section").filter({
    has: explorer.page.getByRole("heading", { name: word(field) }),
  }).last();
  for (const [field, those] of [["who_otherwise", otherwise], ["who_comments", cautious]]) {
    const names = await section(field).getByRole("listitem").locator("summary").allInnerTexts();
    expect(names).toHaveLength(those.length);
    for (const id of those) {
      expect(names.some((it) => it.startsWith(organisations.get(id).name)), id).toBe(true);
    }
  }

  await explorer.search.fill("Access Now");
  await expect(explorer.status).toContainText("1 organisation");
  await explorer.summary("Access Now").click();
  const row = explorer.row("Access Now");
  await expect(row).toContainText("signatory");
  await expect(row.getByRole("link", { name: /Joint civil society letter/ }).first()).toHaveAttribute("href", /^https:\/\/www\.gp-digital\.org\//);
  await expect(row).toContainText(", on Draft A/AC.291/L.15");
  await expect(row.getByRole("heading", { name: "Position: Reject it · on Draft A/AC.291/L.15, 21 October 2024" })).toBeVisible();
  await expect(row.getByRole("blockquote").first()).toContainText("reject the proposal to adopt the Convention");
  await expect(row.getByRole("heading", { name: `The document objects to ${society.size}` })).toBeVisible();
  await row.locator("summary").filter({ hasText: word("and_more", { a: society.size - 5 }) }).click();
  // Beside each provision stands what is wrong with it, in words.
  const buttons = await row.getByRole("button").allInnerTexts();
  expect(buttons.filter((it) => society.has(it)).sort()).toEqual([...society].sort());
  const raised = data.concerns.filter((it) => it.evidence.some((e) => e.source === LETTER));
  const titles = raised.flatMap((it) => it.provisions.map(() => it.title));
  expect(buttons.filter((it) => !society.has(it)).sort()).toEqual(titles.sort());
  await row.getByRole("button", { name: "Article 47" }).click();
  await expect(explorer.card("Article 47").getByRole("blockquote").first()).toBeVisible();
});

test("Objections: who is only named by an issuer is shown as the issuer's word", async ({ story }) => {
  const explorer = await story();
  await explorer.turn("objections");
  await explorer.search.fill("The private sector");
  await explorer.summary("The private sector as a whole").click();
  const row = explorer.row("The private sector as a whole");
  await expect(row).toContainText(word("named_by_issuer", { a: "Cybersecurity Tech Accord", b: "shares the concern" }));
  await expect(row.getByText("signatory", { exact: true })).toHaveCount(0);
  await expect(explorer.host.getByRole("heading", { name: /^Communities described by others/ })).toBeVisible();
});

test("Affected: every group with the provisions that bear on it, and a way to see with its eyes", async ({ story }) => {
  const explorer = await story();
  await explorer.turn("affected");
  const groups = data.groups.filter((it) => bearingOn(it.id).length > 0);
  await expect(explorer.status).toContainText(`${groups.length} groups affected`);
  const heads = explorer.host.getByRole("listitem").getByRole("heading", { level: 3 });
  const rows = await heads.evaluateAll((heads) => heads.map((head) => {
    const item = head.closest("li");
    const names = [...item.querySelectorAll("ul button")].map((it) => it.innerText);
    return { label: head.innerText, text: item.innerText, names };
  }));
  for (const { id, label, description } of groups) {
    const row = rows.find((it) => it.label === label);
    const bearing = bearingOn(id).map((it) => it.citation);
    expect(row.text).toContain(description);
    expect(row.text).toMatch(new RegExp(`^${bearing.length} provisions? in these 2 documents$`, "m"));
    expect(row.names.sort()).toEqual(bearing.sort());
  }
  await explorer.host.getByRole("button", { name: new RegExp(`^${word("look_as")} ?: Whistleblowers$`) }).click();
  await expect(explorer.cards).toHaveCount(bearingOn("whistleblowers").length);
  await expect(explorer.summary("I am")).toContainText("a whistleblower");
});

test("Matrix: a table with heads, whose every count is the number of concerns behind it", async ({ story }) => {
  const explorer = await story();
  await explorer.turn("matrix");
  const table = explorer.grid;
  await expect(table).toHaveAccessibleName(/Concerns by provision/);
  const rows = await table.getByRole("rowheader").allInnerTexts();
  const groups = data.groups.filter((it) => bearingOn(it.id).length > 0);
  // Provisions, a head for each group, and one for each kind of them.
  await expect(table.getByRole("columnheader")).toHaveCount(1 + groups.length + new Set(groups.map((it) => it.kind)).size);
  for (const { label } of groups) {
    await expect(table.getByRole("columnheader", { name: label, exact: true })).toHaveCount(1);
  }
  await expect(explorer.status).toContainText(`${rows.length} provisions by ${groups.length} groups`);

  const shown = await table.getByRole("button", { name: /\d+ concerns?: / }).evaluateAll((cells) =>
    cells.map((cell) => [cell.getAttribute("aria-label"), cell.innerText.trim()]));
  const counted = [];
  for (const provision of data.provisions) {
    for (const group of groups) {
      const bases = concernsOn(provision.id).filter((it) => affects(it, group.id))
        .map((it) => it.affected.find((a) => a.group === group.id).basis);
      if (bases.length === 0) continue;
      const concerns = `${bases.length} ${bases.length === 1 ? "concern" : "concerns"}`;
      const basis = bases.includes("stated") ? "named in the source" : "our reading";
      counted.push([`${concerns}: ${provision.citation}, ${group.label}, ${basis}`, String(bases.length)]);
    }
  }
  expect(shown.sort()).toEqual(counted.sort());

  const cell = table.getByRole("button", { name: ": Article 28(4), Technology companies’ employees" });
  const count = Number.parseInt(await cell.innerText(), 10);
  await cell.click();
  await expect(cell).toHaveAttribute("aria-expanded", "true");
  const behind = table.getByRole("gridcell").filter({ has: explorer.page.getByRole("heading", { level: 3 }) });
  await expect(behind.getByRole("listitem")).toHaveCount(count);
  await expect(behind).toContainText("Tech workers could be detained on trips abroad");
  await expect(behind.getByRole("listitem").first()).toContainText("named in the source");
  await behind.getByRole("button", { name: "Article 28(4)" }).click();
  await expect(explorer.card("Article 28(4)").getByRole("blockquote").first()).toBeVisible();
});

test("search finds citations as journalists write them, without regard to case or accents, and marks what it found", async ({ story }) => {
  const explorer = await story();
  for (const typed of ["28.4", "28(4)", "art. 28, para. 4", "ARTICLE 28(4)"]) {
    await explorer.search.fill(typed);
    await expect(explorer.status).toContainText(`1 of ${data.provisions.length} provisions`);
    await expect(explorer.heads.first()).toContainText("Article 28(4)");
  }
  await explorer.search.fill("SPYWÄRE");
  await expect(explorer.host.getByRole("mark").first()).toHaveText(/spyware/i);
  const found = await explorer.cards.count();
  expect(found).toBeGreaterThan(3);
  await expect(explorer.status).toContainText(`${found} of ${data.provisions.length} provisions`);
  await expect(explorer.status).toContainText("best match first");
  // An organisation's name with an accent is found without it.
  await explorer.turn("objections");
  await explorer.search.fill("fundacion karisma");
  await expect(explorer.status).toContainText("1 organisation");
  await expect(explorer.summary("Fundación Karisma")).toBeVisible();
  await expect(explorer.host.getByRole("mark").first()).toHaveText("Fundación");
});

test("an empty result says why and offers the way back", async ({ story }) => {
  const explorer = await story();
  for (const view of ["provisions", "affected", "objections", "matrix"]) {
    await explorer.turn(view);
    await explorer.search.fill("xyzzy");
    await expect(explorer.status).toHaveText(/^0\b/);
    await expect(explorer.host.getByText(word("empty_query", { a: "xyzzy" }))).toBeVisible();
    // The bar has one, too, while the explorer fills the screen.
    await explorer.host.getByRole("button", { name: word("clear") }).last().click();
    await expect(explorer.search).toHaveValue("");
    await expect(explorer.status).not.toHaveText(/^0\b/);
  }
  // A choice that excludes everything says so as well.
  await explorer.turn("provisions");
  await explorer.summary("I am").click();
  await explorer.lens("Children").check();
  await explorer.sources.click();
  await explorer.host.getByRole("group", { name: word("raised_by"), exact: true }).getByRole("checkbox", { name: /letter/i }).check();
  await expect(explorer.status).toContainText(`0 of ${data.provisions.length} provisions`);
  await expect(explorer.host.getByText(word("empty"))).toBeVisible();
});

test("the foot tells edition, corrections, what is missing, sources and the credit", async ({ story }) => {
  const explorer = await story();
  const foot = explorer.host.locator("footer");
  await expect(foot.getByText(data.credit)).toBeVisible();
  await expect(foot.getByText(`Edition ${data.edition.number}, 28 November 2026`)).toBeVisible();
  await expect(foot.getByText(/^Named in the source: the source says who is affected/)).toBeVisible();
  await explorer.summary(word("missing")).click();
  for (const missing of data.missing) await expect(foot.getByText(missing)).toBeVisible();
  await explorer.summary("Corrections").click();
  for (const { text } of data.corrections) await expect(foot.getByText(text)).toBeVisible();
  await explorer.summary(/^Sources/).click();
  for (const source of data.sources) {
    await expect(foot.getByRole("link", { name: source.short_title })).toHaveAttribute("href", source.address);
  }
});

const bytesOf = async (download) => {
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
};

test("the data goes along as JSON, as it was published, and as a table with the credit in each line", async ({ page, story }) => {
  const explorer = await story();
  const take = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      explorer.host.getByRole("button", { name }).click(),
    ]);
    return download;
  };
  const json = await take("Data (JSON)");
  expect(json.suggestedFilename()).toBe(`${data.id}.json`);
  expect(JSON.parse(await bytesOf(json))).toEqual(JSON.parse(shipped));

  const csv = await take("Data (CSV)");
  expect(csv.suggestedFilename()).toBe(`${data.id}.csv`);
  const table = await bytesOf(csv);
  const lines = table.trimEnd().split("\r\n");
  const named = (it) => [...it.provisions, ...(it.contrasted ?? []), ...(it.mentioned ?? [])];
  const pieces = data.concerns.flatMap((it) => named(it).flatMap(() => it.evidence));
  expect(lines).toHaveLength(pieces.length + 1);
  expect(lines[0]).toContain('"provision","citation","role","concern"');
  for (const line of lines.slice(1)) expect(line).toContain(data.credit);
});

test("a citation and a link are copied where the page may copy", async ({ page, context, story }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const explorer = await story();
  const card = await explorer.toggle("Article 28(4)");
  await card.getByRole("button", { name: "Copy citation" }).click();
  await expect(card.getByRole("button", { name: "Citation copied" })).toBeVisible();
  const citation = await pasted(page);
  expect(citation).toContain("Article 28(4), United Nations Convention against Cybercrime");
  expect(citation).toContain(data.credit);
  for (const concern of concernsOn("art_28__para_4")) {
    expect(citation).toContain(concern.title);
    for (const { quote } of concern.evidence) expect(citation).toContain(quote.exact);
  }
  await card.getByRole("button", { name: "Copy link" }).click();
  await expect(card.getByRole("button", { name: "Link copied" })).toBeVisible();
  const link = new URL(await pasted(page));
  expect(link.hash).toBe("#pe=art_28__para_4");
});

test("where the page may not copy, the text is there to be copied by hand", async ({ watch, openCase }) => {
  watch.expectLines(/Clipboard API has been blocked/, /Clipboard API has been blocked/);
  const explorer = await (await openCase("no-clipboard")).arrive();
  const card = await explorer.toggle("Article 1");
  await card.getByRole("button", { name: "Copy citation" }).click();
  const text = explorer.host.getByRole("textbox", { name: word("copy_by_hand") });
  // Smaller letters in a field make a phone zoom in.
  expect(await text.evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize))).toBeGreaterThanOrEqual(16);
  await expect(text).toHaveValue(/^Article 1, Bill on the Lighting of Lanterns\n/);
  await expect(card.getByRole("button", { name: "Copy citation" })).toBeVisible();
  await card.getByRole("button", { name: "Copy link" }).click();
  await expect(text).toHaveValue(/\/cases\/no-clipboard\/#pe=art_1$/);
  // Beside the button, marked, so that one key copies it.
  await expect(card.getByRole("textbox")).toBeFocused();
  expect(await text.evaluate((it) => it.selectionEnd - it.selectionStart)).toBeGreaterThan(20);
});

test("words of a head can be selected by dragging over them, and a click opens it all the same", async ({ page, openCase }) => {
  const explorer = await (await openCase("plain")).arrive();
  const card = explorer.card("Article 1");
  const words = await card.getByText("Duty to light").boundingBox();
  const middle = words.y + words.height / 2;
  await page.mouse.move(words.x + 2, middle);
  await page.mouse.down();
  await page.mouse.move(words.x + 60, middle, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection().type)).toBe("Range");
  await expect(card.locator("details").first()).not.toHaveAttribute("open");
  await page.mouse.click(words.x + 20, middle);
  await expect(card.getByRole("button", { name: "Copy citation" })).toBeVisible();
  // What is selected in the story is no drag over a head.
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("p")));
  await page.mouse.click(words.x + 20, middle);
  await expect(card.getByRole("button", { name: "Copy citation" })).toHaveCount(0);
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector("p")));
  await explorer.head("Article 1").press("Enter");
  await expect(card.getByRole("button", { name: "Copy citation" })).toBeVisible();
});
