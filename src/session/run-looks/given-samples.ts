// The samples that all runs of a group are given. Which noise a sample gets follows from its place in the test set, so every run gets the
// same numbers.
import { corrupt, missingPixels, testNoiseStep, type Noise } from '../../catalog/corrupt';
import type { Experiment } from '../../core/experiment/experiment';
import { drawingSample, type Drawn } from '../../core/samples/drawing';
import { streams, uniform } from '../../core/random';
import { sampleSize, valueScale, type SampleShape } from '../../core/samples/samples';
import { drawnSample } from '../../data/drawing/drawn-sample';
import { tenOfEachClass } from '../../data/picking/pick-samples';
import { formOf } from '../drawing/form-of';
import type { GivenSamples, TestPart } from './look-state';

const mostSamples = 1000;
const fewestSamples = 100;
/** Numbers in all samples together: two copies of them, and what is made of both, are in memory at a time. */
const mostNumbers = 4_000_000;

/**
 * Places of the samples that runs are measured on, rising: one at random from each of as many equal stretches of a test set of
 * `count`. Evenly spaced ones would all be of one class where the classes take turns.
 */
export function spreadPlaces(count: number, shape: SampleShape): Uint32Array {
  const affordable = Math.floor(mostNumbers / sampleSize(shape));
  const wanted = Math.min(count, mostSamples, Math.max(fewestSamples, affordable));
  const start = (stretch: number) => Math.floor((stretch * count) / wanted);
  return Uint32Array.from({ length: wanted }, (_, i) => {
    const length = start(i + 1) - start(i);
    return start(i) + Math.floor(length * uniform(0, streams.pick, 0, i));
  });
}

/** @param clean `[indices.length, sampleSize]`, pixels in [0, 1] */
function givenSamples(
  clean: Float32Array,
  indices: Uint32Array,
  shape: SampleShape,
  noise: Noise,
): GivenSamples {
  return {
    indices,
    clean,
    noisy: corrupt(clean, shape, indices, noise, testNoiseStep),
    masks: missingPixels(shape, indices, noise, testNoiseStep),
  };
}

/**
 * Ten of the measured samples, one of each class where there are ten.
 * @param pick counts the draws: each gives others
 */
export function tenSamples(
  { info, indices, labels, clean }: TestPart,
  noise: Noise,
  pick: number,
): GivenSamples {
  const size = sampleSize(info.shape);
  const places = tenOfEachClass({ labels, classNames: info.classNames }, 0, pick);
  const chosen = new Float32Array(places.length * size);
  places.forEach((place, row) => chosen.set(clean.subarray(place * size, (place + 1) * size), row * size));
  return givenSamples(
    chosen,
    Uint32Array.from(places, (place) => indices[place] ?? 0),
    info.shape,
    noise,
  );
}

/** What is on the pad as a sample of this data; null where it cannot become one. */
export function givenDrawing(
  drawn: Drawn | null,
  { info, drawingForm }: Pick<TestPart, 'info' | 'drawingForm'>,
  experiment: Pick<Experiment, 'dataset'>,
  noise: Noise,
): GivenSamples | null {
  const { shape, valueRange, placeRanges } = info;
  const form = formOf(experiment, drawingForm);
  const values = drawn && drawnSample(drawn, { shape, valueRange, placeRanges, form });
  if (values === null) return null;
  const scale = valueScale({ values });
  const clean = Float32Array.from(values, (value) => value * scale);
  return givenSamples(clean, Uint32Array.of(drawingSample), shape, noise);
}
