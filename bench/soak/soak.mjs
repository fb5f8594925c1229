// A long sitting of everything: `npm run soak` (ten minutes; `--minutes 2` for fewer, `--seed 2` for another order of acts,
// `--note` for what is stored beside the numbers). Reports memory, speed and errors at the start, at the end and after each round.
import util from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../../scripts/chromium.mjs';
import { store } from '../browser.mjs';
import { serveBuild } from '../serve-build.mjs';
import { acts } from './acts.mjs';
import { measure } from './measure.mjs';

const { values } = util.parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '4341' },
    note: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes "${values.minutes}" is not a number above 0.`);

let state = Number(values.seed);
/** Park and Miller's generator: the same order of acts every time. */
function random() {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

const address = `http://localhost:${values.port}/`;
const server = await serveBuild(Number(values.port));
const executablePath = await findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath ? { executablePath } : {}),
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  /** @type {string[]} */
  const noise = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) noise.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => noise.push(`uncaught: ${error.message}`));
  page.on('crash', () => noise.push('the page crashed'));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(address);
  await page.getByRole('button', { name: 'Train', exact: true }).and(page.locator(':enabled')).waitFor();

  const start = await measure(page);
  console.log('start', start);
  /** @type {Map<string, number>} */
  const done = new Map();
  /** @type {string[]} */
  const failed = [];
  /** @type {Awaited<ReturnType<typeof measure>>[]} */
  const rounds = [];
  const endMs = performance.now() + minutes * 60_000;
  while (performance.now() < endMs) {
    const order = Object.entries(acts)
      .map((entry) => ({ entry, at: random() }))
      .sort((a, b) => a.at - b.at);
    for (const { entry } of order) {
      const [name, act] = entry;
      if (performance.now() > endMs) break;
      try {
        await act(page, random);
        done.set(name, (done.get(name) ?? 0) + 1);
      } catch (error) {
        failed.push(`${name}: ${String(error).split('\n').slice(0, 3).join(' ')}`);
        await page.keyboard.press('Escape');
      }
    }
    const measured = await measure(page).catch((/** @type {unknown} */ error) => {
      failed.push(`measure: ${String(error).split('\n')[0]}`);
      return null;
    });
    if (measured) rounds.push(measured);
    console.log(`round ${rounds.length}`, measured, failed.length > 0 ? failed : '');
  }
  const results = {
    minutes,
    note: values.note,
    seed: Number(values.seed),
    start,
    rounds,
    end: rounds[rounds.length - 1],
    acts: Object.fromEntries(done),
    failed,
    console: noise,
  };
  console.log(JSON.stringify({ acts: Object.fromEntries(done), failed, console: noise }, null, 2));
  store('soak', `npm run soak -- --minutes ${minutes} --seed ${values.seed}`, browser.version(), results);
  if (noise.length > 0 || failed.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  server.kill();
}
