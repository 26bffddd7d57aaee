/**
 * The search page. Reads ?q=, ?type= and ?region=, asks the Pagefind index, writes the results.
 *
 * The index is made from text with a space around every Chinese character, so that a query cut the
 * same way and put in quotes finds exactly the pages that hold it. Whatever comes from the query or
 * the index becomes text nodes and never markup.
 */

const STEP = 10;
const FIRST_RUNE = 0x16a0;
const MARKS = /[\u16A0-\u16C3]+/gu;
const SEPARATORS = /[\s、，,；;。：！？]+/u;
const CHINESE = /\p{Script=Han}/gu;
const SOLID = /^[\p{Script=Han}\p{P}]$/u;
const OPEN = "\uE000";
const CLOSE = "\uE001";
const GAP = /([^\s\uE000\uE001])(\uE001?)\s+(\uE000?)(?=([^\s\uE000\uE001]))/gu;
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** `按摩B5` becomes `按 摩 B5`; marks of punctuation become spaces, as they do in the index. */
export function cut(text) {
  const words = text.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
  return words.replace(CHINESE, " $& ").replace(/\s+/gu, " ").trim();
}

/**
 * The word that the index holds for a choice of a filter: a rune for each letter or digit, made as
 * in `render/index_pages.py`. Readers type no runes, and excerpts leave them out.
 */
export function mark(name, value) {
  const runes = [...(name[0] + value)].map((sign) => FIRST_RUNE + Number.parseInt(sign, 36));
  return String.fromCodePoint(...runes);
}

/** Takes out the spaces that the index has beside Chinese characters. */
export function join(text) {
  return text.replace(GAP, (gap, left, close, open, right) =>
    SOLID.test(left) || SOLID.test(right) ? left + close + open : gap,
  );
}

/** An excerpt as [plain, marked, plain, ...]; the dot that Pagefind ends a block with becomes 。 */
export function runs(excerpt) {
  const signs = excerpt
    .replace(/[\uE000\uE001]/gu, "")
    .replace(MARKS, "")
    .replaceAll("<mark>", OPEN)
    .replaceAll("</mark>", CLOSE)
    .replace(/([。！？；])(?:\s*\.)+/gu, "$1")
    .replace(/(\p{Script=Han})(?:\s*\.)+/gu, "$1。")
    .replace(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity]);
  return join(signs).replaceAll(CLOSE + OPEN, "").replace(/^[。，、：；！？\s]+/u, "").split(/[\uE000\uE001]/u);
}

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function marked(excerpt) {
  return runs(excerpt).map((text, place) => (place % 2 ? element("mark", "", text) : text));
}

/** The address of a result, or null if it leads away from this site. */
function inside(address) {
  const url = new URL(address, location.href);
  return url.origin === location.origin ? url.href : null;
}

function card(found) {
  const link = element("a", "", join(found.meta.title ?? ""));
  link.href = inside(found.url) ?? "#main";
  const about = [found.meta.type, found.meta.region].filter(Boolean).map(join).join("，");
  return element(
    "li",
    "",
    element("h3", "", link),
    element("p", "meta", about),
    element("p", "", ...marked(found.excerpt)),
  );
}

/** Pages that hold every word exactly, in the order of `ranked`: quoted searches have no ranking. */
async function holdingAll(ask, words, ranked) {
  const lists = [];
  for (const word of words) lists.push(await ask(`"${word}"`));
  const [first, ...rest] = lists;
  const others = rest.map((list) => new Set(list.map((result) => result.id)));
  const ranks = new Map(ranked.map((result, rank) => [result.id, rank]));
  const rank = (result) => ranks.get(result.id) ?? ranks.size;
  return first
    .filter((result) => others.every((ids) => ids.has(result.id)))
    .sort((one, other) => rank(one) - rank(other));
}

/** The results, and whether they are only near, for want of pages that hold the very words. */
async function search(index, query, marks) {
  const words = query.split(SEPARATORS).map(cut).filter(Boolean);
  if (!words.length) return { results: [], near: false };
  const ask = async (text) => (await index.search(text)).results;
  const among = [];
  for (const word of marks) among.push(new Set((await ask(`"${word}"`)).map((one) => one.id)));
  const narrowed = (results) => results.filter(({ id }) => among.every((ids) => ids.has(id)));
  const ranked = narrowed(await ask(words.join(" ")));
  const exact = narrowed(await holdingAll(ask, words, ranked));
  return exact.length ? { results: exact, near: false } : { results: ranked, near: true };
}

async function openIndex() {
  const index = await import(new URL("../pagefind/pagefind.js", import.meta.url));
  await index.options({ noWorker: true, excerptLength: 60 });
  return index;
}

/** The results part of the page, and what is said about it. */
class Results {
  constructor(place, status) {
    this.place = place;
    this.status = status;
    this.lists = place.querySelector("#search-lists");
    this.advice = this.lists.querySelector("p");
    this.head = element("h2");
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

  start(query) {
    this.head.textContent = `“${query}”的搜索结果`;
    this.count.textContent = "正在搜索……";
    this.place.replaceChildren(this.head, this.count);
  }

  fail() {
    this.say("搜索没有打开，可能是网络不通。可以过一会儿再试，或者从下面的清单找。");
    this.lists.hidden = false;
    this.advice.textContent = "按清单找：";
    this.place.append(this.lists);
  }

  none(query, filtered) {
    const narrower = filtered ? "，或者把种类和地区改成“全部”" : "";
    this.say(`没有找到与“${query}”有关的内容。可以换一个更短的词再试${narrower}。没有找到，不代表没有。`);
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
    this.list.append(card(await first.data()));
    const found = await Promise.all(others.map((result) => result.data()));
    this.list.append(...found.map(card));
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
  const marks = [];
  for (const name of ["type", "region"]) {
    const select = form.elements[name];
    select.value = asked.get(name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
    if (select.value) marks.push(mark(name, select.value));
  }
  return { query, marks };
}

function nameThePage(text) {
  const site = document.title.split(" - ").pop();
  document.title = `${text} - ${site}`;
}

async function run() {
  const view = new Results(
    document.querySelector("#search-results"),
    document.querySelector("#search-status"),
  );
  const { query, marks } = readForm(document.querySelector("main form"));
  view.advice.textContent = "不知道搜什么，也可以按清单找：";
  if (!query) return;
  view.start(query);
  try {
    const { results, near } = await search(await openIndex(), query, marks);
    nameThePage(`“${query}”的搜索结果，${results.length}条`);
    if (results.length) await view.show(results, near);
    else view.none(query, marks.length > 0);
  } catch {
    view.fail();
  }
}

if (document.querySelector("#search-results")) await run();
