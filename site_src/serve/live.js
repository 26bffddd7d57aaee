// Shows what was just saved: the page is loaded again, and the reader stays where they were.
const KEPT = "catalogue-live";

function place(element) {
  const steps = [];
  for (let at = element; at?.parentElement; at = at.parentElement) {
    steps.unshift(`${at.localName}:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  }
  return steps.join(">");
}

function again() {
  const focus = place(document.activeElement);
  sessionStorage.setItem(KEPT, JSON.stringify({ page: location.pathname, x: scrollX, y: scrollY, focus }));
  location.reload();
}

function back() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.page !== location.pathname) return;
  if (kept.focus) document.querySelector(kept.focus)?.focus({ preventScroll: true });
  scrollTo(kept.x, kept.y);
}

function tell(words) {
  const id = "catalogue-live-told";
  const told = document.getElementById(id) ?? document.createElement("pre");
  if (!words && !told.isConnected) return;
  Object.assign(told, { id, textContent: words, hidden: !words });
  told.setAttribute("role", "status");
  told.style.cssText = "position: fixed; inset: auto 0 0; margin: 0; padding: 1rem; max-height: 50vh; overflow: auto;"
    + "white-space: pre-wrap; border-top: 3px solid; background: Canvas; color: CanvasText;";
  document.body.append(told);
}

back();
const version = new URL(import.meta.url).search.slice(1);
const events = new EventSource(`/.live/events?page=${encodeURIComponent(location.pathname)}&version=${version}`);
events.addEventListener("again", again);
events.addEventListener("told", (event) => tell(JSON.parse(event.data)));
addEventListener("pagehide", () => events.close());
