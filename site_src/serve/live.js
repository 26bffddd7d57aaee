/**
 * Shows what was just saved. Only the parts of the page that are no longer as they were served become
 * what they are now, so that whoever reads stays where they are; where that is not safe, the page is loaded
 * again. Nothing is made of text: the browser has parsed the page, and no script that comes with it runs.
 */
const KEPT = "catalogue-live";
const TOLD = "catalogue-live-told";
/** What acts when a page is loaded, or for the whole of it: when it is another, so is the page. */
const ACTS = "script, style, base, noscript, template, iframe, object, embed, link:not([rel=alternate]), meta:not([name=description])";

function place(element) {
  const steps = [];
  for (let at = element; at?.parentElement; at = at.parentElement) {
    steps.unshift(`${at.localName}:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  }
  return steps.join(">");
}

function focus(kept) {
  if (kept) document.querySelector(kept)?.focus({ preventScroll: true });
}

function load() {
  const kept = { page: location.pathname, x: scrollX, y: scrollY, focus: place(document.activeElement) };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  location.reload();
}

function back() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.page !== location.pathname) return;
  focus(kept.focus);
  scrollTo(kept.x, kept.y);
}

/** A page without the script that is here only because it is served. */
function published(page) {
  page.querySelector('script[src^="/.live/"]').remove();
  return page;
}

function must(is) {
  if (!is) throw new Error("The page is to be loaded again.");
}

function mayChange(node) {
  must(node.nodeType !== Node.ELEMENT_NODE || !(node.matches(ACTS) || node.querySelector(ACTS)));
}

/** The steps that make of a node, which was served as `old`, what is served `now`. */
function* node(live, old, now) {
  if (old.isEqualNode(now)) return;
  if (old.nodeName !== now.nodeName) {
    yield* inserted(live.parentNode, now, live);
    yield* removed(live, old);
  } else if (old.nodeType === Node.ELEMENT_NODE) {
    must(!old.matches(ACTS) && !now.matches(ACTS));
    yield* attributes(live, old, now);
    yield* children(live, old, now);
  } else {
    must(live.data === old.data);
    yield () => Object.assign(live, { data: now.data });
  }
}

function* removed(live, old) {
  mayChange(old);
  yield () => live.remove();
}

function* inserted(parent, now, before) {
  mayChange(now);
  yield () => parent.insertBefore(document.importNode(now, true), before);
}

function* attributes(live, old, now) {
  for (const name of new Set([...old.getAttributeNames(), ...now.getAttributeNames()])) {
    const [is, was, willBe] = [live, old, now].map((element) => element.getAttribute(name));
    if (was === willBe) continue;
    must(is === was);
    yield () => (willBe === null ? live.removeAttribute(name) : live.setAttribute(name, willBe));
  }
}

/** How many children are the same from the first on, and how many of the others up to the last. */
function same(olds, nows) {
  const most = Math.min(olds.length, nows.length);
  let [first, last] = [0, 0];
  while (first < most && olds[first].isEqualNode(nows[first])) first += 1;
  while (last < most - first && olds.at(-1 - last).isEqualNode(nows.at(-1 - last))) last += 1;
  return [first, last];
}

function* children(live, old, now) {
  const [lives, olds, nows] = [live, old, now].map((one) => [...one.childNodes].filter(({ id }) => id !== TOLD));
  must(lives.length === olds.length && lives.every(({ nodeName }, at) => nodeName === olds[at].nodeName));
  const [first, last] = same(olds, nows);
  const [oldEnd, nowEnd] = [olds.length - last, nows.length - last];
  const both = Math.min(oldEnd, nowEnd);
  for (let at = first; at < both; at += 1) yield* node(lives[at], olds[at], nows[at]);
  for (let at = both; at < oldEnd; at += 1) yield* removed(lives[at], olds[at]);
  for (let at = both; at < nowEnd; at += 1) yield* inserted(live, nows[at], lives[oldEnd] ?? null);
}

/** Makes the page what it is now; who was in a part that is no more is where it was. */
function turn(now) {
  const [at, kept] = [document.activeElement, place(document.activeElement)];
  const steps = [...children(document.documentElement, shown.documentElement, now.documentElement)];
  for (const step of steps) step();
  if (!at.isConnected) focus(kept);
  shown = now;
}

function again() {
  const request = new XMLHttpRequest();
  asked = request;
  request.responseType = "document";
  request.open("GET", location.pathname + location.search);
  request.addEventListener("load", () => {
    if (request !== asked) return; // what has been asked for since is newer
    try {
      must(shown && request.status === 200);
      turn(published(request.response));
    } catch {
      load();
    }
  });
  request.send();
}

function tell(words) {
  const told = document.getElementById(TOLD) ?? document.createElement("pre");
  if (!words && !told.isConnected) return;
  Object.assign(told, { id: TOLD, textContent: words, hidden: !words });
  told.setAttribute("role", "status");
  told.style.cssText = "position: fixed; inset: auto 0 0; margin: 0; padding: 1rem; max-height: 50vh; overflow: auto;"
    + "white-space: pre-wrap; border-top: 3px solid; background: Canvas; color: CanvasText;";
  document.body.append(told);
}

published(document);
back();
let asked = null; // the last request
/** The page as it was served; what a script of its own has made of one is not known. */
let shown = document.querySelector('script:not([src*="assets/settings."])') ? null : document.cloneNode(true);
const version = new URL(import.meta.url).search.slice(1);
const events = new EventSource(`/.live/events?page=${encodeURIComponent(location.pathname)}&version=${version}`);
events.addEventListener("again", shown ? again : load);
events.addEventListener("told", (event) => tell(JSON.parse(event.data)));
addEventListener("pagehide", () => events.close());
