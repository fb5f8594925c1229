// A browser's translator wraps every text node in a `<font>` element, again and again as the page changes.
import type { Page } from '@playwright/test';
import { tinyNetwork } from './playground';
import { expect, test } from './story';

/** Does to the page what a translator does, from now on; the "translation" is the same text. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const wrapTexts = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const parent = text.parentElement;
        if (!parent || text.data.trim() === '') continue;
        if (/^(font|style|script|option|title)$/i.test(parent.tagName)) continue;
        const font = document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
        font.textContent = text.data;
        text.replaceWith(font);
      }
    };
    wrapTexts();
    setInterval(wrapTexts, 100);
  });
}

test('a translated page trains and shows every workspace and sub-view', async ({ page, playground }) => {
  await playground.openReady('v=1&hidden=32&codeSize=2&noise=gaussian');
  await translate(page);
  await playground.startTraining();
  await playground.trainedBeyond(50);
  await playground.family('Denoising').click();
  await playground.slider('Bottleneck size').press('ArrowRight');
  await page.getByRole('radio', { name: 'Units', exact: true }).click();
  await playground.trainedBeyond(200);

  const workspaces = page.getByRole('navigation', { name: 'Workspaces' });
  for (const workspace of ['Explore', 'Compare']) {
    await workspaces.getByRole('link', { name: workspace }).click();
    const tabs = page.getByRole('tab');
    await expect(tabs.first()).toBeVisible();
    for (const tab of await tabs.all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await page.waitForTimeout(300);
    }
  }
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await workspaces.getByRole('link', { name: 'Train' }).click();
  const step = await playground.value('Step');
  await playground.startTraining();
  await playground.trainedBeyond(step);
  await playground.stopTraining();
  await expect(page.getByText('The page could not be drawn')).toHaveCount(0);
});

test.describe('with a Spanish browser', () => {
  test.use({ locale: 'es-ES' });

  test('the page is Spanish; switched to English it keeps the run', async ({ page, playground }) => {
    await page.goto(`/?${tinyNetwork}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page).toHaveTitle('Entrenar · Hourglass');
    const loss = page.getByRole('status', { name: 'Pérdida de entrenamiento', exact: true });
    await page.getByRole('button', { name: 'Entrenar', exact: true }).click();
    await expect(loss).toHaveText(/^\d+,\d+$/);
    await expect(loss).toHaveAttribute('data-value', /^\d+\.\d+/);
    await page.getByRole('button', { name: 'Pausar', exact: true }).click();
    const step = page.getByRole('status', { name: 'Paso', exact: true });
    await expect.poll(async () => step.getAttribute('data-value')).not.toBe('0');

    await page.getByRole('combobox', { name: 'Idioma' }).selectOption({ label: 'English' });
    await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect.poll(() => playground.value('Step')).toBeGreaterThan(0);
    await page.reload();
    await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('en');
  });
});
