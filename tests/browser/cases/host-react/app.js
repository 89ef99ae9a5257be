import { createElement as h, useEffect, useState } from "react";
import { hydrateRoot } from "react-dom/client";

const Story = () => {
  const [order, setOrder] = useState(["bill", "charter"]);
  const [shown, setShown] = useState(true);
  const [renders, setRenders] = useState();
  const [ready, setReady] = useState(0);
  const [opened, setOpened] = useState("nothing");
  // While React takes over what a server rendered, it hands over no property.
  useEffect(() => setRenders(0), []);
  const button = (name, onClick) => h("button", { key: name, type: "button", onClick }, name);
  return h("main", null, [
    h("h1", { key: "title" }, "A page that React renders"),
    button("Render again", () => setRenders((it) => it + 1)),
    button("Reorder", () => setOrder((it) => it.toReversed())),
    button("Take out, put back", () => setShown((it) => !it)),
    h("p", { key: "told" }, `Ready: ${ready}. Opened: ${opened}.`),
    ...(shown ? order : []).map((name) => h("provision-explorer", {
      key: name,
      id: name,
      dataset: `/cases/data/${name}.json`,
      options: renders === undefined ? undefined : { heading: `Rendered ${renders} times`, highlight: ["1"] },
      "onprovision-explorer:ready": () => setReady((it) => it + 1),
      "onprovision-explorer:select": ({ detail }) => setOpened(detail.id),
    }, h("p", null, "Static: in short."))),
  ]);
};

// As a server has rendered it.
hydrateRoot(document.getElementById("app"), h(Story));
