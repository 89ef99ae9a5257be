// A fragment's pairs: those that an explorer reads, and those that are the page's own. The frame and
// the page around it must agree on which is which, and both with `crates/explorer/src/fragment.rs`.
import { FRAGMENT_MARK, FRAGMENT_PAIR } from "./contract.js";

/** What a page's fragment becomes with an explorer's part of another in it; both without `#`. */
export const merge = (page, from) => {
  const [route = ""] = page.match(/^[/!][^?]*/) ?? []; // a router's, which reads what is behind `?` as pairs
  const whose = (fragment, own) => {
    const pairs = fragment.split("&").filter(Boolean);
    // Older links have no mark; among nothing but keys of ours, all but `q` and `by` are.
    const alone = !route && pairs.every((pair) => FRAGMENT_PAIR.test(pair));
    const mark = pairs.findIndex((pair) => FRAGMENT_MARK.test(pair) || (alone && !/^(q|by)=/.test(pair)));
    return pairs.filter((pair, at) => (mark >= 0 && at >= mark && FRAGMENT_PAIR.test(pair)) === own);
  };
  const bare = (fragment) => fragment.replace(/^[/!][^?]*[?]?/, "");
  const pairs = [...whose(bare(page), false), ...whose(bare(from), true)].join("&");
  return route + (route && pairs && "?") + pairs;
};
