// Hears each event before anybody else, and lets it pass.
window.heard = 0;
for (const event of ["click", "input", "keydown", "pointerdown", "change"]) {
  window.addEventListener(event, () => { window.heard += 1; }, { capture: true });
}
