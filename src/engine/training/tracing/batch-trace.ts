// The forward and the backward pass of one training batch, from the weights before its step, with the values and gradients of
// one sample at every boundary. A boundary's gradient is that of zeros added to what it holds.
import * as tf from '@tensorflow/tfjs-core';
import { networkPlan } from '../../../catalog/architectures/registry';
import type { TracedDraw, TracedSample } from '../../../core/engine-api/tracing';
import { betaAt } from '../../../core/experiment/schedule';
import { gridOf } from '../../../core/inpainting/mask';
import { meanSquaredError } from '../../../core/pca/squared-error';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { Terms } from '../../../core/run/objective-terms';
import { sampleSize, type SampleShape, type Samples } from '../../../core/samples/samples';
import { createAutoencoder, type Autoencoder } from '../../network/autoencoder';
import type { Encoded } from '../../objective/encoded';
import { objective, reparameterise } from '../../objective/objective';
import { plainTerms, type PlainTerms } from '../../objective/plain-terms';
import { disposeBatch, trainingBatch, type TrainingBatch } from '../batch/training-batch';

/** A step before it is made: the state before it, and its samples. */
export interface StepToTrace {
  before: Checkpoint;
  /** Epochs before it, for the schedule of beta. */
  epoch: number;
  samples: Samples;
  indices: Uint32Array;
}

export interface BatchTrace {
  total: number;
  terms: Terms;
  /** In the order of `Checkpoint.weights`. */
  weightGradients: Float32Array[];
  sample: TracedSample;
}

/**
 * @param row the sample to follow, in the batch
 * @param noise standard normal noise for its code in place of the step's, `[codeSize]`
 */
export async function traceBatch(
  step: StepToTrace,
  row: number,
  noise: Float32Array | null,
): Promise<BatchTrace> {
  const { before, samples, indices } = step;
  const { experiment, weights } = before;
  const autoencoder = createAutoencoder(experiment, samples.shape, weights);
  const batch = trainingBatch(samples, indices, experiment, before.step);
  try {
    if (noise) await replaceNoise(batch, row, noise);
    const forward = await runForward(step, autoencoder, batch, row);
    const backward = await runBackward(step, autoencoder, batch, row, forward.plain);
    const index = indices[row] ?? 0;
    const output = forward.activations.at(-1) ?? new Float32Array();
    return {
      total: backward.total,
      terms: backward.terms,
      weightGradients: backward.weightGradients,
      sample: {
        row,
        index,
        label: samples.labels[index] ?? 0,
        clean: forward.clean,
        activations: forward.activations,
        gradients: backward.gradients,
        draw: forward.draw && { ...forward.draw, ...backward.codeGradients },
        error: meanSquaredError(output, forward.clean),
        isTrainedDraw: noise === null,
      },
    };
  } finally {
    disposeBatch(batch);
    autoencoder.dispose();
  }
}

async function replaceNoise(batch: TrainingBatch, row: number, noise: Float32Array): Promise<void> {
  const { codeNoise } = batch;
  if (codeNoise === null) return;
  const values = new Float32Array(await codeNoise.data<'float32'>());
  values.set(noise, row * noise.length);
  batch.codeNoise = tf.tensor2d(values, codeNoise.shape);
  codeNoise.dispose();
}

type Drawn = Pick<TracedDraw, 'mean' | 'deviation' | 'noise' | 'code'>;

async function runForward(
  { before: { experiment }, samples: { shape } }: StepToTrace,
  autoencoder: Autoencoder,
  { target, input, codeNoise, weights }: TrainingBatch,
  row: number,
): Promise<{ clean: Float32Array; activations: Float32Array[]; draw: Drawn | null; plain: PlainTerms }> {
  const made = tf.tidy(() => {
    const held: tf.Tensor[] = [];
    const keepRow = (value: tf.Tensor) => held.push(rowOf(value, row));
    keepRow(target);
    keepRow(input);
    let codes: tf.Tensor2D = input;
    const drawn: tf.Tensor[] = [];
    const logits = autoencoder.stepThrough(
      input,
      (encoded) => {
        codes = encoded.mean;
        const code = codeNoise ? reparameterise(encoded, codeNoise) : encoded.mean;
        keepRow(code);
        if (encoded.logVar && codeNoise) {
          const deviation = tf.exp(tf.mul(encoded.logVar, 0.5));
          drawn.push(...[encoded.mean, deviation, codeNoise, code].map((value) => rowOf(value, row)));
        }
        return code;
      },
      (_, value) => {
        keepRow(value);
        return value;
      },
    );
    if (experiment.outputActivation === 'sigmoid') held.push(tf.sigmoid(held.pop() as tf.Tensor));
    return { held, drawn, logits, codes };
  });
  const plain = await plainTerms(experiment, target, made.logits, made.codes, weights);
  const [clean = new Float32Array(), read = new Float32Array(), ...activations] = await readAll(made.held);
  const [mean, deviation, noise, code] = await readAll(made.drawn);
  tf.dispose(made);
  return {
    clean,
    activations: [withoutMask(read, shape), ...activations],
    draw: mean && deviation && noise && code ? { mean, deviation, noise, code } : null,
    plain,
  };
}

