// `npm run pictures`: the pictures of the README and of docs/ (every workspace: light, dark, on a phone), and a film of the first
// minute. They are taken of the built page while it trains for real, so no two runs make the same files.
// Options: `--only train,learn` or `--only film`, `--port`.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import util from 'node:util';
import { chromium } from 'playwright';
import { findChromium } from '../../scripts/chromium.mjs';
import { serveBuild } from '../serve-build.mjs';
import { filmFirstMinute } from './film.mjs';
import { views } from './views.mjs';

const { values } = util.parseArgs({
  options: { only: { type: 'string' }, port: { type: 'string', default: '4347' } },
});

/** @type {Record<string, import('playwright').BrowserContextOptions>} */
const looks = {
  light: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true, isMobile: true },
};
const known = [...Object.keys(views), 'film'];
const wanted = values.only?.split(',') ?? known;
for (const name of wanted)
  if (!known.includes(name)) throw new Error(`"${name}" is none of ${known.join(', ')}.`);

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
await mkdir(folder, { recursive: true });
const address = `http://localhost:${values.port}/`;
const server = await serveBuild(Number(values.port));
const executablePath = await findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath ? { executablePath } : {}),
});
try {
  for (const [name, show] of Object.entries(views)) {
    if (!wanted.includes(name)) continue;
    for (const [look, options] of Object.entries(looks)) {
      const context = await browser.newContext({ ...options, locale: 'en', reducedMotion: 'reduce' });
      const page = await context.newPage();
      await show(page, address);
      await page.screenshot({ path: `${folder}${name}-${look}.png` });
      await context.close();
      console.log(`docs/pictures/${name}-${look}.png`);
    }
  }
  if (wanted.includes('film')) {
    await filmFirstMinute(browser, address, `${folder}first-minute.webm`);
    console.log('docs/pictures/first-minute.webm');
  }
} finally {
  await browser.close();
  server.kill();
}
