// Runs before the page is painted: a reader who chose light or dark once does not see the other flash up.
{
  document.documentElement.classList.add("js");
  let chosen = null;
  try {
    chosen = localStorage.getItem("scheme");
  } catch {
    // Storage may be switched off; then the system's choice holds.
  }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
}
