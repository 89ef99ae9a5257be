// Keys in the picture of the law, whose columns are one stop of the Tab key: arrows lead through them, and
// Escape leads back from the card that one opened.

// The column that was tapped last, and the column that opened a card, by card.
let tapped;
const openers = new WeakMap();

/** Hears a tap. */
export const leave = ({ target }) => {
  tapped = target.closest(".col");
};

/** Hears where the focus goes: from a column that was tapped to the card that it opened. */
export const arrive = ({ target }) => {
  const card = target.closest(".card");
  if (!card || !tapped) return;
  openers.set(card, tapped);
  tapped = undefined;
};

/** Hears Escape in a card, and leads back to its column where there is one. */
export const goBack = (event) => {
  const column = event.key === "Escape" && openers.get(event.target.closest(".card"));
  if (!column?.isConnected) return;
  event.preventDefault();
  event.stopPropagation();
  column.focus();
};

/** Takes the focus to the column that a key names: the next or the one before as the eye sees them, the first and last, the next chapter's. */
export const walkColumns = (event) => {
  const column = event.target.closest(".col");
  if (!column || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const law = column.closest(".law");
  const all = [...law.querySelectorAll(".col")];
  const at = all.indexOf(column);
  const right = getComputedStyle(law).direction === "rtl" ? -1 : 1;
  const begins = (it) => !it.parentElement.previousElementSibling || it.matches(".whole");
  const next = {
    ArrowRight: () => all[at + right],
    ArrowLeft: () => all[at - right],
    Home: () => all[0],
    End: () => all.at(-1),
    PageDown: () => all.find((it, place) => place > at && begins(it)),
    PageUp: () => all.findLast((it, place) => place < at && begins(it)),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  const to = next();
  if (!to) return;
  for (const it of all) it.tabIndex = it === to ? 0 : -1;
  to.focus();
};
