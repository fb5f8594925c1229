// For tests only: runs as the browser keeps them.
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { sampleSize } from '../../core/samples/samples';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import { keptRunOf, type KeptRun } from '../archive/kept-run';
import { entryOf, unlabelled, type RunEntry } from '../archive/run-entry';
import { applyEvent } from '../runs/apply-event';
import { newRun } from '../runs/run';
import { fakeBackend, startedEvent, type FakeEngine } from './fake-engine';
import { checkpointAt } from './test-session';

/** A run on clean MNIST at step 500, and what the list of runs knows of it. */
export function keptRun(id: string, patch: Partial<Experiment> = {}): { kept: KeptRun; entry: RunEntry } {
  const experiment: Experiment = { ...defaultExperiment, noise: 'none', noiseLevel: 0, ...patch };
  const checkpoint = checkpointAt(500, experiment);
  const started = applyEvent(newRun(id, experiment, null), startedEvent(id, experiment));
  const run = applyEvent(started, { type: 'checkpoint', runId: id, checkpoint });
  const kept = keptRunOf({ ...run, step: 500 }, fakeBackend);
  const entry = kept && entryOf(kept, unlabelled, 1);
  if (!kept || !entry) throw new Error('not a run that can be kept');
  return { kept, entry };
}

/** Answers of networks that return what they are given; one called `b` answers with black. */
export const keptAnswers: Parameters<FakeEngine['answerWith']>[0] = {
  testImages: (_, { length }) =>
    Promise.resolve(
      Float32Array.from({ length: length * sampleSize(digitsInfo.shape) }, (__, i) => (i % 5) / 5),
    ),
  mapTestImages: (runId, indices) =>
    Promise.resolve({
      runId,
      step: 500,
      points: Float32Array.from({ length: 2 * indices.length }, (_, i) => i),
      labels: Uint16Array.from(indices, (index) => index % 10),
      axes: 'principal',
      explained: [0.5, 0.25],
    }),
  reconstruct: (runId, given) =>
    Promise.resolve({
      runId,
      step: 500,
      images: runId === 'b' ? new Float32Array(given.length) : given.slice(),
    }),
};
