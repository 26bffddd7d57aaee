/**
 * Finds pages in the files of the index, and what to show of them.
 *
 * A word is answered by one entry: the pages that hold it, by where it stands in them. A word longer than the
 * index knows is asked for piece by piece.
 */

const ENOUGH = 0.5; // of the grams of a query, for a page that is only near
const [NAME, TITLE, SHARED] = [0, 1, 3]; // where a word stands in a page, best first; 2 is its own text
const RANKS = 4;
const ABSENT = RANKS; // the rank of a word in a page that does not hold it
const [MOST_SUM, MOST_PAGES] = [2 ** 10, 2 ** 30]; // more than the ranks of 100 words in all, more than any site has
const STOP = /[。！？；：，、]/u;
const BEFORE = 24;
const LENGTH = 80;

function gramsOf(word) {
  const signs = Array.from(word);
  return signs.length < 2 ? [word] : signs.slice(1).map((sign, place) => signs[place] + sign);
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

/** Where each page holds a piece of a word best, and the shared runs that hold it. */
class Answer {
  constructor(piece, count) {
    this.piece = piece;
    this.ranks = new Uint8Array(count).fill(ABSENT);
    this.runs = new Set();
  }

  note(page, rank) {
    if (rank < this.ranks[page]) this.ranks[page] = rank;
  }

  /** A place, what stands there, and whose it is. */
  addPlace(whole, number) {
    if (!whole.startsWith(this.piece)) return;
    if (number < 0) this.runs.add(~number);
    else this.note(number >> 2, Math.max(number % RANKS, whole === this.piece ? NAME : TITLE));
  }

  /** The lists of a word: its pages by rank, then the shared runs. A longer word is no name of the piece. */
  addLists(isPiece, lists) {
    for (const run of lists.pop()) this.runs.add(run);
    for (const [rank, list] of lists.entries()) this.addPages(list, isPiece ? rank : Math.max(rank, TITLE));
  }

  addPages(steps, rank) {
    for (const page of pagesOf(steps)) this.note(page, rank);
  }
}

/** How a piece goes on with the beginnings of a file, one after the other. */
class Match {
  constructor(piece) {
    this.signs = Array.from(piece);
    this.count = 0; // of its signs, with which the beginning begins
    this.isWhole = false; // whether the beginning has no others
  }

  /** The next beginning is the one before as far as its signs are the `same`, and the rest. */
  next(same, rest) {
    this.isWhole = false;
    if (same > this.count) return; // it was another before that, and so it is
    const signs = Array.from(rest);
    let more = 0;
    while (more < signs.length && signs[more] === this.signs[same + more]) more += 1;
    this.count = same + more;
    this.isWhole = more === signs.length;
  }
}

/** What the file says of a piece of a word: the first word that begins with it, else places of what begins it. */
function answer(file, piece, count) {
  const [found, match] = [new Answer(piece, count), new Match(piece)];
  const { same, counts, numbers } = file;
  const [keys, tails] = [file.keys.split("|"), file.tails.split("|")];
  let [tail, at] = [0, 0];
  for (const [number, places] of counts.entries()) {
    match.next(Number.parseInt(same[number], 36), keys[number]);
    if (match.isWhole && places) {
      const begun = match.signs.slice(0, match.count).join("");
      for (let place = 0; place < places; place += 1) found.addPlace(begun + tails[tail + place], numbers[at + place]);
    }
    [tail, at] = [tail + places, at + places];
    if (places) continue;
    const lists = [];
    while (lists.length <= RANKS) lists.push([at + 1, (at += 1 + numbers[at])]);
    if (match.count < match.signs.length) continue;
    found.addLists(match.isWhole, lists.map((range) => numbers.slice(...range)));
    break;
  }
  return found;
}

export class Finder {
  constructor(site, files, { plain, piecesOf }) {
    this.site = site;
    this.files = files;
    this.plain = plain;
    this.piecesOf = piecesOf;
  }

  async stepsOf(run) {
    const [, runs] = await this.files.holding("runs", run);
    return runs.find(([number]) => number === run).slice(1);
  }

  /** The best place in which each page holds a piece of a word. */
  async piece(piece, count) {
    const [, file] = await this.files.holding("words", piece);
    if (!file) return new Uint8Array(count).fill(ABSENT);
    const found = answer(file, piece, count);
    const lists = await Promise.all([...found.runs].map((run) => this.stepsOf(run)));
    for (const steps of lists) found.addPages(steps, SHARED);
    return found.ranks;
  }

  /** The best place in which each page holds a word: all of its pieces. */
  async ranks(word, count) {
    const [ranks, ...others] = await Promise.all(this.piecesOf(word).map((piece) => this.piece(piece, count)));
    for (const other of others) for (const [page, rank] of other.entries()) ranks[page] = Math.max(ranks[page], rank);
    return ranks;
  }

  /** Those of the wanted pages that hold so many of the words: first those with most, then by where they stand. */
  async holding(words, least, wanted) {
    const places = new Float64Array(wanted.length); // the words that a page does not hold, and where it holds the others
    for (const ranks of await Promise.all(words.map((word) => this.ranks(word, wanted.length)))) {
      for (let page = 0; page < ranks.length; page += 1) places[page] += ranks[page] === ABSENT ? MOST_SUM : ranks[page];
    }
    const most = (words.length - Math.ceil(least) + 1) * MOST_SUM;
    // One number a page: as numbers are sorted, so are places and pages, and a phone has little to do.
    const order = [];
    for (let page = 0; page < places.length; page += 1) {
      if (wanted[page] && places[page] < most) order.push(places[page] * MOST_PAGES + page);
    }
    return Array.from(Float64Array.from(order).sort(), (place) => place % MOST_PAGES);
  }

  /** Whether each page is of a kind and a prefecture; either may be "". */
  async wanted({ type, region }) {
    const { groups } = await this.files.pages();
    const wanted = new Uint8Array(groups.reduce((sum, [, , count]) => sum + count, 0));
    let page = 0;
    for (const [kind, prefecture, count] of groups) {
      const isWanted = [kind, ""].includes(type) && [prefecture, ""].includes(region);
      wanted.fill(Number(isWanted), page, (page += count));
    }
    return wanted;
  }

  async find(words, filters) {
    const wanted = await this.wanted(filters);
    const parts = [...new Set(words.map(this.plain).filter(Boolean))];
    if (words.length && !parts.length) return this.found([], []);
    const exact = await this.holding(parts, parts.length, wanted);
    if (exact.length || !words.length || !wanted.includes(1)) return this.found(exact, parts);
    const grams = [...new Set(parts.flatMap(gramsOf))];
    return this.found(await this.holding(grams, grams.length * ENOUGH, wanted), grams, true);
  }

  /** The results; the first is there already, so that who shows them need not wait. */
  async found(pages, words, near = false) {
    if (pages.length) await this.files.facts(pages[0]);
    return { results: pages.map((page) => ({ data: () => this.facts(page, words) })), near };
  }

  async facts(page, words) {
    const { path, title, type, region, text, quick } = await this.files.facts(page);
    const about = [type, region].filter(Boolean);
    const address = new URL(path, this.site).href;
    const inTitle = (word) => this.plain(title).includes(word);
    return { address, title, about, excerpt: excerpt(text, words, this.plain, inTitle), quick };
  }
}

/** The plain text with a blank for each stop, and where each part of it begins and ends in the text. */
function traced(text, plain) {
  const [begins, ends, lefts] = [[], [], new Map()];
  let [kept, place] = ["", 0];
  for (const sign of text) {
    let left = sign;
    if (sign < "一" || sign > "鿿") { // most signs stay what they are; the others come again and again
      left = lefts.get(sign) ?? (STOP.test(sign) ? " " : plain(sign));
      lefts.set(sign, left);
    }
    for (let unit = 0; unit < left.length; unit += 1) {
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
export function excerpt(text, words, plain, isKnown = () => false) {
  const trace = traced(text, plain);
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
