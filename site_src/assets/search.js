/**
 * The search page. Reads ?q=, ?type= and ?region=, asks the finder that has called; search-results.js writes what
 * it finds.
 *
 * `open()` gives a finder, which has `find(words, {type, region})`: the results, and whether
 * they are only near, for want of pages that hold the very words. No words at all ask for the pages of the filters.
 */

const SEPARATORS = /[\s、，,；;。：！？]+/u;

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

/** What is found; asked for a second time, of the newest index, when a file was not there. */
async function find(open, words, filters) {
  try {
    return await (await open()).find(words, filters);
  } catch {
    return (await open(true)).find(words, filters);
  }
}

function line(name, text) {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

/** What stands in the place of the results until they are there. */
function begin(place, heading) {
  const [head, count] = [line("h2", heading), line("p", "正在搜索……")];
  head.tabIndex = -1;
  count.className = "lead";
  place.replaceChildren(head, count);
  return { head, count };
}

/** The whole page, with a way to open its finder; nothing on other pages. */
export async function run(open) {
  const [place, status, lists] = ["results", "status", "lists"].map((name) => document.querySelector(`#search-${name}`));
  if (!place) return;
  const advice = lists.querySelector("p");
  const { query, filters, chosen } = readForm(document.querySelector("main form"));
  advice.textContent = "不知道搜什么，也可以按清单找：";
  const asked = query || chosen.join("，");
  if (!asked) return;
  const finding = find(open, query ? query.split(SEPARATORS) : [], filters);
  finding.catch(() => {}); // told when it is shown
  const heading = query ? `“${query}”的搜索结果` : `“${asked}”的全部内容`;
  const { head, count } = begin(place, heading);
  const say = (text) => [count, status].forEach((node) => (node.textContent = text));
  try {
    const { show } = await import("./search-results.js");
    await show({ place, lists, head, count, say, heading, asked, isNarrowed: chosen.length > 0 }, finding);
  } catch {
    say("搜索没有打开，可能是网络不通。可以过一会儿再试，或者从下面的清单找。");
    lists.hidden = false;
    advice.textContent = "按清单找：";
    place.append(lists);
  }
}
