/**
 * Finds pages in the index of our own; generator/render/search_index.py says how it is made.
 *
 * A word is asked for by every second gram of it. It stands where these stand side by side, so that
 * what is found holds the very word, and nothing that holds it is missed.
 */

const SPAN = 2 ** 26; // more than the text of a unit is long
const STOP = /[。！？；：，、]/u;
const ENOUGH = 0.5; // of the grams of a query, for a page that is only near
const BEFORE = 24;
const LENGTH = 80;
const [NAME, TITLE, OWN, SHARED] = [0, 1, 2, 3]; // where a word stands in a page, best first

/** What a search compares, as `plain` in search_index.py: NFKC, lower case, no blanks and marks. */
export function plain(text) {
  const kept = text.normalize("NFKC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
  return Array.from(kept, (sign) => sign.toLowerCase()).join("");
}

function gramsOf(word) {
  const signs = Array.from(word);
  return signs.length < 2 ? [word] : signs.slice(1).map((sign, place) => signs[place] + sign);
}

async function read(address, settings) {
  const answer = await fetch(address, settings);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** The files of the index, each read once. */
class Files {
  constructor(folder, contents) {
    this.folder = folder;
    this.contents = contents;
    this.known = new Map();
  }

  /** The place in the list of the last file that begins at or before the key. */
  placeOf(kind, key) {
    const list = this.contents[kind];
    let [low, high] = [0, list.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (list[middle][0] <= key) low = middle;
      else high = middle;
    }
    return low;
  }

  at(kind, place) {
    const name = `${kind}-${place}-${this.contents[kind][place][1]}.json`;
    if (!this.known.has(name)) this.known.set(name, read(new URL(name, this.folder)));
    return this.known.get(name);
  }

  /** The entry of a unit or page. */
  async entry(kind, number) {
    const place = this.placeOf(kind, number);
    return (await this.at(kind, place))[number - this.contents[kind][place][0]];
  }

  /** The files that may hold grams for the piece of a word, as [gram, postings]. */
  async grams(piece) {
    const first = this.placeOf("grams", piece);
    const last = this.placeOf("grams", `${piece}\uFFFF`);
    const places = Array.from({ length: last - first + 1 }, (_, more) => first + more);
    const files = await Promise.all(places.map((place) => this.at("grams", place)));
    return files.flatMap(Object.entries);
  }
}

/** Whether postings of the gram are of the piece: one begins with the other, by two signs at least. */
function fits(gram, piece) {
  return gram.startsWith(piece) || (piece.startsWith(gram) && Array.from(gram).length > 1);
}

function addPlaces(steps, places) {
  let [unit, offset] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    if (steps[at]) offset = 0;
    unit += steps[at];
    offset += steps[at + 1];
    places.add(unit * SPAN + offset);
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

class Finder {
  constructor(site, files) {
    this.site = site;
    this.files = files;
    this.groups = files.contents.groups;
    this.total = this.groups.reduce((sum, [, , count]) => sum + count, 0);
  }

  /** Every place that begins with the piece, or at least with its first two signs. */
  async places(piece) {
    const places = new Set();
    for (const [gram, steps] of await this.files.grams(piece)) {
      if (fits(gram, piece)) addPlaces(steps, places);
    }
    return places;
  }

  /** Every place of a word. */
  async standing(word) {
    const signs = Array.from(word);
    const shifts = [];
    for (let shift = 0; shift < Math.max(1, signs.length - 1); shift += 2) shifts.push(shift);
    if (signs.length % 2 && signs.length > 1) shifts.push(signs.length - 2);
    const pieces = shifts.map((shift) => this.places(signs.slice(shift).join("")));
    const [first, ...others] = await Promise.all(pieces);
    const isWhole = (place) => others.every((set, at) => set.has(place + shifts[at + 1]));
    return [...first].filter(isWhole);
  }

  /** The pages among these, whose titles begin with the word, that have no other title. */
  async named(pages, word) {
    const sign = Array.from(word).at(-1);
    const file = await this.files.at("grams", this.files.placeOf("grams", sign));
    const ends = new Set();
    if (Object.hasOwn(file, sign)) addPlaces(file[sign], ends);
    return pages.filter((page) => ends.has(page * SPAN + Array.from(word).length - 1));
  }

  /** Page → the best place in which it holds a word. */
  async ranks(word) {
    const ranks = new Map();
    const note = (page, rank) => ranks.set(page, Math.min(rank, ranks.get(page) ?? rank));
    const [shared, begun] = [new Set(), []];
    for (const place of await this.standing(word)) {
      const unit = Math.floor(place / SPAN);
      if (unit >= this.total) shared.add(unit);
      else note(unit, place % SPAN < this.files.contents.start ? TITLE : OWN);
      if (unit < this.total && place % SPAN === 0) begun.push(unit);
    }
    if (begun.length > 1) for (const page of await this.named(begun, word)) note(page, NAME);
    const lists = await Promise.all([...shared].map((unit) => this.files.entry("units", unit)));
    for (const page of lists.flatMap(pagesOf)) note(page, SHARED);
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
    const lead = (one, other) =>
      counts.get(other) - counts.get(one) || sums.get(one) - sums.get(other) || one - other;
    return [...counts.keys()].filter((page) => counts.get(page) >= least).sort(lead);
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
    const { path, title, type, region, text, quick } = await this.files.entry("facts", page);
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
    const left = STOP.test(sign) ? " " : plain(sign);
    for (const _ of left.split("")) {
      begins.push(place);
      ends.push(place + sign.length);
    }
    kept += left;
    place += sign.length;
  }
  return { kept, begins, ends };
}

/** Where the words stand in a text, as [begin, end]; what touches is one. */
function hits(text, words) {
  const { kept, begins, ends } = traced(text);
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
  const all = hits(text, words);
  const news = hits(text, words.filter((word) => !isKnown(word)));
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
export async function open() {
  const site = new URL("../", import.meta.url);
  const folder = new URL("search/", site);
  const contents = await read(new URL("index.json", folder), { cache: "no-cache" });
  return new Finder(site, new Files(folder, contents));
}
