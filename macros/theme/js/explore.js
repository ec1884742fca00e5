// A chart's form for exploring. Nothing of it is loaded before a reader asks: then Vega comes from our own origin,
// with its own interpreter, because the site's policy forbids code that is made from text.
{
  const runtime = new URL("vega.js", document.currentScript.src);
  const GAP = 12;

  const told = (value) => {
    const list = document.createElement("dl");
    for (const [name, words] of Object.entries(value)) {
      if (!words) continue;
      const term = document.createElement("dt");
      const text = document.createElement("dd");
      term.textContent = name;
      text.textContent = words;
      list.append(term, text);
    }
    return list;
  };

  // Keeps what is told inside the drawing's width, and clear of the pointer.
  const place = (tip, stage, event) => {
    const box = stage.getBoundingClientRect();
    const x = event.clientX - box.left + GAP;
    const above = event.clientY - GAP - tip.offsetHeight;
    const y = above > 0 ? above : event.clientY + GAP;
    tip.style.left = `${Math.max(0, Math.min(x, box.width - tip.offsetWidth))}px`;
    tip.style.top = `${y - box.top}px`;
  };

  const tell = (stage, tip, event, value) => {
    tip.hidden = !value;
    if (!value) return;
    tip.replaceChildren(told(value));
    place(tip, stage, event);
  };

  const draw = async (stage, address) => {
    const [vega, answer] = await Promise.all([import(runtime), fetch(address)]);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const spec = await answer.json();
    const tip = document.createElement("div");
    tip.className = "figure__tip";
    tip.hidden = true;
    const drawing = document.createElement("div");
    stage.replaceChildren(drawing, tip);
    let isTouch = false; // after a touch browsers send a mouse away that was never there
    drawing.addEventListener("pointerover", (event) => {
      isTouch = event.pointerType === "touch";
    });
    const view = new vega.View(vega.parse(spec, null, { ast: true }), {
      container: drawing,
      expr: vega.expressionInterpreter,
      renderer: "svg",
      tooltip: (_handler, event, _item, value) => {
        if (!isTouch) tell(stage, tip, event, value);
      },
    });
    view.addEventListener("click", (event, item) => tell(stage, tip, event, item?.tooltip));
    await view.runAsync();
    return view;
  };

  const show = (figure, button, isExplored) => {
    figure.querySelector(".figure__explored").hidden = !isExplored;
    figure.classList.toggle("figure--explored", isExplored);
    button.setAttribute("aria-pressed", String(isExplored));
  };

  for (const button of document.querySelectorAll("[data-x-explore]")) {
    const figure = button.closest("figure");
    const stage = figure.querySelector(".figure__explored");
    const status = figure.querySelector("[role=status]");
    let view = null;
    let isBusy = false;

    const open = async () => {
      show(figure, button, true); // first, because the drawing takes the width of its place
      view = await draw(stage, button.dataset.xExplore);
      status.textContent = button.dataset.xHint;
    };

    const close = () => {
      view?.finalize();
      view = null;
      stage.replaceChildren();
      show(figure, button, false);
      status.textContent = "";
    };

    button.addEventListener("click", async () => {
      if (isBusy) return;
      isBusy = true;
      try {
        if (view) close();
        else await open();
      } catch {
        close();
        status.textContent = "This form could not be loaded; it needs a web server and does not work from a file.";
      }
      isBusy = false;
    });
  }
}
