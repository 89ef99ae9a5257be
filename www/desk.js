// The page `desk.html`: fetches the configurator's module, which has the desk, too, and draws the
// page. Where that fails, the page says what it needs.
import init, { startDesk } from "glue";

const root = document.getElementById("root");

try {
  await init({ module_or_path: new URL(CONFIGURATOR_WASM, import.meta.url) });
  const stage = document.createElement("div");
  startDesk(stage);
  root.replaceChildren(stage);
} catch (error) {
  root.querySelector("[role=status]").textContent = `The desk can't start: ${error.message}`;
  throw error;
}
