// Browsers that lack a feature: the playground falls back, and the Backend read-out says what is missing.
import { keepContext, loseContext, refuseFeatures, startWorkersWith } from './browser-faults';
import { isBlank } from './pixels';
import { tinyNetwork, type Playground } from './playground';
import { expect, test } from './story';

/** Opens the page, checks the backend badge, and trains. */
async function expectToTrain(playground: Playground, badge: string): Promise<void> {
  await playground.open(tinyNetwork);
  await expect(playground.readOut('Backend')).toHaveText(badge);
  await playground.startTraining();
  const first = await playground.until('Train loss', Number.isFinite, 'is there');
  await playground.until('Train loss', (loss) => loss < first, `falls below ${first}`);
  expect(isBlank(await playground.pixels('Reconstructed'))).toBe(false);
}

test('without a GPU it runs on WASM, and says so', async ({ playground }) => {
  await expectToTrain(playground, 'WASM · no GPU found');
});

test('without OffscreenCanvas it runs on WASM, and does not offer WebGL', async ({ page, playground }) => {
  await startWorkersWith(page, () => {
    Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
  });
  await expectToTrain(playground, 'WASM · no OffscreenCanvas');
  await expect(playground.choice('Backend').locator('option[value=webgl]')).toHaveAttribute('disabled');
});

test('without WebGL 2 it runs on WASM', async ({ page, playground }) => {
  await startWorkersWith(page, () => {
    Object.assign(OffscreenCanvas.prototype, { getContext: () => null });
  });
  await expectToTrain(playground, 'WASM · no WebGL 2');
});

test('without SIMD it runs on plain WASM', async ({ page, playground }) => {
  await startWorkersWith(page, () => {
    // Features are detected by validating a small module that uses them.
    WebAssembly.validate = () => false;
  });
  await expectToTrain(playground, 'WASM · no GPU found, no SIMD');
});

test('without WebAssembly it runs in plain JavaScript', async ({ page, playground }) => {
  await startWorkersWith(page, () => {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
  });
  await expectToTrain(playground, 'CPU · no WebAssembly');
});

test('with every optional browser feature blocked it still trains, explores, shares and sweeps', async ({
  page,
  playground,
}) => {
  await page.addInitScript(refuseFeatures);
  await startWorkersWith(page, refuseFeatures);
  await expectToTrain(playground, 'WASM · no OffscreenCanvas');
  await playground.stopTraining();
  // The analysis worker computes PCA; it has no cache to store it in.
  await playground.until('PCA test MSE', Number.isFinite, 'is computed');
  await playground.button('Share').click();
  await expect(playground.notice(/did not allow copying/)).toContainText('codeSize=2');
  await page.goto(`/?${tinyNetwork}#explore/sliders`);
  await expect(playground.picture('Decoded code')).toBeVisible();
  await page.goto(`/?${tinyNetwork}#compare/sweeps`);
  await expect(playground.button('Start sweep')).toBeEnabled();
});

test.describe('the map', () => {
  // If the engine detects software rendering the page avoids WebGL from the start; here the engine has no WebGL at all.
  test.beforeEach(async ({ page }) => {
    await startWorkersWith(page, () => {
      Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    });
  });

  const hasPoints = (playground: Playground) => async () =>
    !isBlank(await playground.pixels('Map of the codes of the test images'));

  test('is drawn with WebGL, and without it after a lost context', async ({ page, playground }) => {
    await page.addInitScript(keepContext);
    await playground.openReady(tinyNetwork);
    await expect.poll(hasPoints(playground)).toBe(true);
    await expect(playground.region('Latent space')).not.toContainText('drawn without it');
    await page.evaluate(loseContext);
    await expect(playground.region('Latent space')).toContainText(
      'The graphics context was lost: drawn without it.',
    );
    await expect.poll(hasPoints(playground)).toBe(true);
    await playground.startTraining();
  });

  test('falls back to a 2D canvas if the page has no WebGL, and says so', async ({ page, playground }) => {
    await page.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype as { getContext: (...args: unknown[]) => unknown };
      Object.assign(HTMLCanvasElement.prototype, {
        getContext(this: HTMLCanvasElement, ...args: unknown[]) {
          return String(args[0]).startsWith('webgl') ? null : getContext.apply(this, args);
        },
      });
    });
    await playground.openReady(tinyNetwork);
    await expect(playground.region('Latent space')).toContainText(
      'This browser has no WebGL: drawn without it.',
    );
    await expect.poll(hasPoints(playground)).toBe(true);
    await playground.startTraining();
  });
});
