// Fetching for loader and module alike: one way to ask, one limit to waiting, and one place where an
// origin is held. The module gets `textAt` from the loader, so a page has one copy of this.

import { STALL_SECONDS } from "./contract.js";

/** A failure that says what, where, and what would be right. */
export const failure = (code, message) => Object.assign(Error(message), { code });

// Where datasets must come from; anywhere on pages that name theirs themselves.
let held;

/** From now on a dataset must come from one origin; for pages whose address names it. */
export const holdTo = (origin) => {
  held = origin;
};

const ELSEWHERE = "stands on another origin than embed.html";

/** An address that may be fetched. Compared as a text, because a `blob:` has its maker's origin. */
export const allowed = (url) => {
  if (held && !url.startsWith(`${held}/`)) throw Error(`it ${ELSEWHERE}`);
  return url;
};

/** An answer that is given up once nothing has come for as long as we wait. */
export const reach = async (url, integrity) => {
  const waiting = new AbortController();
  let timer;
  const stop = () => clearTimeout(timer);
  const wait = () => {
    stop();
    timer = setTimeout(() => waiting.abort(Error(`nothing came for ${STALL_SECONDS} s`)), STALL_SECONDS * 1000);
  };
  const fail = (why) => {
    stop();
    throw Error(`${url} ${why}`);
  };
  wait();
  const { body, headers, ok, status, url: from } = await fetch(url, { signal: waiting.signal, integrity }).catch(
    // WebKit has words of its own for what was given up.
    (error) => fail(`cannot be fetched (${(waiting.signal.reason ?? error).message})`),
  );
  if (!ok || !body) fail(`answered ${status}`);
  if (held && new URL(from).origin !== new URL(url).origin) fail(`leads to ${from}, which ${ELSEWHERE}`);
  const transform = (chunk, out) => {
    wait();
    out.enqueue(chunk);
  };
  return new Response(body.pipeThrough(new TransformStream({ transform, flush: stop })), { headers });
};

/** A file's text. */
export const textAt = async (url) => {
  const response = await reach(url);
  return response.text().catch((error) => {
    throw Error(`${url} broke off (${error.message})`);
  });
};
