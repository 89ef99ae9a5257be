// The pages that are measured: an article with something embedded, and the demonstration's story.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ARTICLE = readFileSync(new URL("pages/article.html", import.meta.url), "utf8");

/** The article with something in its head and something where it embeds. */
export const article = ({ head = "", embed = "" }) => ARTICLE
  .replace("<!-- head -->", () => head)
  .replace("<!-- embed -->", () => embed);

/** What a snippet has inside its element: the text alone, for a page without script. */
export const inside = (snippet) => /<provision-explorer[^>]*>([^]*)<\/provision-explorer>/.exec(snippet)[1];

const LOADER = /<script type="module" src="\.\/provision-explorer\.js"[^>]*><\/script>/;
const ROOT = /<template shadowrootmode="open"><link rel="stylesheet" href="\.\/([^"]+)">([^]*?)<\/template>/;

/**
 * The demonstration's story without a widget: what its shadow root holds stands in the page, whose
 * head has the style sheet.
 */
export const plainStory = (dist) => {
  const story = readFileSync(join(dist, "index.html"), "utf8");
  const [, sheet] = ROOT.exec(story);
  const styles = readFileSync(join(dist, sheet), "utf8").replaceAll(":host", "provision-explorer");
  const html = story
    .replace(LOADER, `<link rel="stylesheet" href="./plain.css">`)
    .replace(ROOT, (_, __, root) => root)
    .replace(/<div class="static">[^]*?<\/div>/, "");
  return { html, styles };
};
