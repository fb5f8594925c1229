// Reads the guide's state from the main run, the linear methods beside it and the teacher's link.
import { isNoisy } from '../../catalog/corrupt';
import { familyOf } from '../../catalog/families/registry';
import type { Experiment } from '../../core/experiment/experiment';
import type { MetricSeries } from '../../core/run/metric-series';
import { meanActive } from '../../core/run/objective-terms';
import type { LinearRivals } from '../analysis/linear/linear-rivals';
import { lacksDataset } from '../main-run/missing-data';
import { runStatus, type Run } from '../runs/run';
import { partState } from '../shared-link/shared-link';
import type { Part } from '../shared-link/parts';
import {
  guideControls,
  type GuideControl,
  type GuideMeasurement,
  type GuideState,
  type Resized,
  type Tried,
} from './guide-state';

export interface GuideSources {
  readonly run: Run;
  /** As chosen with the controls: the run may be a moment behind it. */
  readonly experiment: Experiment;
  readonly rivals: Pick<LinearRivals, 'pcaMse' | 'denoiserMse'>;
  readonly isStopped: boolean;
  /** The run that has reached its goal. */
  readonly doneBy: string | null;
  /** The step at which the run was first seen on this page. */
  readonly firstStep: number;
  readonly tried: ReadonlySet<Tried>;
}

export function readGuideState(sources: GuideSources): GuideState {
  const { run, experiment, rivals, tried } = sources;
  const status = runStatus(run);
  const isCurrent = run.experiment.codeSize === experiment.codeSize;
  const measured = isCurrent ? measurementOf(run) : null;
  const evaluation = run.testAll?.evaluation ?? run.testSubset?.evaluation ?? null;
  const noisy = isNoisy(experiment);
  const isPaused = status === 'paused';
  return {
    engine: sources.isStopped ? 'stopped' : 'running',
    status,
    lacksData: lacksDataset(run),
    divergedTo: run.diverged?.restoredStep ?? null,
    reachedGoal: isPaused && sources.doneBy === run.runId,
    takenUpAt: isPaused && run.step > 0 && run.step === sources.firstStep ? run.step : null,
    step: run.step,
    epoch: run.epoch,
    family: familyOf(experiment),
    codeSize: experiment.codeSize,
    noiseLevel: experiment.noise === 'none' ? null : experiment.noiseLevel,
    kind: run.facts?.dataset.kind ?? 'image',
    isDigits: experiment.dataset === 'mnist',
    measured,
    meanMse: evaluation?.meanImageMse ?? null,
    inputMse: noisy ? (evaluation?.inputMse ?? null) : null,
    pcaMse: rivals.pcaMse,
    denoiserMse: rivals.denoiserMse,
    activeUnits: run.codeStatistics && isCurrent ? meanActive(run.codeStatistics) : null,
    kl: measured === null ? null : (newestOf(run)?.terms.kl ?? null),
    resized: isCurrent ? resizedOf(run) : null,
    can: controlsThatCanBeUsed(),
    tried,
  };
}

/** The newest of the measurements that are of the present settings. */
function newestOf({ testAll, testSubset }: Run) {
  const valid = [testAll, testSubset].flatMap((one) => (one && !one.outdated ? [one.evaluation] : []));
  return valid.reduce<(typeof valid)[number] | null>(
    (newest, one) => (newest === null || one.step > newest.step ? one : newest),
    null,
  );
}

function measurementOf(run: Run): GuideMeasurement | null {
  const newest = newestOf(run);
  return newest && { mse: newest.mse, step: newest.step, isWhole: newest.scope === 'all' };
}

/** Changes of the code size that are no further apart than this are one: a slider is dragged through the values between. */
const sameDrag = 150;

function resizedOf({ marks, step, curves, experiment }: Run): Resized | null {
  const last = marks.findLastIndex(({ kind }) => kind === 'changed');
  const latest = marks[last];
  // Whatever else was changed later may be why the error is another.
  if (latest?.kind !== 'changed' || !('codeSize' in latest.patch)) return null;
  let first = last;
  let from: number | null = null;
  for (let at = last; at >= 0; at--) {
    const mark = marks[at];
    if (mark?.kind !== 'changed' || mark.before?.codeSize === undefined) continue;
    if ((marks[first]?.step ?? 0) - mark.step > sameDrag) break;
    first = at;
    from = mark.before.codeSize;
  }
  const [begun, ended] = [marks[first]?.step, marks[last]?.step];
  if (from === null || begun === undefined || ended === undefined) return null;
  const mseBefore = errorBefore(curves.testMse, begun);
  if (mseBefore === null || begun === 0 || from === experiment.codeSize) return null;
  return { from, to: experiment.codeSize, mseBefore, stepsSince: step - ended };
}

/**
 * The error before a change at `step`. A measurement of that very step may be of either side of it: narrowing costs much at first, and
 * widening nothing, so the smaller one is of before.
 */
function errorBefore({ steps, means }: MetricSeries, step: number): number | null {
  const last = steps.findLastIndex((at) => at <= step);
  const known = [means[last], steps[last] === step ? means[last - 1] : undefined];
  const errors = known.filter((error) => error !== undefined);
  return errors.length === 0 ? null : Math.min(...errors);
}

/** The parts of the page that each control needs. */
const partsOf: Readonly<Record<GuideControl, readonly Part[]>> = {
  train: [],
  dataset: ['section.data', 'dataset'],
  codeSize: ['section.model', 'codeSize'],
  family: ['family'],
  noiseLevel: ['section.noise', 'noiseLevel'],
  beta: ['section.objective', 'beta'],
  learningRate: ['section.training', 'learningRate'],
  'panel.pad': ['panel.pad'],
  'panel.map': ['panel.map'],
  'to-explore': ['workspaces'],
};

function controlsThatCanBeUsed(): GuideState['can'] {
  const isOpen = (control: GuideControl) => partsOf[control].every((part) => partState(part) === 'shown');
  return Object.fromEntries(guideControls.map((control) => [control, isOpen(control)])) as GuideState['can'];
}
