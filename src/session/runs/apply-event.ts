// Applies engine events to a run. Pure, and the only place where events change a run.
import { measuredSettings, objectiveSettings, subsetSettings } from '../../core/experiment/change';
import type { Changed, Progress, TrainingEvent } from '../../core/engine-api/events';
import { testSubsetSize, type Evaluation } from '../../core/engine-api/looking';
import type { Experiment, ExperimentPatch, Setting } from '../../core/experiment/experiment';
import { appendValues, truncateAfter, type MetricSeries } from '../../core/run/metric-series';
import { withSteps } from '../../core/run/run-clock';
import { inEffect } from '../../core/experiment/rules';
import { recentBatches, rewindRun, type Measured, type Run, type RunFacts } from './run';
import { emptyCurves, type RunCurves } from '../../core/run/run-curves';

/** The run after an event. An event of another run changes nothing; a stage without a run is the engine's. */
export function applyEvent(run: Run, event: TrainingEvent): Run {
  if ('runId' in event && event.runId !== run.runId && !(event.type === 'stage' && event.runId === null)) {
    return run;
  }
  switch (event.type) {
    case 'stage':
      return {
        ...run,
        stage: event.stage,
        stageMessage: event.message,
        // Not a speed of what comes next.
        imagesPerSecond: event.stage === 'ready' ? run.imagesPerSecond : 0,
      };
    case 'data-progress':
      return event.dataset === run.experiment.dataset ? { ...run, data: event } : run;
    case 'data-failed': {
      if (event.dataset !== run.experiment.dataset) return run;
      const others = run.failedShards.filter(({ shard }) => shard !== event.shard);
      return { ...run, failedShards: [...others, event] };
    }
    case 'started': {
      const { dataset, parameters, testCount, step, experiment, notes } = event;
      return {
        ...run,
        step,
        experiment,
        facts: { dataset, parameters, testCount, ...countsOf(event) },
        notes: notes ?? [],
        imagesPerSecond: 0,
      };
    }
    case 'subset-counted':
      return { ...run, facts: run.facts && { ...withoutCounts(run.facts), ...countsOf(event) } };
    case 'drawing-form':
      return { ...run, drawingForm: { form: event.form } };
    case 'progress':
      return applyProgress(run, event);
    case 'evaluation':
      return applyEvaluation(run, event);
    case 'code-statistics':
      // Of a code that has been widened or narrowed since.
      if (event.meanActivation.length !== run.experiment.codeSize) return run;
      return { ...run, codeStatistics: event };
    case 'snapshot':
      return { ...run, snapshot: event };
    case 'map':
      return { ...run, map: event };
    case 'codes':
      // Of a code that has been widened or narrowed since.
      return event.codeSize === run.experiment.codeSize ? { ...run, testCodes: event } : run;
    case 'drawing':
      return { ...run, drawing: event };
    case 'checkpoint':
      return { ...run, checkpoint: event.checkpoint };
    case 'best':
      return { ...run, best: { loss: event.loss, checkpoint: event.checkpoint } };
    case 'changed':
      return applyChanged(run, event);
    case 'paused':
      return {
        ...run,
        step: event.step,
        waiting: event.reason === 'waiting',
        wantsTraining: run.wantsTraining && event.reason !== 'no-better',
        imagesPerSecond: 0,
      };
    case 'diverged': {
      const { step, restoredStep, cause } = event;
      return {
        ...rewindRun(run, restoredStep),
        diverged: { step, restoredStep, cause },
        wantsTraining: false,
        waiting: false,
        imagesPerSecond: 0,
      };
    }
    case 'backends-found':
    case 'failed':
      return run;
    default:
      return event satisfies never;
  }
}

/** How many samples are trained on and held out. */
function countsOf({ trainCount, validationCount }: Pick<RunFacts, 'trainCount' | 'validationCount'>) {
  return { trainCount, ...(validationCount !== undefined && { validationCount }) };
}

function withoutCounts({ dataset, parameters, testCount }: RunFacts) {
  return { dataset, parameters, testCount };
}

function applyProgress(run: Run, event: Progress): Run {
  const { step, trainLosses, trainMs, epoch, imagesPerSecond } = event;
  const finite = Array.from(trainLosses).filter(Number.isFinite);
  const train = appendValues(run.curves.train, step - trainLosses.length + 1, trainLosses);
  return {
    ...run,
    step,
    epoch,
    clock: run.clock && withSteps(run.clock, step, trainMs, epoch),
    imagesPerSecond,
    waiting: false,
    recentLosses: [...run.recentLosses, ...finite].slice(-recentBatches),
    curves: { ...run.curves, train },
  };
}

