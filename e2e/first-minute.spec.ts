// The first minute of somebody who has never seen the page, and does only what the line over the hourglass says: in both languages, so the
// line is followed by its structure and not by its words.
import type { Page } from '@playwright/test';
import { distance } from './pixels';
import { expect, test } from './story';

const line = (page: Page) => page.locator('[data-guide]');

/** Waits until the line says this, and does what it asks for: its own button, or the control that it highlights. */
async function follow(page: Page, advice: RegExp): Promise<void> {
  await expect(line(page)).toHaveAttribute('data-guide', advice);
  await line(page).hover();
  const own = line(page).locator('[data-guide-action]');
  const asked = (await own.count()) > 0 ? own : page.locator('button[data-highlighted]');
  await asked.click();
}

// The minute is one of the clock: a machine that something else keeps busy gets two more.
test.describe.configure({ retries: 2 });

for (const locale of ['en-GB', 'es-ES']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('from a blank page to a code of 2 that blurs digits, and PCA that is worse', async ({
      page,
      playground,
    }) => {
      const isEnglish = locale.startsWith('en');
      await page.goto('/');
      const begun = Date.now();
      await expect(page.locator('html')).toHaveAttribute('lang', isEnglish ? 'en' : 'es');
      const height = (await line(page).boundingBox())?.height;

      await follow(page, /^begin\+train$/);
      await expect(line(page)).toHaveAttribute('data-guide', /^recognisable-digits|^better-than-pca/);
      const clear = isEnglish ? await playground.pixels('Reconstructed') : null;
      await follow(page, /\+narrow$/);
      await expect(line(page)).toHaveAttribute('data-guide', /^blurred-digits/);
      // Two numbers, and PCA's test error with as many.
      await expect(line(page).locator('p').first()).toContainText(/\b2\b.*0[.,]0557/, { timeout: 40_000 });
      expect(Date.now() - begun).toBeLessThan(60_000);
      expect((await line(page).boundingBox())?.height).toBe(height);

      if (clear === null) return;
      await expect(line(page)).toContainText('PCA with as many numbers is worse still: 0.0557');
      await playground.stopTraining();
      const mse = await playground.value('Test MSE');
      expect(mse).toBeLessThan(await playground.value('PCA test MSE'));
      expect(distance(clear, await playground.pixels('Reconstructed'))).toBeGreaterThan(0.01);

      // Closed, it is gone for good; the help brings it back.
      await line(page).getByRole('button', { name: 'Close this line' }).click();
      await page.reload();
      await expect(playground.slider('Bottleneck size')).toHaveValue('2');
      await expect(line(page)).toHaveCount(0);
      await page.keyboard.press('?');
      await playground.button('Show the line over the hourglass').click();
      await page.keyboard.press('Escape');
      await expect(line(page)).toHaveAttribute('data-guide', 'taken-up');

      // An example is another run: the way back to this one is offered.
      await playground.button('Examples').click();
      await page.getByRole('link', { name: /^Heartbeats/ }).click();
      await expect(playground.choice('Data set')).toHaveValue('heartbeats');
      await expect(playground.readOut('Step')).toHaveAttribute('data-value', '0');
      await playground
        .notice(/^A new network/)
        .getByRole('button', { name: 'Back to it' })
        .click();
      await expect(playground.choice('Data set')).toHaveValue('mnist');
      await expect.poll(() => playground.value('Step')).toBeGreaterThan(0);
    });
  });
}
