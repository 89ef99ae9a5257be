// The explorer in Preact: components, and rows that are drawn again only where they changed.
import "./explorer.css";
import { Component, render } from "preact";
import { useMemo, useState } from "preact/hooks";

import { VIEWS, cap, countLine, host, NOTHING, numbers, select, start, toggled } from "./core.js";

const Choices = ({ legend, labels, counts, chosen, toggle }) => (
  <details class="fold">
    <summary>{legend}</summary>
    <fieldset>
      {labels.map((label, at) => (
        <label class="choice" key={at}>
          <input type="checkbox" checked={chosen.has(at)} onChange={() => toggle(at)} /> <span>{label}</span>{" "}
          <span class="number">{counts[at]}</span>
        </label>
      ))}
    </fieldset>
  </details>
);

const Body = ({ it }) => (
  <div class="body">
    {it.concerns.map(({ title, summary, quote, source, groups }) => (
      <section>
        <h4>{title}</h4>
        <p>{summary}</p>
        <p>{groups.join(", ")}</p>
        <blockquote>{quote}</blockquote>
        <p>{source}</p>
      </section>
    ))}
    <p>{it.names.join(", ")}</p>
  </div>
);

class Card extends Component {
  shouldComponentUpdate(next) {
    return next.it !== this.props.it || next.open !== this.props.open;
  }

  render({ it, open, toggle }) {
    const tapped = (event) => {
      event.preventDefault();
      toggle(it.id);
    };
    return (
      <article id={it.id}>
        <details open={open}>
          <summary onClick={tapped}><h3><span>{it.citation}</span> <span>{it.heading}</span></h3></summary>
          {open && <Body it={it} />}
        </details>
        <p>{it.summary}</p>
        <p>{numbers(it)}</p>
      </article>
    );
  }
}

class Row extends Component {
  shouldComponentUpdate(next) {
    return next.it !== this.props.it;
  }

  render({ it }) {
    return <tr><th>{it.citation}</th>{it.cells.map((count) => <td>{count || ""}</td>)}</tr>;
  }
}

const Matrix = ({ law, rows }) => (
  <table>
    <thead><tr><th />{law.groups.map((label) => <th>{label}</th>)}</tr></thead>
    <tbody>{rows.map((it) => <Row key={it.id} it={it} />)}</tbody>
  </table>
);

const Explorer = ({ law }) => {
  const [state, setState] = useState(NOTHING);
  const [view, setView] = useState(0);
  const [shown, setShown] = useState(cap);
  const [open, setOpen] = useState(new Set());
  const { chosen, byGroup, bySource } = useMemo(() => select(law, state), [law, state]);
  const change = (next) => {
    setShown(cap);
    setState((now) => ({ ...now, ...next(now) }));
  };
  const toggle = (id) => setOpen((now) => toggled(now, id));
  const rows = shown < chosen.length ? chosen.slice(0, shown) : chosen;
  return (
    <section class="explorer">
      <h2>{law.title}</h2>
      <div class="filters">
        <Choices legend="I am" labels={law.groups} counts={byGroup} chosen={state.groups} toggle={(at) => change(({ groups }) => ({ groups: toggled(groups, at) }))} />
        <Choices legend="Raised by" labels={law.sources} counts={bySource} chosen={state.sources} toggle={(at) => change(({ sources }) => ({ sources: toggled(sources, at) }))} />
        <input type="search" aria-label="Search" value={state.query} onInput={({ target }) => change(() => ({ query: target.value }))} />
      </div>
      <div class="switch">
        {VIEWS.map((name, at) => <button type="button" aria-current={at === view ? "true" : undefined} onClick={() => setView(at)}>{name}</button>)}
      </div>
      <p role="status">{countLine(chosen, law)}</p>
      <div class="view">
        {view === 0 && rows.map((it) => <Card key={it.id} it={it} open={open.has(it.id)} toggle={toggle} />)}
        {view === 1 && <ul>{law.groups.map((label, at) => <li>{label} <span>{byGroup[at]}</span></li>)}</ul>}
        {view === 2 && <Matrix law={law} rows={rows} />}
        {view !== 1 && rows.length < chosen.length && <button type="button" class="more" onClick={() => setShown(shown + 100)}>Show 100 more</button>}
      </div>
    </section>
  );
};

start((law) => render(<Explorer law={law} />, host));
