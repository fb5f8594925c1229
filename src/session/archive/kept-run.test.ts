import { expect, it } from 'vitest';
import { networkPlan } from '../../catalog/architectures/registry';
import { widthOf } from '../../catalog/architectures/plan';
import { defaultExperiment } from '../../core/experiment/experiment';
import { applyEvent } from '../runs/apply-event';
import { newRun } from '../runs/run';
import { fakeBackend, progressEvent, startedEvent } from '../testing/fake-engine';
import { checkpointAt } from '../testing/test-session';
import { keptRunOf, parseKeptRun, resumeKeptRun } from './kept-run';

const experiment = { ...defaultExperiment, hidden: [8] };
const weights = networkPlan(experiment, [28, 28, 1]).layers.flatMap(({ kernelShape, outputShape }) => [
  new Float32Array(widthOf(kernelShape)),
  new Float32Array(widthOf(outputShape)),
]);
const started = applyEvent(newRun('a', experiment, null), startedEvent('a', experiment));

function trained(steps: number) {
  const run = applyEvent(started, progressEvent('a', steps, Array<number>(steps).fill(0.1)));
  return { ...run, checkpoint: { ...checkpointAt(steps, experiment), weights } };
}

it('a run that goes on after a reload counts its seconds from where it stood', () => {
  const kept = parseKeptRun(structuredClone(keptRunOf(trained(20), fakeBackend)));
  const resumed = kept && resumeKeptRun(kept, experiment);
  const after = resumed && applyEvent(resumed, progressEvent('a', 30, Array<number>(10).fill(0.1)));
  expect(after?.clock).toMatchObject({ steps: [0, 20, 30], seconds: [0, 0.2, expect.closeTo(0.3, 10)] });
});

it('a run that was kept before there were clocks is read, and its seconds stay unknown', () => {
  const kept = structuredClone(keptRunOf(trained(20), fakeBackend)) as unknown as {
    record: { clock?: unknown };
  };
  for (const clock of [undefined, { steps: [0, 1], seconds: [0], epochs: [0, 1], spacing: 0 }]) {
    kept.record.clock = clock;
    const read = parseKeptRun(kept);
    const resumed = read && resumeKeptRun(read, experiment);
    expect(resumed && applyEvent(resumed, progressEvent('a', 21, [0.1]))).toMatchObject({
      clock: null,
      step: 21,
    });
  }
});

it('a link to another experiment begins a run of its own; a reload goes on with the one there is', () => {
  const kept = keptRunOf(trained(20), fakeBackend);
  if (kept === null) throw new Error('a run with a checkpoint is kept');
  const other = { ...experiment, learningRate: experiment.learningRate / 2 };
  expect(resumeKeptRun(kept, other)).toMatchObject({ runId: 'a', step: 20 });
  expect(resumeKeptRun(kept, other, true)).toBeNull();
  expect(resumeKeptRun(kept, experiment, true)).toMatchObject({ runId: 'a', step: 20 });
});
