// In a long timeline what stands above the target of a link may turn out lower than it was taken for, once it is
// laid out. So the browser goes there again until all is at rest, or the reader moves.
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
  // After Back, or when it is loaded again, the browser goes to where the reader was.
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") addEventListener("load", start);
  addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")) start();
  });
}
