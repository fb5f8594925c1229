// Prepares the page for measurements of the latent space, and reads its read-outs.

/** @typedef {import('playwright').Page} Page */

export const desktop = { width: 1440, height: 900 };

/**
 * Runs `work` in a new page without stored data.
 *
 * @template T
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {(page: Page) => Promise<T>} work
 */
export async function withFreshPage(browser, address, work) {
  const context = await browser.newContext({ viewport: desktop });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('button:has-text("Train"):enabled').first().waitFor({ timeout: 60_000 });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** @param {Page} page @param {string} name */
export async function valueOf(page, name) {
  const text = await page.locator(`output[aria-label="${name}"]`).first().getAttribute('data-value');
  return text ? Number(text) : Number.NaN;
}

/** @param {Page} page @param {string} name @param {(value: number) => boolean} condition */
export async function until(page, name, condition, timeoutMs = 240_000) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await valueOf(page, name);
    if (condition(value)) return value;
    if (Date.now() > end) throw new Error(`${name} is ${value} after ${timeoutMs} ms`);
    await page.waitForTimeout(50);
  }
}

/** @param {Page} page @param {number} step */
export async function trainTo(page, step) {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await until(page, 'Step', (value) => value >= step);
}

/** @param {Page} page */
export async function openExplore(page) {
  await page.getByRole('link', { name: 'Explore' }).click();
  await page.getByRole('img', { name: 'Map of the codes', exact: true }).waitFor({ timeout: 60_000 });
}
