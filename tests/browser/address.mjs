// What a page's address says. An explorer writes it once what a reader did has been painted.

/** Waits until that is so. */
export const written = (where) => where.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(() => setTimeout(done)));
}));

/** The fragment of a page or a frame. */
export const hash = async (where) => {
  await written(where);
  return where.evaluate(() => location.hash);
};

/** How many entries the history has. */
export const entriesOf = async (where) => {
  await written(where);
  return where.evaluate(() => history.length);
};
