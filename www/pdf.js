// What stands on a PDF's pages, by places. This runs in a worker, which may end at any time; nothing in
// here draws. The rest of PDF.js, which runs in a worker of its own otherwise, is in the same file.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { getDocument, Util } from "pdfjs-dist/legacy/build/pdf.mjs";

// A page is some 3,000 letters; whoever has more wants another tool.
const MOST_PAGES = 2_000;
const MOST_RUNS = 1_000_000;

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

/** One page: its height and width, its words with their places, and those that don't stand upright. */
const readPage = async (page) => {
  const { height, width: across, transform } = page.getViewport({ scale: 1 });
  const runs = [];
  const aslant = [];
  for (const { str, width, transform: own } of (await page.getTextContent()).items) {
    if (!str) continue;
    const [a, b, c, d, left, baseline] = Util.transform(transform, own);
    const words = plain(str);
    if (Math.abs(b) > Math.abs(a) / 20 || a < 0) {
      aslant.push(words);
      continue;
    }
    const size = whole(Math.hypot(c, d));
    runs.push({ words, left: whole(left), baseline: whole(baseline), width: whole(width), size });
  }
  page.cleanup();
  return { height: whole(height), width: whole(across), runs, aslant };
};

const REFUSALS = {
  PasswordException: "is protected with a password; save it without one",
  InvalidPDFException: "is damaged, or no PDF; open it elsewhere, and save or print it anew as a PDF",
};

/**
 * The pages of a PDF.
 * @throws {Error} A sentence to be said behind the file's name.
 */
export const read = async (data, progress) => {
  const task = getDocument({ ...STANDARD, data });
  try {
    const file = await task.promise;
    if (file.numPages > MOST_PAGES) throw new RangeError(`has ${file.numPages} pages`);
    const pages = [];
    let runs = 0;
    for (let number = 1; number <= file.numPages; number += 1) {
      pages.push(await readPage(await file.getPage(number)));
      runs += pages.at(-1).runs.length;
      if (runs > MOST_RUNS) throw new RangeError("has more words than are read here");
      progress(`Page ${number} of ${file.numPages} is read.`);
    }
    return pages;
  } catch (error) {
    if (error instanceof RangeError) throw new Error(`${error.message}; save the part that is needed as a file of its own`);
    throw new Error(REFUSALS[error.name] ?? `can't be read (${error.message}); open it elsewhere, and paste its text`);
  }
};
