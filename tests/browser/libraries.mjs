// The libraries of others that host pages stand on, and the pages' own scripts with them, bundled
// into `cases/built/` before the tests. By hand: `node tests/browser/libraries.mjs`.
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { compile } from "svelte/compiler";

import { prepare as prepareAxe } from "./axe.mjs";
import { prepareLaw } from "./law.mjs";

const cases = (path) => fileURLToPath(new URL(`cases/${path}`, import.meta.url));

const BUNDLES = {
  bootstrap: "bootstrap/dist/css/bootstrap.min.css",
  tailwind: "tailwindcss/preflight.css",
  jquery: cases("host-jquery/app.js"),
  react: cases("host-react/app.js"),
  svelte: cases("host-svelte/app.js"),
  vue: cases("host-vue/app.js"),
};

// As Debian packages them; npm has neither.
const COPIES = {
  "mootools.js": "/usr/share/javascript/mootools/mootools-core-nc.js",
  "prototype.js": "/usr/share/javascript/prototype/prototype.js",
};

const svelte = {
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, ({ path }) => {
      // By the tree: under Trusted Types no HTML may be made of text.
      const { js } = compile(readFileSync(path, "utf8"), { filename: path, fragments: "tree" });
      return { contents: js.code, loader: "js" };
    });
  },
};

export default async function prepare({ projects = [] } = {}) {
  const chromiums = projects.filter(({ use }) => use.browserName === "chromium").map(({ use }) => use.launchOptions.executablePath);
  prepareAxe(new Set(chromiums), { anew: process.env.PROVISION_EXPLORER_TESTS === "all" });
  mkdirSync(cases("built"), { recursive: true });
  prepareLaw();
  for (const [name, file] of Object.entries(COPIES)) copyFileSync(file, cases(`built/${name}`));
  const define = {
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
  };
  await build({
    entryPoints: BUNDLES, outdir: cases("built"), bundle: true, minify: true, define, plugins: [svelte],
    conditions: ["browser"], legalComments: "none", logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare();
