addEventListener("DOMContentLoaded", () => {
  document.getElementById("open").addEventListener("click", () => { document.getElementById("panel").hidden = false; });
});
