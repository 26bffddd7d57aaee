/** Notes what stands out from its line by its background, before colours are forced. */
() => {
  globalThis.a11yFills = [...document.body.querySelectorAll("*")].filter((el) => {
    const style = getComputedStyle(el);
    if (!style.display.startsWith("inline") || el.matches("button, input, select, textarea")) return false;
    if (!el.textContent.trim() || !a11y.shown(el)) return false;
    const own = a11y.rgba(style.backgroundColor);
    return own[3] > 0 && a11y.background(el).join() !== a11y.background(el.parentElement).join();
  });
}
