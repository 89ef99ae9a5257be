// The provisions in a table by DataTables, with its own search and pages.
import "./explorer.css";
import DataTable from "datatables.net";

import { start } from "./core.js";
import { COLUMNS, body, frame, rowsOf } from "./table.js";

start((law) => {
  const { place, count, onGroups } = frame(law);
  const table = document.createElement("table");
  place.append(table);
  const rows = rowsOf(law);
  const shown = new DataTable(table, {
    data: rows,
    columns: COLUMNS.map(([data, title]) => ({ data, title, render: DataTable.render.text() })),
    deferRender: true,
    drawCallback() {
      count(this.api().rows({ search: "applied" }).count());
    },
  });
  onGroups((bears) => shown.search.fixed("groups", (_, data) => bears(data)).draw());
  table.tBodies[0].addEventListener("click", ({ target }) => {
    const row = shown.row(target.closest("tr"));
    if (!row.data()) return;
    if (row.child.isShown()) row.child.hide();
    else row.child(body(row.data())).show();
  });
});
