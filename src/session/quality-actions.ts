// Has the code measured: codes of training and test images under one set of weights, judged by the analysis worker.
import { analysis, encode, encodeTraining, testImages } from './actions';
import { pointsOf } from '../core/code-plane';
import { qualityStore } from './quality-store';
import { runStore } from './run-store';

/** Images that are judged by, the first of each set. */
export const judged = { train: 5000, test: 1000 } as const;

/** The measurement that counts: others have been cancelled. */
let current = 0;

export async function measureQuality(): Promise<void> {
  const mine = ++current;
  const isCurrent = () => mine === current;
  qualityStore.setState({ progress: { message: 'Encoding', share: 0 }, failure: null });
  try {
    const request = await judgedCodes();
    if (!isCurrent()) return;
    if (request === null) throw new Error('The network changed while its codes were read. Measure again.');
    const { runId, step, ...given } = request;
    const quality = await analysis.quality(given, (progress) => {
      if (isCurrent() && qualityStore.getState().progress !== null) qualityStore.setState({ progress });
    });
    if (!isCurrent()) return;
    qualityStore.setState({ progress: null });
    if (quality) qualityStore.setState({ measured: { quality, runId, step } });
  } catch (error) {
    if (!isCurrent()) return;
    qualityStore.setState({
      progress: null,
      failure: error instanceof Error ? error.message : String(error),
    });
  }
}

export function cancelQuality(): void {
  current++;
  analysis.cancel('quality');
  qualityStore.setState({ progress: null });
}

/** Null where there is no network, or it was another one before the last codes were read. */
async function judgedCodes() {
  const { testCodes, experiment } = runStore.getState();
  const train = await encodeTraining(judged.train);
  const images = await testImages(Uint32Array.from({ length: judged.test }, (_, index) => index));
  const test = images && (await encode(images));
  if (testCodes === null || train === null || test === null || train.runId !== test.runId) return null;
  const codeSize = train.codes.length / train.labels.length;
  if (test.codes.length !== codeSize * judged.test || testCodes.codeSize !== codeSize) return null;
  return {
    runId: test.runId,
    step: test.step,
    dataset: experiment.dataset,
    codeSize,
    trainCodes: train.codes,
    trainLabels: train.labels,
    testCodes: test.codes,
    testLabels: testCodes.labels.slice(0, judged.test),
    map: pointsOf(testCodes.plane, test.codes),
    seed: experiment.seed,
  };
}
