// The loader for bundlers, which becomes `index.js` of the npm package. Whoever imports it wants the
// elements and no names.
import "./provision-explorer.js";
