// WebKit as Debian has it. Playwright brings a WebKit of its own, which runs only where it may be
// downloaded; but it also speaks to a stock one by the protocol of its inspector. So the same tests
// run here, each in a browser of its own. Taps and keys are the screen's, because those that the
// protocol makes move no focus.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { WebSocket } from "ws";

const MINI_BROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
// The longest piece of a message that its inspector takes, in bytes, with room to spare.
const PIECE = 2 ** 16;
// What its own bar takes of its window.
const BAR = 38;
const NAMES = {
  Enter: "Return", Space: "space", ArrowUp: "Up", ArrowDown: "Down", ArrowLeft: "Left", ArrowRight: "Right",
  PageUp: "Page_Up", PageDown: "Page_Down", Control: "ctrl",
};
const run = promisify(execFile);

/** A screen for one worker: its name, for `DISPLAY`. */
const openScreen = async () => {
  const xvfb = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  process.once("exit", () => xvfb.kill());
  const [number] = await once(createInterface(xvfb.stdio[3]), "line");
  return { name: `:${number}`, close: () => xvfb.kill() };
};

/** Does something until it has come about: a window that is still being made forgets what it is told. */
const until = async (done, act) => {
  for (let left = 100; left > 0; left -= 1) {
    await act();
    await sleep(50);
    if (await done()) return;
  }
  throw new Error("WebKit's MiniBrowser does not do what it is told");
};

/** The address of what an inspector looks into, as soon as there is a page; none where it stays away. */
const findPage = async (inspector) => {
  for (let left = 200; left > 0; left -= 1) {
    const list = await fetch(`http://${inspector}/`).then((it) => it.text(), () => "");
    const [path] = list.match(/\/socket\/\d+\/\d+\/WebPage/) ?? [];
    if (path) return `ws://${inspector}${path}`;
    await sleep(50);
  }
};

/** The wire to the inspector, which takes long messages only in pieces, and speaks first. */
class Wire {
  #socket;

  constructor(address) {
    this.address = address;
  }

  open() {
    this.#socket = new WebSocket(this.address, { perMessageDeflate: false, maxPayload: 2 ** 28 });
    this.#socket.on("message", (text) => this.onmessage?.(JSON.parse(text)));
    this.#socket.on("close", () => this.onclose?.());
  }

  send(message) {
    const text = Buffer.from(JSON.stringify(message));
    for (let at = 0; at < text.length; at += PIECE) {
      this.#socket.send(text.subarray(at, at + PIECE), { binary: false, fin: at + PIECE >= text.length });
    }
  }

  close() {
    this.#socket.close();
  }
}

/** A port that nobody listens on. */
const freePort = async () => {
  const probe = createServer();
  await once(probe.listen(0, "127.0.0.1"), "listening");
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
};

/** Makes the window as large as the page is to be, and gives it the focus, which its bar has at first. */
const openWindow = async (page, xdotool, { width, height }) => {
  const window = (await xdotool("search", "--sync", "--onlyvisible", "--class", "MiniBrowser")).trim();
  page.setViewportSize = async ({ width, height }) => {
    const size = () => page.evaluate(() => `${innerWidth} ${innerHeight}`);
    await until(async () => (await size()) === `${width} ${height}`, () => xdotool("windowsize", window, width, height + BAR));
  };
  await page.setViewportSize({ width, height });
  const count = () => {
    window.felt = 0;
    for (const type of ["click", "keyup"]) addEventListener(type, () => { window.felt += 1; }, true);
  };
  await page.addInitScript(count);
  await page.evaluate(count);
  await until(() => page.evaluate(() => window.felt), () =>
    xdotool("windowfocus", window, "mousemove", width / 2, height / 2, "click", 1));
};

