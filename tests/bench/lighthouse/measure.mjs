// Measures addresses with Lighthouse as it is by default: a slow phone on a slow line.
// Input: one line of JSON, { chrome, urls: [[address, [category, ...]], ...] }. Output: a line of JSON each.
import { createInterface } from "node:readline";
import { once } from "node:events";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const AUDITS = ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "total-byte-weight"];

const [line] = await once(createInterface({ input: process.stdin }), "line");
const { chrome, urls } = JSON.parse(line);
for (const [url, onlyCategories] of urls) {
  const browser = await launch({ chromePath: chrome, chromeFlags: FLAGS });
  try {
    const { lhr } = await lighthouse(url, { port: browser.port, onlyCategories, logLevel: "silent" });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const figures = Object.fromEntries(AUDITS.map((id) => [id, lhr.audits[id]?.numericValue ?? null]));
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score]));
    const failed = Object.values(lhr.categories).flatMap(({ id, auditRefs }) =>
      auditRefs.filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score < 1 && lhr.audits[ref.id].score !== null)
        .map((ref) => `${id}/${ref.id}`));
    const versions = { lighthouse: lhr.lighthouseVersion, browser: lhr.environment.hostUserAgent };
    console.log(JSON.stringify({ url, final: lhr.finalDisplayedUrl, scores, figures, failed, versions }));
  } finally {
    await browser.kill();
  }
}
