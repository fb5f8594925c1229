// Browsers that lack something: the playground runs on what there is, and the Backend read-out says what was missing.
import { keepContext, loseContext, startWorkersWith } from './browser-faults';
import { isBlank } from './pixels';
import { tinyNetwork, type Playground } from './playground';
import { expect, test } from './story';

/** Opens the page, expects the badge, and trains. */
async function expectToTrain(playground: Playground, badge: string): Promise<void> {
  await playground.open(tinyNetwork);
  await expect(playground.readOut('Backend')).toHaveText(badge);
  await playground.startTraining();
  const first = await playground.until('Train loss', Number.isFinite, 'is there');
  await playground.until('Train loss', (loss) => loss < first, `falls below ${first}`);
  expect(isBlank(await playground.pixels('Reconstructed'))).toBe(false);
}

test('without a graphics card it runs on WASM, and says so', async ({ playground }) => {
  await expectToTrain(playground, 'WASM · no GPU found');
});

test('without OffscreenCanvas it runs on WASM, and offers no WebGL', async ({ page, playground }) => {
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
    // Features are found out by letting the browser validate a small module that uses them.
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

test.describe('the map', () => {
  // Where the engine finds that WebGL is a program, the page does without it from the start; here it finds nothing.
  test.beforeEach(async ({ page }) => {
    await startWorkersWith(page, () => {
      Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    });
  });

  const hasPoints = (playground: Playground) => async () =>
    !isBlank(await playground.pixels('Map of the codes of the test images'));

  test('is drawn by WebGL, and without it when its context is lost', async ({ page, playground }) => {
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

  test('is drawn on a 2D canvas where the page has no WebGL, and says so', async ({ page, playground }) => {
    await page.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype as { getContext: (...given: unknown[]) => unknown };
      Object.assign(HTMLCanvasElement.prototype, {
        getContext(this: HTMLCanvasElement, ...given: unknown[]) {
          return String(given[0]).startsWith('webgl') ? null : getContext.apply(this, given);
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
