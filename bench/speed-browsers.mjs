// Our reference step in several browsers that take turns, as the contenders of a contest do: Chromium with and without the flag
// that joins neighbouring vectors, Firefox, WebKit; and all but the last on a host that does not isolate the page, where there is one thread.
import { chromium } from 'playwright';
import { openFirefox } from '../e2e/browsers/firefox.mjs';
import { openWebkit } from '../e2e/browsers/webkit.mjs';
import { chromiumFlags, findChromium } from '../scripts/chromium.mjs';
import { startBenchServer } from './browser.mjs';
import { summary } from './speed-summary.mjs';
import { timeTurn, turnOf } from './speed-turn.mjs';

/** @typedef {Pick<import('../e2e/browsers/driven').DrivenBrowser, 'name' | 'open' | 'run' | 'close'>} Browser */
/** @typedef {{ name: string, open: () => Promise<Browser | null>, isolated: boolean }} Host */

const warmUpMs = 3000;
const revectorise = '--js-flags=--wasm-revectorize';

/** @type {Record<string, Omit<Host, 'name'>>} */
export const hosts = {
  ours: { open: () => openChromium(), isolated: true },
  revectorised: { open: () => openChromium(revectorise), isolated: true },
  'ours (one thread)': { open: () => openChromium(), isolated: false },
  'revectorised (one thread)': { open: () => openChromium(revectorise), isolated: false },
  Firefox: { open: () => openFirefox(), isolated: true },
  'Firefox (one thread)': { open: () => openFirefox(), isolated: false },
  // WebKitGTK says that the page is isolated, but shares no memory with its workers: one thread there on any host.
  WebKit: { open: openWebkit, isolated: true },
};

/**
 * The contest of one browser with itself: with the flag and without.
 *
 * @param {number} rounds
 */
export async function runFlagContest(rounds) {
  const title = 'reference, WASM, with the revectorising flag of V8';
  const contenders = await raceBrowsers(['ours', 'revectorised'], rounds);
  const ratio = contenders[1]?.timesAsFastAsOurs.median ?? Number.NaN;
  const [target, against, atLeast] = ['reference with the revectorising flag against without', 'ours', 1.4];
  return {
    title,
    contenders,
    targets: [{ target, network: title, against, ratio, atLeast, met: ratio >= atLeast }],
  };
}

/**
 * Lets browsers take turns at training the reference network.
 *
 * @param {string[]} names of `hosts`; `ours` among them
 * @param {number} rounds
 * @throws {Error} when the losses of two browsers differ by more than rounding does, or with the flag at all
 */
export async function raceBrowsers(names, rounds) {
  const servers = { isolated: await startBenchServer(), plain: await startBenchServer(false) };
  const racing = [];
  try {
    for (const name of names) {
      const host = hosts[name];
      if (!host) throw new Error(`There is no browser ${name}; there are ${Object.keys(hosts).join(', ')}.`);
      const opened = await open(host, (host.isolated ? servers.isolated : servers.plain).origin);
      if (opened === null) console.log(`${name}: left out, because it is not installed here`);
      else racing.push({ name, ...opened, ms: /** @type {number[]} */ ([]) });
    }
    compare(racing);
    for (let round = 0; round < rounds; round++) {
      for (const { browser, ms, ...turn } of racing)
        ms.push(await timeTurn((steps) => time(browser, steps), turn));
    }
    const ours = racing[0]?.ms ?? [];
    return await Promise.all(
      racing.map(async ({ name, browser, runsOn, losses, ms }) => ({
        name,
        browser: browser.name,
        runsOn,
        tile: await browser.run("() => window.speed.tile('ours')"),
        msPerStep: summary(ms),
        timesAsFastAsOurs: summary(ms.map((theirs, turn) => (ours[turn] ?? Number.NaN) / theirs)),
        lossAfter20Updates: losses.at(-1),
      })),
    );
  } finally {
    for (const { browser } of racing) await browser.close();
    await servers.isolated.close();
    await servers.plain.close();
  }
}

/** Opens our contender in a browser and warms it up. @param {Omit<Host, 'name'>} host @param {string} origin */
async function open(host, origin) {
  const browser = await host.open();
  if (browser === null) return null;
  await browser.open(`${origin}bench/page/speed.html`);
  while (!(await browser.run('() => "speed" in window'))) await new Promise((done) => setTimeout(done, 200));
  const job = { network: 'reference', images: 6000, backend: 'wasm', threads: 2 };
  const runsOn = await browser.run("(job) => window.speed.open('ours', 'ours', job)", job);
  /** @type {number[]} */
  const losses = await browser.run("() => window.speed.losses('ours', 21)");
  const cold = (await time(browser, 20)) / 20;
  const warmUpSteps = Math.ceil(warmUpMs / cold);
  const warm = (await time(browser, warmUpSteps)) / warmUpSteps;
  console.log(`${browser.name}: ${runsOn}`);
  return { browser, runsOn, losses, ...turnOf(warm) };
}

/** @param {{ name: string, browser: Browser, losses: number[] }[]} racing */
function compare(racing) {
  const lossesOf = (/** @type {string} */ name) => racing.find((one) => one.name === name)?.losses;
  const ours = lossesOf('ours') ?? [];
  for (const { name, losses } of racing) {
    const differs = losses.some((loss, step) => !(Math.abs(loss / (ours[step] ?? Number.NaN) - 1) <= 2e-3));
    if (differs) throw new Error(`The losses of ${name} are not those of ours: ${losses.join()}.`);
  }
  for (const name of ['revectorised', 'ours (one thread)', 'revectorised (one thread)']) {
    if (lossesOf(name)?.some((loss, step) => loss !== ours[step]))
      throw new Error(`The losses of ${name} are not those of ours to the last bit.`);
  }
}

/** @param {Browser} browser @param {number} steps @returns {Promise<number>} ms */
function time(browser, steps) {
  return browser.run("(steps) => window.speed.time('ours', steps)", steps);
}

/** @param {string[]} flags @returns {Promise<Browser>} */
async function openChromium(...flags) {
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    args: [...chromiumFlags, ...flags],
    ...(executablePath ? { executablePath } : {}),
  });
  const page = await browser.newPage();
  return {
    name: ['Chromium', browser.version(), ...flags].join(' '),
    async open(url) {
      await page.goto(url, { timeout: 180_000 });
    },
    run: (script, argument) => page.evaluate(`(${script})(${JSON.stringify(argument ?? null)})`),
    close: () => browser.close(),
  };
}
