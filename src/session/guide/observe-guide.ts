// Looks at the session as it is now, for the line over the hourglass, and keeps what it remembers of it.
import { familyOf } from '../../catalog/families/registry';
import { linearRivals } from '../analysis/linear/linear-rivals';
import type { Analysis } from '../analysis/analysis';
import type { EngineSupervisor } from '../engine/supervisor-ports';
import type { MainRun } from '../main-run/main-run';
import { runStatus } from '../runs/run';
import type { SelectionRoom } from '../selection/selection';
import { createGuideMemory, type GuideMemory } from './guide-memory';
import type { GuideState } from './guide-state';
import { readGuideState } from './read-guide-state';

/** The parts of the session that it looks at. */
export interface Observed {
  readonly run: MainRun;
  readonly engine: Pick<EngineSupervisor, 'store'>;
  readonly analysis: Pick<Analysis, 'pca' | 'noisy'>;
  readonly selection: Pick<SelectionRoom, 'store'>;
}

/** One for each page. */
const memories = new WeakMap<MainRun, GuideMemory>();

export function guideMemoryOf(run: MainRun): GuideMemory {
  const memory = memories.get(run) ?? createGuideMemory();
  memories.set(run, memory);
  return memory;
}

export function observeGuide({ run: main, engine, analysis, selection }: Observed): GuideState {
  const run = main.store.getState();
  const experiment = main.experiment.getState();
  const memory = guideMemoryOf(main);
  const { hasDrawing, hovered } = selection.store.getState();
  const firstStep = memory.note({
    runId: run.runId,
    step: run.step,
    status: runStatus(run),
    family: familyOf(experiment),
    codeSize: experiment.codeSize,
    hasDrawing,
    isPointing: hovered !== null,
  });
  return readGuideState({
    run,
    experiment,
    rivals: linearRivals(
      experiment,
      run.facts?.dataset.shape ?? null,
      analysis.pca.store.getState().model,
      analysis.noisy.store.getState().reference,
    ),
    isStopped: engine.store.getState().phase === 'stopped',
    doneBy: main.goals.store.getState().doneBy,
    firstStep,
    tried: memory.tried,
  });
}
