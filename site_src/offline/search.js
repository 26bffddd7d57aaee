/**
 * The search of an offline edition. It is a classic script and its index another, because a page at
 * file:// may neither fetch nor load modules. Every word of the query must stand in the title or the
 * text; the title counts more.
 */

(() => {
  const MOST = 50, BEFORE = 20, LENGTH = 90;
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const status = document.getElementById("search-status");
  const query = (new URLSearchParams(location.search).get("q") ?? "").trim().slice(0, 100);
  const terms = plain(query).split(/\s+/).filter(Boolean);

  const element = (name, ...inside) => {
    const made = document.createElement(name);
    made.append(...inside);
    return made;
  };

  /** A piece of the text around the first word that stands in it. */
  const excerpt = (text) => {
    const at = Math.max(0, Math.min(...terms.map((term) => plain(text).indexOf(term)).filter((n) => n >= 0)));
    const start = Number.isFinite(at) ? Math.max(0, at - BEFORE) : 0;
    return (start ? "……" : "") + text.slice(start, start + LENGTH) + (text.length > start + LENGTH ? "……" : "");
  };

  const result = ([path, title, part, text]) => {
    const link = element("a", title);
    link.href = path;
    return element("li", element("h2", link), element("p", part), element("p", excerpt(text)));
  };

  const search = () => {
    const found = globalThis.offlineIndex
      .map((entry) => [entry, plain(entry[1]), plain(entry[1] + entry[2] + entry[3])])
      .filter(([, , whole]) => terms.every((term) => whole.includes(term)))
      .map(([entry, title]) => [entry, terms.filter((term) => title.includes(term)).length])
      .sort(([, one], [, other]) => other - one)
      .map(([entry]) => entry);
    const more = found.length > MOST ? `，下面是前${MOST}条` : "";
    status.textContent = found.length ? `找到${found.length}条${more}。` : `没有找到“${query}”。换个说法，或少写几个字再试。`;
    document.title = `${query}，${status.textContent}${document.title}`;
    const list = element("ul", ...found.slice(0, MOST).map(result));
    list.className = "cards";
    document.getElementById("search-results").append(list);
  };

  document.querySelector('[name="q"]').value = query;
  if (terms.length) search();
})();
