// What stands on a PDF's pages, by places, and what it says of itself. This runs in a worker, which may end at any time; nothing in
// here draws. The rest of PDF.js, which runs in a worker of its own otherwise, is in the same file.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { getDocument, Util } from "pdfjs-dist/legacy/build/pdf.mjs";

// A page is some 3,000 letters; whoever has more wants another tool.
const MOST_PAGES = 2_000;
const MOST_RUNS = 1_000_000;
const PART = "save the part that is needed as a file of its own";

/** Lengths travel as hundredths of a point. */
const whole = (points) => Math.round(Math.max(-1e6, Math.min(1e6, points || 0)) * 100);

/** Letters in the shape that their place gave them, as the letters that they are; ligatures, too. */
const plain = (words) =>
  words.replace(/[\ufb00-\ufdff\ufe70-\ufefc]+/g, (shapes) => shapes.normalize("NFKC")).replaceAll("\0", "");

const STANDARD = {
  // Nothing is drawn, and nothing is fetched: neither fonts nor tables beside the file.
  disableFontFace: true,
  isImageDecoderSupported: false,
  isOffscreenCanvasSupported: false,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  verbosity: 0,
};

/**
 * Tables that fonts name instead of bringing them aren't among our files. Words in such a font are none to
 * PDF.js, which says so to whoever is asked for the table.
 */
const withoutTables = () => {
  const missing = new Set();
  class BinaryDataFactory {
    async fetch({ kind, filename }) {
      if (kind === "cMapUrl") missing.add(filename.replace(/\.bcmap$/, ""));
      throw new Error("nothing is fetched");
    }
  }
  return { missing, BinaryDataFactory };
};

/** One page: its height and width, its words with their places, and those that don't stand upright. */
const readPage = async (page) => {
  const { height, width: across, transform } = page.getViewport({ scale: 1 });
  const runs = [];
  const rotated = [];
  for (const { str, width, transform: own } of (await page.getTextContent()).items) {
    if (!str) continue;
    const [a, b, c, d, left, baseline] = Util.transform(transform, own);
    const words = plain(str);
    if (Math.abs(b) > Math.abs(a) / 20 || a < 0) {
      rotated.push(words);
      continue;
    }
    const size = whole(Math.hypot(c, d));
    runs.push({ words, left: whole(left), baseline: whole(baseline), width: whole(width), size });
  }
  page.cleanup();
  return { height: whole(height), width: whole(across), runs, rotated };
};

const REFUSALS = {
  PasswordException: "is protected with a password; save it without one",
  InvalidPDFException: "is damaged, or no PDF; open it elsewhere, and save or print it anew as a PDF",
};

/** What its properties say, empty where they don't; they are no reason to read nothing. */
const propertiesOf = async (file) => {
  const { info } = await file.getMetadata().catch(() => ({}));
  const said = (name) => (typeof info?.[name] === "string" ? info[name] : "");
  return { title: said("Title"), author: said("Author"), created: said("CreationDate") };
};

/**
 * The pages of a PDF, and what its properties say of it.
 * @throws {string} A sentence to be said behind the file's name.
 */
export const read = async (data, progress) => {
  const { missing, BinaryDataFactory } = withoutTables();
  const task = getDocument({ ...STANDARD, BinaryDataFactory, data });
  try {
    const file = await task.promise;
    if (file.numPages > MOST_PAGES) throw `has ${file.numPages} pages; ${PART}`;
    const pages = [];
    let runs = 0;
    for (let number = 1; number <= file.numPages; number += 1) {
      pages.push(await readPage(await file.getPage(number)));
      runs += pages.at(-1).runs.length;
      if (runs > MOST_RUNS) throw `has more words than are read here; ${PART}`;
      progress(number, file.numPages);
    }
    if (missing.size) {
      throw `has words that would be missing, in a font whose signs are listed elsewhere (${[...missing].join(", ")}); open it elsewhere, and print it anew as a PDF, or paste its text`;
    }
    return { pages, ...(await propertiesOf(file)) };
  } catch (error) {
    if (typeof error === "string") throw error;
    throw REFUSALS[error.name] ?? `can’t be read (${error.message}); open it elsewhere, and paste its text`;
  }
};
