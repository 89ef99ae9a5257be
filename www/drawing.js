// One explorer from when its element's page wants it: drawn, drawn anew where another law is asked for
// or a module panicked, changed by options, and given up. What comes before that is the loader's.
import { OPTIONS_SCRIPT, STALL_SECONDS } from "./contract.js";
import { COMPLETE, failure, tell } from "./failing.js";
import { catalogueOf, datasetOf, load, recoveries, textOf } from "./loading.js";
import { FAILED, LIVE, LOADING, hasText } from "./status.js";

/** What a script comes to, or nothing where it takes longer than we wait. */
const inTime = (script) => script && Promise.race([script, new Promise((done) => setTimeout(done, STALL_SECONDS * 1000))]);

// Elements that have been drawn, whose text may have gone with the drawing.
const drawn = new WeakSet();

/**
 * Draws into an element. `law` and `options` are what its page handed over, `lang` its language, `early`
 * what its reader did before anything could answer; `status` says how it stands, `ready` that it is there.
 */
export const draw = (host, { law, options, lang, early, status, ready: there }) => {
  let handle, attempt, failed, behind, patience, shown, said, turn, taken, handed;
  // What is wanted while nothing is drawn, or what was wanted before is still being done.
  const waiting = [];

  const catalogue = () => catalogueOf(host, lang());
  const source = () => law() ?? textOf(host, "dataset");

  const dataset = async () => {
    const now = law();
    if (!now) return datasetOf(host);
    const { datasetFrom } = await load();
    if (now !== taken) [handed, taken] = [await datasetFrom(JSON.stringify(now), host.baseURI), now];
    return handed;
  };

  const show = (now) => {
    failed = now === FAILED;
    status(now);
  };

  const fail = (error) => {
    show(FAILED);
    tell(host, error);
  };

  const recover = (widget, error) => {
    handle = taken = undefined;
    widget.leave(host, error);
    if (error) fail(error);
    else start();
  };

  const step = async (run) => {
    try {
      await run();
    } catch (error) {
      tell(host, error);
    }
  };

  /** Does in order of time what a reader and the page's scripts have wanted meanwhile. */
  const catchUp = async (mine) => {
    if (waiting.length) await new Promise(setTimeout); // what has been put into the page listens by then
    while (mine === attempt && waiting.length) {
      const [[, run]] = waiting.sort(([one], [other]) => one - other).splice(0, 1);
      await step(run);
    }
    if (mine === attempt) behind = false;
  };

  /** What does again what a reader did, and the words to draw with, once the reader can spare the text. */
  const ready = async (mine) => {
    let replay, words;
    for (let tries = 0; tries < 2; tries += 1) {
      const [script, heard] = early();
      replay = await inTime(script);
      await replay?.rest(host, patience.signal, heard);
      words = await catalogue(); // the language may have changed meanwhile
      // Where the reader acted only now, or the script failed, it is there to wait for.
      if (mine !== attempt || replay || script === early()[0]) break;
    }
    return [replay, words];
  };

  const put = async (widget, dataset, mine) => {
    const [replay, words] = await ready(mine);
    if (mine !== attempt) return;
    if (!dataset.tell(host)) return show(FAILED);
    const inputs = early()[1].splice(0);
    if (inputs.length && !replay) tell(host, failure("module", `what was done before the explorer was there is lost, because the script \`replay-*.js\` did not come; ${COMPLETE}`));
    handle?.release();
    recoveries.set(host, (error) => recover(widget, error));
    const kept = replay?.keep(host, inputs);
    handle = widget.attach(host, dataset, words, options(), undefined, kept?.fields);
    show(LIVE);
    there(host);
    waiting.push(...kept?.steps ?? []);
    await catchUp(mine);
    kept?.end();
  };

  const start = () => {
    show(LOADING);
    behind = true;
    patience?.abort();
    patience = new AbortController();
    shown = source();
    const mine = Promise.all([load(), dataset(), catalogue()]).then(
      ([widget, dataset]) => put(widget, dataset, mine),
    ).catch((error) => {
      if (mine === attempt) fail(error); // not removed, or started again, meanwhile
    }).then(() => catchUp(mine));
    attempt = mine;
  };

  // One call for all that a page changes in one go: the last of them finds its turn unchanged.
  const configure = async () => {
    const mine = (turn = {});
    const words = await catalogue();
    if (mine === turn) handle?.change(words, options());
  };

  /** Begins anew where another law is asked for, and else takes changed options over. */
  const changed = (property) => {
    const now = [...host.attributes].map(({ name, value }) => name + value) + host.querySelector(OPTIONS_SCRIPT)?.textContent;
    if (source() !== shown) start();
    else if (handle && (property || now !== said)) configure();
    said = now;
  };

  // Attributes change, and options may be parsed or set by a framework only after the element is there.
  const changes = new MutationObserver(() => changed());
  changes.observe(host, { attributes: true, characterData: true, childList: true, subtree: true });
  if (!drawn.has(host) && textOf(host, "loading")?.toLowerCase() === "interaction" && !hasText(host)) {
    tell(host, failure("options", `loading="interaction": there is no text inside to act on; it loads as it comes near`));
  }
  drawn.add(host);
  start();
  changed();

  return {
    changed,
    again: () => failed && start(),
    /** Asks for something of what is on the screen, or will be; `since` when is the page's own time. */
    ask: (since, what, ...given) => {
      changed();
      patience.abort(); // whoever asks has no time for what is selected
      return new Promise((done) => {
        const run = () => {
          let answer = false;
          try {
            answer = handle ? handle[what](...given) : false;
          } finally {
            done(answer);
          }
        };
        if (behind) waiting.push([since, run]);
        else step(run);
      });
    },
    end() {
      changes.disconnect();
      recoveries.delete(host);
      patience.abort();
      early()[1].length = 0;
      // The page's own text has its place again.
      if (handle) {
        handle.release();
        host.shadowRoot.append(document.createElement("slot"));
      }
      handle = attempt = behind = undefined;
      for (const [, run] of waiting.splice(0)) step(run);
    },
  };
};
