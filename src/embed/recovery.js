// What becomes of a module that has panicked: whoever started it is told, and nothing calls it again.
import { enter, leave, unwatch } from "./nodes.js";

let report = console.error;

/** Whether the module has panicked. */
export let isOver = false;

/** What ends with the module. */
const endings = new Set();

/** A signal that holds until it is ended, or the module is. */
export const whileAlive = () => {
  const ending = new AbortController();
  endings.add(ending);
  const end = () => {
    ending.abort();
    endings.delete(ending);
  };
  return { end, signal: ending.signal };
};

/** Whom a panic is told to. */
export const onPanic = (handler) => {
  report = handler;
};

/** The module has panicked: nothing may call it any more, and the trap that follows is told here. */
export const panicked = (message) => {
  const tell = report;
  report = () => {};
  isOver = true;
  for (const ending of endings) ending.abort();
  endings.clear();
  unwatch();
  const quiet = (event) => event.error instanceof WebAssembly.RuntimeError && event.preventDefault();
  addEventListener("error", quiet);
  setTimeout(() => removeEventListener("error", quiet));
  tell(message.split("\n\nStack")[0].replace(/\s+/g, " "));
};

// A trap, and too deep a recursion as Chromium and WebKit or as Firefox call it.
const ENDS = ["RuntimeError", "RangeError", "InternalError"];

/**
 * What the module gives, with its traps told: a panic that has no words, or has said them already.
 * What is still to come back to one that has panicked comes to nothing.
 */
export const watched = (exports) => Object.fromEntries(Object.entries(exports).map(([name, it]) => [
  name,
  typeof it !== "function" ? it : (...given) => {
    if (isOver) return undefined;
    enter();
    try {
      return it(...given);
    } catch (error) {
      if (ENDS.includes(error.name)) panicked(`panicked (${error.message})`);
      throw error;
    } finally {
      leave();
    }
  },
]));