/** Where the middle of an element is, once it is in sight. The inspector's own way there ends at a frame's edge. */
const middleOf = async (frame, selector) => {
  const target = frame.locator(selector);
  await target.scrollIntoViewIfNeeded();
  // As a text: pages that extend what is built in spoil lists and objects on their way here.
  const numbers = async (it, read, ...given) => (await it.evaluate(read, ...given)).split(" ").map(Number);
  const middle = (it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return `${x + width / 2} ${y + height / 2}`;
  };
  let [x, y] = await numbers(target, middle);
  for (let inner = frame; inner.parentFrame(); inner = inner.parentFrame()) {
    const [left, top] = await numbers(await inner.frameElement(), (it, y) => {
      const top = () => it.getBoundingClientRect().top + it.clientTop;
      if (top() + y < 0 || top() + y > innerHeight) scrollBy({ top: top() + y - innerHeight / 2, behavior: "instant" });
      return `${it.getBoundingClientRect().left + it.clientLeft} ${top()}`;
    }, y);
    x += left;
    y += top;
  }
  return [x, y];
};

/** Puts the screen's mouse and keyboard in the place of Playwright's. */
const takeHands = (page, xdotool) => {
  const felt = async () => {
    const all = page.frames().map((frame) => frame.evaluate(() => window.felt).catch(() => undefined));
    return (await Promise.all(all)).join();
  };
  // A tap or a key is over once the page has felt it.
  const act = async (...how) => {
    const before = await felt();
    await xdotool(...how);
    for (let left = 100; left > 0 && (await felt()) === before; left -= 1) await sleep(10);
  };
  const tap = (x, y) => act("mousemove", Math.round(x), Math.round(y + BAR), "click", 1);
  const take = (frame) => {
    frame.click = async (selector) => tap(...await middleOf(frame, selector));
    frame.check = frame.click;
    const fill = frame.fill.bind(frame);
    frame.fill = async (selector, text, options) => {
      if (text) return fill(selector, text, options);
      await frame.locator(selector).selectText();
      await act("key", "BackSpace");
    };
  };
  take(page.mainFrame());
  page.on("frameattached", take);
  page.mouse.click = tap;
  page.keyboard.press = (key) => act("key", key.split("+").map((it) => NAMES[it] ?? it).join("+"));
  page.keyboard.type = async (text) => {
    for (const key of text) await act("type", key);
  };
};

/** A browser that shows a page, and the address of its inspector. Now and then one starts and never does. */
const start = async (env) => {
  for (let left = 3; left > 0; left -= 1) {
    const inspector = `127.0.0.1:${await freePort()}`;
    const flags = ["--private", "--javascript-can-access-clipboard=true", "about:blank"];
    const program = spawn(MINI_BROWSER, flags, { env: { ...env, WEBKIT_INSPECTOR_HTTP_SERVER: inspector }, stdio: "ignore" });
    const address = await findPage(inspector);
    if (address) return { program, address };
    program.kill();
  }
  throw new Error("WebKit's MiniBrowser shows no page");
};

/** One browser with one page, as Playwright's context; `use` is what the configuration says. */
const openContext = async (webkit, screen, { baseURL, timezoneId, viewport }) => {
  const env = { ...process.env, DISPLAY: screen.name, TZ: timezoneId };
  const { program, address } = await start(env);
  const browser = await webkit.connectOverCDP(new Wire(address));
  const [context] = browser.contexts();
  const [page] = context.pages();
  const xdotool = async (...how) => (await run("xdotool", how.map(String), { env })).stdout;
  await openWindow(page, xdotool, viewport);
  takeHands(page, xdotool);
  const goto = page.goto.bind(page);
  page.goto = (address, options) => goto(new URL(address, baseURL).href, options);
  context.newPage = async () => page;
  context.grantPermissions = async () => {}; // given to every page at the start, as far as they can be
  context.setOffline = (offline) => offline ? page.route("**", (route) => route.abort()) : page.unroute("**");
  context.close = async () => {
    await browser.close();
    program.kill();
  };
  return context;
};

/** Starts what Playwright's fixtures take for a browser. */
export const launch = async (webkit, use) => {
  const screen = await openScreen();
  return {
    newContext: () => openContext(webkit, screen, use),
    close: async () => screen.close(),
    _connection: {}, // the fixtures look for its headers
  };
};
