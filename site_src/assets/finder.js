/**
 * Finds pages in the index of our own; generator/render/search_index says how it is made.
 *
 * A word is answered by one entry: the pages that hold it, by where it stands in them. A word longer
 * than the index knows is asked for piece by piece.
 */

const LONGEST = 24; // signs of a beginning in the index
const APART = 8; // signs between the pieces of a longer word
const STOP = /[。！？；：，、]/u;
const ENOUGH = 0.5; // of the grams of a query, for a page that is only near
const BEFORE = 24;
const LENGTH = 80;
const [NAME, TITLE, SHARED] = [0, 1, 3]; // where a word stands in a page, best first; 2 is its own text
const RANKS = 4;
const [MOST_SUM, MOST_PAGES] = [2 ** 10, 2 ** 30]; // more than the ranks of 100 words in all, more than any site has

/** What a search compares, as `plain` in search_index.py: NFKC, lower case, no blanks and marks. */
export function plain(text) {
  const kept = text.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return Array.from(kept, (sign) => sign.toLowerCase()).join("");
}

function gramsOf(word) {
  const signs = Array.from(word);
  return signs.length < 2 ? [word] : signs.slice(1).map((sign, place) => signs[place] + sign);
}

async function read(asked) {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.json();
}

/** The last of the files, or lists of files, that begins at or before the key. */
function lastBefore(listed, key) {
  let [low, high] = [0, listed.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (listed[middle][0] <= key) low = middle;
    else high = middle;
  }
  return listed[low]?.[1];
}

/** The files of the index, each read once. */
class Files {
  constructor(folder, contents) {
    this.folder = folder;
    this.contents = contents;
    this.known = new Map();
  }

  read(name) {
    if (!this.known.has(name)) this.known.set(name, read(fetch(new URL(`${name}.json`, this.folder))));
    return this.known.get(name);
  }

  /** The name of the file of a kind that holds the key, if any does. */
  async named(kind, key) {
    let [depth, listed] = this.contents[kind];
    for (; depth > 0; depth -= 1) listed = await this.read(`list-${lastBefore(listed, key)}`);
    return lastBefore(listed, key);
  }

  /** The file of a kind that holds the key, if any does. */
  async holding(kind, key) {
    const name = await this.named(kind, key);
    return name && this.read(`${kind}-${name}`);
  }

  facts(page) {
    return this.holding("facts", page);
  }

  async pagesOf(run) {
    const file = await this.holding("runs", run);
    return pagesOf(file.find(([number]) => number === run).slice(1));
  }
}

/** Pages from their distances; -n stands for n pages in a row. */
function pagesOf(steps) {
  const pages = [];
  let page = -1;
  for (const step of steps) {
    if (step > 0) pages.push((page += step));
    else for (let more = step; more < 0; more += 1) pages.push((page += 1));
  }
  return pages;
}

/** The pages found for a piece of a word, each with the best rank, and the shared runs that hold it. */
class Answer {
  constructor(piece) {
    this.piece = piece;
    this.ranks = new Map();
    this.runs = new Set();
  }

  note(page, rank, whole) {
    const best = Math.max(rank, whole === this.piece ? NAME : TITLE); // more than the piece is no name of it
    this.ranks.set(page, Math.min(best, this.ranks.get(page) ?? best));
  }

  /** A place, what stands there, and whose it is. */
  addPlace(whole, number) {
    if (!whole.startsWith(this.piece)) return;
    if (number < 0) this.runs.add(~number);
    else this.note(number >> 2, number % RANKS, whole);
  }

  /** The lists of a word: its pages by rank, then the shared runs. */
  addLists(word, lists) {
    for (const run of lists.pop()) this.runs.add(run);
    for (const [rank, list] of lists.entries()) {
      for (const page of pagesOf(list)) this.note(page, rank, word);
    }
  }
}

/** The beginnings in a file; each is written without the signs that it has in common with the one before. */
function beginnings({ same, keys }) {
  let signs = [];
  return keys.split("|").map((rest, number) => {
    signs = [...signs.slice(0, Number.parseInt(same[number], 36)), ...rest];
    return signs.join("");
  });
}

