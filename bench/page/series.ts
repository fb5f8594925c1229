// The page of the series bench: trains networks on the generated data sets in the real worker, draws samples from them, and compares
// these with the test set in the analysis worker, as Explore's Generate does.
import { proxy, wrap } from 'comlink';
import type { AnalysisApi } from '../../src/core/analysis-api';
import type { TrainingEvent } from '../../src/core/engine-api/events';
import type { EngineApi } from '../../src/core/engine-api/running';
import type { GeneratedDatasetId } from '../../src/core/experiment/dataset-id';
import { defaultsOn, type ExperimentPatch } from '../../src/core/experiment/experiment';
import { withPatch } from '../../src/core/experiment/rules';
import { trainedOn } from '../../src/core/experiment/trained-on';
import { standardDraws } from '../../src/core/latent/fitted-gaussian';
import { largestDifferences } from '../../src/core/latent/two-sample/moments';
import { addResidual, residualDeviation } from '../../src/core/latent/two-sample/residual';
import type { TwoSampleApi } from '../../src/core/latent/two-sample/two-sample-api';
import { familyPatch } from '../../src/catalog/families/registry';

interface SeriesRun {
  readonly dataset: GeneratedDatasetId;
  readonly isVariational: boolean;
  readonly patch: ExperimentPatch;
  readonly epochs: number;
  /** Samples to draw; 0: none. */
  readonly count: number;
}

const baseUrl = new URL('/', location.href).href;
const quiet = proxy(() => undefined);
const engine = wrap<EngineApi>(
  new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' }),
);
const analysis = wrap<AnalysisApi & TwoSampleApi>(
  new Worker(new URL('../../src/analysis/analysis-worker.ts', import.meta.url), { type: 'module' }),
);
let onEvent: (event: TrainingEvent) => void = () => undefined;
const opened = (async () => {
  await analysis.open({ baseUrl, lifeLock: 'bench-analysis' });
  await engine.open(
    { backend: 'wasm', baseUrl, lifeLock: 'bench' },
    proxy((event: TrainingEvent) => onEvent(event)),
  );
  await engine.setSeen([]);
})();
let runs = 0;

async function seriesRun({ dataset, isVariational, patch, epochs, count }: SeriesRun) {
  await opened;
  const plain = defaultsOn(dataset);
  const family = isVariational ? withPatch(plain, familyPatch('variational', plain)) : plain;
  const experiment = withPatch(family, patch);
  const { codeSize, batchSize } = experiment;
  const runId = `run ${++runs}`;
  const openedAt = performance.now();
  let trainCount = 0;
  let testMse = NaN;
  const paused = new Promise<void>((resolve, reject) => {
    onEvent = (event) => {
      if (event.type === 'started') trainCount = event.dataset.trainCount;
      if (event.type === 'evaluation' && event.scope === 'all') testMse = event.mse;
      if (event.type === 'paused' && event.reason === 'finished') resolve();
      if (event.type === 'failed') reject(new Error(JSON.stringify(event.message)));
    };
  });
  await engine.build(runId, experiment, null);
  while (trainCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const startedAt = performance.now();
  await engine.play(runId, Math.round((epochs * trainCount) / batchSize));
  await paused;
  const seconds = {
    opening: (startedAt - openedAt) / 1000,
    training: (performance.now() - startedAt) / 1000,
  };
  const of = trainedOn(experiment);
  const pca = await analysis.pca(of, quiet);
  const known = await analysis.trainingSamples(of, 1000);
  const rebuilt = await engine.reconstruct(runId, known);
  if (!rebuilt) throw new Error('no reconstructions');
  const deviation = residualDeviation(known, rebuilt.images, pca.mean.length);
  const residual = Math.sqrt(deviation.reduce((sum, each) => sum + each ** 2, 0) / deviation.length);
  const result = { seconds, testMse, pcaTestMse: pca.testMse[codeSize], residual };
  if (count === 0) return result;
  const made = await engine.generate(runId, standardDraws(count, codeSize, 1), 10_000);
  if (!made) throw new Error('no samples');
  const compare = async (generated: Float32Array, withResidual: boolean) => {
    const answer = await analysis.twoSample({ of, generated, codeSize, withResidual, seed: 1 });
    return {
      network: { ...largestDifferences(answer.real, answer.generated), accuracy: answer.accuracy.generated },
      gaussian: { ...largestDifferences(answer.real, answer.gaussian), accuracy: answer.accuracy.gaussian },
      pairs: answer.pairs,
    };
  };
  return {
    ...result,
    decoderAlone: await compare(made.images, false),
    withResidual: await compare(addResidual(made.images, deviation, 1), true),
  };
}

Object.assign(window, { seriesRun });

declare global {
  interface Window {
    seriesRun: typeof seriesRun;
  }
}
