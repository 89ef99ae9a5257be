// How much of the processors others take while something is measured. How long a page's own thread waits
// says nothing of that: an empty page's waits half a second for the rest of its browser to begin.
import { readdirSync, readFileSync } from "node:fs";

const fields = (path) => readFileSync(path, "utf8").replace(/^.*\) /, "").split(/\s+/);

/** What the processors have done so far, and how much of it for others, in ticks; nothing on a system that doesn't tell. */
const machine = () => {
  const [, user, nice, system, idle, wait, ...more] = fields("/proc/stat").slice(0, 9).map(Number);
  const busy = user + nice + system + more.reduce((a, b) => a + b, 0);
  return { busy, all: busy + idle + wait };
};

/** What this program has used so far, with all that it has started and that is still there or was waited for. */
const own = () => {
  const known = new Map();
  for (const id of readdirSync("/proc").filter((it) => /^\d+$/.test(it)).map(Number)) {
    try {
      const [, parent, ...rest] = fields(`/proc/${id}/stat`);
      known.set(id, { parent: Number(parent), used: rest.slice(9, 13).reduce((sum, it) => sum + Number(it), 0) });
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (id) => id === process.pid || (known.has(id) && isOurs(known.get(id).parent));
  return [...known].reduce((sum, [id, { used }]) => sum + (isOurs(id) ? used : 0), 0);
};

const taken = () => {
  try {
    return { ...machine(), own: own() };
  } catch {
    return undefined;
  }
};

/** Begins to watch; what it gives back says what share of all processors others have taken since. */
export const watch = () => {
  const before = taken();
  return () => {
    const now = taken();
    if (!before || !now) return undefined;
    const others = (now.busy - before.busy) - (now.own - before.own);
    return Math.max(0, others / (now.all - before.all));
  };
};

/** Above this share a time says nothing of the page. */
export const CALM = 0.15;
