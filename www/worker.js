// The worker of configurator and desk: what takes long, or may end badly, with the same module.
import init, { layOut } from "glue";

const module = () => init({ module_or_path: new URL(CONFIGURATOR_WASM, import.meta.url) });

// From here on nothing is fetched; a file that is read is nobody's to send anywhere.
const WAYS_OUT = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "importScripts"];
const close = () => {
  for (const name of WAYS_OUT) Object.defineProperty(globalThis, name, { value: undefined });
};

const TASKS = {
  pdf: async (bytes, said) => {
    const [{ read }] = await Promise.all([import(new URL(PDF, import.meta.url).href), module()]);
    close();
    return layOut(JSON.stringify(await read(bytes, said)));
  },
};

addEventListener("message", async ({ data: { task, bytes } }) => {
  if (!TASKS[task]) return;
  try {
    postMessage({ done: await TASKS[task](bytes, (said) => postMessage({ said })) });
  } catch (error) {
    postMessage({ why: String(error?.message ?? error) });
  }
});
