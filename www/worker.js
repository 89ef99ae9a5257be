// The worker of configurator and desk: what takes long, or may end badly, with the same module.
import init, { LawReader, layOut, readDocument } from "glue";

// Thrown where what a task needs didn't come; a law's files the page then reads by itself, as without a worker.
// The words for it are the page's.
const LACKS = { code: "lacks" };
const GONE = { code: "gone" };
const BROKEN = { code: "broken" };

/** What draws a picture, with its fonts: a module of its own. */
const painter = async () => {
  const { default: start, draw } = await import(new URL(PAINTER, import.meta.url).href);
  await start({ module_or_path: new URL(PAINTER_WASM, import.meta.url) });
  return draw;
};

let painting;
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
      throw LACKS;
    });
    close();
    return layOut(JSON.stringify(await read(bytes, said)));
  },
  document: async ({ order, bytes }) => {
    await module().catch(() => {
      throw LACKS;
    });
    close();
    return readDocument(order, bytes);
  },
  picture: async ({ job }) => {
    const draw = await (painting ??= painter()).catch(() => {
      throw LACKS;
    });
    return draw(job);
  },
  law: async ({ number, files, question, law: open }) => {
    await module().catch(() => {
      throw GONE;
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
    // What is foreseen is thrown as a sentence, or as one of these.
    if (typeof why === "string") postMessage({ why });
    else postMessage([LACKS, GONE].includes(why) ? why : BROKEN);
  }
});
