// cspell:words playbtn playlabel timelinejs videoid
// Embeds that newsrooms use for other things, as their makers say to embed them: what a story pays for
// one more. Each is what its package brings; what it would fetch from elsewhere, nothing answers.
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { article } from "./pages.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const TIMELINE = "/embeds/timeline";
const EVENTS = ["2024-12-24", "2025-10-25", "2026-12-31"].map((date) => {
  const [year, month, day] = date.split("-");
  return { start_date: { year, month, day }, text: { headline: date, text: "What happened on that day." } };
});

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
  return [[`${TIMELINE}/`, here("node_modules/@knight-lab/timelinejs/dist")], ["/embeds/", folder]];
};

/** A scenario for each. */
export const embeds = () => Object.entries(PAGES).map(([name, { content, ...page }]) =>
  ({ name: `embed-${name}`, html: article(page), against: "host", content }));
