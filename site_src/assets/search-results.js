/**
 * The results of a search, and what is said about them. Whatever comes from the query or the index becomes text
 * nodes and never markup. It comes while the index is asked: who asks for nothing needs it not.
 *
 * `data()` of a result is {address, title, about, excerpt, quick}; of an excerpt every second part is a word that
 * was asked for; quick are [text, id] of parts of the page.
 */

const STEP = 10;

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
  constructor({ place, lists, count, say }) {
    this.place = place;
    this.lists = lists;
    this.count = count;
    this.say = say;
    this.list = element("ul", "cards");
    this.more = element("button", "", `再显示${STEP}条`);
    this.more.type = "button";
    this.more.hidden = true;
    this.more.addEventListener("click", () => this.showMore());
  }

  none(asked, filtered) {
    const narrower = filtered ? "，或者把种类和地区改成“全部”" : "";
    this.say(`没有找到与“${asked}”有关的内容。可以换一个更短的词再试${narrower}。没有找到，不代表没有。`);
    this.lists.querySelector("p").textContent = "也可以按清单找：";
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

function nameThePage(text) {
  const site = document.title.split(" - ").pop();
  document.title = `${text} - ${site}`;
}

/** Shows what is found, as soon as it is: `page` is what search.js has begun to show. */
export async function show(page, finding) {
  const { head, heading, asked, isNarrowed } = page;
  const view = new Results(page);
  const { results, near } = await finding;
  nameThePage(`${heading}，${results.length}条`);
  if (results.length) await view.show(results, near);
  else view.none(asked, isNarrowed);
  // Who asked wants the answer next, unless they have gone elsewhere meanwhile.
  if (document.activeElement === document.body) head.focus();
}
