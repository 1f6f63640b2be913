// Runs before the page is painted, so that nobody who chose dark sees a white flash.
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("rashomon-theme"); } catch { /* a browser that keeps nothing */ }
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
})();
