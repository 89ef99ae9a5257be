// What is done beside the page, in a worker of our own files.

const CANT =
  "can't be read here: this site's policy lets no worker start (`trusted-types` needs `provision-explorer-worker` for this page)";

let address;

/** The worker's address as a page with Trusted Types wants it; this policy lets nothing else through. */
const trusted = () => {
  const own = new URL(WORKER, import.meta.url).href;
  address ??= globalThis.trustedTypes
    ? trustedTypes.createPolicy("provision-explorer-worker", { createScriptURL: () => own }).createScriptURL("")
    : own;
  return address;
};

let worker;

/** Gives up what is being done. */
export const stop = () => {
  worker?.terminate();
  worker = undefined;
};

/** Has a worker do a task; what was being done before is given up. */
export const work = (task, bytes, said, done) => {
  stop();
  const end = (result, why) => {
    stop();
    done(result, why);
  };
  try {
    worker = new Worker(trusted(), { type: "module" });
  } catch {
    end(undefined, CANT);
    return;
  }
  const mine = worker;
  // What was given up may have said something already.
  const hear = (handler) => (event) => {
    if (worker === mine) handler(event);
  };
  worker.addEventListener("message", hear(({ data }) => {
    if (data.said !== undefined) said(data.said);
    // PDF.js speaks as well, to nobody here.
    else if (data.done !== undefined || data.why !== undefined) end(data.done, data.why);
  }));
  worker.addEventListener("error", hear((event) => {
    event.preventDefault();
    end(undefined, `can't be read (${event.message ?? "the worker doesn't start"})`);
  }));
  worker.postMessage({ task, bytes }, [bytes.buffer]);
};
