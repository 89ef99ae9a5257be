// One explorer from when its element's page wants it: drawn, drawn anew where another law is asked for
// or a module panicked, changed by options, and given up. What comes before that is the loader's.
import { OPTIONS_SCRIPT } from "./contract.js";
import { tell } from "./failing.js";
import { catalogueOf, datasetOf, load, recoveries, textOf } from "./loading.js";
import { FAILED, LOADING } from "./status.js";

/** Does in order of time what a reader and the page's scripts have wanted meanwhile. */
const catchUp = async (steps) => {
  if (steps.length) await new Promise(setTimeout); // what has been put into the page listens by then
  for (const [, run] of steps.sort(([one], [other]) => one - other)) await run();
};

/**
 * Draws into an element. `law` and `options` are what its page handed over, `lang` its language, `early`
 * what its reader did before anything could answer; `status` says how it stands, `ready` that it is there.
 */
export const draw = (host, { law, options, lang, early, status, ready }) => {
  let handle, attempt, failed, shown, said, turn, taken, handed;
  // What the page's scripts ask for while nothing is drawn.
  let waiting = [];

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

  const put = async (widget, dataset, mine) => {
    const [script, inputs] = early();
    const replay = await script;
    await replay?.rest(host);
    const words = await catalogue(); // the language may have changed meanwhile
    if (mine !== attempt) return;
    if (!dataset.tell(host)) return show(FAILED);
    handle?.release();
    recoveries.set(host, (error) => recover(widget, error));
    const kept = replay?.keep(host, inputs.splice(0));
    handle = widget.attach(host, dataset, words, options(), undefined, kept?.fields);
    show();
    ready(host);
    const steps = [...waiting, ...kept?.steps ?? []];
    waiting = [];
    await catchUp(steps);
    kept?.end();
  };

  const start = () => {
    show(LOADING);
    shown = source();
    const mine = Promise.all([load(), dataset(), catalogue()]).then(
      ([widget, dataset]) => put(widget, dataset, mine),
    ).catch((error) => {
      if (mine === attempt) fail(error); // not removed, or started again, meanwhile
    }).then(() => catchUp(waiting.splice(0)));
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
  start();
  changed();

  return {
    changed,
    again: () => failed && start(),
    /** Asks for something of what is on the screen, or will be; `since` when is the page's own time. */
    ask: (since, what, ...given) => {
      changed();
      return new Promise((done) => {
        const run = () => done(handle ? handle[what](...given) : false);
        if (handle || failed) run();
        else waiting.push([since, run]);
      });
    },
    end() {
      changes.disconnect();
      recoveries.delete(host);
      handle?.release();
      handle = attempt = undefined;
    },
  };
};
