// Trains the presets for holes and measures them beside their rivals, on test digits that nothing was chosen by.
import { round } from './numbers.mjs';

/** Seconds of training between two looks at how far it is. */
const pieceSeconds = 60;

/**
 * @param {import('playwright').Page} page of `bench/page/inpainting.html`
 * @param {<T>(work: () => Promise<T>) => Promise<T>} inTurn runs a piece of work, perhaps when the machine is free
 */
export async function measurePresets(page, inTurn = (work) => work()) {
  await page.waitForFunction(() => 'inpainting' in window);
  const presets = await page.evaluate(() => window.inpainting.presets);
  const rivals = await inTurn(() => page.evaluate(() => window.inpainting.rivals()));
  console.table(rivals);
  const networks = [];
  for (const { id, patch, epochs, holes } of presets) {
    const backend = await inTurn(() => page.evaluate((patch) => window.inpainting.build(patch), patch));
    const stepsPerEpoch = await page.evaluate(() => window.inpainting.stepsPerEpoch());
    const lastStep = Math.ceil(epochs * stepsPerEpoch);
    let trained = { step: 0, loss: NaN, imagesPerSecond: 0 };
    let seconds = 0;
    while (trained.step < lastStep) {
      const startedMs = performance.now();
      trained = await inTurn(() =>
        page.evaluate(
          ([until, last]) => window.inpainting.train(until, last),
          /** @type {const} */ ([pieceSeconds, lastStep]),
        ),
      );
      seconds += (performance.now() - startedMs) / 1000;
      console.log(`${id}: step ${trained.step} of ${lastStep}, loss ${round(trained.loss)}`);
    }
    /** @type {Record<string, number>} */
    const holeMse = {};
    for (const kind of holes) {
      holeMse[kind] = round(
        await inTurn(() => page.evaluate((kind) => window.inpainting.holeMse(kind, 'test'), kind)),
      );
    }
    networks.push({
      preset: id,
      patch,
      backend,
      epochs,
      trainingSeconds: Math.round(seconds),
      trainLoss: round(trained.loss),
      holeMse,
    });
    console.log(id, holeMse);
  }
  return { testDigits: 1000, rivals, networks };
}
