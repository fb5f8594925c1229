// Events of the engine -> the record of the run. Pure: the same events give the same record.
import { measuredSettings, objectiveSettings } from '../core/change';
import type { Changed, Evaluation, Progress, TrainingEvent } from '../core/engine-api';
import type { Experiment, ExperimentPatch, Setting } from '../core/experiment';
import { appendValues, truncateAfter, type MetricSeries } from '../core/metric-series';
import { inEffect } from '../core/rules';
import { backTo, emptyCurves, recentBatches, type Measured, type Run, type RunCurves } from './run';

/** The run after an event. An event of another run changes nothing; run 0 stands for the engine before any run. */
export function applyEvent(run: Run, event: TrainingEvent): Run {
  if ('runId' in event && event.runId !== run.runId && !(event.type === 'stage' && event.runId === 0)) {
    return run;
  }
  switch (event.type) {
    case 'stage':
      return { ...run, stage: event.stage, stageMessage: event.message };
    case 'data-progress':
      return event.dataset === run.experiment.dataset ? { ...run, data: event } : run;
    case 'data-failed': {
      if (event.dataset !== run.experiment.dataset) return run;
      const others = run.failedShards.filter(({ shard }) => shard !== event.shard);
      return { ...run, failedShards: [...others, event] };
    }
    case 'started': {
      const { sampleShape, parameters, trainCount, testCount, classNames, step, experiment } = event;
      return {
        ...run,
        step,
        experiment,
        facts: { sampleShape, parameters, trainCount, testCount, classNames },
      };
    }
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
    case 'changed':
      return applyChanged(run, event);
    case 'paused':
      return { ...run, step: event.step, waiting: event.reason === 'waiting', imagesPerSecond: 0 };
    case 'diverged':
      return { ...backTo(run, event.restoredStep), wantsTraining: false, waiting: false, imagesPerSecond: 0 };
    case 'backends-found':
    case 'failed':
      return run;
    default:
      return event satisfies never;
  }
}

function applyProgress(run: Run, { step, trainLosses, epoch, imagesPerSecond }: Progress): Run {
  const finite = Array.from(trainLosses).filter(Number.isFinite);
  const train = appendValues(run.curves.train, step - trainLosses.length + 1, trainLosses);
  return {
    ...run,
    step,
    epoch,
    imagesPerSecond,
    waiting: false,
    recentLosses: [...run.recentLosses, ...finite].slice(-recentBatches),
    curves: { ...run.curves, train },
  };
}

function applyEvaluation(run: Run, evaluation: Evaluation): Run {
  const { step, loss } = evaluation;
  const measured: Measured = { evaluation, outdated: false };
  const { curves } = run;
  if (evaluation.scope === 'all') {
    return {
      ...run,
      testAll: measured,
      curves: { ...curves, testAll: withMeasurement(curves.testAll, step, loss) },
    };
  }
  const testSubset = withMeasurement(curves.testSubset, step, loss);
  return {
    ...run,
    testSubset: measured,
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

/** A measurement made again with the same weights (the noise has changed) takes the place of the one before. */
function withMeasurement(series: MetricSeries, step: number, value: number): MetricSeries {
  const isAgain = series.bucket === 1 && series.steps.at(-1) === step;
  return appendValues(isAgain ? truncateAfter(series, step - 1) : series, step, [value]);
}

function applyChanged(run: Run, { step, patch, experiment, parameters }: Changed): Run {
  const effective = effectivePatch(patch, run.experiment, experiment);
  const changes = (settings: readonly Setting[]) => settings.some((setting) => setting in effective);
  const outdated = (measured: Measured | null) =>
    measured === null || !changes(measuredSettings) ? measured : { ...measured, outdated: true };
  const otherUnit = 'loss' in effective;
  return {
    ...run,
    experiment,
    facts: run.facts && { ...run.facts, parameters },
    marks:
      Object.keys(effective).length > 0
        ? [...run.marks, { kind: 'changed', step, patch: effective }]
        : run.marks,
    testAll: outdated(run.testAll),
    testSubset: outdated(run.testSubset),
    codeStatistics: 'codeSize' in effective ? null : run.codeStatistics,
    testCodes: 'codeSize' in effective ? null : run.testCodes,
    recentLosses: changes(objectiveSettings) ? [] : run.recentLosses,
    // The parts of an objective stay what they were when their weights change; under another loss nothing does.
    curves: otherUnit ? emptyCurves : run.curves,
    curvesFrom: otherUnit ? step : run.curvesFrom,
  };
}

/** The changes that do something: a penalty's weight does nothing while there is no penalty. */
function effectivePatch(patch: ExperimentPatch, before: Experiment, after: Experiment): ExperimentPatch {
  const settings = inEffect(Object.keys(patch) as Setting[], before, after);
  return Object.fromEntries(settings.map((setting) => [setting, patch[setting]]));
}
