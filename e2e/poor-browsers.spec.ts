// Browsers that lack something: the playground runs on what there is, and the Backend read-out says what was missing.
import { isBlank } from './pixels';
import { tinyNetwork, type Playground } from './playground';
import { expect, test } from './story';
import { startWorkersWith } from './worker-faults';

/** Opens the page, expects the badge, and trains a few steps. */
async function expectToTrain(playground: Playground, badge: string): Promise<void> {
  await playground.openReady(tinyNetwork);
  await expect(playground.readOut('Backend')).toHaveText(badge);
  const untrained = await playground.value('Test MSE');
  await playground.startTraining();
  await playground.trainedBeyond(20);
  await playground.until('Test MSE', (mse) => mse < untrained, `falls below ${untrained}`);
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

test('a page without WebGL draws the map on a 2D canvas, and says so', async ({ page, playground }) => {
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
  const map = 'Map of the codes of the test images';
  await expect.poll(async () => isBlank(await playground.pixels(map))).toBe(false);
  await playground.startTraining();
});
