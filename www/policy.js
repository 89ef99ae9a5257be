// The policy of `embed.html`, beside the one that stands in the page and the one that a server sends.

/**
 * Lets nothing into this page but what stands on these origins. Named, and only from here, because
 * `'self'` is nobody in a sandboxed frame in Safari, and a file that is copied doesn't know where to.
 */
export const confine = (...origins) => {
  const from = [...new Set(origins)].join(" ");
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = `script-src ${from} 'wasm-unsafe-eval'; style-src ${from}; connect-src ${from}; img-src ${from}`;
  document.head.append(meta);
};
