// What a person does with the page in a long sitting, one act at a time. Each leaves the page in Train or says so by failing.
import { readFileSync } from 'node:fs';
import { strokeLatencies } from '../page-training.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {(page: Page, random: () => number) => Promise<void>} Act */

const actMs = 20_000;

/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole('button', { name, exact: true });

/** @param {Page} page @param {string} name */
export async function openWorkspace(page, name) {
  await page.getByRole('link', { name, exact: true }).click({ timeout: actMs });
  await page.waitForTimeout(300);
}

/** @param {Page} page */
export async function pauseTraining(page) {
  await openWorkspace(page, 'Train');
  if (await button(page, 'Pause').isVisible()) await button(page, 'Pause').click({ timeout: actMs });
}

/** @param {Page} page @param {number} forMs */
export async function trainFor(page, forMs) {
  await openWorkspace(page, 'Train');
  const start = button(page, 'Train').and(page.locator(':enabled'));
  await start.or(button(page, 'Pause')).first().waitFor({ timeout: actMs });
  if (await start.isVisible()) await start.click();
  await page.waitForTimeout(forMs);
}

/** @template T @param {readonly T[]} from @param {() => number} random */
const oneOf = (from, random) => /** @type {T} */ (from[Math.floor(random() * from.length)]);

/** @type {Act} */
async function train(page) {
  await trainFor(page, 4000);
}

/** @type {Act} */
async function changeSettings(page, random) {
  await trainFor(page, 500);
  for (const name of ['Bottleneck size', 'Learning rate']) {
    const slider = page.getByRole('slider', { name, exact: true }).first();
    await slider.focus({ timeout: actMs });
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press(random() < 0.5 ? 'ArrowRight' : 'ArrowLeft');
      await page.waitForTimeout(150);
    }
  }
  const noise = page.getByRole('combobox', { name: 'Noise', exact: true });
  await noise.selectOption({ index: Math.floor(random() * 3) }, { timeout: actMs });
  await page.waitForTimeout(1500);
}

/** @type {Act} */
async function changeFamily(page, random) {
  await openWorkspace(page, 'Train');
  const family = oneOf(['Undercomplete', 'Sparse', 'Denoising', 'Variational'], random);
  await page.getByRole('radio', { name: family, exact: true }).first().click({ timeout: actMs });
  await trainFor(page, 2500);
}

/** @type {Act} */
async function changeData(page, random) {
  await openWorkspace(page, 'Train');
  const data = page.getByRole('combobox', { name: 'Data set', exact: true });
  await data.selectOption(oneOf(['mnist', 'mnist1d', 'quickdraw', 'heartbeats', 'patches'], random), {
    timeout: actMs,
  });
  await trainFor(page, 2500);
}

/** @type {Act} */
async function changeArchitecture(page, random) {
  await openWorkspace(page, 'Train');
  const choice = page.getByRole('combobox', { name: 'Architecture', exact: true });
  await choice.selectOption(oneOf(['dense', 'convolutional'], random), { timeout: actMs });
  await trainFor(page, 3000);
  await choice.selectOption('dense', { timeout: actMs });
}

/** @type {Act} */
async function walk(page) {
  for (const workspace of ['Explore', 'Compare', 'Apply', 'Train']) {
    await openWorkspace(page, workspace);
    const tabs = page.getByRole('main').getByRole('tab');
    const count = await tabs.count();
    for (let place = 0; place < count; place++) {
      await tabs.nth(place).click({ timeout: actMs });
      await page.waitForTimeout(700);
    }
  }
}

/** @type {Act} */
async function draw(page) {
  await openWorkspace(page, 'Train');
  const data = page.getByRole('combobox', { name: 'Data set', exact: true });
  if ((await data.inputValue()) !== 'mnist') await data.selectOption('mnist', { timeout: actMs });
  await page.getByRole('img', { name: 'Drawing', exact: true }).scrollIntoViewIfNeeded({ timeout: actMs });
  await strokeLatencies(page);
}

/** @type {Act} */
async function compareFamilies(page) {
  await pauseTraining(page);
  await openWorkspace(page, 'Compare');
  await page.getByRole('tab', { name: 'Families', exact: true }).click({ timeout: actMs });
  await button(page, 'Train the four families').and(page.locator(':enabled')).click({ timeout: actMs });
  await page.waitForTimeout(5000);
  const stop = button(page, 'Stop').first();
  if (await stop.isVisible()) await stop.click({ timeout: actMs });
}

/** @type {Act} */
async function apply(page, random) {
  await openWorkspace(page, 'Apply');
  await page
    .getByRole('tab', { name: oneOf(['Anomalies', 'Inpainting', 'Sound', 'Limits'], random), exact: true })
    .click({ timeout: actMs });
  await page.waitForTimeout(4000);
}

/** Own data from a table, used, trained on, and removed again by choosing other data. @type {Act} */
async function importData(page, random) {
  await openWorkspace(page, 'Train');
  await button(page, 'Add data').click({ timeout: actMs });
  const dialog = page.getByRole('dialog', { name: 'Add data', exact: true });
  const rows = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 16 }, (_, at) => Math.sin(at / 3 + row + random()).toFixed(4)).join(','),
  );
  const buffer = Buffer.from(rows.join('\n'));
  await dialog
    .getByLabel('Choose files', { exact: true })
    .setInputFiles({ name: 'waves.csv', mimeType: 'text/csv', buffer }, { timeout: actMs });
  await button(page, 'Use this data').and(page.locator(':enabled')).click({ timeout: actMs });
  await trainFor(page, 1500);
  await page
    .getByRole('combobox', { name: 'Data set', exact: true })
    .selectOption('mnist', { timeout: actMs });
}

/** A run out as a file and in again. @type {Act} */
async function exportAndImport(page) {
  await pauseTraining(page);
  await openWorkspace(page, 'Compare');
  await page.getByRole('tab', { name: 'Runs', exact: true }).click({ timeout: actMs });
  const table = page.getByRole('table', { name: 'Runs' });
  await table.getByRole('checkbox').first().check({ force: true, timeout: actMs });
  await button(page, 'Export').first().click({ timeout: actMs });
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  const coming = page.waitForEvent('download', { timeout: actMs });
  await dialog.getByRole('button', { name: /Run file/ }).click({ timeout: actMs });
  const file = await (await coming).path();
  await page.keyboard.press('Escape');
  await page
    .getByLabel('Choose run files', { exact: true })
    .setInputFiles({ name: 'run.hourglass', mimeType: 'application/zip', buffer: readFileSync(file) });
  await page
    .getByText(/in the list/)
    .first()
    .waitFor({ timeout: actMs });
}

/** @type {Act} */
async function reload(page) {
  await trainFor(page, 1500);
  await page.reload();
  await page.getByRole('link', { name: 'Train', exact: true }).waitFor({ timeout: actMs });
  await pauseTraining(page);
}

/** @type {Readonly<Record<string, Act>>} */
export const acts = {
  train,
  changeSettings,
  changeFamily,
  changeData,
  changeArchitecture,
  walk,
  draw,
  compareFamilies,
  apply,
  importData,
  exportAndImport,
  reload,
};
