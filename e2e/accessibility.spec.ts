// Accessibility: a name for every control, and a layout that fits a phone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { tinyNetwork, type Playground } from './playground';
import { expect, test } from './story';

/** Roles of interactive elements, and of images that need a text alternative. */
const namedRoles = new Set([
  ...['button', 'link', 'slider', 'radio', 'radiogroup', 'combobox', 'textbox', 'checkbox', 'spinbutton'],
  ...['img', 'image', 'application', 'region', 'dialog', 'progressbar', 'status'],
]);

/** Role and name of every element in the browser's accessibility tree. */
async function accessibleNodes(page: Page): Promise<{ role: string; name: string }[]> {
  const browser = await page.context().newCDPSession(page);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '') }));
}

async function expectNames(page: Page): Promise<void> {
  const nodes = (await accessibleNodes(page)).filter(({ role }) => namedRoles.has(role));
  expect(nodes.length).toBeGreaterThan(40);
  // A status without a name is a message, and its text is read.
  const nameless = nodes.filter(({ role, name }) => name.trim() === '' && role !== 'status');
  expect(nameless).toEqual([]);
}

test('every control, image and region has a name', async ({ page, playground }) => {
  await playground.openReady(`${tinyNetwork}&noise=gaussian`);
  await page.getByText('Advanced', { exact: true }).click();
  await expectNames(page);
  await playground.button('Help').click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

/** Touches a name: its explanation opens within the screen, large enough to be read, and another touch closes it. */
async function explainByTap(page: Page, name: Locator, words: RegExp): Promise<void> {
  await name.tap();
  const bubble = page.locator('[data-explanation]');
  await expect(bubble).toContainText(words);
  await expect(bubble).toHaveCSS('opacity', '1');
  await expect(bubble).toBeInViewport({ ratio: 1 });
  const size = await bubble.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(12);
  await page.touchscreen.tap(5, 5);
  await expect(bubble).toHaveCount(0);
}

/** Addresses of the views. Explore's tools are made of the same parts. */
const views = [
  ...['train', 'train/network', 'train/network/1/3', 'explore/sliders', 'explore/generate'],
  ...['apply/anomalies', 'apply/inpainting', 'apply/sound', 'apply/limits'],
  ...['compare/runs', 'compare/families', 'compare/sweeps', 'learn', 'learn/bottleneck', 'learn/glossary'],
];

/** In the page: resolves when the page has drawn what this address shows first. */
async function show(hash: string): Promise<void> {
  const hasChanged = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
  if (location.hash === `#${hash}`) return;
  location.hash = hash;
  await hasChanged;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** In the page: resolves when no transition is under way any more. */
async function settled(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

/** What of the page opens over it, or beside it. */
const opened: Readonly<Record<string, (playground: Playground) => Promise<void>>> = {
  'explanation of a layer': async ({ page }) => {
    await page.getByRole('link', { name: /^Hidden layer 1 of the encoder/ }).hover();
    await expect(page.locator('[data-explanation]')).toContainText('Each unit adds up');
  },
  'explanation of the waist': async ({ page }) => {
    await page.getByRole('button', { name: 'bottleneck · drag' }).click();
    await expect(page.locator('[data-explanation]')).toContainText('squeezed into');
  },
  'menu of a card': async (playground) => {
    await playground.page.keyboard.press('Escape');
    await playground.button('Save Loss curves').click();
  },
  'table of a card': async ({ page }) => {
    await page
      .getByRole('button', { name: /^Show .* as a table$/ })
      .first()
      .click();
    await expect(page.getByRole('table').first()).toBeVisible();
  },
  lesson: async (playground) => {
    await playground.page.keyboard.press('Escape');
    await playground.page.evaluate(show, 'learn/bottleneck');
    await playground.button('Start').click();
    await expect(playground.page.getByRole('region', { name: 'Lesson', exact: true })).toBeVisible();
  },
};

test.describe('with still colours', () => {
  test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } });

  test('axe finds nothing in any view, light and dark', async ({ page, playground }) => {
    // axe looks forty times.
    test.slow();
    await playground.openReady(tinyNetwork);
    await playground.step.click();
    await playground.measured(1);
    await page.mouse.move(0, 0);
    const found: unknown[] = [];
    const look = async (view: string) => {
      await expect(page.getByRole('main')).not.toContainText(' is loading…');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(settled);
        const axe = new AxeBuilder({ page }).setLegacyMode();
        // The dark page differs in its colours alone.
        if (colorScheme === 'dark') axe.withRules(['color-contrast']);
        else axe.options({ rules: { 'target-size': { enabled: true } } });
        const { violations } = await axe.analyze();
        for (const { id, nodes } of violations)
          found.push({ view, colorScheme, id, nodes: nodes.map(({ target }) => target.join(' ')) });
      }
      await page.emulateMedia({ colorScheme: 'light' });
    };
    for (const view of views) {
      await page.evaluate(show, view);
      await look(view);
    }
    await page.evaluate(show, 'train');
    for (const [name, open] of Object.entries(opened)) {
      await open(playground);
      await look(name);
    }
    expect(found).toEqual([]);
  });
});

