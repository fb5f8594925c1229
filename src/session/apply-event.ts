// Events of the engine -> the record of the run. Pure: the same events give the same record.
import type { Changed, Evaluation, Progress, TrainingEvent } from '../core/engine-api';
import type { Setting } from '../core/experiment';
import { appendValues, truncateAfter, type MetricSeries } from '../core/metric-series';
import { backTo, emptyCurves, recentBatches, type Measured, type Run } from './run';

/** Settings after whose change an evaluation no longer says how the network does. */
const measuredSettings: readonly Setting[] = ['noise', 'noiseLevel', 'loss', 'codeSize', 'hidden'];

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
      return { ...run, codeStatistics: event };
    case 'snapshot':
      return { ...run, snapshot: event };
    case 'map':
      return { ...run, map: event };
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
  const scope = evaluation.scope === 'all' ? 'testAll' : 'testSubset';
  return {
    ...run,
    [scope]: { evaluation, outdated: false } satisfies Measured,
    curves: { ...run.curves, [scope]: withMeasurement(run.curves[scope], evaluation) },
  };
}

/** A measurement made again with the same weights (the noise has changed) takes the place of the one before. */
function withMeasurement(series: MetricSeries, { step, loss }: Evaluation): MetricSeries {
  const isAgain = series.bucket === 1 && series.steps.at(-1) === step;
  return appendValues(isAgain ? truncateAfter(series, step - 1) : series, step, [loss]);
}

function applyChanged(run: Run, { step, patch, experiment, parameters }: Changed): Run {
  const outdates = measuredSettings.some((setting) => setting in patch);
  const outdated = (measured: Measured | null) =>
    measured === null || !outdates ? measured : { ...measured, outdated: true };
  const otherUnit = 'loss' in patch;
  return {
    ...run,
    experiment,
    facts: run.facts && { ...run.facts, parameters },
    marks: [...run.marks, { kind: 'changed', step, patch }],
    testAll: outdated(run.testAll),
    testSubset: outdated(run.testSubset),
    recentLosses: otherUnit ? [] : run.recentLosses,
    curves: otherUnit ? emptyCurves : run.curves,
    curvesFrom: otherUnit ? step : run.curvesFrom,
  };
}