/** What the file says of a piece of a word: the first word that begins with it, else places of what begins it. */
function answer(file, piece) {
  const found = new Answer(piece);
  const { counts, numbers } = file;
  const tails = file.tails.split("|");
  let [tail, at] = [0, 0];
  for (const [number, begun] of beginnings(file).entries()) {
    for (const end = at + counts[number]; at < end; at += 1, tail += 1) {
      if (piece.startsWith(begun)) found.addPlace(begun + tails[tail], numbers[at]);
    }
    if (counts[number]) continue;
    const lists = [];
    while (lists.length <= RANKS) lists.push(numbers.slice(at + 1, (at += 1 + numbers[at])));
    if (!begun.startsWith(piece)) continue;
    found.addLists(begun, lists);
    break;
  }
  return found;
}

class Finder {
  constructor(site, files) {
    this.site = site;
    this.files = files;
    this.groups = files.contents.groups;
  }

  /** Page → the best place in which it holds a piece of a word. */
  async piece(piece) {
    const file = await this.files.holding("words", piece);
    if (!file) return new Map();
    const { ranks, runs } = answer(file, piece);
    const lists = await Promise.all([...runs].map((run) => this.files.pagesOf(run)));
    for (const page of lists.flat()) if (!ranks.has(page)) ranks.set(page, SHARED);
    return ranks;
  }

  /** Page → the best place in which it holds a word. */
  async ranks(word) {
    const signs = Array.from(word);
    const begins = [Math.max(0, signs.length - LONGEST)];
    for (let begin = 0; begin < signs.length - LONGEST; begin += APART) begins.push(begin);
    const pieces = begins.map((begin) => this.piece(signs.slice(begin, begin + LONGEST).join("")));
    const [ranks, ...others] = await Promise.all(pieces);
    for (const [page, rank] of ranks) {
      if (others.every((other) => other.has(page))) {
        ranks.set(page, Math.max(rank, ...others.map((other) => other.get(page))));
      } else ranks.delete(page);
    }
    return ranks;
  }

  /** The pages that hold so many of the words: those with most first, then by where they stand. */
  async holding(words, least) {
    const [counts, sums] = [new Map(), new Map()];
    for (const ranks of await Promise.all(words.map((word) => this.ranks(word)))) {
      for (const [page, rank] of ranks) {
        counts.set(page, (counts.get(page) ?? 0) + 1);
        sums.set(page, (sums.get(page) ?? 0) + rank);
      }
    }
    const enough = [...counts].filter(([, count]) => count >= least);
    // One number a page: as numbers are sorted, so are counts, sums and pages, and a phone has little to do.
    const order = enough.map(([page, count]) => ((words.length - count) * MOST_SUM + sums.get(page)) * MOST_PAGES + page);
    return Array.from(Float64Array.from(order).sort(), (place) => place % MOST_PAGES);
  }

  /** The pages of a kind and a prefecture; either may be "". */
  among({ type, region }) {
    const pages = [];
    let page = 0;
    for (const [kind, prefecture, count] of this.groups) {
      const isAmong = [kind, ""].includes(type) && [prefecture, ""].includes(region);
      for (const end = page + count; page < end; page += 1) if (isAmong) pages.push(page);
    }
    return pages;
  }

  async find(words, filters) {
    const among = this.among(filters);
    if (!words.length) return this.found(among, []);
    const parts = [...new Set(words.map(plain).filter(Boolean))];
    if (!parts.length || !among.length) return this.found([], []);
    this.files.named("facts", among[0]).catch(() => {}); // the list that the first result is likely in
    const wanted = new Set(among);
    const exact = (await this.holding(parts, parts.length)).filter((page) => wanted.has(page));
    if (exact.length) return this.found(exact, parts);
    const grams = [...new Set(parts.flatMap(gramsOf))];
    const near = (await this.holding(grams, grams.length * ENOUGH)).filter((page) => wanted.has(page));
    return this.found(near, grams, true);
  }

  found(pages, words, near = false) {
    return { results: pages.map((page) => ({ data: () => this.facts(page, words) })), near };
  }

  async facts(page, words) {
    const { path, title, type, region, text, quick } = await this.files.facts(page);
    const about = [type, region].filter(Boolean);
    const address = new URL(path, this.site).href;
    const inTitle = (word) => plain(title).includes(word);
    return { address, title, about, excerpt: excerpt(text, words, inTitle), quick };
  }
}

