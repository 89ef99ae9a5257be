// No bundler: the files are copied as they are, and the page names the loader.
const files = "node_modules/provision-explorer";

export default (config) => {
  for (const name of ["provision-explorer.js", "assets", "data"]) {
    config.addPassthroughCopy({ [`${files}/${name}`]: `explorer/${name}` });
  }
};
