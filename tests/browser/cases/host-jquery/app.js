// What scripts of the jQuery years do to the pages that they stand on.
import $ from "jquery";

$(() => {
  $("#place").html('<provision-explorer dataset="/cases/data/bill.json"><p>Static: lanterns, in short.</p></provision-explorer>');
  $("#move").on("click", () => $("#place provision-explorer").detach().appendTo("#elsewhere"));
  $("#copy").on("click", () => $("provision-explorer").clone(true).appendTo("#place"));
});
$(document)
  .on("click", "a, button, summary, .tab", () => {})
  .on("click keydown keyup input change", (event) => event.stopPropagation());
