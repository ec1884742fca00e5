// Filters of the timeline, which its picture follows. Their state is in the address, so that a selection can be shared.
for (const timeline of document.querySelectorAll("[data-x-timeline]")) {
  const form = timeline.querySelector("form");
  const fields = form.elements;
  const facets = ["category", "lane", "actor", "statute", "source"].filter((name) => fields[name]);
  const names = [...facets, "since", "until", "words"];
  const bars = [...timeline.querySelectorAll(".x-strip__bar")];
  const links = new Map(
    [...timeline.querySelectorAll(".x-lane a, .x-jumps a")].map((link) => [link.getAttribute("href"), link]),
  );
  const events = [...timeline.querySelectorAll(".x-event")].map((node) => ({
    node,
    dot: links.get(`#${node.id}`),
    isKey: !node.matches(".x-event--more"),
    year: Number(node.dataset.year),
    bar: Number(node.dataset.bar),
    tags: new Set(node.dataset.tags.trim().split(" ")),
  }));
  const chapters = [...timeline.querySelectorAll(".x-year")].map((node) => ({
    node,
    link: links.get(`#${node.querySelector("h2").id}`),
    events: events.filter((event) => node.contains(event.node)),
  }));
  const perBar = (some) => {
    const counts = bars.map(() => 0);
    for (const event of some) counts[event.bar] += 1;
    return counts;
  };
  const highest = Math.max(...perBar(events));
  const first = fields.show ? "key" : "all";
  const options = [...form.querySelectorAll("option")];
  for (const option of options) option.dataset.label = option.text;
  for (const name of ["since", "until"]) {
    const years = [...new Set(events.map(({ year }) => year))];
    const label = (year) => (year > 99 ? year : year > 0 ? _("%(year)s CE", { year }) : _("%(year)s BCE", { year: 1 - year }));
    fields[name].append(...years.map((year) => new Option(label(year), year)));
  }

  // Makes a choice; the first of all where there is no such.
  const set = (name, value) => {
    const field = fields[name];
    if (field instanceof RadioNodeList) {
      const choice = [...field].find((one) => one.value === value) ?? field[0];
      choice.checked = true;
    } else if (field) {
      field.value = value;
      if (field.options && field.selectedIndex < 0) field.selectedIndex = 0;
    }
  };

  // The choice of each filter; a time that ends before it starts is turned round.
  const chosen = () => {
    const { since, until } = fields;
    if (since.value && until.value && Number(since.value) > Number(until.value)) {
      [since.value, until.value] = [until.value, since.value];
    }
    return Object.fromEntries(names.map((name) => [name, fields[name].value.trim()]));
  };

  const says = (event, words) => {
    event.text ??= event.node.textContent.toLowerCase();
    return hasAll(event.text, lowerWords(words));
  };

  const matches = (event, choice, ignored) =>
    (!choice.since || event.year >= Number(choice.since)) &&
    (!choice.until || event.year <= Number(choice.until)) &&
    facets.every((name) => name === ignored || !choice[name] || event.tags.has(`${name}:${choice[name]}`)) &&
    (!choice.words || says(event, choice.words));

  // Shows at each choice how many events it would leave, with the other filters as they are.
  const recount = (choice) => {
    for (const name of facets) {
      const counts = new Map();
      for (const event of events) {
        if (!matches(event, choice, name)) continue;
        for (const tag of event.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
      }
      for (const one of fields[name].options ?? fields[name]) {
        if (!one.value) continue;
        const count = counts.get(`${name}:${one.value}`) ?? 0;
        if (one.dataset.label) one.textContent = `${one.dataset.label} (${count})`;
        else one.parentElement.querySelector("span").textContent = count;
        one.disabled = count === 0 && one.value !== choice[name];
      }
    }
  };

  const summary = (shown, show, isNarrowed) => {
    if (!shown.length) return _("No event matches.");
    const all = events.length;
    if (isNarrowed) return ngettext("%(num)s of %(all)s events", "%(num)s of %(all)s events", shown.length, { all });
    if (show !== "key") return ngettext("%(num)s event in all", "All %(num)s events", all);
    return ngettext("%(num)s key event of %(all)s", "%(num)s key events of %(all)s", shown.length, { all });
  };

  const apply = () => {
    const choice = chosen();
    const show = fields.show?.value ?? "all";
    const isNarrowed = names.some((name) => choice[name]);
    const found = events.filter((event) => matches(event, choice, null));
    const shown = found.filter((event) => show === "all" || event.isKey);
    const [isFound, isShown] = [new Set(found), new Set(shown)];
    if (timeline.dataset.xShow !== show) timeline.dataset.xShow = show; // setting it costs a look at every event
    for (const event of events) {
      event.node.hidden = !isFound.has(event);
      event.dot?.classList.toggle("x-dim", !isFound.has(event));
    }
    for (const { node, link, events } of chapters) {
      const count = events.filter((event) => isFound.has(event)).length;
      node.hidden = count === 0;
      node.dataset.events = events.filter((event) => isShown.has(event)).length; // CSS takes its height from this
      node.classList.toggle("x-year--more", node.dataset.events === "0");
      if (link) {
        link.hidden = node.hidden;
        link.querySelector("span").textContent = count;
      }
    }
    perBar(found).forEach((count, number) => {
      const height = Math.ceil((100 * count) / highest);
      bars[number].setAttribute("height", height);
      bars[number].setAttribute("y", 100 - height);
    });
    recount(choice);
    form.querySelector("[role=status]").textContent = summary(shown, show, isNarrowed);
    form.querySelector("[type=reset]").hidden = !isNarrowed;
  };

  const toAddress = () => {
    const choice = chosen();
    const usual = names.some((name) => choice[name]) ? "all" : first;
    const show = fields.show?.value ?? usual;
    writeAddress({ ...choice, show: show === usual ? "" : show });
  };

  // Offers a choice that is not among the most frequent, under the name that its link in the list has.
  const offer = (name, value) => {
    if (!value || !fields[name].options || !events.some(({ tags }) => tags.has(`${name}:${value}`))) return;
    if ([...fields[name].options].some((option) => option.value === value)) return;
    const link = timeline.querySelector(`.x-event a:is([href$="/${value}.html"], [href$="#${value}"])`);
    const option = new Option(link?.textContent ?? value, value);
    option.dataset.label = option.text;
    fields[name].append(option);
  };

  const restore = () => {
    const wanted = readAddress();
    for (const name of names) {
      const value = wanted.get(name) ?? "";
      if (facets.includes(name) && /^[a-z0-9-]+$/.test(value)) offer(name, value);
      set(name, value);
    }
    set("show", wanted.get("show") ?? (names.some((name) => fields[name].value) ? "all" : first));
    apply();
  };

  form.addEventListener("input", ({ target }) => {
    if (target.name !== "show") set("show", "all");
    toAddress();
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of names) set(name, "");
    set("show", first);
    toAddress();
    apply();
  });
  addEventListener("popstate", restore);
  restore();
  // A link to one event or chapter shows it, whatever the filters say, and opens it.
  onTarget(timeline, (target) => {
    const isHidden = target.closest("[hidden]");
    if (isHidden) form.reset();
    if (!target.checkVisibility()) {
      set("show", "all");
      apply();
    }
    const more = target.querySelector(":scope > details");
    if (more) more.open = true;
    if (isHidden) target.scrollIntoView();
  });
}
