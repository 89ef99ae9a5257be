import { createSSRApp, h, ref } from "vue";

const Story = {
  setup() {
    const [order, shown, renders, ready, opened] = [["bill", "charter"], true, 0, 0, "nothing"].map((it) => ref(it));
    const button = (name, onClick) => h("button", { type: "button", onClick }, name);
    return () => h("main", [
      h("h1", "A page that Vue renders"),
      button("Render again", () => { renders.value += 1; }),
      button("Reorder", () => { order.value = order.value.toReversed(); }),
      button("Take out, put back", () => { shown.value = !shown.value; }),
      h("p", `Ready: ${ready.value}. Opened: ${opened.value}.`),
      h("div", (shown.value ? order.value : []).map((name) => h("provision-explorer", {
        key: name,
        id: name,
        dataset: `/cases/data/${name}.json`,
        options: { heading: `Rendered ${renders.value} times`, highlight: ["1"] },
        "on:provision-explorer:ready": () => { ready.value += 1; },
        "on:provision-explorer:select": ({ detail }) => { opened.value = detail.id; },
      }, [h("p", "Static: in short.")]))),
    ]);
  },
};

// As a server has rendered it.
createSSRApp(Story).mount("#app");
