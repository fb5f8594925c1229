// Opens a preset as a new, untrained run. The run before it is kept, and the page offers the way back to it.
import { presetExperiment, type Preset } from '../../catalog/presets/registry';
import { difference } from '../../core/experiment/experiment';
import type { MainRun } from '../main-run/main-run';

/** Does not train. A run of the same experiment that has not begun stays as it is. */
export function openPreset(run: MainRun, preset: Preset): void {
  const { runId, wantsTraining } = run.store.getState();
  if (wantsTraining) run.toggle();
  run.change(difference(run.experiment.getState(), presetExperiment(preset)));
  const { runId: now, step } = run.store.getState();
  // Many settings change a network in place: the story begins with an untrained one.
  if (now === runId && step > 0) run.reset();
}
