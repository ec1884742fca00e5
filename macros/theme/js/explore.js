// Charts to explore: Vega draws the same chart, and the number that a reader points at, touches or steps to is
// described below it. Vega is loaded when a reader asks, from our own origin, with its interpreter, since the site's
// policy forbids code that is made from text.
{
  const runtime = new URL("vega.js", document.currentScript.src);
  const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -Infinity, End: Infinity };
  const EDGE = 60; // pixels between a number that was stepped to and the edge of the window

  const draw = async (stage, address) => {
    const [vega, answer] = await Promise.all([import(runtime), fetch(address)]);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const drawing = element("div");
    stage.replaceChildren(drawing);
    const spec = vega.parse(await answer.json(), null, { ast: true });
    const options = { container: drawing, expr: vega.expressionInterpreter, renderer: "svg", hover: false };
    return new vega.View(spec, options).runAsync();
  };

  // Returns an element for each name and text of the details of a mark.
  const parts = (details) =>
    Object.entries(details).map(([name, text]) => {
      const part = element("span");
      part.append(element("b", { textContent: name }), ` ${text} `);
      return part;
    });

  // Returns where the plot starts in the window, and how many pixels of the drawing one pixel of the window is.
  const scaled = (stage, view) => {
    const svg = stage.querySelector("svg");
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / width;
    const [x, y] = view.origin();
    const room = view.padding();
    return { left: left + (x + room.left) / scale, top: top + (y + (room.top ?? 0)) / scale, scale };
  };

  // Returns where marks and labels of rows are in the plot: boxes of [index of the row, left, top, right, bottom].
  const boxes = (group, rows, left = 0, top = 0) =>
    group.items.flatMap((mark) =>
      mark.items.flatMap((item) => {
        if (mark.marktype === "group") return boxes(item, rows, left + (item.x || 0), top + (item.y || 0));
        const index = rows.findIndex((row) => row.id && row.id === item.datum?.id);
        const isBox = ["rect", "symbol", "text"].includes(mark.marktype); // of a line only its start is near
        const { x1, y1, x2, y2 } = isBox ? item.bounds : { x1: item.x, y1: item.y, x2: item.x, y2: item.y };
        return index < 0 ? [] : [[index, left + x1, top + y1, left + x2, top + y2]];
      }),
    );

  // Returns the index of the row whose mark or label is nearest to a pointer.
  const nearest = (event, stage, view, places) => {
    const { left, top, scale } = scaled(stage, view);
    const x = (event.clientX - left) * scale;
    const y = (event.clientY - top) * scale;
    const far = ([, x1, y1, x2, y2]) => Math.hypot(Math.max(x1 - x, 0, x - x2), Math.max(y1 - y, 0, y - y2));
    return places.reduce((best, place) => (far(place) < far(best) ? place : best))[0];
  };

  for (const button of document.querySelectorAll("[data-x-explore]")) {
    const figure = button.closest("figure");
    const [stage, details, status] = ["explored", "details", "tools [role=status]"].map((name) =>
      figure.querySelector(`.x-figure__${name}`),
    );
    const drawings = figure.querySelectorAll(".x-figure__drawing");
    const word = button.firstChild; // the title of the chart follows it, for who hears the button
    const name = word.data;
    let view = null;
    let rows = [];
    let places = [];
    let at = -1;
    let isBusy = false;

    const show = (isExplored) => {
      for (const one of drawings) one.hidden = (one === stage) !== isExplored;
      button.ariaPressed = isExplored;
      word.data = isExplored ? button.dataset.xBack : name;
    };

    const pick = (index) => {
      if (!view || index === at) return;
      at = index;
      details.hidden = false;
      details.replaceChildren(...parts(rows[at].told));
      view.signal("picked", rows[at]).runAsync();
    };

    const open = async () => {
      const isNarrow = figure.querySelector(".x-figure__drawing--narrow").offsetWidth > 0;
      view = await draw(stage, `${button.dataset.xExplore}.${isNarrow ? "narrow" : "wide"}.json`);
      rows = view.data("rows").filter((row) => row.told);
      places = boxes(view.scenegraph().root.items[0], rows);
      show(true);
      details.classList.toggle("x-figure__details--in-sight", stage.offsetHeight > innerHeight * 0.7);
      status.textContent = button.dataset.xHint;
      stage.focus({ preventScroll: true });
    };

    const close = (words = "") => {
      view?.finalize();
      view = null;
      at = -1;
      stage.replaceChildren();
      details.hidden = true;
      details.replaceChildren();
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
      stage.addEventListener(kind, (event) => {
        if (!view) return;
        pick(nearest(event, stage, view, places));
        if (kind === "pointerdown") details.scrollIntoView({ block: "nearest" });
      });
    }

    stage.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        close();
        button.focus();
      } else if (event.key in STEPS && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        pick(Math.max(0, Math.min(at + STEPS[event.key], rows.length - 1)));
        details.scrollIntoView({ block: "nearest" });
        const { top, scale } = scaled(stage, view);
        const [, , y1 = 0] = places.find(([index]) => index === at) ?? [];
        const y = top + y1 / scale;
        if (y < EDGE || y > innerHeight - details.offsetHeight - EDGE) scrollBy(0, y - innerHeight / 2);
      }
    });
  }
}
