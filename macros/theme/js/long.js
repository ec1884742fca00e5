// In a long timeline, what is above the target of a link changes its height when it is laid out. So the target is
// scrolled into view again and again for a moment, or until the reader moves.
if (document.querySelector(".x-long")) {
  const enough = 400; // milliseconds
  let end = 0;
  const settle = () => {
    if (performance.now() > end) return;
    document.querySelector(":target")?.scrollIntoView();
    requestAnimationFrame(settle);
  };
  const start = () => {
    end = performance.now() + enough;
    requestAnimationFrame(settle);
  };
  for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    addEventListener(moved, () => (end = 0), { passive: true });
  }
  // After Back or a reload, the browser itself returns to where the reader was.
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") addEventListener("load", start);
  addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")) start();
  });
}
