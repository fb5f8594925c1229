// What is photographed: each workspace as a person finds it after a little training.

/** @typedef {import('playwright').Page} Page */
/** @typedef {(page: Page, address: string) => Promise<void>} Show opens the view and waits until there is something to see */

/** @type {Record<string, Show>} */
export const views = {
  train: async (page, address) => {
    await trained(page, address, 1500);
    await draw(page);
  },
  explore: async (page, address) => {
    await trained(page, address, 1500);
    await page.getByRole('link', { name: 'Explore', exact: true }).click();
    await page.waitForTimeout(6000);
  },
  apply: async (page, address) => {
    await trained(page, address, 1500);
    await page.evaluate(() => void (location.hash = 'apply/inpainting'));
    await page.waitForTimeout(6000);
  },
  compare: async (page, address) => {
    await page.goto(`${address}#compare/families`);
    await page.getByRole('button', { name: 'Train the four families', exact: true }).click();
    await page.waitForTimeout(15_000);
  },
  learn: async (page, address) => {
    await page.goto(`${address}#learn`);
    await page.getByRole('list', { name: 'Lessons', exact: true }).waitFor();
    await page.waitForTimeout(1500);
  },
};

/**
 * Trains the default network on every digit, and pauses.
 *
 * @param {Page} page
 * @param {string} address
 * @param {number} steps
 */
async function trained(page, address, steps) {
  await page.goto(address);
  const train = page.getByRole('button', { name: 'Train', exact: true });
  await train.and(page.locator(':enabled')).click();
  await page.waitForFunction(
    (least) =>
      Number(document.querySelector('output[aria-label="Step"]')?.getAttribute('data-value')) >= least,
    steps,
    { timeout: 120_000 },
  );
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  // The last measurements and the map
  await page.waitForTimeout(3000);
}

/** A 3 on the pad, where there is one in sight. @param {Page} page */
export async function draw(page) {
  const pad = page.getByRole('img', { name: 'Drawing', exact: true });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) return;
  const points = /** @type {const} */ ([
    [0.3, 0.28],
    [0.5, 0.2],
    [0.66, 0.32],
    [0.48, 0.48],
    [0.68, 0.62],
    [0.54, 0.8],
    [0.3, 0.72],
  ]);
  const at = (/** @type {readonly [number, number]} */ [x, y]) =>
    /** @type {const} */ ([box.x + x * box.width, box.y + y * box.height]);
  await page.mouse.move(...at(points[0]));
  await page.mouse.down();
  for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 6 });
  await page.mouse.up();
  await page.mouse.move(2, 2);
  await page.waitForTimeout(600);
  await page.evaluate(() => scrollTo(0, 0));
}
