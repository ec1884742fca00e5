// Light or dark: the reader's choice, else the system's. Runs before the page is painted, so that nothing flashes.
{
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const palettes = JSON.parse(document.querySelector("meta[name=palettes]")?.content ?? "[]");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const isFor = ({ scheme, media }) => (scheme === "slate" || /: ?dark/.test(media)) === isDark();

  // Where mkdocs.yml names several palettes, the one that fits goes onto the body, as the theme's own script does it.
  const paint = () => {
    const { scheme = "default", primary = "indigo", accent = "indigo" } = palettes.find(isFor) ?? palettes[0];
    for (const [name, value] of Object.entries({ scheme, primary, accent })) {
      document.body.setAttribute(`data-md-color-${name}`, value.replaceAll(" ", "-"));
    }
  };

  root.classList.add("x-js"); // beside "no-js", which the theme takes to mean that its own script does not run
  try {
    const chosen = localStorage.getItem("scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  } catch {
    // Storage may be switched off; then the system's choice holds.
  }
  if (palettes.length) {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      paint();
    }).observe(root, { childList: true });
    system.addEventListener("change", paint);
  }
  const tell = () => {
    for (const button of document.querySelectorAll("[data-x-scheme]")) button.ariaPressed = isDark();
  };
  addEventListener("DOMContentLoaded", tell);
  system.addEventListener("change", tell);
  addEventListener("click", (event) => {
    if (!event.target.closest("[data-x-scheme]")) return;
    root.dataset.scheme = isDark() ? "light" : "dark";
    tell();
    if (palettes.length) paint();
    try {
      localStorage.setItem("scheme", root.dataset.scheme);
    } catch {
      // The choice then lasts for this page only.
    }
  });
}
