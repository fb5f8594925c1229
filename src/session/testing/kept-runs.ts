// For tests only: runs as the browser keeps them.
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { keptRunOf, type KeptRun } from '../archive/kept-run';
import { entryOf, unlabelled, type RunEntry } from '../archive/run-entry';
import { applyEvent } from '../runs/apply-event';
import { newRun } from '../runs/run';
import { startedEvent } from './fake-engine';
import { checkpointAt } from './test-session';

/** A run on clean MNIST at step 500, and what the list of runs knows of it. */
export function keptRun(id: string, patch: Partial<Experiment> = {}): { kept: KeptRun; entry: RunEntry } {
  const experiment: Experiment = { ...defaultExperiment, noise: 'none', noiseLevel: 0, ...patch };
  const checkpoint = checkpointAt(500, experiment);
  const started = applyEvent(newRun(id, experiment, null), startedEvent(id, experiment));
  const run = applyEvent(started, { type: 'checkpoint', runId: id, checkpoint });
  const kept = keptRunOf({ ...run, step: 500 }, 'wasm');
  const entry = kept && entryOf(kept, unlabelled, 1);
  if (!kept || !entry) throw new Error('not a run that can be kept');
  return { kept, entry };
}
