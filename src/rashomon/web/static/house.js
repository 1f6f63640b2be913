// What every page of the house can do besides being read. All of it is spared where scripts are off.
(() => {
  "use strict";
  const root = document.documentElement;

  // Light or dark: the system's choice until the reader makes another, which this browser keeps.
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme:dark)").matches ? "dark" : "light")) === "dark";
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    const name = () => { button.textContent = dark() ? "Light" : "Dark"; button.setAttribute("aria-label", `${button.textContent} colours`); };
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      try { localStorage.setItem("rashomon-theme", root.dataset.theme); } catch { /* for this page, then */ }
      name();
    });
    matchMedia("(prefers-color-scheme:dark)").addEventListener("change", name);
    name();
    button.hidden = false;
  }

  // Live: an element with data-events="/events?seen=MARK" is shown when its line tells of a change, and hears
  // "rashomon:changed" with what was told. The line is cut while nobody looks: browsers give one host but six.
  for (const element of document.querySelectorAll("[data-events]")) {
    let line = null;
    let last = null;
    const open = () => {
      const address = new URL(element.dataset.events, location.href);
      if (last) address.searchParams.set("seen", last);
      line = new EventSource(address);
      line.addEventListener("changed", (event) => {
        last = event.lastEventId || last;
        element.hidden = false;
        element.dataset.told = event.data; // for a script that comes later than this
        element.dispatchEvent(new CustomEvent("rashomon:changed", { bubbles: true, detail: JSON.parse(event.data) }));
      });
      line.addEventListener("error", () => { // a browser asks again where the line broke, not where it was refused
        if (line?.readyState !== EventSource.CLOSED) return;
        line = null;
        setTimeout(look, 5000);
      });
    };
    const look = () => {
      if (document.hidden) { line?.close(); line = null; } else if (!line) open();
    };
    document.addEventListener("visibilitychange", look);
    addEventListener("pagehide", () => { line?.close(); line = null; });
    addEventListener("pageshow", look);
    look();
  }

  // "/" leads to the search field: the page's own where it has one. Never while writing, nor with single keys off.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input,textarea,select,[contenteditable]")) return;
    try { if (localStorage.getItem("keys") === "off") return; } catch { /* a browser that keeps nothing */ }
    const field = document.querySelector("main input[type=search]") || document.getElementById("seek");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  // A job's page looks again until it is over.
  const again = async () => {
    const shown = document.getElementById("job");
    const pause = Number(shown?.dataset.again);
    if (!pause) return;
    await new Promise((done) => setTimeout(done, pause));
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("job");
      if (answer.ok && fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(document.importNode(fresh, true));
    } catch { /* the application may be starting again */ }
    again();
  };
  again();

  // An upload that is too large is said so before it is sent.
  for (const form of document.querySelectorAll("form[data-most]")) {
    const field = form.querySelector("input[type=file]");
    field.addEventListener("change", () => {
      const size = [...field.files].reduce((sum, file) => sum + file.size, 0);
      const most = Number(form.dataset.most);
      field.setCustomValidity(size > most ? `These are ${Math.ceil(size / 1e6)} MB; at most ${Math.floor(most / 1e6)} MB go at once.` : "");
      field.reportValidity();
    });
  }
})();
