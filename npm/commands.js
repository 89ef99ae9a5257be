// The commands, as WebAssembly, and where what ships with them stands.
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
let loaded;

/** The module; compiled when it is first asked for. */
export const commands = () => (loaded ??= require("./commands/newsroom.cjs"));
/** The package's folder. */
export const home = `${dirname(fileURLToPath(import.meta.url))}/`.replaceAll("\\", "/");
