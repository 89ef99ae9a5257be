// What answers the browser: folders and pages on loopback, packed as a publisher's own server
// would. Whatever is packed is kept on disk by its content, so that no load waits for packing.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

/** Brotli at its best, as for files that are packed once and sent often. */
const packed = (bytes, cache) => {
  const file = join(cache, createHash("sha256").update(bytes).digest("hex"));
  if (existsSync(file)) return readFileSync(file);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const small = brotliCompressSync(bytes, { params });
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, small);
  return small;
};

export class Server {
  #cache;
  #folders;
  #kept = new Map();
  #http;
  /** The pages of scenarios: address to HTML. */
  pages = new Map();
  /** What was sent since it was last emptied. */
  log = [];

  /** `folders` maps the beginnings of addresses to folders, the longest first. */
  constructor(folders, cache) {
    this.#folders = folders;
    this.#cache = cache;
  }

  async listen(port) {
    this.#http = createServer((request, response) => this.#answer(request, response));
    this.#http.keepAliveTimeout = 60_000;
    await new Promise((ready) => this.#http.listen(port, "127.0.0.1", ready));
    this.origin = `http://127.0.0.1:${this.#http.address().port}`;
    return this;
  }

  close() {
    this.#http.closeAllConnections();
    this.#http.close();
  }

  /** What an address holds; nothing where there is no such file. */
  file(path) {
    if (!this.#kept.has(path)) {
      const bytes = this.#read(path);
      const type = TYPES[this.pages.has(path) ? ".html" : extname(path)];
      this.#kept.set(path, bytes && { bytes, type, body: type ? packed(bytes, this.#cache) : bytes });
    }
    return this.#kept.get(path);
  }

  #read(path) {
    if (this.pages.has(path)) return Buffer.from(this.pages.get(path));
    const [start, folder] = this.#folders.find(([start]) => path.startsWith(start)) ?? [];
    const file = folder && join(folder, normalize(decodeURIComponent(path.slice(start.length))));
    return file?.startsWith(folder) && existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
  }

  #answer(request, response) {
    const path = new URL(request.url, this.origin).pathname;
    const file = this.file(path);
    if (!file) return response.writeHead(404).end();
    this.log.push({ path, type: file.type, body: file.body.length, raw: file.bytes.length });
    response.writeHead(200, {
      "content-type": /^(text|application\/json)/.test(file.type) ? `${file.type}; charset=utf-8` : file.type,
      "content-length": file.body.length,
      "cache-control": "public, max-age=3600",
      ...(file.body !== file.bytes && { "content-encoding": "br" }),
    });
    response.end(file.body);
  }
}
