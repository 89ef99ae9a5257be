// The worker of configurator and desk: what takes long, or may end badly, with the same module.
import init, { LawReader, layOut } from "glue";

// Why nothing has come of a task: each behind the name of what it was about.
const NO_READER =
  "can’t be read: the reader of PDFs didn’t come. Check the connection and open it again; if that doesn’t help, save the dataset and load this page anew";
const NO_PAINTER = "what draws it didn’t come. Check the connection, and download the files again";
// Thrown where nothing was begun, so that it can be done elsewhere.
const NEVER = { never: "gone" };

/** What draws a picture, with its fonts: a module of its own. */
const painter = async () => {
  const { default: start, draw } = await import(new URL(PAINTER, import.meta.url).href);
  await start({ module_or_path: new URL(PAINTER_WASM, import.meta.url) });
  return draw;
};

let starting;
const module = () => (starting ??= init({ module_or_path: new URL(CONFIGURATOR_WASM, import.meta.url) }));

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

// The law that was read last, by the number of its files.
let law;

const bytesOf = async (file) => {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw `${file.name} can’t be read (${error.message}); open it again`;
  }
};

/** The reader of a law's files, whose former one stays where they are none. */
const lawOf = async (number, files) => {
  if (law?.number !== number) {
    const bytes = await Promise.all(files.map(bytesOf));
    const reader = LawReader.open(files.map(({ name }) => name), bytes);
    law?.reader.free();
    law = { number, reader };
  }
  return law.reader;
};

const TASKS = {
  pdf: async ({ bytes }, said) => {
    const came = Promise.all([import(new URL(PDF, import.meta.url).href), module()]);
    const [{ read }] = await came.catch(() => {
      throw NO_READER;
    });
    close();
    return layOut(JSON.stringify(await read(bytes, said)));
  },
  picture: async ({ bytes }) => {
    const draw = await painter().catch(() => {
      throw NO_PAINTER;
    });
    return draw(new TextDecoder().decode(bytes));
  },
  law: async ({ number, files, question, law: open }) => {
    await module().catch(() => {
      throw NEVER;
    });
    close();
    return (await lawOf(number, files)).ask(question, open);
  },
};

addEventListener("message", async ({ data }) => {
  const task = TASKS[data.task];
  if (!task) return;
  try {
    postMessage({ done: await task(data, (...said) => postMessage({ said })) });
  } catch (why) {
    // What is foreseen is thrown as a sentence.
    const foreseen = why === NEVER ? NEVER : { broken: true };
    postMessage(typeof why === "string" ? { why } : foreseen);
  }
});
