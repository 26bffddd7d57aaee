/** Begins to note where the focus stands, each time Tab is pressed; the number of stops expected. */
() => {
  const stops = a11y.stops();
  const extras = [];
  const before = new Map(stops.map((el) => [el, a11y.outline(el)]));
  const trail = [];
  const boxes = new Map();
  const faults = a11y.beyondTab().map((el) => a11y.fault("unreachable", el, "works with a pointer only"));

  function offScreen(boxes) {
    return boxes.filter(({ left, top, right, bottom }) => {
      const fits = right - left <= innerWidth && bottom - top <= innerHeight;
      if (!fits) return right < 1 || bottom < 1 || left > innerWidth - 1 || top > innerHeight - 1;
      return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
    });
  }

  function coverOf(el, { left, top, right, bottom }) {
    const [x, y] = [Math.min(5, (right - left) / 2), Math.min(5, (bottom - top) / 2)];
    const middle = [(left + right) / 2, (top + bottom) / 2];
    const corners = [[left + x, top + y], [right - x, top + y], [left + x, bottom - y], [right - x, bottom - y]];
    for (const [px, py] of [middle, ...corners]) {
      const hit = document.elementFromPoint(px, py);
      if (hit && !el.contains(hit)) return hit;
    }
    return null;
  }

  function examine(el) {
    const visible = [...el.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    if (!visible.length || !a11y.shown(el)) return [a11y.fault("hidden-stop", el, "not visible when focused")];
    const { left, top, right, bottom } = visible[0];
    boxes.set(el, { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY });
    const off = offScreen(visible);
    if (off.length) return [a11y.fault("off-screen", el, JSON.stringify(off[0]))];
    const cover = visible.map((box) => coverOf(el, box)).find(Boolean);
    if (cover) return [a11y.fault("covered", el, `by ${a11y.where(cover)}`)];
    return a11y.ringFaults(el, before.get(el));
  }

  function note() {
    const el = document.activeElement;
    if (!el || el === document.body || el === document.documentElement) return trail.push(-1);
    if (!stops.includes(el)) {
      if (!extras.includes(el)) extras.push(el);
      return trail.push(stops.length + extras.indexOf(el));
    }
    if (!boxes.has(el)) faults.push(...examine(el));
    return trail.push(stops.indexOf(el));
  }

  /** Two stops that follow each other are read top to bottom in a column, left to right in a row. */
  function isBackwards(one, next) {
    const sameColumn = Math.min(one.right, next.right) - Math.max(one.left, next.left) > 1;
    if (sameColumn) return next.top < one.top - 1;
    const sameRow = Math.min(one.bottom, next.bottom) - Math.max(one.top, next.top) > 1;
    return sameRow ? next.left < one.left : next.bottom <= one.top && next.right <= one.left;
  }

  function orderFaults() {
    return stops.slice(1).flatMap((el, place) => {
      const [one, next] = [boxes.get(stops[place]), boxes.get(el)];
      const isWrong = one && next && isBackwards(one, next);
      return isWrong ? [a11y.fault("reading-order", el, `stands before ${a11y.where(stops[place])}`)] : [];
    });
  }

  addEventListener("keydown", (event) => event.key === "Tab" && note(), true);
  globalThis.a11yWalk = {
    /** Focuses the last stop; Tab must then leave the page, or begin again at its top. */
    stand: () => stops.at(-1)?.focus(),
    faultsAtTheEnd: () => {
      const el = document.activeElement;
      if (el === stops.at(-1)) return [a11y.fault("trap", el, "Tab does not leave it")];
      const isStray = el && el !== document.body && !stops.includes(el);
      return isStray ? [a11y.fault("stray", el, "a stop after the last one")] : [];
    },
    end: () => {
      stops.forEach((el, place) => el.setAttribute("data-stop", place));
      const names = [...stops, ...extras].map(a11y.where);
      return { trail, names, count: stops.length, faults: [...faults, ...orderFaults()] };
    },
  };
  return stops.length;
}
