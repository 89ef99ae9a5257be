#!/usr/bin/env node
// The command. All that it says and decides is the module's; a server alone is Node's.
import { commands, home } from "../commands.js";

const done = commands().run(process.argv.slice(2).map((it) => (process.platform === "win32" ? it.replaceAll("\\", "/") : it)), home);
process.stdout.write(done.out);
process.exitCode = done.code;
if (done.folder !== undefined) {
  const { serve } = await import("./serve.js");
  await serve(done.folder, done.port);
}
