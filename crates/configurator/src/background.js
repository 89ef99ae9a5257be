// What is done beside the page, in a worker of our own files.

// Each stands behind the file's name.
const CANT = `can’t be read: this site’s policy lets no worker start (for this page, \`worker-src\` needs \`'self'\`, and \`trusted-types\` needs \`${WORKER_POLICY}\`)`;
const GONE =
  "can’t be read: its reader didn’t start. Check the connection, and that this site’s policy has `worker-src 'self'` for this page, and open it again; if that doesn’t help, save the dataset and load this page anew";
const BROKEN = "can’t be read: it broke its reader. Open it elsewhere, and paste its text";

let address;

/** The worker's address as a page with Trusted Types wants it; this policy lets nothing else through. */
const trusted = () => {
  const own = new URL(WORKER, import.meta.url).href;
  address ??= globalThis.trustedTypes
    ? trustedTypes.createPolicy(WORKER_POLICY, { createScriptURL: () => own }).createScriptURL("")
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
    if (data.said !== undefined) said(...data.said);
    // PDF.js speaks as well, to nobody here.
    else if (data.done !== undefined || data.why !== undefined) end(data.done, data.why);
  }));
  worker.addEventListener("error", hear((event) => {
    event.preventDefault();
    // A script that breaks has something to say, one that never came has not.
    end(undefined, event.message ? BROKEN : GONE);
  }));
  worker.postMessage({ task, bytes }, [bytes.buffer]);
};
