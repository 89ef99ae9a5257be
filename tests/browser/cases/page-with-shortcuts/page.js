// As many pages do: keys count unless somebody is typing into a field, judged by the event's target.
const pressed = document.querySelector("#pressed");

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (["j", "k", "s", "ArrowRight"].includes(event.key)) pressed.append(event.key);
});
