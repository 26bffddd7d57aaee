/** With reduced motion: what still moves. */
() => {
  const seconds = (list) => Math.max(...list.split(",").map((time) => Number.parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
  const faults = [];
  for (const el of document.querySelectorAll("*")) {
    for (const part of [undefined, "::before", "::after"]) {
      const style = getComputedStyle(el, part);
      const isAnimated = style.animationName !== "none" && seconds(style.animationDuration) > 0;
      if (isAnimated || seconds(style.transitionDuration) > 0 || style.scrollBehavior === "smooth") {
        faults.push(a11y.fault("moving", el, `${style.animationName} ${style.transitionDuration} ${style.scrollBehavior}`));
      }
    }
  }
  return faults;
}
