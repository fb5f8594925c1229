// Trains one ordinary step and tells what happened in it, from the checkpoints before and after it.
import type { StepTrace, TracedLayer, TracedSample } from '../../../core/engine-api/tracing';
import { betaAt, learningRateAt } from '../../../core/experiment/schedule';
import type { Checkpoint } from '../../../core/run/checkpoint';
import { mapTerms } from '../../../core/run/objective-terms';
import type { TrainingRun } from '../training-run';
import { nextSamples } from '../loop/train';
import { trainingData } from '../loop/training-data';
import { traceBatch, type StepToTrace } from './batch-trace';

/** Keeps the last traced step of each run as plain arrays, for as long as the run lives. */
export class StepTracer {
  readonly #kept = new WeakMap<TrainingRun, StepToTrace>();

  /** @see TracingApi.traceStep */
  async trainStep(run: TrainingRun, row: number): Promise<Omit<StepTrace, 'runId' | 'step'> | null> {
    const { network, dataset, until } = run;
    const before = await network.checkpoint();
    const data = trainingData(dataset, before.experiment.seed, until);
    const { indices } = nextSamples(network, data);
    if (indices.some((index) => index >= data.ready())) return null;
    const { epoch } = network;
    await run.step();
    if (run.network.step !== before.step + 1) return null;
    const step: StepToTrace = { before, epoch, samples: data.train, indices };
    this.#kept.set(run, step);
    const after = await run.network.checkpoint();
    return describeStep(step, after, clampedRow(row, indices));
  }

  /** @see TracingApi.traceSample */
  async traceSample(run: TrainingRun, row: number, noise: Float32Array | null): Promise<TracedSample | null> {
    const step = this.#kept.get(run);
    if (!step || (noise && noise.length !== step.before.experiment.codeSize)) return null;
    return (await traceBatch(step, clampedRow(row, step.indices), noise)).sample;
  }
}

function clampedRow(row: number, { length }: Uint32Array): number {
  return Math.max(0, Math.min(length - 1, Math.floor(row)));
}

async function describeStep(
  step: StepToTrace,
  after: Checkpoint,
  row: number,
): Promise<Omit<StepTrace, 'runId' | 'step'>> {
  const { before, epoch, indices } = step;
  const { experiment } = before;
  const { total, terms, weightGradients, sample } = await traceBatch(step, row, null);
  const clipScale = clippedBy(weightGradients, experiment.gradientClip);
  const weightOf = {
    reconstruction: 1,
    sparsity: experiment.sparsityWeight,
    kl: betaAt(experiment, epoch),
  };
  return {
    experiment,
    batchSize: indices.length,
    total,
    terms,
    termWeights: mapTerms(terms, (_, id) => weightOf[id]),
    learningRate: learningRateAt(experiment, epoch),
    updatesBefore: before.optimizer.updates,
    clipScale,
    layers: weightGradients.flatMap((_, at) =>
      at % 2 === 0 ? [describeLayer(at, weightGradients, before, after, clipScale)] : [],
    ),
    sample,
  };
}

/** @param kernel its place among the weights; the bias follows it */
function describeLayer(
  kernel: number,
  gradients: readonly Float32Array[],
  before: Checkpoint,
  after: Checkpoint,
  clipScale: number,
): TracedLayer {
  const pair = [kernel, kernel + 1];
  const of = (arrays: readonly Float32Array[], at = kernel) => arrays[at] ?? new Float32Array();
  const gradient = of(gradients);
  const index = indexOfLargest(gradient);
  const slotsAt = ({ optimizer }: Checkpoint) => optimizer.slots.map((slot) => of(slot)[index] ?? 0);
  return {
    gradientNorm: normOf(pair.map((at) => of(gradients, at))),
    weightNorm: normOf(pair.map((at) => of(before.weights, at))),
    changeNorm: normOf(
      pair.map((at) => of(after.weights, at).map((value, i) => value - (of(before.weights, at)[i] ?? 0))),
    ),
    weight: {
      index,
      before: of(before.weights)[index] ?? 0,
      after: of(after.weights)[index] ?? 0,
      gradient: (gradient[index] ?? 0) * clipScale,
      slotsBefore: slotsAt(before),
      slotsAfter: slotsAt(after),
    },
  };
}

/** The root sum of squares of several arrays. */
function normOf(arrays: readonly Float32Array[]): number {
  return Math.sqrt(arrays.reduce((sum, array) => array.reduce((part, x) => part + x * x, sum), 0));
}

function indexOfLargest(values: Float32Array): number {
  let largest = 0;
  values.forEach((value, at) => {
    if (Math.abs(value) > Math.abs(values[largest] ?? 0)) largest = at;
  });
  return largest;
}

/** As in `gradient-clip.ts`. @param limit of the global norm; 0: nothing is clipped */
function clippedBy(gradients: readonly Float32Array[], limit: number): number {
  return limit > 0 ? limit / Math.max(limit, normOf(gradients)) : 1;
}
