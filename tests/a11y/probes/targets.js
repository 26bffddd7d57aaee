/** Whether everything that can be pressed is large enough: controls 44 px, others 24 px. */
() => {
  const CONTROL = "button, input, select, textarea, summary, [role=button]";
  const whole = (el) => {
    const label = el.matches("[type=checkbox], [type=radio]") ? el.closest("label") : null;
    return (label ?? el).getBoundingClientRect();
  };
  const largest = (el) => [...el.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height)[0];

  /** A link with words beside it in the same paragraph, as 2.5.8 exempts it. */
  function inSentence(el) {
    if (getComputedStyle(el).display !== "inline") return false;
    let block = el.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const beside = [...block.childNodes].filter((node) => !node.contains(el) && (node.nodeType === Node.TEXT_NODE || getComputedStyle(node).display === "inline"));
    return beside.some((node) => !node.localName?.match(/^(a|button)$/u) && /\p{L}{2}/u.test(node.textContent));
  }

  return a11y.stops().flatMap((el) => {
    const isControl = el.matches(CONTROL);
    const box = isControl || getComputedStyle(el).display !== "inline" ? whole(el) : largest(el);
    const least = isControl ? 44 : 24;
    if (!box || (box.width >= least - 0.01 && box.height >= least - 0.01)) return [];
    if (!isControl && inSentence(el)) return [];
    const saw = `${box.width.toFixed(1)}×${box.height.toFixed(1)} px, should be ${least}`;
    return [a11y.fault(isControl ? "small-control" : "small-target", el, saw)];
  });
}
