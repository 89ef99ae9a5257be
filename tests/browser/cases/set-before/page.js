// A classic script: it runs before any module.
const explorer = document.querySelector("provision-explorer");
explorer.options = { heading: "Set before", highlight: ["3"] };
