// Hourglass on a graphics card, against plain tfjs: `node run.mjs --chromium FOLDER`, from the folder that `npm run bench:gpu` makes
// (docs/gpu.md). Needs Node 20, a Chromium, and no network. Writes one JSON; what has been measured is in it whatever happens next.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findProgram, openChromium, softwareWays, ways } from './chromium.mjs';
import { help, readOptions } from './options.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('../page/gpu-devices').Devices & { userAgent: string, isolated: boolean }} Found */
/** @typedef {import('../page/gpu-contest').Row} Row */
/** @typedef {{ way: string, found: Found | null, problem?: string }} Trial */

const options = optionsOrExit();
const program = findProgram(options.chromium);
const startedMs = performance.now();
const secondsGone = () => Math.round((performance.now() - startedMs) / 1000);
const { seconds } = options;
const startMs = options.software ? 60_000 : 20_000;
/** What the page needs at its end, for a turn that has begun and for the last contender. */
const reserveMs = 25_000;

/** @type {Trial[]} */
const trials = [];
/** @type {Row[]} */
const rows = [];
/** @type {Record<string, unknown>} */
const result = {
  command: ['node run.mjs', ...process.argv.slice(2)].join(' '),
  date: new Date().toISOString().slice(0, 10),
  machine: {
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? '',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
  card: cardNames(),
  browser: spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim(),
  trials,
  rows,
  complete: false,
};
/** @param {Record<string, unknown>} [more] */
function write(more) {
  Object.assign(result, { seconds: secondsGone() }, more);
  writeFileSync(options.out, `${JSON.stringify(result, null, 2)}\n`);
}

/** Resolves the wait of whoever expects the next post of a kind. @type {Map<string, (body: unknown) => void>} */
const waiting = new Map();
/** @type {(what: string) => Promise<unknown>} */
const posted = (what) => new Promise((resolve) => waiting.set(what, resolve));
/** Whether the page that has posted its devices may begin. @type {(go: { forMs: number } | null) => void} */
let answerDevices = () => undefined;

const { origin, close } = await serve(fileURLToPath(new URL('page', import.meta.url)), (what, body) => {
  if (what === 'note') console.log(`${String(secondsGone()).padStart(4)} s  ${String(body)}`);
  if (what === 'auto') write({ auto: body });
  if (what === 'rows') {
    const ofNetwork = /** @type {Row[]} */ (body);
    const others = rows.filter(({ network }) => network !== ofNetwork[0]?.network);
    rows.splice(0, rows.length, ...others, ...ofNetwork);
    write();
  }
  waiting.get(what)?.(body);
  if (what === 'devices') return new Promise((resolve) => (answerDevices = resolve));
  return null;
});
const address = new URL('/bench/page/gpu.html', origin);
address.search = String(
  new URLSearchParams({
    ...{ rounds: String(options.rounds), steps: String(options.steps), turnMs: '500', warmUpMs: '1500' },
    answerMs: options.software ? '120000' : '30000',
    only: options.only.join(),
  }),
);

/** Starts the browser and waits for the page's devices. @param {string} way @param {readonly string[]} flags */
async function tryWay(way, flags) {
  const found = posted('devices');
  const browser = openChromium(program, flags, address.href);
  const outcome = await Promise.race([found, browser.ended, after(startMs, 'the page did not report')]);
  /** @type {Trial} */
  const trial =
    typeof outcome === 'string'
      ? { way, found: null, problem: `${outcome}\n${browser.said()}` }
      : { way, found: /** @type {Found} */ (outcome) };
  trials.push(trial);
  const { webgl, webgpu } = trial.found ?? {};
  console.log(`${way}: WebGL on ${webgl?.name ?? 'nothing'}, WebGPU on ${webgpu?.name ?? 'nothing'}`);
  return { browser, trial };
}

/** How many of the two run on a card. @param {Trial} trial */
const cardsOf = ({ found }) => Number(found?.webgl.isCard ?? false) + Number(found?.webgpu.isCard ?? false);

/** A browser whose page waits for `answerDevices`; null where no way reaches a card. */
async function openBest() {
  const all = Object.entries(options.software ? softwareWays : ways);
  for (const [way, flags] of all) {
    const { browser, trial } = await tryWay(way, flags);
    if (trial.found && (options.software || cardsOf(trial) === 2)) return { browser, way };
    answerDevices(null);
    await browser.close();
  }
  const best = trials.reduce((a, b) => (cardsOf(b) > cardsOf(a) ? b : a));
  if (cardsOf(best) === 0) return null;
  const { browser, trial } = await tryWay(best.way, ways[best.way] ?? []);
  if (trial.found) return { browser, way: best.way };
  await browser.close();
  return null;
}

// The browser ends with this program, however that ends.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const opened = await openBest();
if (opened === null) {
  write({ problem: 'no way of starting Chromium reaches a graphics card' });
  console.error(
    `No graphics card was reached; ${options.out} says what was found. (--software: without a card)`,
  );
} else {
  const leftMs = seconds * 1000 - (performance.now() - startedMs);
  write({ way: opened.way });
  const done = posted('done');
  answerDevices({ forMs: leftMs - reserveMs });
  const outcome = await Promise.race([done, opened.browser.ended, after(leftMs, 'the time was over')]);
  const problem = typeof outcome === 'string' ? { problem: `${outcome}\n${opened.browser.said()}` } : {};
  // The devices at the end: the browser may have given the card up meanwhile.
  write({
    complete: typeof outcome !== 'string',
    atTheEnd: typeof outcome === 'string' ? null : outcome,
    ...problem,
  });
  await opened.browser.close();
  console.table(rows.map(tableRow));
  console.log(`${secondsGone()} s; stored ${options.out}`);
}
close();
process.exit(result['complete'] === true ? 0 : 1);

function optionsOrExit() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${help}`);
    process.exit(2);
  }
}

/** @param {Row} row */
function tableRow({ network, contender, backend, msPerStep, agrees, learns, error }) {
  const { median, least, most } = msPerStep ?? {};
  return { network, contender, backend, ms: median, least, most, agrees, learns, error };
}

/** @template T @param {number} ms @param {T} value @returns {Promise<T>} */
function after(ms, value) {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms).unref());
}

/** What the driver of an NVIDIA card says of it; null elsewhere. */
function cardNames() {
  const asked = ['--query-gpu=name,driver_version,memory.total', '--format=csv,noheader'];
  const { stdout, status } = spawnSync('nvidia-smi', asked, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
