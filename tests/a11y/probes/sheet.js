/** Adds a style sheet after those of the page, and attributes to <html>; or takes them away. */
({ css, attributes }) => {
  const root = document.documentElement;
  for (const name of ["data-size", "data-space", "data-contrast"]) root.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}
