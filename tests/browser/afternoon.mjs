// A law from its publisher's file and three statements about it, all made up: what an editor has on the
// table before anything is typed. The files are as the formats have them, and made in memory.
// cspell:words Liveaboards Westhaven wordprocessingml
import { crc32 } from "node:zlib";

const range = (length) => Array.from({ length }, (_, at) => at);

const CHAPTERS = ["Berths", "Dues", "Boats that live aboard", "Nets and catch", "Wardens", "Records"];
const SUBJECTS = ["berth", "mooring", "slipway", "crane", "quay"];
const DUTIES = [
  "The harbour master shall keep every {} open to boats of the town between sunrise and sunset.",
  "Whoever uses a {} shall pay the dues of the table that the council publishes for it each year.",
  "A {} may be closed for as long as its repair takes, and the reason shall be posted beside it.",
];

const paragraph = (chapter, article, nth) => {
  const text = DUTIES[nth].replace("{}", `${SUBJECTS[(article + chapter) % 5]} of class ${chapter + 1}.${article}`);
  return `<paragraph eId="art_${article}__para_${nth + 1}"><num>${nth + 1}.</num><content><p>${text}</p></content></paragraph>`;
};

const article = (chapter, number) =>
  `<article eId="art_${number}"><num>Article ${number}</num><heading>${CHAPTERS[chapter]}, rule ${number}</heading>
   ${range(3).map((nth) => paragraph(chapter, number, nth)).join("\n")}</article>`;

const chapter = (at) =>
  `<chapter eId="chp_${at + 1}"><num>Chapter ${at + 1}</num><heading>${CHAPTERS[at]}</heading>
   ${range(5).map((nth) => article(at, at * 5 + nth + 1)).join("\n")}</chapter>`;

/** Six chapters, thirty articles, ninety paragraphs, in Akoma Ntoso 3. */
export const LAW = {
  name: "harbours.akn.xml",
  mimeType: "application/xml",
  buffer: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="regulation"><meta>
<identification source="#us"><FRBRWork><FRBRuri value="/akn/xx/act/2026/7"/></FRBRWork>
<FRBRExpression><FRBRdate date="2026-05-04" name="adoption"/><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<preface><p>Regulation on small harbours</p></preface><body>${range(6).map(chapter).join("\n")}</body></act></akomaNtoso>`),
};

const LETTER = [
  "Open letter on the Regulation on small harbours",
  "We fish from boats that our families built. Article 6(2) lets the council set dues for every quay of class 2.6 as it likes.",
  "Crews who own one boat would pay as much as a line of ferries. We ask the council to cap the dues for boats under eight metres.",
  "Article 11(3) closes moorings for as long as a repair takes, which leaves those who live aboard without a place to sleep.",
  "That is weaker than Article 4 of the Charter of Harbour Towns, which promises another berth on the same day.",
  "The regulation should be changed before it is adopted.",
  "Crews’ Union of Westhaven",
  "Liveaboards’ Circle",
  "The Net Menders",
  "Net Menders",
  "Friends of the Old Quay",
];

const STATEMENT = `<!doctype html><html lang="en"><head><title>Statement of the Ports Chamber</title></head><body>
<h1>Statement of the Ports Chamber</h1>
<p>The Ports Chamber supports the regulation as it stands.</p>
<p>Article 6(2) is fair: dues follow from what a quay costs, and no crew pays for another.</p>
<p>Nobody asks for more than the table says.</p>
</body></html>`;

const SUBMISSION = `Submission of the Harbour Swimmers

Article 16(1) keeps slipways open to boats alone, from sunrise to sunset.

Swimmers, who have used them for a hundred years, would be sent away. Article 16(1) should be deleted.

We reject the regulation.
`;

/** A zip archive whose files are stored as they are. */
const zip = (files) => {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of files) {
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    locals.push(Buffer.from("PK\x03\x04"), common, Buffer.from(name), data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x00"), common, rest, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + data.length;
  }
  const index = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, index, Buffer.from("PK\x05\x06"), end]);
};

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Paragraphs as a Word document. */
const docx = (paragraphs) => zip([
  ["[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`],
  ["_rels/.rels", `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`],
  ["word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${paragraphs.map((it) => `<w:p><w:r><w:t xml:space="preserve">${it}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`],
]);

/** The statements, each as its authors sent it. */
export const STATEMENTS = {
  letter: {
    name: "open-letter-harbours.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: docx(LETTER),
  },
  statement: { name: "ports-chamber.html", mimeType: "text/html", buffer: Buffer.from(STATEMENT) },
  submission: { name: "harbour_swimmers.txt", mimeType: "text/plain", buffer: Buffer.from(SUBMISSION) },
};
