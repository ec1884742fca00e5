// Filters of the timeline. Their state is in the address, so that a selection can be shared.
for (const timeline of document.querySelectorAll("[data-x-timeline]")) {
  const form = timeline.querySelector("form");
  const selects = [...form.querySelectorAll("select")];
  const facets = selects.filter((select) => !["since", "until"].includes(select.name));
  const years = [...timeline.querySelectorAll(".x-year")];
  for (const option of form.querySelectorAll("option")) option.dataset.label = option.text;
  for (const name of ["since", "until"]) {
    form.elements[name].append(...years.map((year) => new Option(year.dataset.year)));
  }
  const events = years.flatMap((year) =>
    [...year.querySelectorAll(".x-event")].map((node) => ({
      node,
      year: Number(year.dataset.year),
      tags: new Set(node.dataset.tags.trim().split(" ")),
    })),
  );

  const chosen = () => Object.fromEntries(new FormData(form));

  const matches = (event, choice, ignored) =>
    (!choice.since || event.year >= Number(choice.since)) &&
    (!choice.until || event.year <= Number(choice.until)) &&
    facets.every(
      ({ name }) => name === ignored || !choice[name] || event.tags.has(`${name}:${choice[name]}`),
    );

  // Shows at each option how many events it would leave, with the other filters as they are.
  const recount = (choice) => {
    for (const select of facets) {
      const counts = new Map();
      for (const event of events) {
        if (!matches(event, choice, select.name)) continue;
        for (const tag of event.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
      }
      for (const option of select.options) {
        if (!option.value) continue;
        const count = counts.get(`${select.name}:${option.value}`) ?? 0;
        option.textContent = `${option.dataset.label} (${count})`;
        option.disabled = count === 0 && !option.selected;
      }
    }
  };

  const apply = () => {
    const choice = chosen();
    let shown = 0;
    for (const event of events) {
      event.node.hidden = !matches(event, choice, null);
      shown += !event.node.hidden;
    }
    for (const year of years) {
      year.dataset.events = year.querySelectorAll(".x-event:not([hidden])").length; // CSS takes its height from this
      year.hidden = year.dataset.events === "0";
    }
    recount(choice);
    form.querySelector("[role=status]").textContent =
      shown === events.length ? `All ${shown} events` : `${shown} of ${events.length} events`;
  };

  const toAddress = () => {
    const address = new URL(location);
    for (const [name, value] of Object.entries(chosen())) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  };

  const restore = () => {
    const wanted = new URL(location).searchParams;
    for (const select of selects) {
      select.value = wanted.get(select.name) ?? "";
      if (!select.value) select.value = ""; // there is no such option
    }
    apply();
  };

  form.addEventListener("change", () => {
    toAddress();
    apply();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects) select.value = "";
    toAddress();
    apply();
  });
  addEventListener("popstate", restore);
  restore();
  // A link to one event or year shows it, whatever the filters say.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.closest("[hidden]")) {
      form.reset();
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();
}
