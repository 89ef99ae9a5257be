// The explorer in Svelte.
import "./explorer.css";
import { mount } from "svelte";

import Explorer from "./Explorer.svelte";
import { host, start } from "./core.js";

start((law) => mount(Explorer, { target: host, props: { law } }));
