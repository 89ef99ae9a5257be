// cspell:words finos playbtn playlabel videoid
// Embeds that newsrooms use for other things, as their makers say to embed them: what a story pays for
// one more. Each is what its package brings; what it would fetch from elsewhere, nothing answers.
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { article } from "./pages.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const TIMELINE = "/embeds/timeline";
const PERSPECTIVE = "/embeds/perspective";
const EVENTS = ["2024-12-24", "2025-10-25", "2026-12-31"].map((date) => {
  const [year, month, day] = date.split("-");
  return { start_date: { year, month, day }, text: { headline: date, text: "What happened on that day." } };
});

const ROWS = EVENTS.map(({ start_date, text }, id) => ({ id, ...start_date, ...text }));

const PAGES = {
  "lite-youtube": {
    embed: `<lite-youtube videoid="ogfYd705cRs" playlabel="Play"></lite-youtube><script async src="/embeds/lite-youtube.js"></script>`,
    head: `<link rel="stylesheet" href="/embeds/lite-youtube.css">`,
    content: [["lite-youtube .lty-playbtn"]],
  },
  "media-chrome": {
    embed: `<media-controller><video slot="media" preload="none"></video><media-control-bar><media-play-button></media-play-button><media-time-range></media-time-range><media-volume-range></media-volume-range></media-control-bar></media-controller><script async src="/embeds/media-chrome.js"></script>`,
    content: [["media-play-button", "slot[name=play] svg"]],
  },
  timelinejs: {
    head: `<link rel="stylesheet" href="${TIMELINE}/css/timeline.css">`,
    embed: `<div id="timeline" style="height: 36em"></div><script src="${TIMELINE}/js/timeline.js"></script><script>new TL.Timeline("timeline", ${JSON.stringify({ events: EVENTS })});</script>`,
    content: [[".tl-slide h2"]],
  },
  // WebAssembly and Yew, as ours is.
  "perspective-viewer": {
    head: `<link rel="stylesheet" href="${PERSPECTIVE}-viewer/dist/css/pro.css">`,
    embed: `<perspective-viewer style="display: block; position: relative; height: 36em"></perspective-viewer><script type="module">
import perspective from "${PERSPECTIVE}/dist/cdn/perspective.js";
import "${PERSPECTIVE}-viewer/dist/cdn/perspective-viewer.js";
import "${PERSPECTIVE}-viewer-datagrid/dist/cdn/perspective-viewer-datagrid.js";
const worker = await perspective.worker();
document.querySelector("perspective-viewer").load(worker.table(${JSON.stringify(ROWS)}));
</script>`,
    content: [["perspective-viewer perspective-viewer-datagrid", "regular-table td"], ["perspective-viewer regular-table td"]],
  },
};

/** Bundles those that come as modules, and says where the others lie. */
export const bundleEmbeds = async (folder) => {
  await build({
    entryPoints: { "lite-youtube": "lite-youtube-embed", "media-chrome": "media-chrome" },
    outdir: folder, absWorkingDir: here("."), bundle: true, minify: true, format: "iife", target: "es2022", legalComments: "none", logLevel: "warning",
  });
  await build({
    entryPoints: { "lite-youtube": here("node_modules/lite-youtube-embed/src/lite-yt-embed.css") },
    outdir: folder, minify: true, logLevel: "warning",
  });
  const finos = ["", "-viewer", "-viewer-datagrid"].map((part) => [`${PERSPECTIVE}${part}/`, here(`node_modules/@finos/perspective${part}`)]);
  return [[`${TIMELINE}/`, here("node_modules/@knight-lab/timelinejs/dist")], ...finos, ["/embeds/", folder]];
};

/** A scenario for each. */
export const embeds = () => Object.entries(PAGES).map(([name, { content, ...page }]) =>
  ({ name: `embed-${name}`, html: article(page), against: "host", content }));
