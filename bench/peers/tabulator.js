// The provisions in a table by Tabulator, which draws the rows in sight alone.
import "./explorer.css";
import "tabulator-tables/dist/css/tabulator_simple.css";
import { FilterModule, InteractionModule, SortModule, Tabulator } from "tabulator-tables";

import { start } from "./core.js";
import { COLUMNS, body, frame, rowsOf } from "./table.js";

Tabulator.registerModule([FilterModule, InteractionModule, SortModule]);

start((law) => {
  const { place, filters, count, onGroups } = frame(law);
  const search = Object.assign(document.createElement("input"), { type: "search", ariaLabel: "Search" });
  filters.append(search);
  const rows = rowsOf(law);
  const table = new Tabulator(place, {
    data: rows,
    height: "40em",
    layout: "fitColumns",
    columns: COLUMNS.map(([field, title]) => ({ field, title, formatter: "plaintext" })),
  });
  let bears = () => true;
  const textOf = (it) => (it.small ??= COLUMNS.map(([field]) => it[field]).join("\n").toLowerCase());
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/);
    table.setFilter((it) => bears(it) && words.every((word) => textOf(it).includes(word)));
  };
  onGroups((next) => {
    bears = next;
    filter();
  });
  search.addEventListener("input", filter);
  table.on("dataFiltered", (_, chosen) => count(chosen.length));
  table.on("tableBuilt", () => count(rows.length));
  table.on("rowClick", (_, row) => {
    const element = row.getElement();
    const there = element.querySelector(".body");
    if (there) there.remove();
    else element.append(body(row.getData()));
    row.normalizeHeight();
  });
});
