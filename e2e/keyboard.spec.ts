// The playground without a mouse.
import type { Page } from '@playwright/test';
import { tinyNetwork } from './playground';
import { expect, test } from './story';

test('Space trains and pauses, . takes a step, R resets', async ({ page, playground }) => {
  await playground.openReady(tinyNetwork);
  await page.keyboard.press('Space');
  await expect(playground.pause).toBeVisible();
  await playground.trainedBeyond(5);
  await page.keyboard.press('Space');
  await expect(playground.train).toBeVisible();
  const step = await playground.settledStep();
  await page.keyboard.press('.');
  await playground.measured(step + 1);
  await page.keyboard.press('.');
  await playground.measured(step + 2);
  await page.keyboard.press('r');
  await playground.measured(0);
  await page.keyboard.press('Shift+R');
  await playground.measured(0);
});

test('shortcuts are ignored while a number is typed or a list is open', async ({ page, playground }) => {
  await playground.openReady(tinyNetwork);
  await page.keyboard.press('.');
  await playground.measured(1);
  await page.getByText('Advanced', { exact: true }).click();
  const seed = page.getByRole('textbox', { name: 'Seed', exact: true });
  await seed.focus();
  await page.keyboard.type('r .?');
  await expect(seed).toHaveValue(/r \.\?$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(seed).toHaveValue('1');
  await playground.choice('Optimizer').focus();
  await page.keyboard.press('r');
  await expect(playground.choice('Optimizer')).toHaveValue('rmsprop');
  await playground.measured(1);
  await expect(playground.train).toBeVisible();
});

test('Space on a focused button only presses that button', async ({ page, playground }) => {
  await playground.openReady(tinyNetwork);
  await playground.train.focus();
  await page.keyboard.press('Space');
  await expect(playground.pause).toBeFocused();
  await playground.trainedBeyond(50);
  await page.keyboard.press('Space');
  await expect(playground.train).toBeFocused();
  const step = await playground.settledStep();
  await playground.step.focus();
  await page.keyboard.press('Space');
  await playground.measured(step + 1);
  await playground.button('Help').focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await playground.measured(step + 1);
  await expect(playground.train).toBeVisible();
});

test('? opens the list of shortcuts; Escape closes it and restores the focus', async ({
  page,
  playground,
}) => {
  await playground.openReady(tinyNetwork);
  const help = page.getByRole('dialog', { name: 'Hourglass' });
  await playground.reset.focus();
  await page.keyboard.press('?');
  await expect(help.getByRole('button', { name: 'Close' })).toBeFocused();
  for (const key of ['Space', '.', 'R', '?']) {
    await expect.soft(help.getByText(key, { exact: true })).toBeVisible();
  }
  for (const words of ['60,000 training and 10,000 test images', '27,600 training and 6,900 test images']) {
    await expect.soft(help).toContainText(words);
  }
  // The dialog disables the shortcuts.
  await page.keyboard.press('.');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(playground.reset).toBeFocused();
  expect(await playground.value('Step')).toBe(0);
  await playground.button('Help').click();
  await expect(help.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(playground.button('Help')).toBeFocused();
});

test('Tab reaches every control of the page', async ({ page, playground }) => {
  await playground.openReady(tinyNetwork);
  const reached = await tabThrough(page);
  for (const name of [
    'Backend',
    'Share',
    'Help',
    'Family',
    'Train',
    'Step',
    'Reset',
    'Data set',
    'Bottleneck size',
    'Architecture',
    'Code',
    'Sparsity',
    'Latent view',
    'Advanced',
    'Noise',
    'Loss',
    'Learning rate',
    'Batch size',
    'Loss axis',
  ]) {
    expect.soft(reached).toContain(name);
  }
});

/** Names of the elements that Tab visits, in page order; a radio counts under the name of its group. */
async function tabThrough(page: Page): Promise<string[]> {
  const names: string[] = [];
  for (let press = 0; press < 100; press++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const group = element.closest('[role=radiogroup]');
      const [label] =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement
          ? (element.labels ?? [])
          : [];
      const named =
        group?.getAttribute('aria-label') ?? element.getAttribute('aria-label') ?? label?.textContent;
      return (named ?? element.textContent).trim();
    });
    if (name === null) return names;
    names.push(name);
  }
  return names;
}
