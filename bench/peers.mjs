// Bundles the others' explorers, each as one script with its styles in it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build, transform } from "esbuild";
import { compile } from "svelte/compiler";

const peer = (file) => fileURLToPath(new URL(`peers/${file}`, import.meta.url));

export const PEERS = {
  plain: "plain.js", preact: "preact.jsx", svelte: "svelte.js", tabulator: "tabulator.js", datatables: "datatables.js",
};

const svelte = {
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, ({ path }) => {
      const { js } = compile(readFileSync(path, "utf8"), { filename: path });
      return { contents: js.code, loader: "js" };
    });
  },
};

// A style sheet of its own would be one more request.
const inline = {
  name: "inline",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      const contents = `document.head.append(Object.assign(document.createElement("style"), { textContent: ${JSON.stringify(code)} }))`;
      return { contents, loader: "js" };
    });
  },
};

export const bundle = (folder) => build({
  entryPoints: Object.fromEntries(Object.entries(PEERS).map(([name, file]) => [name, peer(file)])),
  outdir: folder, bundle: true, minify: true, format: "iife", target: "es2022", plugins: [svelte, inline],
  jsx: "automatic", jsxImportSource: "preact", conditions: ["browser", "production"], legalComments: "none", logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
});
