// What was trained is never lost: not by a reload, not by a press that begins another network, not by a
// second tab, not by a browser that is killed.
import { readlinkSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { expect, test } from './story';
import { Playground, tinyNetwork } from './playground';

test('a run is back after a reload, and after another network took its place', async ({
  page,
  playground,
}) => {
  await playground.openReady(tinyNetwork);
  await playground.startTraining();
  await playground.trainedBeyond(30);
  const step = await playground.stopTraining();
  await page.reload();
  await expect(playground.notice(/Your run is back at step/)).toBeVisible();
  await expect(playground.train).toBeEnabled();
  expect(await playground.value('Step')).toBe(step);

  // It trains on from there.
  await playground.startTraining();
  await playground.trainedBeyond(step);
  const trained = await playground.stopTraining();

  await playground.family('Variational').click();
  await playground.until('Step', (value) => value === 0, 'is 0');
  await playground.notices.getByRole('button', { name: 'Back to it' }).click();
  await playground.until('Step', (value) => value === trained, 'is that of the run before');

  await playground.reset.click();
  await playground.until('Step', (value) => value === 0, 'is 0');
  await page.getByRole('link', { name: 'Compare' }).click();
  await page
    .getByRole('link', { name: 'Runs' })
    .or(page.getByRole('tab', { name: 'Runs' }))
    .click();
  const table = page.getByRole('table', { name: 'Runs' });
  const rows = table.getByRole('row').filter({ has: page.getByRole('checkbox') });
  await expect(rows).toHaveCount(1);
  await table.getByRole('checkbox').check({ force: true });
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'New name' }).fill('The first one');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('rowheader')).toContainText('The first one');

  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);

  // Compared, in an address of its own; the way back leads to the same selection.
  const compare = page.getByRole('button', { name: 'Compare', exact: true });
  const copy = table.getByRole('checkbox', { name: 'Copy of The first one' });
  await expect(compare).toBeDisabled();
  await copy.check({ force: true });
  await compare.press('Enter');
  await expect(page.getByText('They have the same settings and the same seed.')).toBeVisible();
  await page.reload();
  const results = page.getByRole('table', { name: 'Test results' });
  const inWords = trained.toLocaleString('en');
  await expect(results.getByRole('row', { name: `Steps ${inWords} ${inWords}` })).toBeVisible();

  // Two copies of one network make the same of the same images.
  const looks = page.getByRole('region', { name: 'The same ten images' });
  // Networks are loaded when their place is first seen.
  const errors = looks.getByRole('status', { name: /^MSE of [AB] .* clean input$/ });
  await looks.scrollIntoViewIfNeeded();
  await expect(errors).toHaveCount(2);
  const [mse, other] = await errors.evaluateAll((all) => all.map((one) => one.getAttribute('data-value')));
  expect(Number(mse)).toBeGreaterThan(0);
  expect(other).toBe(mse);
  await expect(page.getByRole('img', { name: /^Map of [AB] / })).toHaveCount(2);
  await page.getByRole('link', { name: 'All runs' }).click();
  await expect(table.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await copy.uncheck({ force: true });

  // As a file it comes back even after it was deleted.
  await page.getByRole('button', { name: 'Export' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Run file' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/first-one.*\.hourglass$/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Choose run files').setInputFiles(await file.path());
  await expect(rows).toHaveCount(2);
  await rows.first().getByRole('checkbox').check({ force: true });

  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/#train$/);
  await playground.until('Step', (value) => value === trained, 'is that of the run before');
});

test('two tabs keep a run each, though one began as a copy of the other', async ({ page, playground }) => {
  await playground.openReady(tinyNetwork);
  await playground.startTraining();
  await playground.trainedBeyond(30);
  const first = await playground.stopTraining();

  // A window that the page opens has a copy of what the tab has noted, as a duplicated tab has.
  const opening = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  const copy = new Playground(await opening);
  expect(await copy.page.evaluate(() => sessionStorage.getItem('hourglass-run'))).not.toBeNull();
  await copy.measured(0);
  await expect(copy.notices).toHaveCount(0);
  await copy.startTraining();
  await copy.trainedBeyond(first + 20);
  const second = await copy.stopTraining();

  await Promise.all([page.reload(), copy.page.reload()]);
  await playground.until('Step', (value) => value === first, 'is that of the first tab');
  await copy.until('Step', (value) => value === second, 'is that of the second tab');
  await copy.page.goto('#compare/runs');
  await expect(copy.page.getByRole('table', { name: 'Runs' }).getByRole('checkbox')).toHaveCount(2);
});

test('after a browser that was killed, the next visit is offered the run where it stood', async ({
  baseURL,
  launchOptions,
}, testInfo) => {
  const folder = testInfo.outputPath('profile');
  const start = () =>
    chromium.launchPersistentContext(folder, { ...launchOptions, ...(baseURL && { baseURL }) });

  const killed = await start();
  const before = new Playground(killed.pages()[0] ?? (await killed.newPage()));
  await before.openReady(tinyNetwork);
  await before.startTraining();
  await before.trainedBeyond(30);
  const step = await before.stopTraining();
  // Nothing is closed in order: the process ends at once. Its number is what the profile's lock points to.
  const number = Number(readlinkSync(`${folder}/SingletonLock`).split('-').at(-1));
  const gone = killed.waitForEvent('close');
  process.kill(number, 'SIGKILL');
  await gone;

  const context = await start();
  const after = new Playground(context.pages()[0] ?? (await context.newPage()));
  await after.openReady();
  await expect(after.notice(/Continue with Undercomplete, step/)).toBeVisible();
  await after.button('Continue it').click();
  await after.until('Step', (value) => value === step, 'is that before the browser was killed');
  await context.close();
});
