// Whether an explorer fills the screen: some of it is seen, but neither its head nor its foot. In a
// frame that is as high as what is in it both are always seen, as far as the frame can tell.

/** Marks a node for the style sheet for as long as what is drawn in it fills the screen. */
export const markFilling = (node) => {
  const seen = new Map();
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen.set(target, isIntersecting);
    const ends = [...node.querySelectorAll(".explorer > :is(.head, .foot)")];
    for (const end of ends) watcher.observe(end); // once; again is nothing
    node.toggleAttribute("data-fills", Boolean(ends[0] && seen.get(node)) && ends.every((it) => seen.get(it) === false));
  }, { root: node.ownerDocument });
  watcher.observe(node);
};
