// What Svelte's templates may set; a line after `@ts-expect-error` must be refused. Svelte's own tools
// turn a template into such objects.
import "provision-explorer/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Explorer = SvelteHTMLElements["provision-explorer"];

export const right: Explorer = {
  class: "wide", highlight: "28(4), 24", view: "matrix", "heading-level": "3",
  options: { deepLinks: true, only: true },
  "onprovision-explorer:filter": ({ detail }) => console.log(detail.query),
  "on:provision-explorer:ready": ({ detail }) => console.log(detail.provisions),
};
export const mention: SvelteHTMLElements["provision-ref"] = { to: "28(4)", theme: "light" };

// @ts-expect-error no such view
export const view: Explorer = { view: "table" };
// @ts-expect-error no such attribute
export const attribute: Explorer = { highlights: "28(4)" };
// @ts-expect-error Svelte takes it for a listener
export const only: Explorer = { only: true };
// @ts-expect-error no such option
export const option: Explorer = { options: { highlights: "28(4)" } };
// @ts-expect-error no such event
export const event: Explorer = { "onprovision-explorer:open": () => {} };
// @ts-expect-error no such field of that event
export const field: Explorer = { "onprovision-explorer:filter": ({ detail }) => console.log(detail.citation) };
// @ts-expect-error a mention has no such attribute
export const other: SvelteHTMLElements["provision-ref"] = { view: "matrix" };
