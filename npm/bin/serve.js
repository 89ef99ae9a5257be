// A server for this machine alone.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
  ".svg": "image/svg+xml", ".txt": "text/plain", ".wasm": "application/wasm",
};

/** Serves a folder until the program is ended; prints the address. */
export const serve = async (folder, port) => {
  const root = resolve(folder);
  const answer = async ({ url }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    let file = normalize(join(root, path));
    if (file !== root && !file.startsWith(root + sep)) throw new Error("outside");
    if ((await stat(file)).isDirectory()) file = join(file, "index.html");
    const bytes = await readFile(file);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const charset = /^text|json|svg/.test(type) ? "; charset=utf-8" : "";
    response.writeHead(200, { "content-type": type + charset, "cache-control": "no-store" }).end(bytes);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404, { "content-type": "text/plain" }).end("not found\n"));
  });
  server.once("error", ({ code, message }) => {
    const why = { EADDRINUSE: `port ${port} is taken`, EACCES: `the system does not allow port ${port}` }[code] ?? message;
    process.stderr.write(`error: ${why}; name another with --port, or 0 for any that is free\n`);
    process.exitCode = 1;
  });
  server.listen(port, "127.0.0.1", () => process.stdout.write(`http://127.0.0.1:${server.address().port}/\n`));
};
