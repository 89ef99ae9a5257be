// The few calls to the browser that are shorter here than through bindings.

/** Writes a line for developers. */
export const warn = (line) => console.warn(line);

/** Copies a text, then says whether the page may. */
export const copy = async (text, done) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return done(false);
  }
  done(true);
};

/** Hands the reader a file. */
export const download = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
};

/** Brings the part with an id into sight and, for a reader who asked, puts the focus on its head. */
export const reveal = (node, id, focus) => {
  const part = node.getRootNode().getElementById(id);
  if (!part) return;
  part.scrollIntoView({ block: "start" });
  if (focus) part.querySelector("summary")?.focus({ preventScroll: true });
};

/** Whether the reader came by a link, rather than back or again, and hasn't moved since. */
export const arrived = () => {
  const [entry] = performance.getEntriesByType("navigation");
  return scrollY === 0 && entry?.type !== "reload" && entry?.type !== "back_forward";
};

/** Puts the focus on the line that says what is shown, after the button that had it went away. */
export const settle = (node) => node.querySelector("[role=status]")?.focus({ preventScroll: true });

/** Opens what is folded, for paper; gives back how to fold it again. */
export const unfold = (node) => {
  const folded = [...node.querySelectorAll("details:not([open])")];
  for (const details of folded) details.open = true;
  return () => {
    for (const details of folded) details.open = false;
  };
};
