/** With forced colours: whether fields, tags and states are seen by more than their colour. */
() => {
  const STATES = '[aria-current]:not([aria-current="false"]), [aria-pressed="true"], [aria-selected="true"], [aria-checked="true"]';
  const SIDES = ["Top", "Right", "Bottom", "Left"];

  /** The sides on which a border is seen, with its width. */
  function edges(el) {
    const style = getComputedStyle(el);
    const behind = a11y.background(el.parentElement);
    return SIDES.filter((side) => {
      const colour = a11y.rgba(style[`border${side}Color`]);
      const isDrawn = !["none", "hidden"].includes(style[`border${side}Style`]) && Number.parseFloat(style[`border${side}Width`]) >= 1;
      return isDrawn && a11y.contrast(a11y.over(colour, behind), behind) >= 3;
    }).map((side) => side + style[`border${side}Width`] + style[`border${side}Style`]);
  }

  function shape(el) {
    const style = getComputedStyle(el);
    const drawn = [style.fontWeight, style.fontStyle, style.fontSize, style.textDecorationLine, style.outlineStyle];
    const added = ["::before", "::after"].map((part) => getComputedStyle(el, part).content);
    return [...drawn, ...added, ...edges(el)].join(" ");
  }

  function peerOf(el) {
    const group = el.closest("ul, ol, fieldset, tr, [role=group]") ?? el.parentElement;
    return [...group.querySelectorAll("a, button, [role]")].find((one) => !one.matches(STATES) && a11y.shown(one));
  }

  const faults = [];
  for (const el of document.querySelectorAll("button, input, select, textarea")) {
    if (a11y.shown(el) && edges(el).length < 3) faults.push(a11y.fault("borderless", el, `edges: ${edges(el).join() || "none"}`));
  }
  for (const el of globalThis.a11yFills) {
    const [own, beside] = [getComputedStyle(el), getComputedStyle(el.parentElement)];
    const isPlain = own.fontWeight === beside.fontWeight && own.textDecorationLine === beside.textDecorationLine;
    if (!edges(el).length && isPlain) faults.push(a11y.fault("colour-only", el, "only its background told it apart"));
  }
  for (const el of document.querySelectorAll(STATES)) {
    const peer = a11y.shown(el) && peerOf(el);
    if (peer && shape(el) === shape(peer)) faults.push(a11y.fault("colour-only", el, `looks like ${a11y.where(peer)}`));
  }
  return faults;
}
