// The index of numbers: a search whose words are in the address, and which opens the subjects that have them.
for (const index of document.querySelectorAll("[data-x-index]")) {
  const form = index.querySelector("form");
  const input = form.elements.find;
  const status = form.querySelector("[role=status]");
  const subjects = [...index.querySelectorAll("details")].map((node) => ({
    node,
    rows: [...node.querySelectorAll("li")].map((row) => ({
      row,
      text: `${node.querySelector("h3").textContent} ${row.textContent}`.toLowerCase(),
    })),
  }));
  const all = subjects.reduce((sum, { rows }) => sum + rows.length, 0);

  const apply = () => {
    const searched = lowerWords(input.value);
    let shown = 0;
    for (const { node, rows } of subjects) {
      let found = 0;
      for (const { row, text } of rows) {
        row.hidden = !hasAll(text, searched);
        found += !row.hidden;
      }
      node.hidden = !found;
      node.open = searched.length > 0;
      shown += found;
    }
    if (!searched.length) status.textContent = _("All %(count)s", { count: all });
    else if (shown) status.textContent = _("%(count)s of %(all)s", { count: shown, all });
    else status.textContent = _("Nothing has all of these words");
  };

  // A link to a line shows it, whatever is searched for and closed.
  const reveal = (target) => {
    if (target.closest("[hidden]")) {
      input.value = "";
      apply();
    }
    const subject = target.closest("details");
    if (subject) subject.open = true;
    target.scrollIntoView();
  };

  input.addEventListener("input", () => {
    apply();
    writeAddress({ find: input.value });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  input.value = readAddress().get("find") ?? "";
  apply();
  onTarget(index, reveal);
}
