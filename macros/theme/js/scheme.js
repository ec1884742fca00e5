// The switch between light and dark. Without it, or without JavaScript, the system's choice holds.
{
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  for (const button of document.querySelectorAll("[data-x-scheme]")) {
    button.addEventListener("click", () => {
      const now = root.dataset.scheme ?? (system.matches ? "dark" : "light");
      root.dataset.scheme = now === "dark" ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.scheme);
      } catch {
        // The choice then lasts for this page only.
      }
    });
  }
}
