// Search costs nothing until it is opened: only then is Pagefind's index fetched.
{
  const home = new URL("..", document.currentScript.src);
  const dialog = document.querySelector("[data-x-search-dialog]");
  const input = dialog.querySelector("input");
  const kinds = dialog.querySelector(".x-search__kinds");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  const SHOWN = 20;
  let engine = null;
  let kind = null;
  let latest = 0;

  const load = async () => {
    engine ??= await import(new URL("pagefind/pagefind.js", home));
    await engine.options({ baseUrl: home.pathname, excerptLength: 24 });
    await engine.filters(); // without them results carry no counts
  };

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const item = (result) => {
    const made = document.createElement("li");
    const link = element("a", "x-search__title", result.meta.title);
    link.href = result.url;
    const excerpt = document.createElement("span");
    excerpt.className = "x-meta";
    excerpt.innerHTML = result.excerpt; // Pagefind escapes the text and adds <mark>
    made.append(element("span", "x-tag", result.meta.kind), " ", link, excerpt);
    return made;
  };

  const showKinds = (counts) => {
    kinds.replaceChildren(
      ...Object.entries(counts).map(([name, count]) => {
        const button = element("button", "x-tool", `${name} ${count}`);
        button.type = "button";
        button.setAttribute("aria-pressed", String(name === kind));
        button.disabled = count === 0 && name !== kind;
        button.addEventListener("click", () => {
          kind = name === kind ? null : name;
          find();
        });
        return button;
      }),
    );
  };

  const find = async () => {
    const turn = ++latest;
    const words = input.value.trim();
    if (!words) {
      list.replaceChildren();
      kinds.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      await load();
    } catch {
      status.textContent = "Search needs a web server: it does not work from a file.";
      return;
    }
    const [all, found] = await Promise.all([
      engine.search(words),
      engine.search(words, kind ? { filters: { kind } } : {}),
    ]);
    const results = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
    if (turn !== latest) return;
    const more = found.results.length > SHOWN ? `, the first ${SHOWN} shown` : "";
    status.textContent = `${found.results.length} found${more}`;
    showKinds(all.filters.kind ?? {});
    list.replaceChildren(...results.map(item));
  };

  const open = () => {
    dialog.showModal();
    input.select();
  };

  for (const button of document.querySelectorAll("[data-x-search]")) {
    button.addEventListener("click", open);
  }
  dialog.querySelector("[data-x-close]").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) dialog.close();
  });
  input.addEventListener("input", find);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !dialog.open) {
      event.preventDefault();
      open();
    }
  });
}
