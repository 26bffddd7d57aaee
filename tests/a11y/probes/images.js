/** Pictures that say something and have no words for it. */
() => [...document.querySelectorAll("img:not([alt]), svg:not([aria-hidden=true], [role=img][aria-label]), canvas")].map((el) => ({ rule: "image-only", where: el.outerHTML.slice(0, 80), saw: "no text" }))
