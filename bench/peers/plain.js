// The explorer in plain JavaScript: markup as text, one listener a part.
import "./explorer.css";
import { VIEWS, cap, countLine, host, NOTHING, numbers, select, start, toggled } from "./core.js";

const safe = (text) => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);
const each = (list, draw) => list.map(draw).join("");

const choices = (legend, name, labels) => `<details class="fold"><summary>${legend}</summary><fieldset>${each(labels, (label, at) =>
  `<label class="choice"><input type="checkbox" data-${name}="${at}"> <span>${safe(label)}</span> <span class="number"></span></label>`)}</fieldset></details>`;

const card = (it) => `<article id="${it.id}"><details><summary><h3><span>${safe(it.citation)}</span> <span>${safe(it.heading)}</span></h3></summary></details><p>${safe(it.summary)}</p><p>${numbers(it)}</p></article>`;

const body = (it) => `<div class="body">${each(it.concerns, ({ title, summary, quote, source, groups }) =>
  `<section><h4>${safe(title)}</h4><p>${safe(summary)}</p><p>${groups.map(safe).join(", ")}</p><blockquote>${safe(quote)}</blockquote><p>${safe(source)}</p></section>`)}<p>${it.names.map(safe).join(", ")}</p></div>`;

const table = (law, rows) => `<table><thead><tr><th></th>${each(law.groups, (label) => `<th>${safe(label)}</th>`)}</tr></thead><tbody>${each(rows, (it) =>
  `<tr><th>${safe(it.citation)}</th>${each(it.cells, (count) => `<td>${count || ""}</td>`)}</tr>`)}</tbody></table>`;

start((law) => {
  let [state, view, shown] = [NOTHING, 0, cap];
  const byId = new Map(law.provisions.map((it) => [it.id, it]));
  const opened = new Set();
  host.innerHTML = `<section class="explorer"><h2>${safe(law.title)}</h2><div class="filters">${choices("I am", "group", law.groups)}${choices("Raised by", "source", law.sources)}<input type="search" aria-label="Search"></div><div class="switch">${each(VIEWS, (name, at) =>
    `<button type="button" data-view="${at}">${name}</button>`)}</div><p role="status"></p><div class="view"></div></section>`;
  const part = (selector) => host.querySelector(selector);
  const numbersOf = (name) => [...host.querySelectorAll(`[data-${name}]`)].map((it) => it.parentElement.querySelector(".number"));
  const [groupNumbers, sourceNumbers] = [numbersOf("group"), numbersOf("source")];

  const draw = () => {
    const { chosen, byGroup, bySource } = select(law, state);
    byGroup.forEach((count, at) => { groupNumbers[at].textContent = count; });
    bySource.forEach((count, at) => { sourceNumbers[at].textContent = count; });
    part("[role=status]").textContent = countLine(chosen, law);
    for (const button of host.querySelectorAll(".switch button")) {
      button.ariaCurrent = Number(button.dataset.view) === view ? "true" : null;
    }
    const rows = chosen.slice(0, shown);
    const more = rows.length < chosen.length ? `<button type="button" class="more">Show 100 more</button>` : "";
    part(".view").innerHTML = [
      () => each(rows, card),
      () => `<ul>${each(law.groups, (label, at) => `<li>${safe(label)} <span>${byGroup[at]}</span></li>`)}</ul>`,
      () => table(law, rows),
    ][view]() + (view === 1 ? "" : more);
    if (view === 0) opened.forEach((id) => unfold(id));
  };
  const unfold = (id) => {
    const details = part(`[id="${id}"] details`);
    if (!details) return;
    details.insertAdjacentHTML("beforeend", body(byId.get(id)));
    details.open = true;
  };
  const change = (next) => {
    [state, shown] = [{ ...state, ...next }, cap];
    draw();
  };
  host.addEventListener("input", ({ target }) => {
    if (target.type === "search") change({ query: target.value });
  });
  host.addEventListener("change", ({ target: { dataset: { group, source } } }) => {
    if (group) change({ groups: toggled(state.groups, Number(group)) });
    if (source) change({ sources: toggled(state.sources, Number(source)) });
  });
  host.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.view) {
      view = Number(button.dataset.view);
      draw();
    } else if (button) {
      shown += 100;
      draw();
    }
    const head = event.target.closest("article summary");
    if (!head) return;
    event.preventDefault();
    const { id } = head.closest("article");
    if (opened.delete(id)) {
      part(`[id="${id}"] .body`).remove();
      part(`[id="${id}"] details`).open = false;
    } else {
      opened.add(id);
      unfold(id);
    }
  });
  draw();
});
