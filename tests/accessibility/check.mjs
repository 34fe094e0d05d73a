// Looks at report pages in Chromium as people do who cannot see, have a small screen, magnify,
// use a keyboard or prefer the dark: node check.mjs PAGE.html...
// Prints a line for each page and view; exits with 1 where something was found.

import { readFileSync, existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const BROWSERS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const VIEWS = [
  { name: "wide", width: 1280, colorScheme: "light" },
  { name: "wide and dark", width: 1280, colorScheme: "dark" },
  { name: "200 %", width: 640, colorScheme: "light" },
  { name: "320 px", width: 320, colorScheme: "light" },
  { name: "320 px and dark", width: 320, colorScheme: "dark" },
];

/** What axe-core finds, a line for each rule with its first place. */
async function findViolations(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, help, nodes }) => `${id}: ${help}, ${nodes.length} times, first ${nodes[0].target} ${nodes[0].any[0]?.message ?? ""}`);
}

/** The elements that stick out of the window or of their cell, or that one must scroll sideways in. */
async function findSideways(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      if (["auto", "scroll"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
        found.push(`one must scroll in ${element.tagName} ${element.className}`);
      }
      if (["TD", "TH"].includes(element.tagName) && element.scrollWidth > element.clientWidth + 1) {
        found.push(`“${element.textContent.trim().slice(0, 30)}” is wider than its cell`);
      }
      const box = element.getBoundingClientRect();
      if (box.width && box.right > root.clientWidth + 1 && !element.closest("svg") && style.position !== "absolute") {
        found.push(`${element.tagName} “${element.textContent.trim().slice(0, 30)}” ends at ${Math.round(box.right)} px`);
      }
    }
    return found.slice(0, 5);
  });
}

/** What somebody with a keyboard does not reach: each link once, visibly, the first to skip. */
async function findUnreachable(page) {
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const { outlineStyle } = getComputedStyle(document.activeElement);
    const box = document.activeElement.getBoundingClientRect();
    return { href: document.activeElement.getAttribute("href"), outlineStyle, left: box.left };
  });
  const found = [];
  if (first.href !== "#summary") found.push("the first key press does not lead to the summary");
  if (first.outlineStyle === "none" || first.left < 0) found.push("what has the focus cannot be seen");
  return found;
}

/** What the browser's own print would lose: nothing of the screen alone, and dark ink on white. */
async function findUnprintable(page) {
  await page.emulateMedia({ media: "print" });
  return page.evaluate(() => {
    const shown = (selector) => [...document.querySelectorAll(selector)].some((element) => element.getClientRects().length);
    const found = shown(".skip, .in-words") ? ["print shows what is for the screen alone"] : [];
    const [red] = getComputedStyle(document.body).color.match(/\d+/g).map(Number);
    return red > 128 ? [...found, "print has pale ink"] : found;
  });
}

const executablePath = BROWSERS.find((path) => path && existsSync(path));
if (!executablePath) {
  console.error("no Chromium is installed; on Debian and Ubuntu: apt install chromium");
  process.exit(2);
}
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  for (const view of VIEWS) {
    const page = await browser.newPage({ viewport: { width: view.width, height: 800 }, colorScheme: view.colorScheme });
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(resolve(file)).href);
    const found = [
      ...(await findViolations(page)),
      ...(await findSideways(page)),
      ...(await findUnreachable(page)),
      ...requests.slice(1).map((url) => `the page asks for ${url.slice(0, 80)}`),
      ...(await findUnprintable(page)),
    ];
    await page.close();
    failed += found.length > 0;
    passed += found.length === 0;
    console.log(`${found.length ? "fails" : "keeps"}  ${view.name.padEnd(15)} ${basename(file)}`);
    for (const line of found) console.log(`       ${line}`);
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
