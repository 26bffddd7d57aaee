/**
 * Asks the index of our own; generator/render/search_index says how it is made.
 *
 * This comes with the search page, so that the files in which the words stand are asked for at once. What is
 * made of them is in ranking.js, which comes while they do.
 */

import { run } from "./search.js";
import contents from "../search/index.js";

const DIGEST = 12; // signs of what a name has of the content of a file
const LONGEST = 24; // signs of a beginning in the index
const APART = 8; // signs between the pieces of a longer word

/** What a search compares, as `plain` in words.py: NFKC, lower case, no blanks and marks. */
export function plain(text) {
  const signs = text.replace(/[\s，。：；、（）“”〔〕《》]/gu, "");
  if (/^[0-9a-z一-鿿]*$/.test(signs)) return signs; // the classes below take a phone its time
  const kept = signs.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return Array.from(kept, (sign) => sign.toLowerCase()).join("");
}

/** What is asked for in place of a word. */
export function piecesOf(word) {
  const signs = Array.from(word);
  const begins = [Math.max(0, signs.length - LONGEST)];
  for (let begin = 0; begin < signs.length - LONGEST; begin += APART) begins.push(begin);
  return begins.map((begin) => signs.slice(begin, begin + LONGEST).join(""));
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.json();
}

/** The last of the files, or lists of files, that begins at or before the key: its first key and its name. */
function lastBefore([keys, names], key) {
  let first = 0;
  const firsts = keys.split?.("|") ?? keys.map((step) => (first += step));
  let [low, high] = [0, firsts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= key) low = middle;
    else high = middle;
  }
  return [firsts[low], names.slice(low * DIGEST, (low + 1) * DIGEST)];
}

/** The files of the index, each read once. */
class Files {
  constructor(folder, contents) {
    this.folder = folder;
    this.contents = contents;
    this.known = new Map();
  }

  read(name) {
    if (!this.known.has(name)) this.known.set(name, read(new URL(`${name}.json`, this.folder)));
    return this.known.get(name);
  }

  /** The counts of pages, and the names of all files but those of words. */
  pages() {
    return this.read(`pages-${this.contents.pages}`);
  }

  /** The first key of the file of a kind that holds the key, and the file; nothing when there is none. */
  async holding(kind, key) {
    let [depth, ...listed] = kind === "words" ? this.contents.words : (await this.pages())[kind];
    for (; depth > 0; depth -= 1) listed = await this.read(`list-${lastBefore(listed, key)[1]}`);
    const [first, name] = lastBefore(listed, key);
    return name ? [first, await this.read(`${kind}-${name}`)] : [];
  }

  async facts(page) {
    const [first, pages] = await this.holding("facts", page);
    return pages[page - first];
  }
}

/** The finder of this site. `anew`: the browser may have kept the list of an older index, of which files are gone. */
export async function open(anew = false) {
  const site = new URL("../", import.meta.url);
  const list = anew ? (await import(`../search/index.js?${Date.now()}`)).default : contents;
  const files = new Files(new URL("search/", site), list);
  const ranking = import("./ranking.js");
  return {
    async find(words, filters) {
      const asked = [...words.map(plain).flatMap(piecesOf).filter(Boolean).map((piece) => files.holding("words", piece)), files.pages()];
      for (const one of [...asked, ranking]) one.catch(() => {}); // told when it is needed
      const { Finder } = await ranking;
      return new Finder(site, files, { plain, piecesOf }).find(words, filters);
    },
  };
}

run(open);
