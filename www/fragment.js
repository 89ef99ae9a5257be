// A fragment's pairs: those that an explorer reads, and those that are the page's own. The frame and
// the page around it must agree on which is which.

const OURS = /^(pe|view|for|by|q|org|cell)(=|$)/;

/** What a page's fragment becomes with an explorer's part of another in it; both without `#`. */
export const merge = (page, ours) => {
  const whose = (fragment, own) => fragment.split("&").filter((pair) => pair && OURS.test(pair) === own);
  return [...whose(page, false), ...whose(ours, true)].join("&");
};