/** The plain text with a blank for each stop, and where each part of it begins and ends in the text. */
function traced(text) {
  const [begins, ends] = [[], []];
  let [kept, place] = ["", 0];
  for (const sign of text) {
    const isPlain = sign >= "一" && sign <= "鿿"; // most signs are, and need no further look
    const left = isPlain ? sign : STOP.test(sign) ? " " : plain(sign);
    for (const _ of left.split("")) {
      begins.push(place);
      ends.push(place + sign.length);
    }
    kept += left;
    place += sign.length;
  }
  return { kept, begins, ends };
}

/** Where the words stand in a traced text, as [begin, end]; what touches is one. */
function hits({ kept, begins, ends }, words) {
  const found = [];
  for (const word of words) {
    for (let at = kept.indexOf(word); at >= 0; at = kept.indexOf(word, at + 1)) {
      found.push([begins[at], ends[at + word.length - 1]]);
    }
  }
  const joined = [];
  for (const [begin, end] of found.sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([begin, end]);
  }
  return joined;
}

/** The next place that is not in the middle of a sign. */
function whole(text, place) {
  return /^[\uDC00-\uDFFF]/.test(text.slice(place)) ? place + 1 : place;
}

/** Where an excerpt begins: with a sentence, else after a stop, else in the middle. */
function beginning(text, hit) {
  if (hit <= BEFORE) return 0;
  const from = whole(text, hit - BEFORE);
  const before = text.slice(from, hit);
  const stop = [/[。！？；]/u, STOP].map((kind) => before.search(kind)).find((at) => at >= 0);
  return stop === undefined ? from : from + stop + 1;
}

/** Where an excerpt ends: with a sentence, else before a stop, else in the middle. */
function ending(text, begin, hit) {
  const most = whole(text, Math.max(begin + LENGTH, hit + BEFORE));
  if (most >= text.length) return text.length;
  const after = text.slice(hit, most);
  const sentence = /^.*[。！？；]/u.exec(after) ?? /^.*(?=[：，、])/u.exec(after);
  return sentence ? hit + sentence[0].length : most;
}

/** Whether a hit begins what is told of a thing: 手语 in 手语翻译：有。 */
function isLabel(text, [begin, end]) {
  return (!begin || STOP.test(text[begin - 1])) && /^[^。！？；：，、]{0,4}：/u.test(text.slice(end));
}

/** The hit to show: one that is told something of, else the longest. */
function telling(text, found) {
  const longest = (one, other) => (other[1] - other[0] > one[1] - one[0] ? other : one);
  return found.find((hit) => isLabel(text, hit)) ?? found.reduce(longest, [0, 0]);
}

/**
 * About LENGTH signs around the hit that tells most, as [text, hit, text, hit, ..., text]; rather
 * around a word that is not known yet, because the title does not hold it.
 */
export function excerpt(text, words, isKnown = () => false) {
  const trace = traced(text);
  const all = hits(trace, words);
  const news = hits(trace, words.filter((word) => !isKnown(word)));
  const best = telling(text, news.length ? news : all);
  const begin = beginning(text, best[0]);
  const end = ending(text, begin, best[1]);
  const parts = [];
  let place = begin;
  for (const [from, to] of all.filter(([from, to]) => from >= begin && to <= end)) {
    parts.push(text.slice(place, from), text.slice(from, to));
    place = to;
  }
  parts.push(text.slice(place, end));
  const [isCut, goesOn] = [begin && !STOP.test(text[begin - 1]), !/[。！？；]/u.test(text[end - 1])];
  if (isCut) parts[0] = `……${parts[0]}`;
  if (goesOn && end < text.length) parts.push(`${parts.pop()}……`);
  return parts;
}

/** The finder of this site. The list of files is asked for anew: it names the others by content. */
export async function open(contents) {
  const site = new URL("../", import.meta.url);
  const folder = new URL("search/", site);
  const asked = contents ?? fetch(new URL("index.json", folder), { cache: "no-cache" });
  return new Finder(site, new Files(folder, await read(asked)));
}