async function runBackward(
  { before: { experiment }, epoch, samples: { shape } }: StepToTrace,
  autoencoder: Autoencoder,
  { target, input, codeNoise, weights }: TrainingBatch,
  row: number,
  plain: PlainTerms,
) {
  const { boundaries, codeBoundary } = networkPlan(experiment, shape);
  const [count] = target.shape;
  const last = boundaries.length - 1;
  const zeros = (boundary: readonly number[]) => tf.tidy(() => tf.variable(tf.zeros([count, ...boundary])));
  // At the boundaries 1 to the last, which is flat, then at the mean and the log-variance of the code.
  const nudges = boundaries
    .slice(1)
    .map((boundary, at) => zeros(at + 1 === last ? [sampleSize(boundary)] : boundary));
  const codeNudges = codeNoise ? [zeros([experiment.codeSize]), zeros([experiment.codeSize])] : [];
  const nudged = <T extends tf.Tensor>(value: T, nudge: tf.Variable | undefined): T =>
    nudge ? tf.add(value, nudge) : value;
  const kept: tf.Scalar[] = [];
  const variables = [...autoencoder.variables, ...nudges, ...codeNudges];
  let ids: (keyof Terms)[] = [];
  const { value, grads } = tf.variableGrads(() => {
    let encoded: Encoded | null = null;
    const logits = autoencoder.stepThrough(
      input,
      ({ mean, logVar }) => {
        encoded = {
          mean: nudged(mean, codeNudges[0] ?? nudges[codeBoundary - 1]),
          logVar: logVar && nudged(logVar, codeNudges[1]),
        };
        return codeNoise
          ? nudged(reparameterise(encoded, codeNoise), nudges[codeBoundary - 1])
          : encoded.mean;
      },
      (boundary, held) => nudged(held, nudges[boundary - 1]),
    );
    const beta = betaAt(experiment, epoch);
    const { total, terms } = objective(
      experiment,
      beta,
      target,
      logits,
      encoded as unknown as Encoded,
      plain,
      weights,
    );
    ids = Object.keys(terms) as (keyof Terms)[];
    kept.push(...ids.map((id) => tf.keep(tf.clone(terms[id] as tf.Scalar))));
    return total;
  }, variables);
  const gradientOf = (variable: tf.Variable) => grads[variable.name] as tf.Tensor;
  const rows = tf.tidy(() => [...nudges, ...codeNudges].map((nudge) => rowOf(gradientOf(nudge), row)));
  const [[total = NaN] = [], ...termValues] = await readAll([value, ...kept]);
  const weightGradients = await readAll(autoencoder.variables.map(gradientOf));
  const ofRow = await readAll(rows);
  tf.dispose([value, ...kept, ...rows, ...Object.values(grads)]);
  [...nudges, ...codeNudges].forEach((nudge) => nudge.dispose());
  const terms = Object.fromEntries(ids.map((id, at) => [id, termValues[at]?.[0] ?? NaN])) as unknown as Terms;
  const empty = new Float32Array();
  return {
    total,
    terms,
    weightGradients,
    gradients: [empty, ...ofRow.slice(0, nudges.length)],
    codeGradients: {
      meanGradient: ofRow[nudges.length] ?? empty,
      logVarGradient: ofRow[nudges.length + 1] ?? empty,
    },
  };
}

/** One sample's numbers, flat; the caller disposes of them. */
function rowOf(value: tf.Tensor, row: number): tf.Tensor1D {
  const flat = tf.reshape(value, [value.shape[0], -1]);
  return tf.reshape(tf.slice(flat, [row, 0], [1, -1]), [-1]);
}

function readAll(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  return Promise.all(tensors.map(async (tensor) => new Float32Array(await tensor.data<'float32'>())));
}

/** What a network that reads masks was given, without the mask's channel: `[sampleSize]`. */
function withoutMask(read: Float32Array, shape: SampleShape): Float32Array {
  const size = sampleSize(shape);
  if (read.length === size) return read;
  const { channels } = gridOf(shape);
  return Float32Array.from(
    { length: size },
    (_, at) => read[Math.floor(at / channels) * (channels + 1) + (at % channels)] ?? 0,
  );
}