function applyEvaluation(run: Run, evaluation: Evaluation): Run {
  const { step, loss } = evaluation;
  const measured: Measured = { evaluation, outdated: false };
  if (evaluation.scope === 'validation') {
    const validation = withMeasurement(run.curves.validation, step, loss);
    return { ...run, validation: measured, curves: { ...run.curves, validation } };
  }
  const testMse = withSquaredError(run.curves.testMse, evaluation);
  const curves = { ...run.curves, testMse };
  if (evaluation.scope === 'all') {
    const next = {
      ...run,
      testAll: measured,
      curves: { ...curves, testAll: withMeasurement(curves.testAll, step, loss) },
    };
    // A test set that is no larger is its own subset, and is nearly always measured as a whole.
    return evaluation.count <= testSubsetSize ? withSubset(next, evaluation) : next;
  }
  return withSubset({ ...run, curves }, evaluation);
}

function withSubset(run: Run, evaluation: Evaluation): Run {
  const { curves } = run;
  const testSubset = withMeasurement(curves.testSubset, evaluation.step, evaluation.loss);
  return {
    ...run,
    testSubset: { evaluation, outdated: false },
    curves: { ...curves, testSubset, testTerms: termCurves(run, evaluation) },
  };
}

function termCurves({ curves, experiment }: Run, { step, terms }: Evaluation): RunCurves['testTerms'] {
  const { reconstruction, sparsity, kl } = curves.testTerms;
  // A penalty that is off costs nothing: its curve goes on at 0, not straight from where it was turned off to where on.
  const penalty = terms.sparsity === undefined ? 0 : terms.sparsity * experiment.sparsityWeight;
  const hasPenalty = terms.sparsity !== undefined || sparsity.steps.length > 0;
  return {
    reconstruction: withMeasurement(reconstruction, step, terms.reconstruction),
    sparsity: hasPenalty ? withMeasurement(sparsity, step, penalty) : sparsity,
    kl: terms.kl === undefined ? kl : withMeasurement(kl, step, terms.kl),
  };
}

/** The whole test set and its subset are often measured at the same step: one of them is enough. */
function withSquaredError(series: MetricSeries, { step, mse }: Evaluation): MetricSeries {
  return step > (series.steps.at(-1) ?? -1) ? appendValues(series, step, [mse]) : series;
}

/** A measurement made again with the same weights (the noise has changed) takes the place of the one before. */
function withMeasurement(series: MetricSeries, step: number, value: number): MetricSeries {
  const isAgain = series.bucket === 1 && series.steps.at(-1) === step;
  return appendValues(isAgain ? truncateAfter(series, step - 1) : series, step, [value]);
}

function applyChanged(run: Run, event: Changed): Run {
  const { step, patch, experiment, parameters, notes } = event;
  const effective = effectivePatch(patch, run.experiment, experiment);
  const changes = (settings: readonly Setting[]) => settings.some((setting) => setting in effective);
  const outdated = (measured: Measured | null) =>
    measured === null || !changes(measuredSettings) ? measured : { ...measured, outdated: true };
  const otherUnit = 'loss' in effective;
  return {
    ...run,
    experiment,
    facts: run.facts && { ...withoutCounts(run.facts), parameters, ...countsOf(event) },
    notes: notes ?? [],
    marks:
      Object.keys(effective).length > 0
        ? [
            ...run.marks,
            { kind: 'changed', step, patch: effective, before: valuesOf(run.experiment, effective) },
          ]
        : run.marks,
    testAll: outdated(run.testAll),
    testSubset: outdated(run.testSubset),
    best: changes(measuredSettings) ? null : run.best,
    validation: experiment.validationShare === 0 ? null : outdated(run.validation),
    codeStatistics: 'codeSize' in effective ? null : run.codeStatistics,
    testCodes: 'codeSize' in effective ? null : run.testCodes,
    recentLosses: changes([...objectiveSettings, ...subsetSettings]) ? [] : run.recentLosses,
    // The parts of an objective stay what they were when their weights change; under another loss nothing does.
    curves: otherUnit ? { ...emptyCurves, testMse: run.curves.testMse } : run.curves,
    curvesFrom: otherUnit ? step : run.curvesFrom,
  };
}

function valuesOf(experiment: Experiment, patch: ExperimentPatch): ExperimentPatch {
  return Object.fromEntries(
    (Object.keys(patch) as Setting[]).map((setting) => [setting, experiment[setting]]),
  );
}

/** The changes that do something: a penalty's weight does nothing while there is no penalty. */
function effectivePatch(patch: ExperimentPatch, before: Experiment, after: Experiment): ExperimentPatch {
  const settings = inEffect(Object.keys(patch) as Setting[], before, after);
  return Object.fromEntries(settings.map((setting) => [setting, patch[setting]]));
}
