// Runs in the measured page before any of its scripts: notes what the browser tells of paints,
// shifts, long tasks and answers to input, and looks at each frame whether the content is there.
//
// A path to an element is a list of selectors, each but the first within the shadow root of the
// one before; the first path of several that leads to something drawn counts.
(scenario) => {
  if (window.top !== window) return;

  const found = { shifts: [], tasks: [], answers: [], memories: new Set(), errors: [] };
  window.bench = found;

  const all = (path) => {
    const [last, ...outer] = [...path].reverse();
    let scope = document;
    for (const selector of outer.reverse()) {
      scope = scope.querySelector(selector)?.shadowRoot;
      if (!scope) return [];
    }
    return [...scope.querySelectorAll(last)];
  };
  const drawn = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility();
  };
  found.find = (paths) => {
    for (const path of paths) {
      const element = all(path).find(drawn);
      if (element) return element;
    }
  };

  // A message that is sent from within a frame arrives once that frame has been painted.
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.splice(0).forEach((tell) => tell(performance.now()));
  found.painted = (tell) => {
    waiting.push(tell);
    channel.port2.postMessage(0);
  };

  const observe = (type, note, more) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true, ...more });
    return () => observer.takeRecords().forEach(note);
  };
  observe("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") found.fcp = startTime;
  });
  observe("largest-contentful-paint", ({ startTime }) => { found.lcp = startTime; });
  observe("longtask", ({ startTime, duration }) => found.tasks.push([startTime, duration]));
  observe("layout-shift", ({ startTime, value, hadRecentInput }) => {
    if (!hadRecentInput) found.shifts.push([startTime, value]);
  });
  found.flush = observe("event", (entry) => {
    if (entry.interactionId) {
      const { name, startTime, duration, processingStart, processingEnd } = entry;
      found.answers.push({ name, at: startTime, duration, wait: processingStart - startTime, work: processingEnd - processingStart });
    }
  }, { durationThreshold: 16 });
  addEventListener("error", ({ message }) => found.errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => found.errors.push(String(reason)));

  // WebAssembly's memory is no part of the heap that the browser tells of.
  const note = ({ exports }) => {
    for (const it of Object.values(exports)) if (it instanceof WebAssembly.Memory) found.memories.add(it);
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await own.apply(WebAssembly, given);
      note(made.instance ?? made);
      return made;
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(own, given) {
      const made = new own(...given);
      note(made);
      return made;
    },
  });
  found.elements = (scope = document) => {
    let count = 0;
    for (const element of scope.querySelectorAll("*")) {
      count += 1 + (element.shadowRoot ? found.elements(element.shadowRoot) : 0);
    }
    return count;
  };

  // First the content, then a tap on something that unfolds, again and again until it has.
  const { content, tap, opened } = scenario;
  let tapped = -Infinity;
  const look = () => {
    if (content && !found.shown) {
      if (found.find(content)) {
        found.shown = true;
        found.painted((now) => { found.content = now; });
      }
    } else if (tap && (found.content || !content)) {
      if (found.find(opened)) {
        found.painted((now) => { found.opened = now; });
        return;
      }
      if (performance.now() - tapped > 50) {
        tapped = performance.now();
        found.tapped ??= tapped;
        found.find(tap)?.click();
      }
    } else if (!content || (found.content && !tap)) {
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
