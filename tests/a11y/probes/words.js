/** The text that is seen in main, without what is only for use on a screen. */
() => {
  const screen = "nav, form, button, .clause-link";
  const main = document.querySelector("main") ?? document.body;
  return [...new Set(a11y.lines(main).filter(({ el }) => !el.closest(screen)).map(({ text }) => text))];
}
