// Draws the pictures of the presets (src/panels/presets/pictures): each is trained in the built page, and what the page then shows of it
// is cut to 112 x 56 pixels. `npm start` first, then `node scripts/presets/draw-pictures.mjs http://localhost:4173 [id ...]`.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright';
import { chromiumFlags, findChromium } from '../chromium.mjs';
import { projectRoot, runIfProgram } from '../project.mjs';

const folder = path.join(projectRoot, 'src/panels/presets/pictures');
const [width, height] = [112, 56];
const mostBytes = 6000;

/**
 * How long each is trained, and what is shown of it: two rows of samples, one above the other, eight samples, or one picture.
 *
 * @type {Record<string, { steps: number, rows?: [string, string], samples?: string[], picture?: string }>}
 */
const views = {
  'two-numbers': { steps: 3000, picture: 'Map of the codes of the test images' },
  noise: { steps: 1500, rows: ['Noisy', 'Reconstructed'] },
  invent: { steps: 1200, samples: Array.from({ length: 8 }, (_, place) => `Sample ${place + 1}`) },
  'as-good-as-pca': { steps: 1500, rows: ['PCA', 'Reconstructed'] },
  silent: { steps: 1000, rows: ['Original', 'Reconstructed'] },
  patches: { steps: 1500, rows: ['Original', 'Reconstructed'] },
  heartbeats: { steps: 1500, picture: 'Map of the codes of the test samples' },
  sketches: { steps: 1500, rows: ['Original', 'Reconstructed'] },
};

await runIfProgram(import.meta.url, async () => {
  const [origin = 'http://localhost:4173', ...ids] = process.argv.slice(2);
  const executablePath = await findChromium();
  const browser = await chromium.launch({
    args: chromiumFlags,
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    for (const id of ids.length > 0 ? ids : Object.keys(views)) await draw(browser, origin, id);
  } finally {
    await browser.close();
  }
});

/**
 * @param {import('playwright').Browser} browser
 * @param {string} origin
 * @param {string} id
 */
async function draw(browser, origin, id) {
  const view = views[id];
  if (view === undefined) throw new Error(`No preset is called ${id}: ${Object.keys(views).join(', ')}`);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(origin);
  await page.getByRole('button', { name: 'Examples' }).click();
  const href = await page.locator(`[data-preset="${id}"]`).getAttribute('href');
  const [search, hash] = (href ?? '').split('#');
  await page.goto(`${origin}/${search}#train`);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const step = page.getByRole('status', { name: 'Step', exact: true });
  for (let at = 0; at < view.steps; at = Number(await step.getAttribute('data-value')))
    await page.waitForTimeout(100);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  if (view.rows?.includes('PCA')) await page.getByRole('img', { name: 'PCA', exact: true }).waitFor();
  if (hash !== 'train') await page.goto(`${origin}/${search}#${hash}`);
  await page.waitForTimeout(4000);
  const names = view.rows ?? view.samples ?? [view.picture ?? ''];
  const canvases = names.map((name) => page.getByRole('img', { name, exact: true }).first());
  const handles = await Promise.all(canvases.map((canvas) => canvas.elementHandle()));
  const bytes = await page.evaluate(cut, { handles, width, height, mostBytes });
  await writeFile(path.join(folder, `${id}.webp`), Buffer.from(bytes, 'base64'));
  console.log(`${id}: ${Buffer.from(bytes, 'base64').length} bytes`);
  await context.close();
}

/**
 * In the page. Rows are cut at their beginning, eight samples stand in two rows, a picture is made to cover its place. As good as fits into so many bytes.
 *
 * @param {{ handles: (Node | null)[], width: number, height: number, mostBytes: number }} given
 */
function cut({ handles, width, height, mostBytes }) {
  const drawn = document.createElement('canvas');
  Object.assign(drawn, { width, height });
  const context = drawn.getContext('2d');
  handles.forEach((handle, place) => {
    const source = /** @type {HTMLCanvasElement} */ (handle);
    const each = height / 2;
    if (handles.length > 2) {
      const [column, row] = [place % 4, Math.floor(place / 4)];
      context?.drawImage(source, (column * width) / 4, row * each, width / 4, each);
    } else if (handles.length === 2) {
      const shown = (width / each) * source.height;
      context?.drawImage(source, 0, 0, shown, source.height, 0, place * each, width, each);
    } else {
      const scale = Math.max(width / source.width, height / source.height);
      const [w, h] = [width / scale, height / scale];
      context?.drawImage(source, (source.width - w) / 2, (source.height - h) / 2, w, h, 0, 0, width, height);
    }
  });
  for (let quality = 1; quality > 0.2; quality -= 0.05) {
    const data = drawn.toDataURL('image/webp', quality).split(',')[1] ?? '';
    if ((data.length * 3) / 4 <= mostBytes) return data;
  }
  throw new Error('The picture does not fit.');
}
