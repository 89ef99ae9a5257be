// Joins the module to the page: starts it, and hands it what it reads. The loader fetches this file, and
// leaves to it and to those beside it (`loading.js`, `drawing.js`, `mounting.js`, `cards.js`) all that
// needs the module; everything that can be seen is drawn by the module.
import { Catalogue, DatasetHandle, fetchBy, noPage, onPanic, start as run } from "glue";

import { TAG } from "./contract.js";
import { COMPLETE, failure } from "./failing.js";
import { busy } from "./mounting.js";

export { dismiss, follow } from "./cards.js";
export { draw } from "./drawing.js";
export { connect, filesAt } from "./loading.js";
export { attach, leave } from "./mounting.js";

const REMEDY = "check the `dataset` attribute, and that the server sends Access-Control-Allow-Origin";

// The compiler comes only where somebody hands over a dataset that nobody has compiled.
let compiler, broken, reach, strict;
let beside = [COMPILER_MODULE, COMPILER_WASM].map((name) => new URL(name, import.meta.url).href);

/** Where a bundler has put the compiler's files. */
export const compilerAt = (...addresses) => {
  beside = addresses;
};

const compilerFrom = async () => {
  const [code, url] = beside;
  const [{ default: init, compile }, wasm] = await Promise.all([import(code), reach(url, strict ? COMPILER_INTEGRITY : "")]);
  await init({ module_or_path: await wasm.arrayBuffer() });
  return compile;
};

/** What a dataset's JSON comes to. */
const compiled = async (json, url) => {
  // What has panicked is never called again.
  if (broken) throw failure("internal", broken);
  compiler ??= compilerFrom();
  const compile = await compiler.catch(({ message }) => {
    compiler = undefined;
    throw failure("module", `${message}; ${COMPLETE}`);
  });
  let made;
  try {
    made = compile(json);
  } catch ({ message }) {
    broken = `the dataset's compiler failed (${message})`;
    throw failure("internal", broken);
  }
  return DatasetHandle.compiled(made.law, made.problems, json, made.csv, url);
};

/** A dataset from the text of a compiled law or of JSON, or from an error in its place. */
export const datasetFrom = async (text, url) => {
  if (text instanceof Error) throw failure("dataset", `${text.message}; ${REMEDY}`);
  noPage(url, text);
  const dataset = text.startsWith(COMPILED) ? new DatasetHandle(text, url) : await compiled(text, url);
  await new Promise(setTimeout); // the page may answer its reader before this draws
  return dataset;
};

/** A language's catalogue from its file, or English where there is none, or an error or another file. */
export const catalogueFrom = (lang, file, name, tell) => {
  const right = file?.startsWith?.(`${lang}\n`) && file.endsWith(`\n${lang}`);
  const why = file?.message ?? `${name} is not what was built`;
  if (file !== undefined && !right) tell(failure("module", `${why}; ${COMPLETE}`));
  return new Catalogue(right ? file : undefined);
};

/** What the module must be, for pages that ask. */
export const integrity = WASM_INTEGRITY;

const CSP = "the page's Content-Security-Policy refuses WebAssembly; add 'wasm-unsafe-eval' to its script-src";

/**
 * Compiles the module from its response, while it arrives where the server says what it is. Where it
 * panics, that is told with the element that it did something for.
 */
export const start = async (response, url, panicked, textAt, ...ways) => {
  fetchBy(textAt);
  [reach, strict] = ways;
  if (!self.WebAssembly) throw failure("module", "this browser has no WebAssembly");
  onPanic((message) => panicked(message, busy));
  const type = response.headers.get("Content-Type");
  const right = type === "application/wasm";
  try {
    run(await (right ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())));
  } catch ({ message }) {
    const refused = /content security policy|blocked by csp|unsafe-eval/i.test(message);
    const told = refused ? CSP : `${url} cannot be compiled (${message}); deploy it again, unchanged`;
    throw failure("module", told);
  }
  if (!right) console.warn(`${TAG}: the module is served as ${type}; send it with Content-Type: application/wasm`);
  await new Promise(setTimeout); // the page may answer its reader before a dataset is read
};
