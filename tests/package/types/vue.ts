// What Vue's templates may set; a line after `@ts-expect-error` must be refused. Vue's own tools turn a
// template into such objects: `@provision-explorer:select` becomes `onProvisionExplorer:select`.
import "provision-explorer/vue";
import type { GlobalComponents } from "vue";

type Explorer = InstanceType<GlobalComponents["provision-explorer"]>["$props"];
type Mention = InstanceType<GlobalComponents["provision-ref"]>["$props"];

export const right: Explorer = {
  class: "wide", highlight: "28(4), 24", view: "matrix", only: true, "heading-level": 3,
  options: { deepLinks: true },
  "onProvisionExplorer:select": ({ detail }) => console.log(detail.open),
};
export const mention: Mention = { to: "28(4)" };

// @ts-expect-error no such view
export const view: Explorer = { view: "table" };
// @ts-expect-error no such attribute
export const attribute: Explorer = { highlights: "28(4)" };
// @ts-expect-error no such option
export const option: Explorer = { options: { highlights: "28(4)" } };
// @ts-expect-error no such event
export const event: Explorer = { "onProvisionExplorer:open": () => {} };
// @ts-expect-error no such field of that event
export const field: Explorer = { "onProvisionExplorer:select": ({ detail }) => console.log(detail.query) };
// @ts-expect-error a mention has no such attribute
export const other: Mention = { view: "matrix" };
