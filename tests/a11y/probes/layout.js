/** Whether all text can be seen without scrolling sideways, whole and by itself. */
() => {
  const width = document.documentElement.clientWidth;
  const faults = [];
  const wide = document.scrollingElement.scrollWidth;
  if (wide > width) {
    const all = [...document.body.querySelectorAll("*")].filter((el) => !a11y.onlySpoken(el));
    const widest = all.findLast((el) => el.getBoundingClientRect().right + scrollX > width + 1);
    faults.push(a11y.fault("sideways", widest ?? document.body, `${wide} px wide on ${width} px`));
  }

  const isCut = (el, style) =>
    (style.overflowX !== "visible" && el.scrollWidth > el.clientWidth + 1) ||
    (style.overflowY !== "visible" && el.scrollHeight > el.clientHeight + 1);
  const cut = [];
  for (const el of document.body.querySelectorAll("*:not(input, textarea, select, option, svg *)")) {
    if (!el.textContent.trim() || !a11y.shown(el)) continue;
    if (isCut(el, getComputedStyle(el)) && !a11y.onlySpoken(el)) {
      cut.push(el);
      faults.push(a11y.fault("clipped", el, `${el.scrollWidth}×${el.scrollHeight} in ${el.clientWidth}×${el.clientHeight}`));
    }
  }

  // A skip link waits above the page; the keyboard walk sees that it comes down.
  const waiting = ({ el, box }) => box.bottom + scrollY < 0 && el.closest("a[href]");
  const isKnown = ({ el }) => cut.some((one) => one.contains(el));
  const lines = a11y.lines().filter((line) => !waiting(line) && !isKnown(line));
  for (const { el, box, text } of lines) {
    if (box.left + scrollX < -1 || (wide <= width && box.right > width + 1)) {
      faults.push(a11y.fault("outside", el, text.slice(0, 24)));
    }
  }

  const tall = [...document.body.querySelectorAll("*")].filter(
    (el) => ["fixed", "sticky"].includes(getComputedStyle(el).position) && el.offsetHeight > innerHeight / 3,
  );
  faults.push(...tall.map((el) => a11y.fault("fixed", el, `${el.offsetHeight} px of ${innerHeight} stay`)));

  const begin = scrollY;
  const points = lines.map(({ el, box, text }) => ({ el, text, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + begin }));
  points.sort((one, other) => one.y - other.y);
  let top = -1;
  for (const { el, text, x, y } of points) {
    if (x < 0 || x > width || y < 0) continue;
    if (top < 0 || y > top + innerHeight - 2 || y < top) {
      scrollTo({ top: Math.max(0, y - 2), behavior: "instant" });
      top = scrollY;
    }
    const hit = document.elementFromPoint(x, y - top);
    if (hit && !el.contains(hit)) faults.push(a11y.fault("overlapped", el, `“${text.slice(0, 24)}” by ${a11y.where(hit)}`));
  }
  scrollTo({ top: begin, behavior: "instant" });
  return faults;
}
