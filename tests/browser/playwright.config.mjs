// Drives the built dist/ in Debian's Chromium, Firefox and WebKit. `cargo xtask test` runs this; by hand:
// `npx playwright test --config tests/browser/playwright.config.mjs`, with dist/ built.
import { fileURLToPath } from "node:url";

import { defineConfig } from "@playwright/test";

import { projectsOf, runs, usual } from "./engines.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const port = Number(process.env.PORT ?? 4173);

// Without its windows Chromium does half of the work for each page. `cargo xtask test` names it where it has
// one; before a release, and by hand, it is the whole browser, which readers have.
const SHELL = process.env.PROVISION_EXPLORER_SHELL;
const shell = usual && Boolean(SHELL);

const WHOLE = {
  browserName: "chromium",
  launchOptions: {
    executablePath: "/usr/bin/chromium",
    // Pages are kept for the way back, as they are for readers.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};
const CHROMIUM = shell ? { ...WHOLE, launchOptions: { ...WHOLE.launchOptions, executablePath: SHELL } } : WHOLE;

export default defineConfig({
  testDir: "./specs",
  testMatch: "*.spec.mjs",
  globalSetup: "./libraries.mjs",
  outputDir: `${root}test-results`,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  reporter: [["list"], ["./engines.mjs"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    trace: "off", // a sixth of a test's time; `--trace on` has it where a failure needs one
    screenshot: "only-on-failure",
    video: "off",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 900 },
  },
  projects: projectsOf({ shell }, [
    { name: "chromium", ...runs("chromium", { shell }), use: CHROMIUM },
    { name: "chromium, whole", ...runs("chromium", { shell, whole: true }), use: WHOLE },
    {
      // The same reader and the same panics, with the module of `cargo xtask build --smallest`.
      name: "smallest",
      grep: /journey\.spec| panic/,
      use: { ...WHOLE, build: "dist-smallest" },
    },
    {
      name: "firefox",
      ...runs("firefox"),
      retries: 1, // beside a busy neighbour it now and then doesn't come to load a page; told as a second try
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: {
          executablePath: "/usr/bin/firefox-esr",
          // Taps reach a frame from another origin only where it shares its story's process.
          firefoxUserPrefs: { "fission.webContentIsolationStrategy": 0 },
        },
      },
    },
    {
      name: "webkit",
      ...runs("webkit"),
      timeout: 60_000, // its mouse and keys take their time
      retries: 1, // MiniBrowser now and then shows no page; a second try is told as one
      use: { browserName: "webkit", screenshot: "off" },
    },
  ]),
  webServer: {
    command: `cargo xtask serve --no-build --cases --port ${port}`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: !process.env.CI,
    timeout: 120_000,
  },
});
