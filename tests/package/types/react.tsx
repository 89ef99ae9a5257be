// A story in React's JSX; a line after `@ts-expect-error` must be refused. A name with a hyphen that
// nobody has declared is let through by the compiler, whatever the types say.
import "provision-explorer/react";
import type { ProvisionExplorerElement } from "provision-explorer/react";

const law = { schema_version: 2 };
let shown: ProvisionExplorerElement | null = null;

export const story = (
  <article className="story">
    <p>Article <provision-ref to="28(4)" theme="dark">28(4)</provision-ref></p>
    <provision-explorer
      ref={(element) => { shown = element; }}
      className="wide" highlight="28(4), 24" view="matrix" only heading-level={3} deep-links={true}
      dataset={law} options={{ notes: { "28(4)": "Both documents cite it." } }}
      onprovision-explorer:select={({ detail }) => console.log(detail.citation, shown?.options?.view)}
    >
      <p>Article 28(4) could be used …</p>
    </provision-explorer>
  </article>
);

export const wrong = [
  // @ts-expect-error no such view
  <provision-explorer view="table" />,
  // @ts-expect-error no such attribute
  <provision-explorer highlights="28(4)" />,
  // @ts-expect-error no such level
  <provision-explorer heading-level={1} />,
  // @ts-expect-error no such option
  <provision-explorer options={{ "heading-level": 3 }} />,
  // @ts-expect-error no such field of that event
  <provision-explorer onprovision-explorer:select={({ detail }) => console.log(detail.query)} />,
  // @ts-expect-error a mention has no such attribute
  <provision-ref view="matrix" />,
  // @ts-expect-error no such element
  <provision-explorers />,
];
