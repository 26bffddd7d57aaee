/** Focuses every stop in turn, as after a key, and measures its ring. */
() => {
  const stops = a11y.stops();
  document.activeElement?.blur();
  const before = stops.map(a11y.outline);
  return stops.flatMap((el, place) => {
    el.focus({ preventScroll: true, focusVisible: true });
    return a11y.ringFaults(el, before[place]);
  });
}
