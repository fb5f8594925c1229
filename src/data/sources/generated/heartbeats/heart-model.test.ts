import { expect, test } from 'vitest';
import {
  integrateBeat,
  publishedWaves,
  waveNames,
  wavesAtRate,
  type State,
  type WaveName,
} from './heart-model';

const breath = { amplitude: 0, frequencyHz: 0.25, phase: 0 };
const waves = waveNames.map((name) => publishedWaves[name]);

/** z over one beat at 60 beats a minute, once nothing is left of the start. */
function settledBeat(steps: number): { z: number[]; end: State } {
  const state: State = { x: -1, y: 0, z: 0 };
  let z: number[] = [];
  for (let beat = 0; beat < 12; beat++) {
    z = [];
    const integration = { stepS: 1 / steps, startS: beat, breath };
    integrateBeat(state, { waves, steps }, integration, (height) => z.push(height));
  }
  return { z, end: state };
}

test('has P, Q, R, S and T in this order, each at its published phase and with its sign', () => {
  const steps = 2048;
  const { z } = settledBeat(steps);
  const phaseOf = (step: number) => (2 * Math.PI * (step + 1)) / steps - Math.PI;
  const extrema: { phase: number; isTop: boolean }[] = [];
  for (let step = 1; step < steps - 1; step++) {
    const [before, here, after] = [z[step - 1]!, z[step]!, z[step + 1]!];
    if ((here - before) * (after - here) < 0) extrema.push({ phase: phaseOf(step), isTop: here > before });
  }
  // Between S and T, and between two beats, the line has no extremum of its own but a shallow one where waves meet.
  const found = waveNames.map((name) => {
    const { theta, a } = publishedWaves[name];
    const near = extrema.filter(({ phase, isTop }) => isTop === a > 0 && Math.abs(phase - theta) < 0.12);
    expect(near, name).toHaveLength(1);
    return near[0]!.phase;
  });
  expect(found).toEqual([...found].sort((one, other) => one - other));
  expect(found[2]).toBeCloseTo(0, 2);
});

test('stays on the circle, and comes back to where it began after one beat', () => {
  const { end } = settledBeat(256);
  expect(Math.hypot(end.x, end.y)).toBeCloseTo(1, 6);
  expect(end.x).toBeCloseTo(-1, 6);
});

test('converges with the fourth power of the step, to a thousandth of the height of R at 256 steps a second', () => {
  const exact = settledBeat(4096).z;
  const errorOf = (steps: number) => {
    const { z } = settledBeat(steps);
    const every = 4096 / steps;
    return Math.max(...z.map((height, step) => Math.abs(height - exact[(step + 1) * every - 1]!)));
  };
  const errors = [128, 256, 512].map(errorOf);
  expect(errors[1]! / Math.max(...exact)).toBeLessThan(0.001);
  for (const at of [0, 1]) {
    const ratio = errors[at]! / errors[at + 1]!;
    expect(ratio).toBeGreaterThan(12);
    expect(ratio).toBeLessThan(22);
  }
});

test('is drawn towards the baseline of the breath where no wave is', () => {
  const state: State = { x: -1, y: 0, z: 1 };
  integrateBeat(state, { waves: [], steps: 1000 }, { stepS: 0.002, startS: 0, breath }, () => undefined);
  expect(state.z).toBeCloseTo(Math.exp(-2), 6);
});

test('waves are as high at any rate, and closer to R in time at a higher one', () => {
  const height = ({ a, b }: { a: number; b: number }, rate: number) =>
    (a * b * b) / ((2 * Math.PI * rate) / 60);
  const timeOf = (name: WaveName, rate: number) =>
    (wavesAtRate(publishedWaves, rate)[waveNames.indexOf(name)]!.theta / (2 * Math.PI)) * (60 / rate);
  wavesAtRate(publishedWaves, 90).forEach((wave, index) => {
    expect(height(wave, 90)).toBeCloseTo(height(publishedWaves[waveNames[index]!], 60), 9);
  });
  expect(timeOf('T', 90)).toBeLessThan(timeOf('T', 60));
  expect(timeOf('P', 90)).toBeGreaterThan(timeOf('P', 60));
});
