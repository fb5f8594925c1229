// Firefox, driven through WebDriver BiDi, which it supports natively.
import puppeteer from 'puppeteer-core';
import { ensureBrowser } from './install.mjs';

/** Keeps the drawing that the page last sent to a worker: the 28 x 28 bytes that the network gets. Runs in the page. */
const recordDrawing = `(() => {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, options) {
    for (const { value } of message?.argumentList ?? []) {
      if (value instanceof Uint8Array && value.length === 784) window.sentDrawing = [...value];
    }
    postMessage.call(this, message, options);
  };
})()`;

/**
 * @param {string} [suffix] appended to the name and version
 * @param {Record<string, unknown>} [extraPrefsFirefox] `about:config` preferences
 * @returns {Promise<import('./driven').DrivenBrowser | null>} null when Firefox is missing and cannot be installed
 */
export async function openFirefox(suffix = '', extraPrefsFirefox = {}) {
  const executablePath = ensureBrowser(['firefox', 'firefox-esr'], ['firefox-esr']);
  if (executablePath === null) return null;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox,
    headless: true,
    defaultViewport: { width: 1440, height: 900 },
  });
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(recordDrawing);
  /** @type {string[]} */
  const noise = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) noise.push(message.text());
  });
  page.on('pageerror', (error) => noise.push(String(error)));
  return {
    name: `Firefox ${(await browser.version()).replace(/^\D*/, '')}${suffix}`,
    async open(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    // A string is evaluated as an expression.
    run: (script, argument) =>
      /** @type {Promise<any>} */ (page.evaluate(`(${script})(${JSON.stringify(argument ?? null)})`)),
    async drag(from, ...places) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (const { x, y } of places) await page.mouse.move(x, y, { steps: 3 });
      await page.mouse.up();
    },
    sentDrawing: () =>
      /** @type {Promise<readonly number[] | null>} */ (page.evaluate('window.sentDrawing ?? null')),
    noise: () => noise,
    close: () => browser.close(),
  };
}
