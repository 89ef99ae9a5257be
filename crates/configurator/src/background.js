// What is done beside the page, in a worker of our own files.

const CANT = `this site’s policy lets no worker start (for this page, \`worker-src\` needs \`'self'\`, and \`trusted-types\` needs \`${WORKER_POLICY}\`)`;
const CHECK = "Check the connection, and that this site’s policy has `worker-src 'self'` for this page,";

// By task, why nothing has come of it: each behind the name of what it was about.
const WHY = {
  pdf: {
    cant: `can’t be read: ${CANT}`,
    gone: `can’t be read: its reader didn’t start. ${CHECK} and open it again; if that doesn’t help, save the dataset and load this page anew`,
    broken: "can’t be read: it broke its reader. Open it elsewhere, and paste its text",
  },
  picture: {
    cant: CANT,
    gone: `what draws it didn’t start. ${CHECK} and download the files again`,
    broken: "it broke what draws it",
  },
};

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
    end(undefined, WHY[task].cant);
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
    end(undefined, event.message ? WHY[task].broken : WHY[task].gone);
  }));
  worker.postMessage({ task, bytes }, [bytes.buffer]);
};
