// For tests only: runs as they are read to be compared.
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { applyEvent } from '../../session/runs/apply-event';
import { newRun } from '../../session/runs/run';
import type { ComparedRun } from '../../session/run-comparison/compared-run';
import { evaluationEvent, progressEvent, startedEvent } from '../../session/testing/fake-engine';

/** Trained for `steps` steps of 10 ms, and measured on the whole test set at the end. */
export function comparedRun(id: string, patch: ExperimentPatch = {}, steps = 20, mse = 0.02): ComparedRun {
  const experiment = { ...defaultExperiment, ...patch };
  const losses = Array.from({ length: steps }, (_, i) => 1 / (i + 1));
  const run = [
    startedEvent(id, experiment),
    progressEvent(id, steps, losses),
    evaluationEvent(id, { step: steps, mse, loss: mse, scope: 'all' }),
  ].reduce(applyEvent, newRun(id, experiment, null));
  return { ...run, checkpoint: null, best: null, backend: 'wasm' };
}
