// A build step; a line after `@ts-expect-error` must be refused.
import { check, findMentions, prerender } from "provision-explorer/node";

const { sound, problems } = check({ schema_version: 2 });
const { marked, mentions: [first] } = findMentions("Article 28(4) says", { html: true });
const html: string = prerender({ options: { view: "matrix" }, as: "twin" });
console.log(sound, problems.join(), marked, first.provisions, html);
// @ts-expect-error no such option
prerender({ options: { views: "matrix" } });
// @ts-expect-error a law is a text or an object
check(28);
