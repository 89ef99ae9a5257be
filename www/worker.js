// The worker of configurator and desk: what takes long, or may end badly, with the same module.
import init, { layOut } from "glue";

// Why nothing has come of a task: each behind the name of what it was about.
const NO_READER =
  "can’t be read: the reader of PDFs didn’t come. Check the connection and open it again; if that doesn’t help, save the dataset and load this page anew";
const NO_PAINTER = "what draws it didn’t come. Check the connection, and download the files again";
const BROKEN = {
  pdf: "can’t be read: it broke the reader of PDFs. Open it elsewhere, and paste its text",
  picture: "it broke what draws it",
};

/** What draws a picture, with its fonts: a module of its own. */
const painter = async () => {
  const { default: start, draw } = await import(new URL(PAINTER, import.meta.url).href);
  await start({ module_or_path: new URL(PAINTER_WASM, import.meta.url) });
  return draw;
};

const module = () => init({ module_or_path: new URL(CONFIGURATOR_WASM, import.meta.url) });

// From here on nothing is fetched: what a file makes the reader do must lead nowhere. `import()` is no
// property and stays; the policy of whoever serves these files can take it.
const WAYS_OUT = [
  "BroadcastChannel",
  "CacheStorage",
  "EventSource",
  "FontFace",
  "FontFaceSet",
  "Notification",
  "SharedWorker",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "Worker",
  "XMLHttpRequest",
  "caches",
  "fetch",
  "fonts",
  "importScripts",
  "indexedDB",
];
const close = () => {
  // Some are the scope's own, some are those of its prototypes.
  for (let scope = globalThis; scope; scope = Object.getPrototypeOf(scope)) {
    for (const name of WAYS_OUT) Reflect.deleteProperty(scope, name);
  }
  const left = WAYS_OUT.filter((name) => globalThis[name] !== undefined);
  if (left.length) throw new Error(`a way out stays open: ${left.join(", ")}`);
};

const TASKS = {
  pdf: async (bytes, said) => {
    const came = Promise.all([import(new URL(PDF, import.meta.url).href), module()]);
    const [{ read }] = await came.catch(() => {
      throw NO_READER;
    });
    close();
    return layOut(JSON.stringify(await read(bytes, said)));
  },
  picture: async (order) => {
    const draw = await painter().catch(() => {
      throw NO_PAINTER;
    });
    return draw(new TextDecoder().decode(order));
  },
};

addEventListener("message", async ({ data: { task, bytes } }) => {
  if (!TASKS[task]) return;
  try {
    postMessage({ done: await TASKS[task](bytes, (...said) => postMessage({ said })) });
  } catch (why) {
    // What is foreseen is thrown as a sentence.
    postMessage({ why: typeof why === "string" ? why : BROKEN[task] });
  }
});
