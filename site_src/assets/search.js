/**
 * The search page. Reads ?q=, ?type= and ?region=, asks the finder that the page names, writes the
 * results. Whatever comes from the query or the index becomes text nodes and never markup.
 *
 * A finder is a module with `open()`; what it gives has `find(words, {type, region})`: the results,
 * and whether they are only near, for want of pages that hold the very words. No words at all ask for the
 * pages of the filters. `data()` of a result is {address, title, about, excerpt, quick}; of an excerpt
 * every second part is a word that was asked for; quick are [text, id] of parts of the page.
 */

const STEP = 10;
const SEPARATORS = /[\s、，,；;。：！？]+/u;

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** Not <mark>, around which some screen readers say where it begins and ends. */
function marked(excerpt) {
  return excerpt.map((text, place) => (place % 2 ? element("b", "hit", text) : text));
}

/** The address of a result, or null if it leads away from this site. */
function inside(address) {
  const url = new URL(address, location.href);
  return url.origin === location.origin ? url.href : null;
}

function linkTo(address, text) {
  const link = element("a", "", text);
  link.href = inside(address) ?? "#main";
  return link;
}

/** Links into a page; who hears one alone is told whose it is. */
function quickLinks(address, title, quick) {
  const links = quick.map(([text, id]) => linkTo(`${address}#${id}`, text));
  for (const link of links) link.setAttribute("aria-label", `${link.textContent}：${title}`);
  return links.length ? [element("ul", "quick", ...links.map((link) => element("li", "", link)))] : [];
}

/** A result. What stands below a title describes it: who goes from one to the next hears it too. */
function card({ address, title, about, excerpt, quick = [] }, place) {
  const link = linkTo(address, title);
  const below = [element("p", "meta", about.join("，")), element("p", "", ...marked(excerpt))];
  for (const [number, part] of below.entries()) part.id = `result-${place}-${number}`;
  link.setAttribute("aria-describedby", below.map((part) => part.id).join(" "));
  return element("li", "", element("h3", "", link), ...below, ...quickLinks(address, title, quick));
}

/** The results part of the page, and what is said about it. */
class Results {
  constructor(place, status) {
    this.place = place;
    this.status = status;
    this.lists = place.querySelector("#search-lists");
    this.advice = this.lists.querySelector("p");
    this.head = element("h2");
    this.head.tabIndex = -1;
    this.count = element("p", "lead");
    this.list = element("ul", "cards");
    this.more = element("button", "", `再显示${STEP}条`);
    this.more.type = "button";
    this.more.hidden = true;
    this.more.addEventListener("click", () => this.showMore());
  }

  say(text) {
    this.count.textContent = text;
    this.status.textContent = text;
  }

  start(heading) {
    this.head.textContent = heading;
    this.count.textContent = "正在搜索……";
    this.place.replaceChildren(this.head, this.count);
  }

  fail() {
    this.say("搜索没有打开，可能是网络不通。可以过一会儿再试，或者从下面的清单找。");
    this.lists.hidden = false;
    this.advice.textContent = "按清单找：";
    this.place.append(this.lists);
  }

  none(asked, filtered) {
    const narrower = filtered ? "，或者把种类和地区改成“全部”" : "";
    this.say(`没有找到与“${asked}”有关的内容。可以换一个更短的词再试${narrower}。没有找到，不代表没有。`);
    this.advice.textContent = "也可以按清单找：";
    this.place.append(this.lists);
  }

  async show(results, near) {
    this.results = results;
    this.near = near ? "没有完全一样的词，下面是相近的内容。" : "";
    this.place.append(this.list, this.more);
    await this.showNext();
  }

  /** Adds the next results; the first of them does not wait for the others. */
  async showNext() {
    const from = this.list.children.length;
    const [first, ...others] = this.results.slice(from, from + STEP);
    this.list.append(card(await first.data(), from));
    const found = await Promise.all(others.map((result) => result.data()));
    this.list.append(...found.map((facts, number) => card(facts, from + 1 + number)));
    const [shown, total] = [from + 1 + found.length, this.results.length];
    this.more.hidden = shown >= total;
    this.say(`${this.near}找到${total}条，${shown < total ? `显示前${shown}条` : "已全部显示"}。`);
    return this.list.children[from];
  }

  /** A second press while results are on their way adds nothing. */
  async showMore() {
    if (this.busy) return;
    this.busy = true;
    try {
      const first = await this.showNext();
      first.querySelector("a").focus();
    } finally {
      this.busy = false;
    }
  }
}

/** Puts the address into the form; a filter that is not among its options is dropped. */
function readForm(form) {
  const asked = new URLSearchParams(location.search);
  const query = (asked.get("q") ?? "").trim().slice(0, 100);
  form.elements.q.value = query;
  const [filters, chosen] = [{}, []];
  for (const name of ["type", "region"]) {
    const select = form.elements[name];
    select.value = asked.get(name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
    filters[name] = select.value;
    if (select.value) chosen.push(select.selectedOptions[0].textContent);
  }
  return { query, filters, chosen };
}

function nameThePage(text) {
  const site = document.title.split(" - ").pop();
  document.title = `${text} - ${site}`;
}

/** The finder that the head names, opened; the list of the index is asked for with it, not by it. */
async function opened({ href, dataset }) {
  const contents = dataset.list && fetch(new URL(dataset.list, document.baseURI), { cache: "no-cache" });
  contents?.catch(() => {}); // the finder is told, too
  const { open } = await import(href);
  return open(contents);
}

/** The whole page; this script runs before it is there. */
function read() {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
}

async function run(finder) {
  await read();
  const place = document.querySelector("#search-results");
  const view = new Results(place, document.querySelector("#search-status"));
  const { query, filters, chosen } = readForm(document.querySelector("main form"));
  view.advice.textContent = "不知道搜什么，也可以按清单找：";
  const asked = query || chosen.join("，");
  if (!asked) return;
  const heading = query ? `“${query}”的搜索结果` : `“${asked}”的全部内容`;
  view.start(heading);
  try {
    const { results, near } = await (await finder).find(query ? query.split(SEPARATORS) : [], filters);
    nameThePage(`${heading}，${results.length}条`);
    if (results.length) await view.show(results, near);
    else view.none(asked, chosen.length > 0);
    // Who asked wants the answer next, unless they have gone elsewhere meanwhile.
    if (document.activeElement === document.body) view.head.focus();
  } catch {
    view.fail();
  }
}

// Who asked for nothing needs no finder. The index is on its way while the page is painted.
const asks = [...new URLSearchParams(location.search).values()].some((value) => value.trim());
const finder = asks ? opened(document.querySelector("#search-finder")) : null;
finder?.catch(() => {}); // told when it is asked
run(finder);