test('every name of the contract exists exactly once', async ({ page, playground }) => {
  await playground.openReady(`${tinyNetwork}&noise=gaussian`);
  await page.getByText('Advanced', { exact: true }).click();
  const once = [
    ...['Train', 'Step', 'Reset', 'Clear drawing'].map((name) => playground.button(name)),
    ...['Bottleneck size', 'Noise level', 'Learning rate'].map((name) => playground.slider(name)),
    ...['Data set', 'Noise', 'Loss', 'Architecture', 'Optimizer', 'Backend'].map((name) =>
      playground.choice(name),
    ),
    page.getByRole('radiogroup', { name: 'Family', exact: true }),
    ...(
      ['Reconstructions', 'Loss curves', 'Latent space', 'Drawing pad', 'Architecture diagram'] as const
    ).map((name) => playground.region(name)),
    ...['Original', 'Noisy', 'Reconstructed', 'Error'].map((name) =>
      playground.region('Reconstructions').getByRole('img', { name, exact: true }),
    ),
    ...['Drawing', 'Noisy drawing', 'Reconstructed drawing'].map((name) => playground.picture(name)),
    ...(
      [
        ...['Step', 'Epoch', 'Train loss', 'Test loss', 'Test MSE', 'Input MSE'],
        ...['Images per second', 'Backend'],
      ] as Parameters<typeof playground.readOut>[0][]
    ).map((name) => playground.readOut(name)),
  ];
  for (const locator of once) await expect.soft(locator).toHaveCount(1);
  await expect(playground.slider('Bottleneck size')).toHaveAttribute('min', '1');
  await expect(playground.slider('Bottleneck size')).toHaveAttribute('max', '128');
  await expect(playground.slider('Noise level')).toHaveAttribute('min', '0');
  await expect(playground.slider('Noise level')).toHaveAttribute('max', '1');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('nothing overflows sideways, and the transport is on the first screen', async ({
    page,
    playground,
  }) => {
    await playground.openReady(`${tinyNetwork}&noise=gaussian`);
    await expect(playground.train).toBeInViewport({ ratio: 1 });
    await playground.train.click();
    await playground.trainedBeyond(5);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(390);
    await playground.button('Step and Reset').click();
    for (const control of [playground.pause, playground.step, playground.reset]) {
      await expect(control).toBeInViewport({ ratio: 1 });
    }
    await playground.pause.click();
    for (const name of ['Reconstructions', 'Loss curves', 'Latent space', 'Drawing pad'] as const) {
      await playground.region(name).scrollIntoViewIfNeeded();
      const box = await playground.region(name).boundingBox();
      expect.soft(box?.x, name).toBeGreaterThanOrEqual(0);
      expect.soft((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(390);
    }
    expect(await width()).toBeLessThanOrEqual(390);
    await expectNames(page);
    await explainByTap(page, page.getByRole('button', { name: 'Loss curves', exact: true }), /loss/i);
    await explainByTap(page, page.getByRole('button', { name: 'About Test MSE' }), /squared error/i);
    await explainByTap(page, page.getByRole('button', { name: 'bottleneck · drag' }), /squeezed into/);
    const layer = page.getByRole('link', { name: /^Hidden layer 1 of the encoder/ });
    await explainByTap(page, layer, /Each unit adds up/);
    // The first tap explains, the second opens.
    await layer.tap();
    await layer.tap();
    await expect(page.getByRole('region', { name: 'Network', exact: true })).toBeVisible();
  });
});
