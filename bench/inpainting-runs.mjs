// Trains the presets for holes and measures them beside their rivals, on test digits that nothing was chosen by.
import { round } from './numbers.mjs';

/** Seconds of training between two looks at how far it is. */
const pieceSeconds = 60;

/**
 * @param {import('playwright').Page} page of `bench/page/inpainting.html`
 * @param {readonly string[]} names of the presets; none for all
 * @param {<T>(work: () => Promise<T>) => Promise<T>} inTurn runs a piece of work, perhaps when the machine is free
 */
export async function measurePresets(page, names = [], inTurn = (work) => work()) {
  await page.waitForFunction(() => 'inpainting' in window);
  const all = await page.evaluate(() => window.inpainting.presets);
  const presets = names.length === 0 ? all : all.filter(({ id }) => names.includes(id));
  const rivals = await inTurn(() => page.evaluate(() => window.inpainting.rivals()));
  console.table(rivals);
  const networks = [];
  for (const { id, patch, epochs, holes } of presets.toSorted((a, b) => a.epochs - b.epochs)) {
    const backend = await inTurn(() => page.evaluate((patch) => window.inpainting.build(patch), patch));
    const stepsPerEpoch = await page.evaluate(() => window.inpainting.stepsPerEpoch());
    const lastStep = Math.ceil(epochs * stepsPerEpoch);
    /** @type {{ epoch: number, trainLoss: number, holeMse: Record<string, number> }[]} */
    const course = [];
    let [step, seconds] = [0, 0];
    while (step < lastStep) {
      const piece = await inTurn(() => trainPiece(page, lastStep, holes));
      step = piece.step;
      seconds += piece.seconds;
      course.push({ epoch: round(step / stepsPerEpoch), trainLoss: piece.trainLoss, holeMse: piece.holeMse });
      console.log(id, JSON.stringify(course.at(-1)));
    }
    networks.push({ preset: id, patch, backend, epochs, trainingSeconds: Math.round(seconds), course });
  }
  return { testDigits: 1000, rivals, networks };
}

/**
 * @param {import('playwright').Page} page
 * @param {number} lastStep
 * @param {('block' | 'right-half')[]} holes that it is measured under afterwards
 */
async function trainPiece(page, lastStep, holes) {
  const startedMs = performance.now();
  const { step, loss } = await page.evaluate(
    ([seconds, last]) => window.inpainting.train(seconds, last),
    /** @type {const} */ ([pieceSeconds, lastStep]),
  );
  const seconds = (performance.now() - startedMs) / 1000;
  /** @type {Record<string, number>} */
  const holeMse = {};
  for (const kind of holes) {
    holeMse[kind] = round(await page.evaluate((kind) => window.inpainting.holeMse(kind, 'test'), kind));
  }
  return { step, seconds, trainLoss: round(loss), holeMse };
}
