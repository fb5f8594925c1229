// The address names the workspace and its sub-view: links, reload, Share and Back restore both.
import { tinyNetwork } from './playground';
import { expect, test } from './story';

test('a link, a reload, Back and a visit to another workspace all restore the sub-view', async ({
  context,
  page,
  playground,
}) => {
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  const isOpen = async (name: string, address: RegExp) => {
    await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel', { name, exact: true })).toBeAttached();
    await expect(page).toHaveURL(address);
  };
  await page.goto(`/?${tinyNetwork}#explore/generate`);
  await isOpen('Generate', /#explore\/generate$/);
  await expect(page.getByRole('slider', { name: 'Temperature' })).toBeVisible();
  await expect(page).toHaveTitle('Explore · Hourglass');

  // Arrow keys move between the tabs, Enter opens one.
  await tab('Generate').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('Components')).toBeFocused();
  await page.keyboard.press('Enter');
  await isOpen('Components', /#explore\/components$/);
  await page.reload();
  await isOpen('Components', /#explore\/components$/);
  await page.goBack();
  await isOpen('Generate', /#explore\/generate$/);

  await page.getByRole('link', { name: 'Compare' }).click();
  await isOpen('Families', /#compare\/families$/);
  await tab('Sweeps').click();
  await isOpen('Sweeps', /#compare\/sweeps$/);
  await page.reload();
  await isOpen('Sweeps', /#compare\/sweeps$/);
  await page.getByRole('link', { name: 'Train' }).click();
  await expect(playground.train).toBeVisible();
  await page.getByRole('link', { name: 'Compare' }).click();
  await isOpen('Sweeps', /#compare\/sweeps$/);

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.button('Share').click();
  await expect(playground.notice(/The link to this experiment is copied/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\?v=1&codeSize=2&hidden=8&batchSize=16#compare\/sweeps$/,
  );

  // Old addresses, and addresses without a sub-view.
  await page.goto(`/?${tinyNetwork}#explore`);
  await isOpen('Sliders', /#explore$/);
  await page.goto(`/?${tinyNetwork}#compare/nonsense`);
  await isOpen('Families', /#compare\/nonsense$/);
});

test.describe('a workspace chunk that fails to load', () => {
  test.use({ expectedNoise: /404|did not arrive|ERR_|Failed to load|preload/ });

  test('shows an error in place while the run continues, and Retry loads the workspace with its styles', async ({
    page,
    playground,
  }) => {
    let isGone = true;
    await page.route(/\/assets\/explore-workspace-[^/]*\.(js|css)$/, (route) =>
      isGone ? route.fulfill({ status: 404, body: 'Not found' }) : route.continue(),
    );
    await playground.openReady(tinyNetwork);
    await playground.startTraining();
    await page.getByRole('link', { name: 'Explore' }).click();
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('Explore did not load.');
    await expect(alert.getByRole('button', { name: 'Reload' })).toBeVisible();
    await alert.getByRole('button', { name: 'Retry' }).click();
    await expect(alert).toContainText('Explore did not load.');
    isGone = false;
    await alert.getByRole('button', { name: 'Retry' }).click();
    await expect(page.getByRole('heading', { name: 'Latent space' })).toBeVisible();
    await expect(page.getByRole('main')).toHaveCSS('display', 'grid');
    // Explore's grid needs the stylesheet that failed to load at first.
    const columns = () =>
      page.getByRole('main').evaluate((main) => getComputedStyle(main).gridTemplateColumns);
    expect((await columns()).split(' ')).toHaveLength(2);
    await expect(playground.pause).toBeVisible();
  });

  test('offers a reload that keeps the run: its step, its curve, and that it trains', async ({
    page,
    playground,
  }) => {
    await page.route(/\/assets\/explore-workspace-[^/]*\.(js|css)$/, (route) =>
      route.fulfill({ status: 404, body: 'Not found' }),
    );
    const openExplore = () => page.getByRole('link', { name: 'Explore' }).click();
    const alert = page.getByRole('main').getByRole('alert');
    const reload = async () => {
      await expect(alert).toContainText('Your run is kept, with its curves');
      // The notice of an earlier reload stands until the page has gone.
      const isLoaded = page.waitForEvent('load');
      await alert.getByRole('button', { name: 'Reload', exact: true }).click();
      await isLoaded;
      const back = playground.notice(/Your run is back at step [\d,]+/);
      await expect(back).toBeVisible({ timeout: 60_000 });
      const [, step = ''] = /step ([\d,]+)/.exec((await back.textContent()) ?? '') ?? [];
      return Number(step.replaceAll(',', ''));
    };
    await playground.openReady(tinyNetwork);
    await playground.startTraining();
    const before = await playground.value('Step');
    await openExplore();
    const kept = await reload();
    expect(kept).toBeGreaterThanOrEqual(before);
    await page.getByRole('link', { name: 'Train' }).click();
    await playground.trainedBeyond(kept);
    await expect(playground.pause).toBeVisible();
    const paused = await playground.stopTraining();
    /** The first loss of the curve, once it reaches the run's step: the chart is drawn a few times a second, and thinned. */
    const curve = async (step: number) => {
      const curves = playground.region('Loss curves').getByRole('img');
      const ends = async () => {
        const name = (await curves.getAttribute('aria-label')) ?? '';
        return /train (\S+) at first, \S+ at step (\d+)/.exec(name)?.slice(1).map(Number) ?? [];
      };
      await expect.poll(async () => (await ends())[1]).toBeGreaterThan(0.9 * step);
      expect((await ends())[1]).toBeLessThanOrEqual(step);
      return (await ends())[0];
    };
    const start = await curve(paused);
    await openExplore();
    // The latest good checkpoint: where the loss of the last batch was high, it is some steps older.
    const back = await reload();
    expect(back).toBeLessThanOrEqual(paused);
    expect(back).toBeGreaterThanOrEqual(kept);
    await page.getByRole('link', { name: 'Train' }).click();
    expect(await playground.settledStep()).toBe(back);
    expect(await curve(back)).toBe(start);
  });
});
