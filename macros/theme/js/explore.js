// A chart's form for exploring: the same chart, drawn by Vega, which tells beside it what a reader points at, touches or
// steps to. Nothing of it is loaded before a reader asks: then Vega comes from our own origin, with its own interpreter,
// because the site's policy forbids code that is made from text.
{
  const runtime = new URL("vega.js", document.currentScript.src);
  const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity };

  const draw = async (stage, address) => {
    const [vega, answer] = await Promise.all([import(runtime), fetch(address)]);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const drawing = document.createElement("div");
    stage.replaceChildren(drawing);
    const spec = vega.parse(await answer.json(), null, { ast: true });
    const options = { container: drawing, expr: vega.expressionInterpreter, renderer: "svg", hover: false };
    return new vega.View(spec, options).runAsync();
  };

  const list = (told) => {
    const words = document.createElement("dl");
    for (const [name, text] of Object.entries(told)) {
      const pair = document.createElement("div");
      pair.append(document.createElement("dt"), document.createElement("dd"));
      pair.firstChild.textContent = name;
      pair.lastChild.textContent = text;
      words.append(pair);
    }
    return words;
  };

  // Returns the number whose mark or words are nearest to a pointer; the drawing may be scaled to its place.
  const nearest = (event, stage, view, rows) => {
    const svg = stage.querySelector("svg");
    const box = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / box.width;
    const [left, top] = view.origin();
    const x = (event.clientX - box.left) * scale - left;
    const y = (event.clientY - box.top) * scale - top;
    const from = ([across, down]) => Math.hypot((across ?? x) - x, down - y);
    const far = (row) => Math.min(...[[row.px, row.py], row.label].filter(Array.isArray).map(from));
    return rows.reduce((best, row) => (far(row) < far(best) ? row : best));
  };

  for (const button of document.querySelectorAll("[data-x-explore]")) {
    const figure = button.closest("figure");
    const [stage, told, status] = ["explored", "told", "tools [role=status]"].map((name) =>
      figure.querySelector(`.figure__${name}`),
    );
    const name = button.textContent;
    let view = null;
    let rows = [];
    let at = -1;
    let isBusy = false;

    const show = (isExplored) => {
      stage.hidden = !isExplored;
      figure.classList.toggle("figure--explored", isExplored);
      button.setAttribute("aria-pressed", String(isExplored));
      button.textContent = isExplored ? button.dataset.xBack : name;
    };

    const pick = (index) => {
      if (!view || index === at) return;
      at = index;
      told.hidden = false;
      told.replaceChildren(list(rows[at].told));
      view.signal("picked", rows[at]).runAsync();
    };

    const open = async () => {
      const isNarrow = figure.querySelector(".figure__drawing--narrow").offsetWidth > 0;
      view = await draw(stage, `${button.dataset.xExplore}.${isNarrow ? "narrow" : "wide"}.json`);
      rows = view.data("rows").filter((row) => row.told);
      show(true);
      status.textContent = button.dataset.xHint;
      stage.focus({ preventScroll: true });
    };

    const close = (words = "") => {
      view?.finalize();
      view = null;
      at = -1;
      stage.replaceChildren();
      told.hidden = true;
      told.replaceChildren();
      show(false);
      status.textContent = words;
    };

    button.addEventListener("click", async () => {
      if (isBusy) return;
      isBusy = true;
      try {
        if (view) close();
        else await open();
      } catch {
        close(button.dataset.xFailed);
      }
      isBusy = false;
    });

    for (const kind of ["pointermove", "pointerdown"]) {
      stage.addEventListener(kind, (event) => view && pick(rows.indexOf(nearest(event, stage, view, rows))));
    }

    stage.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        close();
        button.focus();
      } else if (event.key in STEPS && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        pick(Math.max(0, Math.min(at + STEPS[event.key], rows.length - 1)));
      }
    });
  }
}
