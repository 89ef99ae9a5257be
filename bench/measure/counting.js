// Runs in the page before any of its scripts, after probe.js: what a module that counts has counted
// (`xtask/src/bench/count.rs` makes one), and how often it called out to the browser.
() => {
  const CALLS = "calls:";
  const ALLOCATES = /::__rust_alloc(_zeroed)?$|::GlobalAlloc>::realloc$/;
  let outside = 0;
  let exports = {};
  const counting = (it) => (typeof it === "function" ? (...given) => {
    outside += 1;
    return it(...given);
  } : it);
  const each = (object, change) =>
    Object.fromEntries(Object.entries(object).map(([name, it]) => [name, change(it)]));
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(own, [module, imports]) {
      const made = new own(module, each(imports, (names) => each(names, counting)));
      ({ exports } = made);
      return made;
    },
  });
  const unsigned = (it) => (it?.value ?? 0) >>> 0;

  const FIGURES = ["calls", "allocations", "bytes", "outside"];
  const less = (all, part) => Object.fromEntries(Object.entries(all).map(([name, calls]) => [name, calls - (part[name] ?? 0)]));
  const sum = (functions) => Object.values(functions).reduce((sum, calls) => sum + calls, 0);

  /** How often each function was called so far, and what that comes to. */
  bench.counted = () => {
    const all = Object.entries(exports).filter(([name]) => name.startsWith(CALLS));
    const functions = Object.fromEntries(all.map(([name, it]) => [name.slice(CALLS.length), unsigned(it)]));
    const allocators = Object.entries(functions).filter(([name]) => ALLOCATES.test(name));
    return { calls: sum(functions), allocations: sum(Object.fromEntries(allocators)), bytes: unsigned(exports.bytes), outside, functions };
  };
  /** What was counted since. */
  bench.since = (before) => {
    const now = bench.counted();
    const figures = FIGURES.map((it) => [it, now[it] - before[it]]);
    return { ...Object.fromEntries(figures), functions: less(now.functions, before.functions) };
  };
  addEventListener("provision-explorer:ready", () => { bench.ready ??= bench.counted(); });
}
