// How the focus moves in a table that is a grid. Tab comes to one of its cells, keys lead to the
// others, and whichever has the focus is in sight: a browser counts what stands beneath a head that
// stays in sight as seen.

/** How many rows a page up or down is. */
const PAGE = 5;

const STOPS = "tbody [tabindex='0']";

/** The cells of each row; what a cell opened is no row. */
const rowsOf = (grid) => [...grid.querySelectorAll("tbody > tr:not(.behind)")].map((row) => [...row.cells]);

/** What takes the focus in a cell. */
const spotOf = (cell) => cell.querySelector("button") ?? cell;

/** Where a key leads from a place in a grid of some size, as row and column; nowhere with most keys. */
const lead = ({ key, ctrlKey }, row, column, height, isMirrored) => {
  const ahead = isMirrored ? -1 : 1;
  if (key === "Home") return [ctrlKey ? 0 : row, 0];
  if (key === "End") return [ctrlKey ? height - 1 : row, Infinity];
  if (ctrlKey) return undefined;
  if (key === "ArrowUp") return [row - 1, column];
  if (key === "ArrowDown") return [row + 1, column];
  if (key === "ArrowLeft") return [row, column - ahead];
  if (key === "ArrowRight") return [row, column + ahead];
  if (key === "PageUp") return [row - PAGE, column];
  if (key === "PageDown") return [row + PAGE, column];
  return undefined;
};

const within = (at, length) => Math.max(0, Math.min(at, length - 1));

/** Does what a key means in a grid; says whether it means anything. */
const answer = (event, grid) => {
  const { key, target } = event;
  const open = grid.querySelector("[aria-expanded=true]");
  if (key === "Escape") {
    open?.focus();
    open?.click();
    return open;
  }
  const rows = rowsOf(grid);
  const row = rows.findIndex((cells) => cells.some((it) => it.contains(target)));
  const column = rows[row]?.findIndex((it) => it.contains(target));
  const to = row >= 0 && lead(event, row, column, rows.length, grid.matches(":dir(rtl)"));
  if (!to) return false;
  const cells = rows[within(to[0], rows.length)];
  const spot = spotOf(cells[within(to[1], cells.length)]);
  spot.tabIndex = 0;
  spot.focus({ preventScroll: true });
  return true;
};

/** Hears a key. One that is answered is neither the browser's nor the page's. */
export const walk = (event) => {
  const grid = event.target.closest("[role=grid]");
  if (!grid || event.altKey || event.metaKey || event.shiftKey || !answer(event, grid)) return;
  event.preventDefault();
  event.stopPropagation();
};

/** Sees to it that Tab comes to one cell, whatever is drawn anew: the last, or else the first. */
const keepOne = (grid, last) => {
  const stops = [...grid.querySelectorAll(STOPS)].filter((it) => !it.closest(".behind"));
  const kept = stops.includes(last) ? last : stops[0] ?? spotOf(rowsOf(grid)[0][0]);
  for (const stop of stops) stop.tabIndex = -1;
  kept.tabIndex = 0;
};

// The cell that had the focus last, by grid.
const last = new WeakMap();

const remember = (grid, spot) => {
  if (!last.has(grid)) {
    const redrawn = new MutationObserver(() => rowsOf(grid)[0] && keepOne(grid, last.get(grid)));
    redrawn.observe(grid, { childList: true, subtree: true });
  }
  last.set(grid, spot);
  keepOne(grid, spot);
};

/** Moves what has the focus out from beneath the heads. */
const uncover = (grid, spot, isBehind) => {
  const head = grid.querySelector(".corner").getBoundingClientRect();
  const at = spot.getBoundingClientRect();
  let sideways = 0;
  if (!isBehind && !spot.closest("th")) {
    sideways = grid.matches(":dir(rtl)") ? Math.max(0, at.right - head.left) : Math.min(0, at.left - head.right);
  }
  grid.parentNode.scrollBy(sideways, Math.min(0, at.top - head.bottom));
};

/** Hears where the focus goes. What is being pressed stays under the finger. */
export const follow = ({ target }) => {
  const grid = target.closest("[role=grid]");
  if (!grid) return;
  const isBehind = Boolean(target.closest(".behind"));
  if (!isBehind) remember(grid, target);
  if (target.matches(":active")) return;
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
  uncover(grid, target, isBehind);
};
