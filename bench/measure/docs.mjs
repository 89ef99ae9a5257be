// What the docs say of other embeds, whatever the machine did meanwhile: what they weigh.
const kb = (bytes) => (bytes / 1000).toLocaleString("en-GB", { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** A table in Markdown; nothing where they weren't measured. */
export const embeds = ({ phone = {} }) => {
  const names = Object.keys(phone).filter((name) => name.startsWith("embed-"));
  const lines = names.map((name) => `| ${name.slice("embed-".length)} | ${kb(phone[name].bytes)} |\n`);
  return lines.length ? `| | KB, packed |\n|---|--:|\n${lines.join("")}` : undefined;
};
