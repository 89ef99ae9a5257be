// Fetching for the widget's script and its module alike: one way to ask, and one limit to waiting. What
// the loader has asked for already is taken over.
import { STALL_SECONDS } from "./contract.js";

let take, held;

/** Takes over how the loader asks, and the origin that answers for datasets must come from. */
export const askBy = (...ways) => {
  [take, held] = ways;
};

export const ELSEWHERE = "stands on another origin than embed.html";

/** An answer that is given up once nothing has come for as long as we wait. */
export const reach = async (url, integrity) => {
  const [asked, waiting] = take(url, integrity);
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
  const { body, headers, ok, status, url: from } = await asked.catch(
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
