// The page `configurator.html`: fetches the configurator's module and the law that ships, and draws
// the page. Where that fails, the page says what it needs.
import init, { start } from "glue";

const root = document.getElementById("desk");

const dataset = async () => {
  const answer = await fetch(new URL(DEFAULT_DATASET, import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.text();
};

try {
  const module = new URL(CONFIGURATOR_WASM, import.meta.url);
  const [law] = await Promise.all([dataset(), init({ module_or_path: module })]);
  const stage = document.createElement("div");
  start(stage, law, WIDGET_STYLES);
  root.replaceChildren(stage);
} catch (error) {
  root.querySelector("[role=status]").textContent = `The configurator can't start: ${error.message}`;
  throw error;
}
