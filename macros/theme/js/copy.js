// Buttons that copy the link to a fact or how to cite it; made where a reader sees them, so that there are none without
// a script and few on long pages.
{
  const SHOWN = 2000; // milliseconds for which a button says that it has copied

  const button = (name, text) => {
    const made = element("button", { type: "button", className: "x-copy", textContent: name });
    made.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        made.textContent = _("copied");
      } catch {
        made.textContent = _("copying is not allowed here");
      }
      setTimeout(() => (made.textContent = name), SHOWN);
    });
    return made;
  };

  const fill = (part) => {
    for (const place of part.querySelectorAll("[data-x-copy]:empty")) {
      const address = new URL(place.dataset.xAddress, location.href).href;
      place.setAttribute("aria-live", "polite");
      const citation = `${place.dataset.xCopy} ${address}`;
      place.append(button(_("copy link"), address), button(_("copy citation"), citation));
    }
  };

  document.addEventListener("toggle", (event) => fill(event.target), true);
  for (const open of document.querySelectorAll(".x-record, .x-question, details[open]")) fill(open);
}
