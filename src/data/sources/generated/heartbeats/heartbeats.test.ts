import { expect, test } from 'vitest';
import { heartbeatKindNames } from '../../../../catalog/datasets/generated';
import { drawsOf } from '../draws';
import { heartbeatKinds, type HeartbeatKind } from './heartbeat-kinds';
import { drawVariation, heartbeats, noVariation, placeOfR, simulateBeat } from './heartbeats';

/** Of the beat without variation, in millivolts. P, S and T are 21, 5 and 32 points from R at 60 beats a minute. */
const beatOf = (kind: HeartbeatKind) => simulateBeat(heartbeatKinds[kind], noVariation);
const normal = beatOf('normal');
const [p, s, t] = [placeOfR - 21, placeOfR + 5, placeOfR + 32];

/** How far the line rises at P above its level on either side. */
function heightOfP(beat: Float64Array): number {
  return beat[p]! - (beat[p - 13]! + beat[p + 11]!) / 2;
}

function largestDifference(kind: HeartbeatKind, from: number, to: number): number {
  const beat = beatOf(kind);
  const places = Array.from({ length: to - from }, (_, at) => from + at);
  return Math.max(...places.map((place) => Math.abs(beat[place]! - normal[place]!)));
}

test('a normal beat has its waves where and as high as an electrocardiogram has them', () => {
  expect(normal.indexOf(Math.max(...normal))).toBe(placeOfR);
  expect(normal[placeOfR]).toBeGreaterThan(1);
  expect(normal[p]).toBeGreaterThan(0.15);
  expect(normal[s]).toBeLessThan(-0.15);
  expect(normal[t]).toBeGreaterThan(0.25);
});

test('with a missing P, the line is flat where P would be, and nothing else differs', () => {
  const beat = beatOf('missing P');
  expect(heightOfP(normal)).toBeGreaterThan(0.15);
  expect(Math.abs(heightOfP(beat))).toBeLessThan(0.02);
  expect(largestDifference('missing P', placeOfR, 128)).toBeLessThan(0.05);
});

test('with an inverted T, only T points down', () => {
  expect(beatOf('inverted T')[t]).toBeLessThan(-0.2);
  expect(largestDifference('inverted T', 0, s)).toBeLessThan(0.05);
});

test('with an ST elevation, the stretch between S and T is lifted, and the beat up to R is the same', () => {
  const middle = placeOfR + 14;
  expect(beatOf('ST elevation')[middle]! - normal[middle]!).toBeGreaterThan(0.2);
  expect(largestDifference('ST elevation', 0, placeOfR + 1)).toBeLessThan(0.03);
});

test('a premature ventricular beat comes early, is twice as wide at least, has no P, and its T points down', () => {
  const beat = beatOf('premature ventricular');
  const width = (points: Float64Array) => points.filter((value) => value > Math.max(...points) / 2).length;
  expect(width(beat)).toBeGreaterThanOrEqual(2 * width(normal));
  // From before P on it rises to R without a bump.
  for (let place = p - 6; place < placeOfR - 2; place++)
    expect(beat[place + 1]! - beat[place]!).toBeGreaterThan(-0.002);
  expect(Math.min(...beat.subarray(placeOfR + 20, placeOfR + 40))).toBeLessThan(-0.25);
  const [before, own, after] = heartbeatKinds['premature ventricular'].durations;
  expect(before < 1 && own < 1 && after > 1).toBe(true);
});

test('halving the steps of the integration changes no beat by more than a thousandth of a millivolt', () => {
  for (const kind of heartbeatKindNames) {
    for (let sample = 0; sample < 5; sample++) {
      const variation = drawVariation(drawsOf(7, sample));
      const [coarse, fine] = [1, 2].map((finer) => simulateBeat(heartbeatKinds[kind], variation, finer));
      const differences = coarse!.map((value, place) => Math.abs(value - fine![place]!));
      expect(Math.max(...differences), kind).toBeLessThan(0.001);
    }
  }
});

test('beats of any rate and shape are aligned at R', async () => {
  const { values, labels } = await heartbeats.make(400, () => Promise.resolve());
  for (let sample = 0; sample < 400; sample++) {
    const beat = values.subarray(sample * 128, (sample + 1) * 128);
    const tolerance = heartbeatKindNames[labels[sample]!] === 'premature ventricular' ? 3 : 1;
    expect(Math.abs(beat.indexOf(Math.max(...beat)) - placeOfR)).toBeLessThanOrEqual(tolerance);
  }
});

test('the same seed gives the same bytes, every class has its share, and no two beats are alike', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => heartbeats.make(500, () => Promise.resolve())));
  expect(new Uint8Array(one!.values.buffer)).toEqual(new Uint8Array(other!.values.buffer));
  const counts = heartbeatKindNames.map((_, label) => one!.labels.filter((one) => one === label).length);
  expect(counts).toEqual([300, 50, 50, 50, 50]);
  const heights = new Set(Array.from({ length: 500 }, (_, sample) => one!.values[sample * 128 + placeOfR]));
  expect(heights.size).toBe(500);
});
