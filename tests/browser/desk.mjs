// The desk's text as its keys walk through it, for the specs that work there.
import { expect } from "@playwright/test";

/** Selects a sentence by the arrows from the first on; each has led on before the next is pressed. */
export const selectSentence = async (desk, words) => {
  await desk.press("Home");
  const sentences = desk.text.getByRole("option");
  for (let nth = 0; nth < (await sentences.count()); nth += 1) {
    await expect(sentences.nth(nth)).toHaveAttribute("aria-selected", "true");
    if ((await desk.selected.innerText()) === words) return;
    await desk.press("ArrowDown");
  }
  throw new Error(`no arrow leads to ${words}`);
};
