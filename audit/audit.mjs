// Judges a built site against its budgets: node audit.mjs SITE. Prints a table; exits 1 where a budget is missed.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { computeMedianRun } from "lighthouse/core/lib/median-run.js";
import { served } from "./serve.mjs";

const RUNS = 3;
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const SCORES = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
const SHIFT = 0.02; // how far what is read may move while the page loads (CLS)
const OPTIONS = { logLevel: "error", onlyCategories: Object.keys(SCORES), disableFullPageScreenshot: true };
const HOME = { kilobytes: 100, requests: 12 };
const OTHER = { kilobytes: 130, requests: 12 };
const KILOBYTE = 1024;
const PLACES = 5; // of each fault, and four times as many errors of HTML, are shown

/** Returns the pages to measure: those that readers meet first, and the longest page of a statute. */
function pages(site) {
  const statutes = readdirSync(join(site, "statutes")).map((name) => `statutes/${name}`);
  const longest = statutes.sort((a, b) => statSync(join(site, b)).size - statSync(join(site, a)).size)[0];
  return ["index.html", "timeline.html", longest, "numbers.html", "who-says-what.html"];
}

/** Says what is going on to someone who looks on; a file or a pipe gets results only. */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

/** Runs Lighthouse as on a phone, several times, and returns the median run. */
async function measure(address, port) {
  const runs = [];
  for (let run = 1; run <= RUNS; run += 1) {
    progress(`${new URL(address).pathname.slice(1)}: run ${run} of ${RUNS}`);
    const { lhr } = await lighthouse(address, { port, ...OPTIONS });
    runs.push(lhr);
  }
  progress("");
  return computeMedianRun(runs);
}

/** Returns the figures of a page with whether each keeps its budget. */
function judge(page, result) {
  const requests = result.audits["network-requests"].details.items.filter((item) => item.url.startsWith("http"));
  const kilobytes = requests.reduce((sum, item) => sum + item.transferSize, 0) / KILOBYTE;
  const budget = page === "index.html" ? HOME : OTHER;
  const shift = result.audits["cumulative-layout-shift"].numericValue;
  const scores = Object.entries(SCORES).map(([name, least]) => {
    const score = Math.round(result.categories[name].score * 100);
    return [name, score, score >= least];
  });
  return [
    ...scores,
    ["shift", shift.toFixed(3), shift < SHIFT],
    ["KB", kilobytes.toFixed(1), kilobytes <= budget.kilobytes],
    ["requests", requests.length, requests.length <= budget.requests],
    ["paint s", (result.audits["largest-contentful-paint"].numericValue / 1000).toFixed(2), true],
    ["blocked ms", Math.round(result.audits["total-blocking-time"].numericValue), true],
  ];
}

/** Prints what Lighthouse found fault with, so that a miss can be mended. */
function explain(result) {
  for (const name of Object.keys(SCORES)) {
    for (const { id, weight } of result.categories[name].auditRefs) {
      const { score, title, displayValue, details } = result.audits[id];
      if (!weight || score === null || score >= 0.9) continue;
      console.log(`    ${name}: ${title} ${displayValue ?? ""}`);
      const places = (details?.items ?? []).map((item) => item.node?.selector ?? item.url).filter(Boolean);
      for (const place of places.slice(0, PLACES)) console.log(`        ${place}`);
    }
  }
}

async function browse(site) {
  const chrome = await launch({ chromePath: process.env.BROWSER, chromeFlags: FLAGS, logLevel: "error" });
  const misses = [];
  try {
    await served(site, async (address) => {
      for (const page of pages(site)) {
        const result = await measure(`${address}/${page}`, chrome.port);
        const figures = judge(page, result);
        console.log(`${page.padEnd(28)} ${figures.map(([name, value, ok]) => `${name} ${value}${ok ? "" : "!"}`).join("  ")}`);
        const missed = figures.filter(([, , ok]) => !ok).map(([name, value]) => `${page}: ${name} ${value}`);
        if (missed.length) explain(result);
        misses.push(...missed);
      }
    });
  } finally {
    chrome.kill();
  }
  return misses;
}

/** Returns each HTML error of the site, as the checker of the HTML standard's editors sees it. */
function htmlErrors(site) {
  const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
  const done = spawnSync("java", ["-jar", jar, "--skip-non-html", "--errors-only", site], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  const lines = done.stderr.split("\n").filter(Boolean);
  return done.status && !lines.length ? [`the checker ended with ${done.status}`] : lines;
}

const site = process.argv[2];
progress("HTML checker");
const errors = htmlErrors(site);
progress("");
console.log(`HTML errors: ${errors.length}`);
for (const error of errors.slice(0, 4 * PLACES)) console.log(`    ${error.replace(`file:${site}/`, "")}`);
const misses = [...errors, ...(await browse(site))];
console.log(misses.length ? `${misses.length} missed` : "Every budget is kept");
process.exitCode = misses.length ? 1 : 0;
