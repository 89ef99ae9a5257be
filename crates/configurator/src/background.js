// What is done beside the page, in workers of our own files, one for each task: PDFs and laws are read
// there, and pictures drawn.

const CANT = `this site’s policy lets no worker start (for this page, \`worker-src\` needs \`'self'\`, and \`trusted-types\` needs \`${WORKER_POLICY}\`)`;
const CHECK = "Check the connection, and that this site’s policy has `worker-src 'self'` for this page,";

// By task, why nothing has come of it: each behind the name of what it was about.
const WHY = {
  pdf: {
    // No worker may start, it didn't come, what it fetches didn't come, and it broke.
    cant: `can’t be read: ${CANT}`,
    gone: `can’t be read: its reader didn’t start. ${CHECK} and open it again; if that doesn’t help, save the dataset and load this page anew`,
    lacks:
      "can’t be read: the reader of PDFs didn’t come. Check the connection and open it again; if that doesn’t help, save the dataset and load this page anew",
    broken: "can’t be read: it broke its reader. Open it elsewhere, and paste its text",
  },
  // Where no worker has begun, the page reads it by itself.
  document: {
    broken: "can’t be read: it broke its reader. Paste its text",
  },
  picture: {
    cant: CANT,
    gone: `what draws them didn’t start. ${CHECK} and download the files again`,
    lacks: "what draws them didn’t come. Check the connection, and download the files again",
    broken: "it broke what draws it",
  },
  // The page does by itself what no worker has begun, and says why behind a colon.
  law: {
    cant: CANT,
    gone: `no worker came for it this time. ${CHECK} should that go on`,
    broken: "That broke the reader of laws, and nothing has changed. Try again, or take another file of the law.",
  },
};

// Of these, those after which nothing has begun, nor would for the next of several.
const NEVER = ["cant", "gone", "lacks"];

// What comes of a task: `done`; `why` nothing has, in a sentence; or the `code` of a reason above.
const ENDS = ["done", "why", "code"];

let address;

/** The worker's address as a page with Trusted Types wants it; this policy lets nothing else through. */
const trusted = () => {
  const own = new URL(WORKER, import.meta.url).href;
  address ??= globalThis.trustedTypes
    ? trustedTypes.createPolicy(WORKER_POLICY, { createScriptURL: () => own }).createScriptURL("")
    : own;
  return address;
};

// A worker that the site's policy forbids fails like one whose file doesn't come; the policy says which it was.
let isForbidden = false;
globalThis.document?.addEventListener("securitypolicyviolation", ({ blockedURI }) => {
  isForbidden ||= blockedURI === String(address);
});

/** By task, its worker, and who hears what that says. */
const workers = new Map();

/** Gives up what is being done. */
export const stop = (task) => {
  workers.get(task)?.worker.terminate();
  workers.delete(task);
};

const start = (task) => {
  const mine = { worker: new Worker(trusted(), { type: "module" }) };
  workers.set(task, mine);
  // What was given up may have said something already.
  const hear = (handler) => (event) => {
    if (workers.get(task) === mine) handler(event);
  };
  mine.worker.addEventListener("message", hear(({ data }) => {
    if (data.said !== undefined) mine.said(...data.said);
    // PDF.js speaks as well, to nobody here.
    else if (ENDS.some((it) => data[it] !== undefined)) mine.end(data);
  }));
  mine.worker.addEventListener("error", hear((event) => {
    event.preventDefault();
    // A script that breaks has something to say, one that never came has not.
    if (event.message) mine.end({ code: "broken" });
    // The policy may speak after the worker.
    else setTimeout(hear(() => mine.end({ code: isForbidden ? "cant" : "gone" })));
  }));
  return mine;
};

/** Has the task's worker do something, or one that is started for it; `end` hears one of the ends. */
const ask = (task, given, transfer, said, end) => {
  let mine;
  try {
    mine = workers.get(task) ?? start(task);
  } catch {
    end({ code: "cant" });
    return;
  }
  Object.assign(mine, { said, end });
  mine.worker.postMessage({ task, ...given }, transfer);
};

/** Has a worker do a task; what was being done of that task before is given up. */
export const work = (task, order, bytes, said, done) => {
  stop(task);
  ask(task, { order, bytes }, [bytes.buffer], said, ({ done: result, why, code }) => {
    stop(task);
    done(result, why ?? WHY[task][code], NEVER.includes(code));
  });
};

/**
 * Asks something of a worker that stays for the next time, unless it broke. Then says what the answer is, why
 * there is none, and by which code.
 */
const askAgain = (task, given, done) => {
  ask(task, given, [], undefined, ({ done: answer, why, code }) => {
    if (code) stop(task);
    done(answer, why ?? WHY[task][code], code);
  });
};

/** Draws a picture. Says what comes of it, why nothing does, and whether nothing began. */
export const draw = (job, done) =>
  askAgain("picture", { job }, (file, why, code) => done(file, why, NEVER.includes(code)));

/**
 * Asks something of a law's files; the worker knows those of that number the next time. Then says what the
 * answer is or why there is none; and, where no worker began, whether none will the next time.
 */
export const askLaw = (number, files, question, law, done) => {
  askAgain("law", { number, files, question, law }, (answer, why, code) => {
    done(answer, why, NEVER.includes(code) ? code === "cant" : undefined);
  });
};
