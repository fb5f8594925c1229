// MNIST-1D of Greydanus, "Scaling down deep learning", 2020 (arXiv 2011.14439; github.com/greydanus/mnist1d): ten templates of 12
// points, padded, stretched, scaled, moved around, put into correlated noise, tilted, and resampled to 40 points. Templates and
// settings are the published ones, the random numbers are ours.
import { generatedFacts } from '../../../../catalog/datasets/generated';
import { permutation, streams } from '../../../../core/random';
import { drawsOf, type Draws } from '../draws';
import type { Generator } from '../generator';

const length = generatedFacts.mnist1d.sampleShape[0];
const pauseEvery = 500;
const seed = 2020;

/** The published settings. */
const padding = { from: 36, to: 60 };
const scaleSpread = 0.4;
const longestMove = 48;
const correlatedNoise = 0.25;
/** Width of the Gaussian that smooths it, in points. */
const noiseWidth = 2;
const plainNoise = 0.02;
const tilt = 0.75;

const drawn: readonly (readonly number[])[] = [
  [5, 6, 6.5, 6.75, 7, 7, 7, 7, 6.75, 6.5, 6, 5],
  [5, 3, 3, 3.4, 3.8, 4.2, 4.6, 5, 5.4, 5.8, 5, 5],
  [5, 6, 6.5, 6.5, 6, 5.25, 4.75, 4, 3.5, 3.5, 4, 5],
  [5, 6, 6.5, 6.5, 6, 5, 5, 6, 6.5, 6.5, 6, 5],
  [5, 4.4, 3.8, 3.2, 2.6, 2.6, 5, 5, 5, 5, 5, 5],
  [5, 3, 3, 3, 3, 5, 6, 6.5, 6.5, 6, 4.5, 5],
  [5, 4, 3.5, 3.25, 3, 3, 3, 3, 3.25, 3.5, 4, 5],
  [5, 7, 7, 6.6, 6.2, 5.8, 5.4, 5, 4.6, 4.2, 5, 5],
  [5, 4, 3.5, 3.5, 4, 5, 5, 4, 3.5, 3.5, 4, 5],
  [5, 4, 3.5, 3.5, 4, 5, 5, 5, 5, 4.7, 4.3, 5],
];

/** The templates of the ten classes, `[12]` each: standard deviation 1/6, beginning at 0. */
export const templates: readonly Float64Array[] = drawn.map((points) => {
  const { deviation } = moments(points);
  return Float64Array.from(points, (point) => (point - (points[0] ?? 0)) / deviation / 6);
});

/** One sample before the whole set is standardised, `[40]`. */
export function drawSample(template: Float64Array, { between, below, normal }: Draws): Float64Array {
  const padded = new Float64Array(template.length + padding.from + below(padding.to - padding.from + 1));
  padded.set(template);
  // A touch above zero tells the template from the padding, as in the published program.
  for (let place = 0; place < template.length; place++) padded[place]! += 1e-8;
  const stretched = resample(padded, template.length + padding.to);
  const scale = 1 + scaleSpread * between(-0.5, 0.5);
  const moved = rolled(stretched, below(longestMove)).map((value) => value * scale);
  const noise = smoothed(moved.map(() => correlatedNoise * normal()));
  const noisy = moved.map(
    (value, place) => (value === 0 ? (noise[place] ?? 0) : value) + plainNoise * normal(),
  );
  const slope = tilt * between(-0.5, 0.5);
  const tilted = noisy.map((value, place) => value - slope * (place / (noisy.length - 1) - 0.5));
  return resample(tilted, length);
}

export const mnist1d: Generator = {
  async make(count, breathe) {
    const order = permutation(count, seed, streams.generated, 0);
    const labels = Uint16Array.from(order, (place) => place % templates.length);
    const values = new Float32Array(count * length);
    for (const [sample, label] of labels.entries()) {
      const template = templates[label] ?? new Float64Array();
      values.set(drawSample(template, drawsOf(seed, sample)), sample * length);
      if (sample % pauseEvery === 0) await breathe();
    }
    const { mean, deviation } = moments(values);
    return { values: values.map((value) => (value - mean) / deviation), labels };
  },
};

function moments(values: ArrayLike<number>): { mean: number; deviation: number } {
  let [sum, squares] = [0, 0];
  for (let place = 0; place < values.length; place++) sum += values[place] ?? 0;
  const mean = sum / values.length;
  for (let place = 0; place < values.length; place++) squares += ((values[place] ?? 0) - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

/** As many points at even distances, between those given by straight lines; the ends stay. */
export function resample(values: Float64Array, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, place) => {
    const at = (place * (values.length - 1)) / (count - 1);
    const before = Math.min(Math.floor(at), values.length - 2);
    const [from, to] = [values[before] ?? 0, values[before + 1] ?? 0];
    return from + (at - before) * (to - from);
  });
}

/** Moved to the right; what leaves at the end comes back at the beginning. */
function rolled(values: Float64Array, by: number): Float64Array {
  const count = values.length;
  return values.map((_, place) => values[(place - by + count) % count] ?? 0);
}

/** Smoothed by a Gaussian, mirrored at the ends. */
function smoothed(values: Float64Array): Float64Array {
  const far = 4 * noiseWidth;
  const weights = Array.from({ length: 2 * far + 1 }, (_, at) =>
    Math.exp(-((at - far) ** 2) / (2 * noiseWidth ** 2)),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const last = values.length - 1;
  const mirrored = (place: number) => (place < 0 ? -1 - place : place > last ? 2 * last + 1 - place : place);
  return values.map((_, place) =>
    weights.reduce(
      (sum, weight, at) => sum + (weight / whole) * (values[mirrored(place + at - far)] ?? 0),
      0,
    ),
  );
}
