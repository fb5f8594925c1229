// After one visit the page needs no network, and on a host without our headers it has its threads all the same.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { servePlainly } from './plain-host';
import { tinyNetwork } from './playground';
import { expect, test } from './story';

test.use({ serviceWorkers: 'allow' });

/** Everything that the page begins with is kept: its files, MNIST in full, and what is said of the other data. */
async function isKept(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration?.active || !(await caches.has('hourglass-data'))) return false;
    const kept = await (await caches.open('hourglass-data')).keys();
    const count = (pattern: RegExp) => kept.filter(({ url }) => pattern.test(url)).length;
    return count(/\/data\/mnist\/.*\.shard$/) >= 7 && count(/manifest\.json$/) === 3;
  });
}

test('a plain static host without headers: one visit gives the page its threads, and then it needs no network', async ({
  page,
  context,
  playground,
}) => {
  const host = await servePlainly(join(import.meta.dirname, '..', 'dist'), '/some/path/');
  try {
    await page.goto(`${host.address}?${tinyNetwork}`);
    // The page reloads itself meanwhile, which ends an `evaluate` but not this.
    await page.waitForFunction(() => globalThis.crossOriginIsolated);
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    await playground.readOut('Backend').hover();
    await expect(page.getByRole('tooltip')).toContainText(
      cores > 1 ? `${Math.min(cores, 8)} threads` : '1 thread',
    );
    await expect.poll(() => isKept(page), { intervals: [100] }).toBe(true);

    // A second visit asks the host only whether something is newer.
    const asked = host.asked.length;
    await page.reload();
    await playground.measured(0);
    expect(
      host.asked.slice(asked).filter((path) => !/(manifest\.json|service-worker\.js)$/.test(path)),
    ).toEqual([]);

    await host.close();
    await context.setOffline(true);
    await page.reload();
    await expect(playground.train).toBeEnabled();
    expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
    await playground.startTraining();
    await playground.stopTraining();
    for (const workspace of ['Explore', 'Compare', 'Apply', 'Train']) {
      await page.getByRole('link', { name: workspace, exact: true }).click();
      await expect(page).toHaveTitle(new RegExp(workspace));
      const tabs = page.getByRole('main').getByRole('tab');
      for (let place = 0; place < (await tabs.count()); place++) {
        await tabs.nth(place).click();
        await expect(page.getByText(/is loading…/)).toHaveCount(0);
        await expect(page.getByText(/did not load/)).toHaveCount(0);
      }
    }
    await page.keyboard.press('?');
    const list = page.getByRole('list', { name: 'Without a network' });
    await expect(list).toContainText('MNIST digits · 60,000 · available offline');
    await expect(list).toContainText('Heartbeats · 20,000 · available offline');
    await expect(list).toContainText('Quick, Draw! · 345 kinds · needs the network');
  } finally {
    await context.setOffline(false);
    await host.close();
  }
});
