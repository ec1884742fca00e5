// On a phone what a number opens is a sheet at the bottom: the page moves so that the number stays in sight above it.
document.addEventListener(
  "toggle",
  ({ target, newState, source }) => {
    if (newState !== "open" || !target.matches(".x-popover") || matchMedia("(min-width: 45em)").matches) return;
    const opener = source ?? document.querySelector(`[popovertarget="${target.id}"]`);
    const hidden = opener.getBoundingClientRect().bottom + 16 - target.getBoundingClientRect().top;
    if (hidden > 0) scrollBy(0, hidden);
  },
  true,
);
