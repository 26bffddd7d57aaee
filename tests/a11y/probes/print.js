/** On paper: no navigation and no forms, and the address of every source. */
() => {
  const tools = [...document.querySelectorAll("nav, form, button, a[href='#main']")].filter(a11y.shown);
  const faults = tools.map((el) => a11y.fault("screen-only", el, "printed"));
  for (const link of document.querySelectorAll("main a[rel~=external]")) {
    const added = getComputedStyle(link, "::after").content;
    if (!added.includes(link.getAttribute("href"))) faults.push(a11y.fault("no-address", link, `prints ${added}`));
  }
  return faults;
}
