// Training continues in a background tab.
import type { Page } from '@playwright/test';
import { tinyNetwork } from './playground';
import { expect, test } from './story';

/**
 * Lets a page pretend to be hidden: it reports so and gets no animation frames. Playwright keeps every page visible, whichever
 * is in front, so this has to be simulated.
 */
async function makeHideable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let hidden = false;
    let postponed: FrameRequestCallback[] = [];
    const requestFrame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (onFrame) => (hidden ? -postponed.push(onFrame) : requestFrame(onFrame));
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
    addEventListener('test-visibility', (event) => {
      hidden = (event as CustomEvent<boolean>).detail;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      if (hidden) return;
      postponed.forEach((onFrame) => requestFrame(onFrame));
      postponed = [];
    });
  });
}

async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((detail) => dispatchEvent(new CustomEvent('test-visibility', { detail })), hidden);
  expect(await page.evaluate(() => document.hidden)).toBe(hidden);
}

test('a run continues, and is still measured, while another page is in front', async ({
  context,
  page,
  playground,
}) => {
  await makeHideable(page);
  await playground.openReady(tinyNetwork);
  const untrained = await playground.value('Test MSE');
  await playground.startTraining();
  const front = await context.newPage();
  await front.bringToFront();
  await setHidden(page, true);

  const step = await playground.value('Step');
  await playground.trainedBeyond(step + 200);
  await playground.until('Test MSE', (mse) => mse < untrained, `falls below ${untrained}`);

  await page.bringToFront();
  await setHidden(page, false);
  const seen = await playground.value('Step');
  expect(await playground.stopTraining()).toBeGreaterThanOrEqual(seen);
});
