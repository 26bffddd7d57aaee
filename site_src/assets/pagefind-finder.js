/**
 * Finds pages in the index that Pagefind makes, for sites built with `--search pagefind`.
 *
 * The index is made from text with a space around every Chinese character, so that a query cut the
 * same way and put in quotes finds exactly the pages that hold it.
 */

import { run } from "./search.js";

const FIRST_RUNE = 0x16a0;
const MARKS = /[\u16A0-\u16C3]+/gu;
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
    .replaceAll("<mark></mark>", "")
    .replaceAll("<mark>", OPEN)
    .replaceAll("</mark>", CLOSE)
    .replace(/([。！？；])(?:\s*\.)+/gu, "$1")
    .replace(/(\p{Script=Han})(?:\s*\.)+/gu, "$1。")
    .replace(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity]);
  return join(signs).replaceAll(CLOSE + OPEN, "").replace(/^[。，、：；！？\s]+/u, "").split(/[\uE000\uE001]/u);
}

class Finder {
  constructor(index) {
    this.index = index;
  }

  async ask(text) {
    return (await this.index.search(text)).results;
  }

  /** Pages that hold every word exactly, in the order of `ranked`: quoted searches have no ranking. */
  async holding(words, ranked) {
    const lists = [];
    for (const word of words) lists.push(await this.ask(`"${word}"`));
    const [first, ...rest] = lists;
    const others = rest.map((list) => new Set(list.map((result) => result.id)));
    const ranks = new Map(ranked.map((result, rank) => [result.id, rank]));
    const rank = (result) => ranks.get(result.id) ?? ranks.size;
    return first
      .filter((result) => others.every((ids) => ids.has(result.id)))
      .sort((one, other) => rank(one) - rank(other));
  }

  async find(words, filters) {
    const chosen = Object.entries(filters).filter(([, value]) => value);
    const marks = chosen.map(([name, value]) => mark(name, value));
    if (!words.length) return found(await this.holding(marks, []), false);
    const parts = words.map(cut).filter(Boolean);
    if (!parts.length) return found([], false);
    const among = [];
    for (const word of marks) among.push(new Set((await this.ask(`"${word}"`)).map(({ id }) => id)));
    const narrowed = (results) => results.filter(({ id }) => among.every((ids) => ids.has(id)));
    const ranked = narrowed(await this.ask(parts.join(" ")));
    const exact = narrowed(await this.holding(parts, ranked));
    return exact.length ? found(exact, false) : found(ranked, true);
  }
}

function found(results, near) {
  return { results: results.map((result) => ({ data: async () => facts(await result.data()) })), near };
}

function facts({ url, meta, excerpt }) {
  const about = [meta.type, meta.region].filter(Boolean).map(join);
  return { address: url, title: join(meta.title ?? ""), about, excerpt: runs(excerpt) };
}

/** The finder of this site. */
export async function open() {
  const index = await import(new URL("../pagefind/pagefind.js", import.meta.url));
  await index.options({ noWorker: true, excerptLength: 60 });
  return new Finder(index);
}

run(open);
