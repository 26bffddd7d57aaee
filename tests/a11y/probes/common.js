/**
 * What every probe uses. Stands in each page as `a11y` before the scripts of the page run.
 * A fault is {rule, where, saw}.
 */
globalThis.a11y = (() => {
  const STOPS =
    "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls]," +
    " video[controls], [tabindex], [contenteditable]";
  const WIDGETS = "button checkbox combobox link menuitem option radio slider switch tab textbox".split(" ");
  const OPERATED = WIDGETS.map((role) => `[role="${role}"]`).join() + ", [onclick]";
  const MUTE = "script, style, noscript, template, select, textarea, svg";
  const clicked = new Set();
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (type === "click" && this instanceof Element) clicked.add(this);
    return listen.call(this, type, ...rest);
  };

  /* colours */
  const colours = new Map();
  function rgba(css) {
    if (!colours.has(css)) {
      const context = new OffscreenCanvas(1, 1).getContext("2d");
      context.fillStyle = css;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
      colours.set(css, [r, g, b, a / 255]);
    }
    return colours.get(css);
  }

  function over(top, under) {
    const mix = (channel) => top[channel] * top[3] + under[channel] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  }

  /** The colour behind the content of an element. */
  function background(el) {
    const layers = [];
    for (let node = el; node; node = node.parentElement) {
      layers.push(rgba(getComputedStyle(node).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reduceRight((under, top) => over(top, under), [255, 255, 255, 1]);
  }

  function luminance(colour) {
    const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = colour.slice(0, 3).map((channel) => linear(channel / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /* elements */
  function shown(el) {
    return el.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }

  /** Whether an element is there for the ear alone: clipped to a pixel and out of the flow. */
  function onlySpoken(el) {
    for (let node = el; node && node !== document.body; node = node.parentElement) {
      const { width, height } = node.getBoundingClientRect();
      const { position, overflow } = getComputedStyle(node);
      if (width <= 1 && height <= 1 && position === "absolute" && overflow === "hidden") return true;
    }
    return false;
  }

  function where(el) {
    const name = (node) => node.localName + (node.id ? `#${node.id}` : [...node.classList].map((c) => `.${c}`).join(""));
    const path = [el.parentElement?.parentElement, el.parentElement, el].filter((node) => node && node !== document.documentElement);
    const text = (el.textContent || el.getAttribute("name") || "").replace(/\s+/gu, " ").trim();
    return `${path.map(name).join(" > ")} “${text.slice(0, 24)}”`;
  }

  function fault(rule, el, saw) {
    return { rule, where: where(el), saw };
  }

  /** Everything that Tab should stop at, in the order of the document. */
  function stops() {
    return [...document.querySelectorAll(STOPS)].filter(
      (el) =>
        el.tabIndex >= 0 &&
        !el.disabled &&
        !el.closest("[inert]") &&
        el.checkVisibility({ visibilityProperty: true }) &&
        (el.localName !== "summary" || el === el.parentElement.querySelector(":scope > summary")),
    );
  }

  /** What a pointer can operate and Tab does not stop at. */
  function beyondTab() {
    const reached = stops();
    const pointed = [...document.body.querySelectorAll("*")].filter(
      (el) =>
        (el.matches(OPERATED) || clicked.has(el) || getComputedStyle(el).cursor === "pointer") &&
        el.checkVisibility({ visibilityProperty: true }),
    );
    return pointed.filter((el) => !reached.some((stop) => stop === el || stop.contains(el) || el.contains(stop) || stop === el.closest("label")?.control));
  }

  /** Lines of text that are seen: their element, and the box in coordinates of the window. */
  function lines(root = document.body) {
    const found = [];
    const seen = new Map();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const [node, el] = [walker.currentNode, walker.currentNode.parentElement];
      if (!node.data.trim() || el.closest(MUTE)) continue;
      if (!seen.has(el)) seen.set(el, shown(el) && !onlySpoken(el));
      if (!seen.get(el)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5);
      found.push(...boxes.map((box) => ({ el, box, text: node.data.trim() })));
    }
    return found;
  }

  /* the ring of focus */
  function outline(el) {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow } = getComputedStyle(el);
    return {
      style: outlineStyle,
      width: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth),
      offset: Number.parseFloat(outlineOffset),
      colour: rgba(outlineColor),
      shadow: boxShadow,
      text: [outlineStyle, outlineWidth, outlineColor, boxShadow].join(" "),
    };
  }

  /** The band of plain colour that a box shadow lays round the outline, if it is wide enough. */
  function halo({ shadow, width, offset }) {
    const [, colour, spread] = shadow.match(/^(.+?\)) 0px 0px 0px (\d+(?:\.\d+)?)px/) ?? [];
    return colour && Number(spread) >= width + offset + 2 ? rgba(colour) : null;
  }

  function cutter(el, reach) {
    const box = el.getBoundingClientRect();
    for (let node = el.parentElement; node && node !== document.body; node = node.parentElement) {
      if (getComputedStyle(node).overflow === "visible") continue;
      const edge = node.getBoundingClientRect();
      const isCut = box.left - reach < edge.left || box.right + reach > edge.right || box.top - reach < edge.top || box.bottom + reach > edge.bottom;
      if (isCut) return node;
    }
    return null;
  }

  /** What is wrong with the ring of the focused element; `before` is its outline without focus. */
  function ringFaults(el, before) {
    const now = outline(el);
    if (now.text === before?.text) return [fault("ringless", el, `the same with and without focus: ${now.text}`)];
    if (now.width < 2 || now.style === "auto") return [fault("ringless", el, now.text)];
    const around = halo(now) ?? background(el.parentElement);
    const ratio = contrast(over(now.colour, around), around);
    if (ratio < 3) return [fault("ringless", el, `contrast ${ratio.toFixed(2)}: ${now.text}`)];
    const cut = cutter(el, now.width + now.offset);
    return cut ? [fault("ringless", el, `cut off by ${where(cut)}`)] : [];
  }

  return { background, beyondTab, contrast, fault, lines, onlySpoken, outline, over, rgba, ringFaults, shown, stops, where };
})();
